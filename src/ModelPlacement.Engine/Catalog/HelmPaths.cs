using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>Where a resource that installs a Helm chart says which, from where and with which values; the chart itself: <see cref="ResourceCatalog.FindChart"/>.</summary>
public sealed record HelmPaths
{
    public required PropertyPath Chart { get; init; }

    public ImmutableArray<PropertyPath> Repository { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Maps of values; a chart entry's paths start there.</summary>
    public ImmutableArray<PropertyPath> Values { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Strings of YAML values.</summary>
    public ImmutableArray<PropertyPath> ValuesYaml { get; init; } = ImmutableArray<PropertyPath>.Empty;
}
