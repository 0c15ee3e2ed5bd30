using System.Collections.Generic;
using Pulumi.Kubernetes.Yaml;

namespace Pulumi.Kubernetes.Kustomize;

/// <summary>The objects of a kustomization.</summary>
public sealed class Directory : CollectionComponentResource
{
    public Directory(string name, DirectoryArgs args, ComponentResourceOptions? options = null)
        : base("kubernetes:kustomize:Directory", string.IsNullOrEmpty(args.ResourcePrefix) ? name : $"{args.ResourcePrefix}-{name}", Inputs(args), options)
    {
    }

    private static Dictionary<string, object?> Inputs(DirectoryArgs args) => new()
    {
        ["directory"] = args.Directory,
        ["resourcePrefix"] = args.ResourcePrefix,
    };
}

public class DirectoryArgs : ResourceArgs
{
    private List<TransformationAction>? _transformations;

    public string Directory { get; set; } = null!;

    public List<TransformationAction> Transformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    public string? ResourcePrefix { get; set; }
}
