using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

namespace Pulumi.Automation;

/// <summary>A Pulumi program as a function within this process.</summary>
public abstract class PulumiFn
{
    private static readonly IDictionary<string, object?> NoOutputs = ImmutableDictionary<string, object?>.Empty;

    private protected PulumiFn()
    {
    }

    public static PulumiFn Create(Func<CancellationToken, Task<IDictionary<string, object?>>> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new Inline(cancellationToken => new Stack(() => program(cancellationToken), options: null));
    }

    public static PulumiFn Create(Func<Task<IDictionary<string, object?>>> program) => Create(_ => program());

    public static PulumiFn Create(Func<CancellationToken, Task> program) => Create(async cancellationToken =>
    {
        await program(cancellationToken).ConfigureAwait(false);
        return NoOutputs;
    });

    public static PulumiFn Create(Func<Task> program) => Create(async _ =>
    {
        await program().ConfigureAwait(false);
        return NoOutputs;
    });

    public static PulumiFn Create(Func<IDictionary<string, object?>> program) => Create(_ => Task.FromResult(program()));

    public static PulumiFn Create(Action program) => Create(() =>
    {
        program();
        return NoOutputs;
    });

    public static PulumiFn Create<TStack>()
        where TStack : Stack, new() => new Inline(_ => Deployment.NewStack<TStack>());

    public static PulumiFn Create<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => Create(serviceProvider, typeof(TStack));

    public static PulumiFn Create(IServiceProvider serviceProvider, Type stackType)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return new Inline(_ => Deployment.FromServices(serviceProvider, stackType));
    }

    internal abstract Stack MakeStack(CancellationToken cancellationToken);

    private sealed class Inline(Func<CancellationToken, Stack> makeStack) : PulumiFn
    {
        internal override Stack MakeStack(CancellationToken cancellationToken) => makeStack(cancellationToken);
    }
}
