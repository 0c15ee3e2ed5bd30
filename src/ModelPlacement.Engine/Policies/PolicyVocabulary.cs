using System;
using System.Collections.Immutable;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>What policy files can refer to, for telling a typing error from a name.</summary>
public sealed record PolicyVocabulary
{
    /// <summary>Nothing is known, so nothing is unknown.</summary>
    public static readonly PolicyVocabulary Empty = new();

    /// <summary>Cloud ids: <c>aws</c>, <c>azure</c>. Empty leaves clouds unchecked.</summary>
    public ImmutableArray<string> Clouds { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Region ids of all clouds. Empty leaves regions unchecked.</summary>
    public ImmutableArray<string> Regions { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Type tokens of the catalog. Empty leaves tokens unchecked.</summary>
    public ImmutableArray<string> Tokens { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Canonical ids of known models. Empty leaves models unchecked.</summary>
    public ImmutableArray<string> Models { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Reads a canonical id (<c>openai/gpt-4o</c>), also of a model newer than <see cref="Models"/>; null where no family knows it.</summary>
    public Func<string, ModelIdentity?> Identify { get; init; } = static _ => null;
}
