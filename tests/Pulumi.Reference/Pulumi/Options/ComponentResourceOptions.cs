using System.Collections.Generic;

namespace Pulumi;

/// <summary>Options of a resource that groups others.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? providers;

    /// <summary>Providers for the children, one per package.</summary>
    public List<ProviderResource> Providers
    {
        get => providers ??= [];
        set => providers = value;
    }

    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            if (options is not null)
            {
                merged.MergeFrom(options);
                merged.providers = Join(merged.providers, options.providers);
            }
        }

        return merged;
    }
}
