using System;
using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>The model families that the data (and the organisation) know: from a raw string in its dialect to a model identity. Immutable and thread-safe.</summary>
public sealed class ModelFamilies
{
    private static readonly Lazy<ModelFamilies> LazyBuiltIn = new(static () => new ModelFamilies());

    private ModelFamilies()
    {
    }

    /// <summary>The families that ship with the engine. Parsed on first use.</summary>
    public static ModelFamilies BuiltIn => LazyBuiltIn.Value;

    /// <summary>Canonical ids of the models that the data lists, and the organisation's own, in ordinal order.</summary>
    public ImmutableArray<string> KnownIds { get; } = ImmutableArray<string>.Empty;

    /// <summary>Adds an organisation's own models. What is wrong with one is an error with its place; the others are added.</summary>
    public OwnModelsResult With(ImmutableArray<OwnModel> models) => new(this, ImmutableArray<OwnModelError>.Empty);

    /// <summary>Which model a raw string names, or null where it names none that is known.</summary>
    /// <param name="raw">The string as it stands in the program; may hold <see cref="WorkloadSource.UnknownPiece"/>.</param>
    /// <param name="dialect">How to read it: <c>azure</c>, <c>bedrock</c>, <c>huggingface</c>, ...; an unknown dialect reads as <c>any</c>.</param>
    /// <param name="format">What stands beside the name and decides the vendor (format of an Azure deployment, provider of an external model), if known.</param>
    public ModelIdentity? Identify(string raw, string dialect, string? format = null) => null;

    /// <summary>Whether a policy's id or glob names at least one model that is known.</summary>
    public bool IsKnown(string idOrGlob) => false;

    /// <summary>The known id nearest to a mistyped id or glob, for "did you mean"; null where none is near.</summary>
    public string? Nearest(string idOrGlob) => null;

    /// <summary>What the data says of a canonical id, or null where it does not list it.</summary>
    public KnownModel? Find(string id) => null;

    /// <summary>What the platform of the counterpart calls a model, with the version asked for if it has one; null where it does not offer it.</summary>
    public CounterpartModel? CounterpartOf(ModelIdentity model) => null;
}
