using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What one catalog text says.</summary>
public sealed record CatalogFile
{
    public static readonly CatalogFile Empty = new();

    public ImmutableArray<CatalogEntry> Entries { get; init; } = ImmutableArray<CatalogEntry>.Empty;

    public ImmutableArray<CatalogFunction> Functions { get; init; } = ImmutableArray<CatalogFunction>.Empty;

    /// <summary>Where a region stands in the types that have one there, unless an entry says otherwise.</summary>
    public ImmutableArray<RegionPath> Region { get; init; } = ImmutableArray<RegionPath>.Empty;

    /// <summary>Where tags or labels stand in the types that have them there, unless an entry says otherwise.</summary>
    public ImmutableArray<NamedValuesPath> Labels { get; init; } = ImmutableArray<NamedValuesPath>.Empty;

    /// <summary>Links of all the types that have such an input: to the resource group they stand in.</summary>
    public ImmutableArray<CatalogLink> Links { get; init; } = ImmutableArray<CatalogLink>.Empty;

    /// <summary>What was wrong with it; what is right is in the other members all the same.</summary>
    public ImmutableArray<CatalogError> Errors { get; init; } = ImmutableArray<CatalogError>.Empty;
}
