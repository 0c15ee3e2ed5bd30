using System.Collections.Generic;

namespace Pulumi.Kubernetes.Yaml;

/// <summary>The objects of one manifest file.</summary>
public sealed class ConfigFile : CollectionComponentResource
{
    public ConfigFile(string name, ConfigFileArgs? args = null, ComponentResourceOptions? options = null)
        : base("kubernetes:yaml:ConfigFile", Prefixed(args?.ResourcePrefix, name), Inputs(name, args), options)
    {
    }

    private static string Prefixed(string? prefix, string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}-{name}";

    /// <summary>Without a file, the name is one.</summary>
    private static Dictionary<string, object?> Inputs(string name, ConfigFileArgs? args) => new()
    {
        ["file"] = args?.File ?? name,
        ["resourcePrefix"] = args?.ResourcePrefix,
        ["skipAwait"] = args?.SkipAwait,
    };
}

public class ConfigFileArgs : ResourceArgs
{
    private List<TransformationAction>? _transformations;

    public Input<string>? File { get; set; }

    public List<TransformationAction> Transformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    public string? ResourcePrefix { get; set; }

    public bool? SkipAwait { get; set; }
}
