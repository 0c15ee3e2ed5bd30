using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Where an unknown value comes from, as far as a recording can tell.</summary>
internal abstract record Trace
{
    private Trace()
    {
    }

    /// <summary>The unmodified output of a resource.</summary>
    public sealed record Reference(Resource Resource, string Output) : Trace;

    /// <summary>A text with known and unknown pieces; null is an unknown piece.</summary>
    public sealed record Text(ImmutableArray<string?> Pieces) : Trace;

    /// <summary>A list of which some items are unknown.</summary>
    public sealed record Items(ImmutableArray<OutputData<object?>> Values) : Trace;

    /// <summary>Anything else, in words.</summary>
    public sealed record Reason(string Words) : Trace;

    /// <summary>The trace in words, for values computed from it.</summary>
    public string Describe() => this switch
    {
        Reference { Output: "" } reference => $"{reference.Resource.GetResourceType()} '{reference.Resource.GetResourceName()}'",
        Reference reference => $"{reference.Resource.GetResourceType()} '{reference.Resource.GetResourceName()}' {reference.Output}",
        Text => "a text with unknown pieces",
        Items => "a list with unknown items",
        Reason reason => reason.Words,
        _ => throw new System.InvalidOperationException("Unhandled trace."),
    };
}
