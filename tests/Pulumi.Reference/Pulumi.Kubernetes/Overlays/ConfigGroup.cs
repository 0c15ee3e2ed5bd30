using System.Collections.Generic;
using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Yaml;

/// <summary>The objects of several manifests: files, text, or parsed.</summary>
public sealed class ConfigGroup : CollectionComponentResource
{
    public ConfigGroup(string name, ConfigGroupArgs config, ComponentResourceOptions? options = null)
        : base("kubernetes:yaml:ConfigGroup", name, Inputs(config), options)
    {
    }

    private static Dictionary<string, object?> Inputs(ConfigGroupArgs config) => new()
    {
        ["files"] = config.Files,
        ["yaml"] = config.GivenYaml,
        ["objs"] = config.GivenObjs,
        ["resourcePrefix"] = config.ResourcePrefix,
        ["skipAwait"] = config.SkipAwait,
    };
}

public class ConfigGroupArgs : ResourceArgs
{
    private InputList<string>? _yaml;
    private InputList<ImmutableDictionary<string, object>>? _objs;
    private List<TransformationAction>? _transformations;

    public string[]? Files { get; set; }

    public InputList<string> Yaml
    {
        get => _yaml ??= [];
        set => _yaml = value;
    }

    public InputList<ImmutableDictionary<string, object>> Objs
    {
        get => _objs ??= [];
        set => _objs = value;
    }

    public List<TransformationAction> Transformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    public string? ResourcePrefix { get; set; }

    public bool? SkipAwait { get; set; }

    internal InputList<string>? GivenYaml => _yaml;

    internal InputList<ImmutableDictionary<string, object>>? GivenObjs => _objs;
}
