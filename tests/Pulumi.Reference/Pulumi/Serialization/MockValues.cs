using System.Collections.Immutable;
using System.Linq;

namespace Pulumi.Serialization;

/// <summary>Plain values as mocks see them: numbers are doubles, and what is unknown or null is not there.</summary>
internal static class MockValues
{
    public static ImmutableDictionary<string, object> Of(ImmutableSortedDictionary<string, object?> values) => values
        .Select(entry => (entry.Key, Value: Of(entry.Value)))
        .Where(entry => entry.Value is not null)
        .ToImmutableDictionary(entry => entry.Key, entry => entry.Value!);

    private static object? Of(object? value) => value switch
    {
        Trace => null,
        int number => (double)number,
        ImmutableArray<object?> list => list.Select(Of).ToImmutableArray(),
        ImmutableSortedDictionary<string, object?> map => Of(map),
        _ => value,
    };
}
