using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output has come to.</summary>
/// <param name="Resources">The resources that it depends on.</param>
/// <param name="Value">The value; the default of <typeparamref name="T"/> where it is not known.</param>
/// <param name="IsKnown">Whether the value is known in this run.</param>
/// <param name="IsSecret">Whether the value is secret.</param>
/// <param name="Trace">Where an unknown value comes from. Null where it is known.</param>
internal sealed record OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret, Trace? Trace)
{
    public static OutputData<T> Known(T value, bool isSecret = false) => new(ImmutableHashSet<Resource>.Empty, value, IsKnown: true, isSecret, Trace: null);

    public static OutputData<T> Unknown(Trace trace, ImmutableHashSet<Resource>? resources = null, bool isSecret = false) =>
        new(resources ?? ImmutableHashSet<Resource>.Empty, default!, IsKnown: false, isSecret, trace);

    public OutputData<object?> Untyped() => new(Resources, IsKnown ? Value : null, IsKnown, IsSecret, Trace);
}
