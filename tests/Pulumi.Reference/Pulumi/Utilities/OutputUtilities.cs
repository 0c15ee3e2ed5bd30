using System;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace Pulumi.Utilities;

/// <summary>Looks into outputs, for generated code and for tests.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => Output<T>.Unknown(new Trace.Reason("unknown"));

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return new Output<T>(UnknownAsync());

        async Task<OutputData<T>> UnknownAsync()
        {
            await valueFactory().ConfigureAwait(false);
            return OutputData<T>.Unknown(new Trace.Reason("unknown"));
        }
    }

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) => output.With(data => data with { Resources = data.Resources.Add(resource) });

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).IsKnown;

    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).Value;

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).Resources;
}
