using System.Collections.Generic;
using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>Who makes models, and how others spell the name.</summary>
/// <param name="Id">The vendor's own short form.</param>
internal sealed record ModelVendor(string Id)
{
    /// <summary>Weights of its models that no family lists, where they are offered as a service.</summary>
    public ModelWeights Unlisted { get; init; }

    /// <summary>Weights of its models that no family lists, where they can be downloaded.</summary>
    public ModelWeights UnlistedDownloads { get; init; }

    /// <summary>The format under which the counterpart's platform offers its proprietary models, or null.</summary>
    public string? CounterpartFormat { get; init; }

    public List<ModelFamily> Families { get; } = [];
}

/// <summary>Models of one vendor that share a naming scheme.</summary>
internal sealed record ModelFamily(string Id, ModelVendor Vendor)
{
    /// <summary>A name must hold one of these literals for the patterns to be worth trying.</summary>
    public required ImmutableArray<string> Keys { get; init; }

    public required ImmutableArray<NamePattern> Patterns { get; init; }
}

/// <summary>One shape of a family's names.</summary>
/// <param name="Pattern">Over the whole name, in lower case. The group <c>version</c> becomes the version.</param>
/// <param name="Id">Writes the canonical name.</param>
/// <param name="Weights">Whether the weights of models named so are open.</param>
internal sealed record NamePattern(TextPattern Pattern, IdTemplate Id, ModelWeights Weights)
{
    /// <summary>Only where the string shows the vendor, or comes from a platform's own list.</summary>
    public bool CuratedOnly { get; init; }

    /// <summary>Only where the string shows the vendor.</summary>
    public bool ScopedOnly { get; init; }

    /// <summary>Only in these dialects; empty for all.</summary>
    public ImmutableHashSet<string> In { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Not in these dialects, unless the string shows the vendor.</summary>
    public ImmutableHashSet<string> NotIn { get; init; } = ImmutableHashSet<string>.Empty;
}
