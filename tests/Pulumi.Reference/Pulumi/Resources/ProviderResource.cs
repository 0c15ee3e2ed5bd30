namespace Pulumi;

/// <summary>An explicitly configured provider.</summary>
public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, null)
    {
    }

    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base("pulumi:providers:" + package, name, args, options, registerPackageRequest)
    {
    }

    /// <summary>The package that it provides, <c>aws</c>.</summary>
    internal string Package => GetResourceType()["pulumi:providers:".Length..];
}
