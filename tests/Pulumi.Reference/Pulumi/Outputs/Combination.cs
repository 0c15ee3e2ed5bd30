using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

namespace Pulumi;

/// <summary>Several inputs or outputs as one: known when all are, secret when one is.</summary>
internal static class Combination
{
    public static Output<TResult> Of<TResult>(IReadOnlyList<object?> items, Func<ImmutableArray<object?>, TResult> combine) =>
        Of(items, combine, values => new Trace.Items(values));

    public static Output<TResult> Of<TResult>(
        IReadOnlyList<object?> items,
        Func<ImmutableArray<object?>, TResult> combine,
        Func<ImmutableArray<OutputData<object?>>, Trace> trace)
    {
        return new Output<TResult>(CombineAsync());

        async Task<OutputData<TResult>> CombineAsync()
        {
            var all = ImmutableArray.CreateBuilder<OutputData<object?>>(items.Count);
            foreach (var item in items)
            {
                all.Add(await DataOfAsync(item).ConfigureAwait(false));
            }

            var values = all.MoveToImmutable();
            var resources = values.Aggregate(ImmutableHashSet<Resource>.Empty, (union, data) => union.Union(data.Resources));
            var isSecret = values.Any(data => data.IsSecret);
            return values.All(data => data.IsKnown)
                ? new OutputData<TResult>(resources, combine([.. values.Select(data => data.Value)]), IsKnown: true, isSecret, Trace: null)
                : OutputData<TResult>.Unknown(trace(values), resources, isSecret);
        }
    }

    /// <summary>What an input or output has come to; anything else is itself.</summary>
    public static Task<OutputData<object?>> DataOfAsync(object? value) => value switch
    {
        IOutput output => output.GetDataAsync(),
        IInput input => input.ToUntypedOutput().GetDataAsync(),
        _ => Task.FromResult(OutputData<object?>.Known(value)),
    };
}
