using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What a string input holds.</summary>
public enum EmbeddedFormat
{
    /// <summary>JSON, of which YAML is read too.</summary>
    Json,

    Yaml,

    /// <summary>One or more Kubernetes manifests in YAML: each read by <see cref="ResourceCatalog.FindKubernetes"/>.</summary>
    Manifests,

    /// <summary>A C# object given as is (not a string) that holds a Kubernetes manifest or a list of them.</summary>
    ManifestObjects,
}

/// <summary>A string input that holds structured text. Paths other than <see cref="Path"/> start at the root of the parsed text.</summary>
public sealed record EmbeddedPath
{
    public required PropertyPath Path { get; init; }

    public required EmbeddedFormat Format { get; init; }

    /// <summary>Whether the text stands there as it is or in base64.</summary>
    public TextEncoding Encoding { get; init; }

    public ImmutableArray<ModelPath> Models { get; init; } = ImmutableArray<ModelPath>.Empty;

    public ImmutableArray<ContainerPaths> Containers { get; init; } = ImmutableArray<ContainerPaths>.Empty;

    public ImmutableArray<CatalogLink> Links { get; init; } = ImmutableArray<CatalogLink>.Empty;

    public ImmutableArray<ValueMeanings> Exposure { get; init; } = ImmutableArray<ValueMeanings>.Empty;

    /// <summary>Addresses that requests are passed on to.</summary>
    public ImmutableArray<PropertyPath> Upstreams { get; init; } = ImmutableArray<PropertyPath>.Empty;
}
