using System;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>A value that may be known only later, or in a preview not at all.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        Deployment.Current?.Pending.Add(dataTask);
    }

    internal Output(OutputData<T> data)
        : this(Task.FromResult(data))
    {
    }

    internal Task<OutputData<T>> DataTask { get; }

    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply<ValueTuple>(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default;
    });

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Bind(data => Task.FromResult(OutputData<TResult>.Known(func(data))));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        Bind(async data => OutputData<TResult>.Known(await func(data).ConfigureAwait(false)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value)?.ToOutputCore()!);

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>> func) => Bind(async data =>
    {
        var inner = func(data);
        return inner is null ? OutputData<TResult>.Known(default!) : await inner.DataTask.ConfigureAwait(false);
    });

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(FromAsync(value));

        static async Task<OutputData<T>> FromAsync(Task<T> value) => OutputData<T>.Known(await value.ConfigureAwait(false));
    }

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => func(value));

    internal static Output<T> Unknown(Trace trace, ImmutableHashSet<Resource>? resources = null) => new(OutputData<T>.Unknown(trace, resources));

    /// <summary>The same value as another type: what it stands for stays what it was, so an unmodified output of a resource stays one.</summary>
    internal Output<TResult> Convert<TResult>(Func<T, TResult> convert)
    {
        return new Output<TResult>(ConvertAsync());

        async Task<OutputData<TResult>> ConvertAsync()
        {
            var data = await DataTask.ConfigureAwait(false);
            return new OutputData<TResult>(data.Resources, data.IsKnown ? convert(data.Value) : default!, data.IsKnown, data.IsSecret, data.Trace);
        }
    }

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new Output<T>(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync() => change(await DataTask.ConfigureAwait(false));
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await DataTask.ConfigureAwait(false)).Untyped();

    private Output<TResult> Bind<TResult>(Func<T, Task<OutputData<TResult>>> func)
    {
        return new Output<TResult>(BindAsync());

        async Task<OutputData<TResult>> BindAsync()
        {
            var data = await DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return OutputData<TResult>.Unknown(new Trace.Reason("apply on " + data.Trace!.Describe()), data.Resources, data.IsSecret);
            }

            var result = await func(data.Value).ConfigureAwait(false);
            return result with { Resources = result.Resources.Union(data.Resources), IsSecret = result.IsSecret || data.IsSecret };
        }
    }
}
