using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using Pulumi.Reference;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Starts runs. A program runs within a <see cref="Recorder"/>, a unit test with mocks.</summary>
public sealed partial class Deployment
{
    private static readonly IDictionary<string, object?> NoOutputs = ImmutableDictionary<string, object?>.Empty;

    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return NoOutputs;
    });

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func().ConfigureAwait(false);
        return NoOutputs;
    });

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RunStackAsync(() => new Stack(func, options));

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunStackAsync(NewStack<TStack>);

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunStackAsync(() => FromServices(serviceProvider, typeof(TStack)));
    }

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return ResourcesAsync(TestStackAsync(mocks, options, () => FromServices(serviceProvider, typeof(TStack))));
    }

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => ResourcesAsync(TestStackAsync(mocks, options, NewStack<TStack>));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources) => TestStackAsync(testMocks, testOptions, () => new Stack(createResources, null));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources) => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        ResourcesAsync(TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return NoOutputs;
        }));

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        ResourcesAsync(TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return NoOutputs;
        }));

    /// <summary>Runs a program with these settings, and gives its stack and what went wrong.</summary>
    internal static async Task<(Stack? Stack, ImmutableArray<Exception> Failures)> RunInAsync(RunSettings settings, Func<Stack> makeStack)
    {
        var (deployment, failures) = await ExecuteAsync(settings, makeStack).ConfigureAwait(false);
        return (deployment.Stack, failures);
    }

    internal static TStack NewStack<TStack>()
        where TStack : Stack, new()
    {
        var stack = new TStack();
        stack.RegisterPropertyOutputs();
        return stack;
    }

    internal static Stack FromServices(IServiceProvider serviceProvider, Type stackType)
    {
        var stack = serviceProvider.GetService(stackType) as Stack
            ?? throw new InvalidOperationException($"No service for type '{stackType}' has been registered.");
        stack.RegisterPropertyOutputs();
        return stack;
    }

    private static async Task<int> RunStackAsync(Func<Stack> makeStack)
    {
        var session = Session.Current ?? throw new InvalidOperationException(
            "Program run without the Pulumi engine available; re-run using the `pulumi` CLI. (Reference SDK: run it within a Pulumi.Reference.Recorder.)");
        var (_, failures) = await RunInAsync(session.Settings, makeStack).ConfigureAwait(false);
        return failures.IsEmpty ? 0 : ExitedAfterMessage;
    }

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestStackAsync(
        IMocks mocks,
        TestOptions? options,
        Func<Stack> makeStack)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        var session = new Session(new RecorderOptions());
        var settings = new RunSettings(
            options?.ProjectName ?? "project",
            options?.StackName ?? "stack",
            options?.OrganizationName ?? "organization",
            options?.RootDirectory ?? "/",
            options?.IsPreview ?? true,
            ImmutableDictionary<string, string>.Empty,
            mocks,
            Invoke: null,
            session);
        var (deployment, failures) = await ExecuteAsync(settings, makeStack).ConfigureAwait(false);
        if (failures is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }

        var outputs = await deployment.Stack!.Outputs.DataTask.ConfigureAwait(false);
        return ([.. deployment.resources], outputs.Value);
    }

    private static async Task<ImmutableArray<Resource>> ResourcesAsync(Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> test) =>
        (await test.ConfigureAwait(false)).Resources;

    private static async Task<(Deployment Deployment, ImmutableArray<Exception> Failures)> ExecuteAsync(RunSettings settings, Func<Stack> makeStack)
    {
        // Set within this asynchronous method, the ambient run is the caller's own again when it returns.
        var deployment = new Deployment(settings);
        AmbientDeployment.Value = deployment;
        try
        {
            makeStack();
        }
        catch (Exception exception)
        {
            deployment.Pending.Fail(exception is TargetInvocationException { InnerException: { } inner } ? inner : exception);
        }

        var failures = await deployment.Pending.DrainAsync().ConfigureAwait(false);
        if (failures.IsEmpty && deployment.HasLoggedError)
        {
            failures = [new RunException("The program logged an error.")];
        }

        settings.Session.End(failures);
        return (deployment, failures);
    }
}
