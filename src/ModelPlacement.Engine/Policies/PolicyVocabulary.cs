using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>What policy files can refer to, for telling a typing error from a name.</summary>
public sealed record PolicyVocabulary
{
    private static readonly Lazy<ImmutableArray<string>> BuiltInTokens = new(static () => ResourceCatalog.BuiltIn.All()
        .SelectMany(static entry => entry.Aliases.Add(entry.Token))
        .Distinct(StringComparer.Ordinal)
        .ToImmutableArray());

    private static readonly Lazy<PolicyVocabulary> LazyBuiltIn = new(static () => new PolicyVocabulary());

    /// <summary>What the data of the engine knows.</summary>
    public static PolicyVocabulary BuiltIn => LazyBuiltIn.Value;

    /// <summary>The models, without the organisation's own.</summary>
    public ModelFamilies Families { get; init; } = ModelFamilies.BuiltIn;

    /// <summary>The clouds and their regions.</summary>
    public ImmutableArray<Cloud> Clouds { get; init; } = Cloud.All;

    /// <summary>The type tokens of the catalog, asked for only where a policy file names a token: reading them means reading the data of every provider.</summary>
    public Func<IEnumerable<string>> Tokens { get; init; } = static () => BuiltInTokens.Value;
}
