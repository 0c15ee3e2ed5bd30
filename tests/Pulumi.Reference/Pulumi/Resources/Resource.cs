using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Pulumi;

/// <summary>A resource: registered as soon as it is constructed.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote = false)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be empty", nameof(name));
        }

        this.type = type;
        this.name = name;
        var deployment = Deployment.Internal;
        Parent = options.Parent ?? (this is Stack ? null : deployment.Stack);
        Transformations = options.ResourceTransformations.Concat(Parent?.Transformations ?? []).ToImmutableArray();
        foreach (var transformation in Transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } transformed)
            {
                if (transformed.Options.Parent != options.Parent)
                {
                    throw new ArgumentException("Transformations cannot currently be used to change the `parent` of a resource.");
                }

                (args, options) = (transformed.Args, transformed.Options);
            }
        }

        Transforms = options.ResourceTransforms.Concat(Parent?.Transforms ?? []).ToImmutableArray();
        Providers = ProvidersOf(custom, options);
        Provider = custom ? options.Provider ?? Parent?.ProviderFor(type) : options.Provider;
        Urn = null!;
        deployment.Register(this, new ResourceRequest(type, name, custom, remote, args, options));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; }

    /// <summary>The effective parent; null for the stack itself.</summary>
    internal Resource? Parent { get; }

    /// <summary>The provider that manages the resource: its own, or its parent's for the package. Null means the default one.</summary>
    internal ProviderResource? Provider { get; }

    /// <summary>The providers for children, by package.</summary>
    private ImmutableDictionary<string, ProviderResource> Providers { get; }

    private ImmutableArray<ResourceTransformation> Transformations { get; }

    internal ImmutableArray<ResourceTransform> Transforms { get; }

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    private ProviderResource? ProviderFor(string token) => Providers.GetValueOrDefault(token.Split(':')[0]);

    private ImmutableDictionary<string, ProviderResource> ProvidersOf(bool custom, ResourceOptions options)
    {
        var providers = Parent?.Providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        IEnumerable<ProviderResource> own = options switch
        {
            ComponentResourceOptions component => options.Provider is null ? component.Providers : component.Providers.Append(options.Provider),
            _ when custom && options.Provider is { } provider => [provider],
            _ => [],
        };
        return own.Aggregate(providers, (map, provider) => map.SetItem(provider.Package, provider));
    }
}
