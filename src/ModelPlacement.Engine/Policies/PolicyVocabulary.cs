using System;
using System.Collections.Immutable;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>What policy files can refer to, for telling a typing error from a name.</summary>
public sealed record PolicyVocabulary
{
    private static readonly Lazy<PolicyVocabulary> LazyBuiltIn = new(static () => new PolicyVocabulary());

    /// <summary>What the data of the engine knows.</summary>
    public static PolicyVocabulary BuiltIn => LazyBuiltIn.Value;

    /// <summary>The models, without the organisation's own.</summary>
    public ModelFamilies Families { get; init; } = ModelFamilies.BuiltIn;

    /// <summary>The clouds and their regions.</summary>
    public ImmutableArray<Cloud> Clouds { get; init; } = Cloud.All;

    /// <summary>The resource types, without the organisation's own.</summary>
    public ResourceCatalog Catalog { get; init; } = ResourceCatalog.BuiltIn;
}
