// Classes in the shape of the real SDK, as far as the fixes read it: no reference SDK has them.
#nullable enable
using System.Collections.Immutable;
using Pulumi;

namespace Pulumiverse.Scaleway
{
    internal sealed class SdkResourceTypeAttribute(string type) : ResourceTypeAttribute(type, null);

    [SdkResourceType("pulumi:providers:scaleway")]
    public class Provider : ProviderResource
    {
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("scaleway", name, args ?? new ProviderArgs(), options)
        {
        }
    }

    public sealed class ProviderArgs : ResourceArgs
    {
        [Input("region")] public Input<string>? Region { get; set; }
    }

    [SdkResourceType("scaleway:index/container:Container")]
    public class Container : CustomResource
    {
        public Container(string name, ContainerArgs args, CustomResourceOptions? options = null)
            : base("scaleway:index/container:Container", name, args, options)
        {
        }

        [Output("domainName")] public Output<string> DomainName { get; private set; } = null!;

        [Output("name")] public Output<string> Name { get; private set; } = null!;
    }

    public sealed class ContainerArgs : ResourceArgs
    {
        [Input("namespaceId")] public Input<string>? NamespaceId { get; set; }

        [Input("name")] public Input<string>? Name { get; set; }

        [Input("image")] public Input<string>? Image { get; set; }

        [Input("registryImage")] public Input<string>? RegistryImage { get; set; }

        [Input("port")] public Input<int>? Port { get; set; }

        [Input("minScale")] public Input<int>? MinScale { get; set; }

        [Input("maxScale")] public Input<int>? MaxScale { get; set; }

        [Input("cpuLimit")] public Input<int>? CpuLimit { get; set; }

        [Input("memoryLimit")] public Input<int>? MemoryLimit { get; set; }

        [Input("localStorageLimit")] public Input<int>? LocalStorageLimit { get; set; }

        [Input("commands")] private InputList<string>? _commands;

        public InputList<string> Commands { get => _commands ??= new InputList<string>(); set => _commands = value; }

        [Input("args")] private InputList<string>? _args;

        public InputList<string> Args { get => _args ??= new InputList<string>(); set => _args = value; }

        [Input("environmentVariables")] private InputMap<string>? _environmentVariables;

        public InputMap<string> EnvironmentVariables { get => _environmentVariables ??= new InputMap<string>(); set => _environmentVariables = value; }

        [Input("secretEnvironmentVariables")] private InputMap<string>? _secretEnvironmentVariables;

        public InputMap<string> SecretEnvironmentVariables { get => _secretEnvironmentVariables ??= new InputMap<string>(); set => _secretEnvironmentVariables = value; }
    }

    [SdkResourceType("scaleway:index/inferenceDeployment:InferenceDeployment")]
    public class InferenceDeployment : CustomResource
    {
        public InferenceDeployment(string name, InferenceDeploymentArgs args, CustomResourceOptions? options = null)
            : base("scaleway:index/inferenceDeployment:InferenceDeployment", name, args, options)
        {
        }

        [Output("name")] public Output<string> Name { get; private set; } = null!;
    }

    public sealed class InferenceDeploymentArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("modelId")] public Input<string>? ModelId { get; set; }

        [Input("modelName")] public Input<string>? ModelName { get; set; }

        [Input("nodeType")] public Input<string>? NodeType { get; set; }
    }
}

namespace Pulumiverse.Scaleway.Containers
{
    [SdkResourceType("scaleway:containers/container:Container")]
    public class Container : CustomResource
    {
        public Container(string name, ContainerArgs args, CustomResourceOptions? options = null)
            : base("scaleway:containers/container:Container", name, args, options)
        {
        }

        [Output("domainName")] public Output<string> DomainName { get; private set; } = null!;

        [Output("name")] public Output<string> Name { get; private set; } = null!;
    }

    public sealed class ContainerArgs : ResourceArgs
    {
        [Input("namespaceId")] public Input<string>? NamespaceId { get; set; }

        [Input("name")] public Input<string>? Name { get; set; }

        [Input("image")] public Input<string>? Image { get; set; }

        [Input("registryImage")] public Input<string>? RegistryImage { get; set; }

        [Input("port")] public Input<int>? Port { get; set; }

        [Input("minScale")] public Input<int>? MinScale { get; set; }

        [Input("maxScale")] public Input<int>? MaxScale { get; set; }

        [Input("cpuLimit")] public Input<int>? CpuLimit { get; set; }

        [Input("memoryLimit")] public Input<int>? MemoryLimit { get; set; }

        [Input("localStorageLimit")] public Input<int>? LocalStorageLimit { get; set; }

        [Input("commands")] private InputList<string>? _commands;

        public InputList<string> Commands { get => _commands ??= new InputList<string>(); set => _commands = value; }

        [Input("args")] private InputList<string>? _args;

        public InputList<string> Args { get => _args ??= new InputList<string>(); set => _args = value; }

        [Input("environmentVariables")] private InputMap<string>? _environmentVariables;

        public InputMap<string> EnvironmentVariables { get => _environmentVariables ??= new InputMap<string>(); set => _environmentVariables = value; }

        [Input("healthChecks")] private InputList<Inputs.ContainerHealthCheckArgs>? _healthChecks;

        public InputList<Inputs.ContainerHealthCheckArgs> HealthChecks { get => _healthChecks ??= new InputList<Inputs.ContainerHealthCheckArgs>(); set => _healthChecks = value; }

        [Input("secretEnvironmentVariables")] private InputMap<string>? _secretEnvironmentVariables;

        public InputMap<string> SecretEnvironmentVariables { get => _secretEnvironmentVariables ??= new InputMap<string>(); set => _secretEnvironmentVariables = value; }
    }

    [SdkResourceType("scaleway:containers/namespace:Namespace")]
    public class Namespace : CustomResource
    {
        public Namespace(string name, NamespaceArgs args, CustomResourceOptions? options = null)
            : base("scaleway:containers/namespace:Namespace", name, args, options)
        {
        }

        [Output("name")] public Output<string> Name { get; private set; } = null!;
    }

    public sealed class NamespaceArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }
    }
}

namespace Pulumiverse.Scaleway.Containers.Inputs
{
    public sealed class ContainerHealthCheckArgs : ResourceArgs
    {
        [Input("failureThreshold")] public Input<int>? FailureThreshold { get; set; }

        [Input("interval")] public Input<string>? Interval { get; set; }

        [Input("https")] private InputList<ContainerHealthCheckHttpArgs>? _https;

        public InputList<ContainerHealthCheckHttpArgs> Https { get => _https ??= new InputList<ContainerHealthCheckHttpArgs>(); set => _https = value; }
    }

    public sealed class ContainerHealthCheckHttpArgs : ResourceArgs
    {
        [Input("path")] public Input<string>? Path { get; set; }
    }
}

namespace Pulumiverse.Scaleway.Inference
{
    [SdkResourceType("scaleway:inference/deployment:Deployment")]
    public class Deployment : CustomResource
    {
        public Deployment(string name, DeploymentArgs args, CustomResourceOptions? options = null)
            : base("scaleway:inference/deployment:Deployment", name, args, options)
        {
        }

        [Output("name")] public Output<string> Name { get; private set; } = null!;
    }

    public sealed class DeploymentArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("modelId")] public Input<string>? ModelId { get; set; }

        [Input("modelName")] public Input<string>? ModelName { get; set; }

        [Input("nodeType")] public Input<string>? NodeType { get; set; }
    }
}
