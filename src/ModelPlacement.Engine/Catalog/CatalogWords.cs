namespace ModelPlacement.Engine.Catalog;

/// <summary>The words of the catalog format, each list in the order of the enum it stands for.</summary>
internal static class CatalogWords
{
    public static readonly string[] FileKeys = ["sameAs", "cloud", "cloudSource", "region", "zone", "labels", "links", "shapes", "resources", "functions"];

    public static readonly string[] EntryKeys =
    [
        "token", "aliases", "class", "name", "role", "kind", "cloud", "cloudSource", "api", "note",
        "model", "image", "arguments", "environment", "containers", "userData", "embedded", "helm",
        "scale", "region", "zone", "exposure", "ports", "labels", "links", "selects", "selectable",
        "cloudFrom", "kubeconfig", "endpoints", "upstreams", "machine", "kubernetesCluster",
    ];

    public static readonly string[] FunctionKeys = ["token", "class", "cloud", "model", "echoes", "links", "kubernetesCluster"];
    public static readonly string[] ModelKeys = ["path", "dialect", "format", "version", "vendor", "unless", "kind", "upstream", "endpoints"];
    public static readonly string[] ContainerKeys = ["at", "shape", "image", "arguments", "environment"];
    public static readonly string[] NamedValuesKeys = ["path", "name", "value"];
    public static readonly string[] UserDataKeys = ["path", "encoding"];
    public static readonly string[] EmbeddedKeys = ["path", "format", "encoding", "model", "image", "arguments", "environment", "containers", "links", "exposure", "upstreams"];
    public static readonly string[] HelmKeys = ["chart", "repository", "values", "valuesYaml"];

    /// <summary>By <see cref="Role"/>.</summary>
    public static readonly string[] Roles = ["serve", "host", "expose", "config", "registry", "train", "batch", "notebook", "provider"];

    /// <summary>By <see cref="Placement.ServingKind"/>.</summary>
    public static readonly string[] ServingKinds = ["managed", "self-hosted", "consumed", "not-served"];

    /// <summary>By <see cref="ApiKind"/>.</summary>
    public static readonly string[] ApiKinds = ["none", "managed", "public", "internal", "conditional", "non-api"];

    /// <summary>By <see cref="CloudSource"/>.</summary>
    public static readonly string[] CloudSources = ["type", "provider", "unknown"];

    /// <summary>By <see cref="LinkKind"/>.</summary>
    public static readonly string[] LinkKinds = ["serves", "exposes", "exposedBy", "within", "includes", "guardedBy", "completes", "uses"];

    /// <summary>By <see cref="EmbeddedFormat"/>.</summary>
    public static readonly string[] Formats = ["json", "yaml", "manifests", "manifest-objects"];

    /// <summary>By <see cref="TextEncoding"/>.</summary>
    public static readonly string[] Encodings = ["plain", "base64"];

    /// <summary>What a value can mean for exposure.</summary>
    public static readonly string[] ExposureMeanings = [ValueMeanings.Public, ValueMeanings.Internal, ValueMeanings.Private, ValueMeanings.NonApi];
}
