// Classes in the shape of the real SDK, as far as the fixes read it: no reference SDK has them.
#nullable enable
using System.Collections.Immutable;
using Pulumi;

namespace Pulumi.Oci
{
    internal sealed class SdkResourceTypeAttribute(string type) : ResourceTypeAttribute(type, null);

    [SdkResourceType("pulumi:providers:oci")]
    public class Provider : ProviderResource
    {
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("oci", name, args ?? new ProviderArgs(), options)
        {
        }
    }

    public sealed class ProviderArgs : ResourceArgs
    {
        [Input("region")] public Input<string>? Region { get; set; }
    }
}

namespace Pulumi.Oci.GenerativeAi
{
    [SdkResourceType("oci:GenerativeAi/endpoint:Endpoint")]
    public class Endpoint : CustomResource
    {
        public Endpoint(string name, EndpointArgs args, CustomResourceOptions? options = null)
            : base("oci:GenerativeAi/endpoint:Endpoint", name, args, options)
        {
        }

        [Output("displayName")] public Output<string> DisplayName { get; private set; } = null!;

        [Output("modelId")] public Output<string> ModelId { get; private set; } = null!;

        [Output("state")] public Output<string> State { get; private set; } = null!;
    }

    public sealed class EndpointArgs : ResourceArgs
    {
        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("dedicatedAiClusterId")] public Input<string>? DedicatedAiClusterId { get; set; }

        [Input("displayName")] public Input<string>? DisplayName { get; set; }

        [Input("modelId")] public Input<string>? ModelId { get; set; }
    }

    [SdkResourceType("oci:GenerativeAi/dedicatedAiCluster:DedicatedAiCluster")]
    public class DedicatedAiCluster : CustomResource
    {
        public DedicatedAiCluster(string name, DedicatedAiClusterArgs args, CustomResourceOptions? options = null)
            : base("oci:GenerativeAi/dedicatedAiCluster:DedicatedAiCluster", name, args, options)
        {
        }

        [Output("displayName")] public Output<string> DisplayName { get; private set; } = null!;
    }

    public sealed class DedicatedAiClusterArgs : ResourceArgs
    {
        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("type")] public Input<string>? Type { get; set; }

        [Input("unitCount")] public Input<int>? UnitCount { get; set; }

        [Input("unitShape")] public Input<string>? UnitShape { get; set; }
    }
}

namespace Pulumi.Oci.ContainerEngine
{
    [SdkResourceType("oci:ContainerEngine/containerInstance:ContainerInstance")]
    public class ContainerInstance : CustomResource
    {
        public ContainerInstance(string name, ContainerInstanceArgs args, CustomResourceOptions? options = null)
            : base("oci:ContainerEngine/containerInstance:ContainerInstance", name, args, options)
        {
        }

        [Output("displayName")] public Output<string> DisplayName { get; private set; } = null!;

        [Output("state")] public Output<string> State { get; private set; } = null!;
    }

    public sealed class ContainerInstanceArgs : ResourceArgs
    {
        [Input("availabilityDomain")] public Input<string>? AvailabilityDomain { get; set; }

        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("displayName")] public Input<string>? DisplayName { get; set; }

        [Input("shape")] public Input<string>? Shape { get; set; }

        [Input("shapeConfig")] public Input<Inputs.ContainerInstanceShapeConfigArgs>? ShapeConfig { get; set; }

        [Input("containers")] private InputList<Inputs.ContainerInstanceContainerArgs>? _containers;

        public InputList<Inputs.ContainerInstanceContainerArgs> Containers { get => _containers ??= new InputList<Inputs.ContainerInstanceContainerArgs>(); set => _containers = value; }

        [Input("vnics")] private InputList<Inputs.ContainerInstanceVnicArgs>? _vnics;

        public InputList<Inputs.ContainerInstanceVnicArgs> Vnics { get => _vnics ??= new InputList<Inputs.ContainerInstanceVnicArgs>(); set => _vnics = value; }

        [Input("volumes")] private InputList<string>? _volumes;

        public InputList<string> Volumes { get => _volumes ??= new InputList<string>(); set => _volumes = value; }

        [Input("imagePullSecrets")] private InputList<string>? _imagePullSecrets;

        public InputList<string> ImagePullSecrets { get => _imagePullSecrets ??= new InputList<string>(); set => _imagePullSecrets = value; }

        [Input("freeformTags")] private InputMap<string>? _freeformTags;

        public InputMap<string> FreeformTags { get => _freeformTags ??= new InputMap<string>(); set => _freeformTags = value; }
    }
}

namespace Pulumi.Oci.ContainerEngine.Inputs
{
    public sealed class ContainerInstanceShapeConfigArgs : ResourceArgs
    {
        [Input("ocpus")] public Input<double>? Ocpus { get; set; }

        [Input("memoryInGbs")] public Input<double>? MemoryInGbs { get; set; }
    }

    public sealed class ContainerInstanceVnicArgs : ResourceArgs
    {
        [Input("subnetId")] public Input<string>? SubnetId { get; set; }

        [Input("isPublicIpAssigned")] public Input<bool>? IsPublicIpAssigned { get; set; }
    }

    public sealed class ContainerInstanceContainerArgs : ResourceArgs
    {
        [Input("imageUrl")] public Input<string>? ImageUrl { get; set; }

        [Input("displayName")] public Input<string>? DisplayName { get; set; }

        [Input("resourceConfig")] public Input<ContainerInstanceContainerResourceConfigArgs>? ResourceConfig { get; set; }

        [Input("commands")] private InputList<string>? _commands;

        public InputList<string> Commands { get => _commands ??= new InputList<string>(); set => _commands = value; }

        [Input("arguments")] private InputList<string>? _arguments;

        public InputList<string> Arguments { get => _arguments ??= new InputList<string>(); set => _arguments = value; }

        [Input("environmentVariables")] private InputMap<string>? _environmentVariables;

        public InputMap<string> EnvironmentVariables { get => _environmentVariables ??= new InputMap<string>(); set => _environmentVariables = value; }
    }

    public sealed class ContainerInstanceContainerResourceConfigArgs : ResourceArgs
    {
        [Input("vcpusLimit")] public Input<double>? VcpusLimit { get; set; }

        [Input("memoryLimitInGbs")] public Input<double>? MemoryLimitInGbs { get; set; }
    }
}
