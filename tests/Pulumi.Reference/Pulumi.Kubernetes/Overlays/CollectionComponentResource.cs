using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Pulumi.Kubernetes.Yaml;

/// <summary>Changes a parsed object before it is registered.</summary>
public delegate ImmutableDictionary<string, object> TransformationAction(ImmutableDictionary<string, object> args, CustomResourceOptions options);

/// <summary>
/// A component whose children come from manifests. Nobody renders them here, so they are unknown; what the component was asked for is recorded
/// as its inputs, by camel-case property name.
/// </summary>
public abstract class CollectionComponentResource : ComponentResource
{
    private Output<ImmutableDictionary<string, KubernetesResource>> resources =
        global::Pulumi.Utilities.OutputUtilities.CreateUnknown(ImmutableDictionary<string, KubernetesResource>.Empty);

    protected CollectionComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : base(type, name, options)
    {
    }

    private protected CollectionComponentResource(string type, string name, Dictionary<string, object?> inputs, ComponentResourceOptions? options)
        : base(type, name, new DictionaryResourceArgs(inputs.ToImmutableDictionary()), options)
    {
    }

    protected void RegisterResources(Output<ImmutableDictionary<string, KubernetesResource>> resources)
    {
        this.resources = resources;
        RegisterOutputs(new Dictionary<string, object?> { ["resources"] = resources });
    }

    public Output<ImmutableArray<Resource>> Ready() => resources.Apply(all => all.Values.Cast<Resource>().ToImmutableArray());

    public Output<T> GetResource<T>(string name, string? namespaceName = null)
        where T : KubernetesResource => Lookup<T>("", name, namespaceName);

    public Output<ApiExtensions.CustomResource> GetCustomResource(string groupVersionKind, string name, string? namespaceName = null) =>
        Lookup<ApiExtensions.CustomResource>(groupVersionKind, name, namespaceName);

    private Output<T> Lookup<T>(string groupVersionKind, string name, string? namespaceName)
        where T : KubernetesResource
    {
        var id = namespaceName is null ? name : $"{namespaceName}/{name}";
        return resources.Apply(all => (T)all[groupVersionKind.Length == 0 ? $"{typeof(T).Name}::{id}" : $"{groupVersionKind}::{id}"]);
    }
}
