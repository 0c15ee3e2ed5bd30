using System.Collections.Immutable;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Catalog;

/// <summary>An input that names a model.</summary>
public sealed record ModelPath
{
    public required PropertyPath Path { get; init; }

    /// <summary>How to read the string (<c>azure</c>, <c>bedrock</c>, <c>huggingface</c>, ...), or null: any dialect that recognises it.</summary>
    public string? Dialect { get; init; }

    /// <summary>What completes the name, each read from <see cref="ReachedValue.Owner"/>: Azure's <c>format</c>. Null where there is none.</summary>
    public PropertyPath? Format { get; init; }

    /// <summary>The version beside the name, from the same owner, or null.</summary>
    public PropertyPath? Version { get; init; }

    /// <summary>The vendor or publisher beside the name (an external model's <c>provider: openai</c>), from the same owner, or null.</summary>
    public PropertyPath? Vendor { get; init; }

    /// <summary>
    /// What stands beside the name (from the same owner) and, where it is set, is the model instead: the name is then only what clients call it. Null where there is none.
    /// </summary>
    public PropertyPath? Unless { get; init; }

    /// <summary>How the resource offers a model named here, where that differs from <see cref="CatalogEntry.Kind"/>; else null.</summary>
    public ServingKind? Kind { get; init; }

    /// <summary>
    /// What values beside the name (from the same owner) say of the cloud that a request is passed on to: <c>openaiApiType: azure</c>. Meanings are cloud ids.
    /// </summary>
    public ImmutableArray<ValueMeanings> Upstream { get; init; } = ImmutableArray<ValueMeanings>.Empty;

    /// <summary>URLs beside the name (from the same owner) that a request is passed on to; see <see cref="ResourceCatalog.CloudOfHost"/>.</summary>
    public ImmutableArray<PropertyPath> Endpoints { get; init; } = ImmutableArray<PropertyPath>.Empty;
}
