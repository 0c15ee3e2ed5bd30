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

    [SdkResourceType("oci:GenerativeAi/importedModel:ImportedModel")]
    public class ImportedModel : CustomResource
    {
        public ImportedModel(string name, ImportedModelArgs args, CustomResourceOptions? options = null)
            : base("oci:GenerativeAi/importedModel:ImportedModel", name, args, options)
        {
        }

        [Output("displayName")] public Output<string> DisplayName { get; private set; } = null!;
    }

    public sealed class ImportedModelArgs : ResourceArgs
    {
        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("displayName")] public Input<string>? DisplayName { get; set; }

        [Input("dataSource")] public Input<Inputs.ImportedModelDataSourceArgs>? DataSource { get; set; }
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

        [Input("healthChecks")] private InputList<ContainerInstanceContainerHealthCheckArgs>? _healthChecks;

        public InputList<ContainerInstanceContainerHealthCheckArgs> HealthChecks { get => _healthChecks ??= new InputList<ContainerInstanceContainerHealthCheckArgs>(); set => _healthChecks = value; }

        [Input("commands")] private InputList<string>? _commands;

        public InputList<string> Commands { get => _commands ??= new InputList<string>(); set => _commands = value; }

        [Input("arguments")] private InputList<string>? _arguments;

        public InputList<string> Arguments { get => _arguments ??= new InputList<string>(); set => _arguments = value; }

        [Input("environmentVariables")] private InputMap<string>? _environmentVariables;

        public InputMap<string> EnvironmentVariables { get => _environmentVariables ??= new InputMap<string>(); set => _environmentVariables = value; }
    }

    public sealed class ContainerInstanceContainerHealthCheckArgs : ResourceArgs
    {
        [Input("healthCheckType")] public Input<string>? HealthCheckType { get; set; }

        [Input("path")] public Input<string>? Path { get; set; }

        [Input("port")] public Input<int>? Port { get; set; }

        [Input("failureAction")] public Input<string>? FailureAction { get; set; }

        [Input("failureThreshold")] public Input<int>? FailureThreshold { get; set; }

        [Input("initialDelayInSeconds")] public Input<int>? InitialDelayInSeconds { get; set; }

        [Input("intervalInSeconds")] public Input<int>? IntervalInSeconds { get; set; }

        [Input("headers")] private InputList<ContainerInstanceContainerHealthCheckHeaderArgs>? _headers;

        public InputList<ContainerInstanceContainerHealthCheckHeaderArgs> Headers { get => _headers ??= new InputList<ContainerInstanceContainerHealthCheckHeaderArgs>(); set => _headers = value; }
    }

    public sealed class ContainerInstanceContainerHealthCheckHeaderArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("value")] public Input<string>? Value { get; set; }
    }

    public sealed class ContainerInstanceContainerResourceConfigArgs : ResourceArgs
    {
        [Input("vcpusLimit")] public Input<double>? VcpusLimit { get; set; }

        [Input("memoryLimitInGbs")] public Input<double>? MemoryLimitInGbs { get; set; }
    }
}

namespace Pulumi.Oci.GenerativeAi.Inputs
{
    public sealed class ImportedModelDataSourceArgs : ResourceArgs
    {
        [Input("sourceType")] public Input<string>? SourceType { get; set; }

        [Input("modelId")] public Input<string>? ModelId { get; set; }
    }
}

namespace Pulumi.Oci.DataScience
{
    [SdkResourceType("oci:DataScience/modelDeployment:ModelDeployment")]
    public class ModelDeployment : CustomResource
    {
        public ModelDeployment(string name, ModelDeploymentArgs args, CustomResourceOptions? options = null)
            : base("oci:DataScience/modelDeployment:ModelDeployment", name, args, options)
        {
        }

        [Output("displayName")] public Output<string> DisplayName { get; private set; } = null!;

        [Output("modelDeploymentUrl")] public Output<string> ModelDeploymentUrl { get; private set; } = null!;
    }

    public sealed class ModelDeploymentArgs : ResourceArgs
    {
        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("projectId")] public Input<string>? ProjectId { get; set; }

        [Input("displayName")] public Input<string>? DisplayName { get; set; }

        [Input("modelDeploymentConfigurationDetails")] public Input<Inputs.ModelDeploymentModelDeploymentConfigurationDetailsArgs>? ModelDeploymentConfigurationDetails { get; set; }
    }
}

namespace Pulumi.Oci.DataScience.Inputs
{
    public sealed class ModelDeploymentModelDeploymentConfigurationDetailsArgs : ResourceArgs
    {
        [Input("deploymentType")] public Input<string>? DeploymentType { get; set; }

        [Input("environmentConfigurationDetails")] public Input<ModelDeploymentModelDeploymentConfigurationDetailsEnvironmentConfigurationDetailsArgs>? EnvironmentConfigurationDetails { get; set; }
    }

    public sealed class ModelDeploymentModelDeploymentConfigurationDetailsEnvironmentConfigurationDetailsArgs : ResourceArgs
    {
        [Input("environmentConfigurationType")] public Input<string>? EnvironmentConfigurationType { get; set; }

