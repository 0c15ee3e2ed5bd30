using System;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>An output that is handed out before there is a value for it.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DeferredOutput() => Output = new Output<T>(source.Task);

    public Output<T> Output { get; }

    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _ = ResolveAsync(output);
    }

    private async Task ResolveAsync(Output<T> output)
    {
        try
        {
            source.SetResult(await output.DataTask.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            source.SetException(exception);
        }
    }
}
