using System.Collections.Immutable;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What a resource type has to do with models.</summary>
public enum Role
{
    /// <summary>Serves a model, through an endpoint, a service or an agent.</summary>
    Serve,

    /// <summary>Runs what it is told to: a machine, a function, a cluster, a task definition.</summary>
    Host,

    /// <summary>Makes another resource callable, or opens or closes the way to it.</summary>
    Expose,

    /// <summary>A part of a chain: an endpoint configuration, a stored prompt, an environment.</summary>
    Config,

    /// <summary>Registers a model or an image that something else may serve.</summary>
    Registry,

    Train,
    Batch,
    Notebook,

    /// <summary>A provider instance: decides cloud and region of the resources made through it.</summary>
    Provider,
}

/// <summary>What is callable about a resource type before its properties and neighbours are looked at.</summary>
public enum ApiKind
{
    /// <summary>Nothing: no data plane of its own.</summary>
    None,

    /// <summary>An endpoint of the platform, called with the platform's credentials; public unless <see cref="CatalogEntry.Exposure"/> says private.</summary>
    Managed,

    /// <summary>Callable from the internet; public unless <see cref="CatalogEntry.Exposure"/> says private.</summary>
    Public,

    /// <summary>Callable inside a private network only.</summary>
    Internal,

    /// <summary>Callable only if its properties (<see cref="CatalogEntry.Exposure"/>) or a resource linked to it make it so.</summary>
    Conditional,

    /// <summary>Never an API: training, batch, notebooks, devices.</summary>
    NonApi,
}

/// <summary>What decides the cloud of a resource.</summary>
public enum CloudSource
{
    /// <summary>The type itself: <see cref="CatalogEntry.Cloud"/>.</summary>
    Type,

    /// <summary>The provider instance it is made through: a kubeconfig, a Docker host, a workspace's host name (<see cref="CatalogEntry.CloudFrom"/> of the provider).</summary>
    Provider,

    /// <summary>Nothing that a program shows: it runs wherever it is told to.</summary>
    Unknown,
}

/// <summary>What the catalog says of one resource type. Paths speak Pulumi's schema names and start at the resource's inputs.</summary>
public sealed record CatalogEntry
{
    /// <summary>Pulumi's type token as the provider's current version spells it, without a dated API version: <c>azure-native:cognitiveservices:Deployment</c>.</summary>
    public required string Token { get; init; }

    /// <summary>Other tokens of the same shape: earlier names, twins in another module.</summary>
    public ImmutableArray<string> Aliases { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The full name of the C# class, where the class carries no token of its own (hand-written overlays); else null.</summary>
    public string? ClassName { get; init; }

    public required Role Role { get; init; }

    /// <summary>The cloud's id, or null where another resource decides it (Kubernetes, Docker).</summary>
    public string? Cloud { get; init; }

    /// <summary>What decides the cloud where <see cref="Cloud"/> is null.</summary>
    public CloudSource CloudSource { get; init; } = CloudSource.Type;

    /// <summary>What a person calls such a resource: <c>SageMaker endpoint</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What a reader should know beside it, for the documentation; or null.</summary>
    public string? Note { get; init; }

    /// <summary>How it offers a model that is found in it or through its links, unless <see cref="ModelPath.Kind"/> says otherwise.</summary>
    public required ServingKind Kind { get; init; }

    /// <summary>What is callable about it.</summary>
    public ApiKind Api { get; init; }

    /// <summary>Where it names a model.</summary>
    public ImmutableArray<ModelPath> Models { get; init; } = ImmutableArray<ModelPath>.Empty;

    /// <summary>Containers it runs: image, command, arguments, environment.</summary>
    public ImmutableArray<ContainerPaths> Containers { get; init; } = ImmutableArray<ContainerPaths>.Empty;

    /// <summary>Scripts a machine runs when it starts.</summary>
    public ImmutableArray<UserDataPath> UserData { get; init; } = ImmutableArray<UserDataPath>.Empty;

    /// <summary>Strings that hold JSON or YAML with models, containers or links inside.</summary>
    public ImmutableArray<EmbeddedPath> Embedded { get; init; } = ImmutableArray<EmbeddedPath>.Empty;

    /// <summary>Where a Helm chart and its values stand, for the types that install one; else null.</summary>
    public HelmPaths? Helm { get; init; }

    /// <summary>Sizes and counts, for readers and fixes.</summary>
    public ImmutableArray<PropertyPath> Scale { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Where its region stands. None: its provider's, or that of what it stands within.</summary>
    public ImmutableArray<RegionPath> Region { get; init; } = ImmutableArray<RegionPath>.Empty;

    /// <summary>What its properties say of exposure; see <see cref="ValueMeanings"/> for which of several wins.</summary>
    public ImmutableArray<ValueMeanings> Exposure { get; init; } = ImmutableArray<ValueMeanings>.Empty;

    /// <summary>Ports it listens on or opens.</summary>
    public ImmutableArray<PropertyPath> Ports { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Tags, labels and annotations, where <c>model-placement/exposure</c> may stand.</summary>
    public ImmutableArray<NamedValuesPath> Labels { get; init; } = ImmutableArray<NamedValuesPath>.Empty;

    /// <summary>Inputs that point to other resources.</summary>
    public ImmutableArray<CatalogLink> Links { get; init; } = ImmutableArray<CatalogLink>.Empty;

    /// <summary>A map of labels that selects other resources by their <see cref="Selectable"/> labels (a Kubernetes Service selects pods); else null.</summary>
    public PropertyPath? Selects { get; init; }

    /// <summary>The labels by which others select it, or null.</summary>
    public PropertyPath? Selectable { get; init; }

    /// <summary>
    /// Entries without a cloud of their own, providers and gateways: what their inputs say of the cloud by value (a host name, an account); meanings are cloud ids.
    /// </summary>
    public ImmutableArray<ValueMeanings> CloudFrom { get; init; } = ImmutableArray<ValueMeanings>.Empty;

    /// <summary>Provider entries: where a kubeconfig, its path or text, stands.</summary>
    public ImmutableArray<PropertyPath> Kubeconfig { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>
    /// Provider entries: URLs that replace the cloud's own endpoints. A value of no known cloud's host (<see cref="ResourceCatalog.CloudOfHost"/>) makes the cloud
    /// undetermined: an emulator, a private installation.
    /// </summary>
    public ImmutableArray<PropertyPath> Endpoints { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Gateways and proxies: URLs or hosts that requests are passed on to.</summary>
    public ImmutableArray<PropertyPath> Upstreams { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>
    /// The address (<c>ssh://...</c>, <c>tcp://...</c>, a host name) of the machine that it runs on: a Docker provider's host, a remote command's connection.
    /// </summary>
    public ImmutableArray<PropertyPath> Machine { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Whether it is a Kubernetes cluster: a kubeconfig made of its outputs leads to its cloud.</summary>
    public bool IsKubernetesCluster { get; init; }
}