        [Input("image")] public Input<string>? Image { get; set; }

        [Input("cmds")] private InputList<string>? _cmds;

        public InputList<string> Cmds
        {
            get => _cmds ??= [];
            set => _cmds = value;
        }

        [Input("environmentVariables")] private InputMap<string>? _environmentVariables;

        public InputMap<string> EnvironmentVariables
        {
            get => _environmentVariables ??= [];
            set => _environmentVariables = value;
        }
    }
}

namespace Pulumi.Oci.Functions
{
    [SdkResourceType("oci:Functions/function:Function")]
    public class Function : CustomResource
    {
        public Function(string name, FunctionArgs args, CustomResourceOptions? options = null)
            : base("oci:Functions/function:Function", name, args, options)
        {
        }

        [Output("displayName")] public Output<string> DisplayName { get; private set; } = null!;

        [Output("invokeEndpoint")] public Output<string> InvokeEndpoint { get; private set; } = null!;
    }

    public sealed class FunctionArgs : ResourceArgs
    {
        [Input("applicationId")] public Input<string>? ApplicationId { get; set; }

        [Input("displayName")] public Input<string>? DisplayName { get; set; }

        [Input("image")] public Input<string>? Image { get; set; }

        [Input("memoryInMbs")] public Input<string>? MemoryInMbs { get; set; }

        [Input("config")] private InputMap<string>? _config;

        public InputMap<string> Config
        {
            get => _config ??= [];
            set => _config = value;
        }
    }
}

namespace Pulumi.Oci.ApiGateway
{
    [SdkResourceType("oci:ApiGateway/gateway:Gateway")]
    public class Gateway : CustomResource
    {
        public Gateway(string name, GatewayArgs args, CustomResourceOptions? options = null)
            : base("oci:ApiGateway/gateway:Gateway", name, args, options)
        {
        }

        [Output("hostname")] public Output<string> Hostname { get; private set; } = null!;
    }

    public sealed class GatewayArgs : ResourceArgs
    {
        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("endpointType")] public Input<string>? EndpointType { get; set; }

        [Input("subnetId")] public Input<string>? SubnetId { get; set; }
    }

    [SdkResourceType("oci:ApiGateway/deployment:Deployment")]
    public class Deployment : CustomResource
    {
        public Deployment(string name, DeploymentArgs args, CustomResourceOptions? options = null)
            : base("oci:ApiGateway/deployment:Deployment", name, args, options)
        {
        }

        [Output("endpoint")] public Output<string> Endpoint { get; private set; } = null!;
    }

    public sealed class DeploymentArgs : ResourceArgs
    {
        [Input("compartmentId")] public Input<string>? CompartmentId { get; set; }

        [Input("gatewayId")] public Input<string>? GatewayId { get; set; }

        [Input("pathPrefix")] public Input<string>? PathPrefix { get; set; }

        [Input("specification")] public Input<Inputs.DeploymentSpecificationArgs>? Specification { get; set; }
    }
}

namespace Pulumi.Oci.ApiGateway.Inputs
{
    public sealed class DeploymentSpecificationArgs : ResourceArgs
    {
        [Input("routes")] private InputList<DeploymentSpecificationRouteArgs>? _routes;

        public InputList<DeploymentSpecificationRouteArgs> Routes
        {
            get => _routes ??= [];
            set => _routes = value;
        }
    }

    public sealed class DeploymentSpecificationRouteArgs : ResourceArgs
    {
        [Input("path")] public Input<string>? Path { get; set; }

        [Input("methods")] private InputList<string>? _methods;

        public InputList<string> Methods
        {
            get => _methods ??= [];
            set => _methods = value;
        }

        [Input("backend")] public Input<DeploymentSpecificationRouteBackendArgs>? Backend { get; set; }

        [Input("requestPolicies")] public Input<DeploymentSpecificationRouteRequestPoliciesArgs>? RequestPolicies { get; set; }
    }

    public sealed class DeploymentSpecificationRouteBackendArgs : ResourceArgs
    {
        [Input("type")] public Input<string>? Type { get; set; }

        [Input("url")] public Input<string>? Url { get; set; }

        [Input("functionId")] public Input<string>? FunctionId { get; set; }
    }

    public sealed class DeploymentSpecificationRouteRequestPoliciesArgs : ResourceArgs
    {
        [Input("headerTransformations")] public Input<DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsArgs>? HeaderTransformations { get; set; }
    }

    public sealed class DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsArgs : ResourceArgs
    {
        [Input("setHeaders")] public Input<DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersArgs>? SetHeaders { get; set; }
    }

    public sealed class DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersArgs : ResourceArgs
    {
        [Input("items")] private InputList<DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersItemArgs>? _items;

        public InputList<DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersItemArgs> Items
        {
            get => _items ??= [];
            set => _items = value;
        }
    }

    public sealed class DeploymentSpecificationRouteRequestPoliciesHeaderTransformationsSetHeadersItemArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("ifExists")] public Input<string>? IfExists { get; set; }

        [Input("values")] private InputList<string>? _values;

        public InputList<string> Values
        {
            get => _values ??= [];
            set => _values = value;
        }
    }
}
