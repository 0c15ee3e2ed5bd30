using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What the catalog says of a function (data source, invoke).</summary>
public sealed record CatalogFunction
{
    /// <summary>Pulumi's token: <c>aws:bedrockfoundation/getModel:getModel</c>.</summary>
    public required string Token { get; init; }

    /// <summary>The C# class with <c>Invoke</c> and <c>InvokeAsync</c>: <c>Pulumi.Aws.BedrockFoundation.GetModel</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>The cloud it asks, or null.</summary>
    public string? Cloud { get; init; }

    /// <summary>Arguments that name a model.</summary>
    public ImmutableArray<ModelPath> Models { get; init; } = ImmutableArray<ModelPath>.Empty;

    /// <summary>Output path to the argument that it repeats: asked for <c>modelId</c>, it answers with that <c>modelId</c>.</summary>
    public ImmutableDictionary<string, PropertyPath> Echoes { get; init; } = ImmutableDictionary<string, PropertyPath>.Empty;

    /// <summary>Arguments that name a resource of the program, and which.</summary>
    public ImmutableArray<CatalogLink> Links { get; init; } = ImmutableArray<CatalogLink>.Empty;

    /// <summary>Arguments that say which region it asks, most telling first.</summary>
    public ImmutableArray<RegionPath> Region { get; init; } = ImmutableArray<RegionPath>.Empty;

    /// <summary>Whether it answers with the credentials of a Kubernetes cluster: a kubeconfig made of its result leads to its cloud.</summary>
    public bool IsKubernetesCluster { get; init; }
}
