using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What one catalog text says.</summary>
public sealed record CatalogFile
{
    public static readonly CatalogFile Empty = new();

    public ImmutableArray<CatalogEntry> Entries { get; init; } = ImmutableArray<CatalogEntry>.Empty;

    public ImmutableArray<CatalogFunction> Functions { get; init; } = ImmutableArray<CatalogFunction>.Empty;

    /// <summary>What was wrong with it; what is right is in the other members all the same.</summary>
    public ImmutableArray<CatalogError> Errors { get; init; } = ImmutableArray<CatalogError>.Empty;
}
