// Classes in the shape of the real SDK, as far as the fixes read it: no reference SDK has them.
#nullable enable
using Pulumi;

namespace Pulumi.AliCloud
{
    internal sealed class SdkResourceTypeAttribute(string type) : ResourceTypeAttribute(type, null);

    [SdkResourceType("pulumi:providers:alicloud")]
    public class Provider : ProviderResource
    {
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("alicloud", name, args ?? new ProviderArgs(), options)
        {
        }
    }

    public sealed class ProviderArgs : ResourceArgs
    {
        [Input("region")] public Input<string>? Region { get; set; }
    }
}

namespace Pulumi.AliCloud.Pai
{
    [SdkResourceType("alicloud:pai/service:Service")]
    public class Service : CustomResource
    {
        public Service(string name, ServiceArgs args, CustomResourceOptions? options = null)
            : base("alicloud:pai/service:Service", name, args, options)
        {
        }

        [Output("status")] public Output<string> Status { get; private set; } = null!;
    }

    public sealed class ServiceArgs : ResourceArgs
    {
        [Input("serviceConfig")] public Input<string>? ServiceConfig { get; set; }

        [Input("workspaceId")] public Input<string>? WorkspaceId { get; set; }

        [Input("develop")] public Input<string>? Develop { get; set; }

        [Input("status")] public Input<string>? Status { get; set; }
    }
}

namespace Pulumi.AliCloud.PolarDB
{
    [SdkResourceType("alicloud:polardb/aicluster:Aicluster")]
    public class Aicluster : CustomResource
    {
        public Aicluster(string name, AiclusterArgs args, CustomResourceOptions? options = null)
            : base("alicloud:polardb/aicluster:Aicluster", name, args, options)
        {
        }

        [Output("modelName")] public Output<string> ModelName { get; private set; } = null!;
    }

    public sealed class AiclusterArgs : ResourceArgs
    {
        [Input("dbNodeClass")] public Input<string>? DbNodeClass { get; set; }

        [Input("payType")] public Input<string>? PayType { get; set; }

        [Input("regionId")] public Input<string>? RegionId { get; set; }

        [Input("vpcId")] public Input<string>? VpcId { get; set; }

        [Input("vswitchId")] public Input<string>? VswitchId { get; set; }

        [Input("modelName")] public Input<string>? ModelName { get; set; }

        [Input("inferenceEngine")] public Input<string>? InferenceEngine { get; set; }
    }
}

namespace Pulumi.AliCloud.Eci
{
    [SdkResourceType("alicloud:eci/containerGroup:ContainerGroup")]
    public class ContainerGroup : CustomResource
    {
        public ContainerGroup(string name, ContainerGroupArgs args, CustomResourceOptions? options = null)
            : base("alicloud:eci/containerGroup:ContainerGroup", name, args, options)
        {
        }

        [Output("containerGroupName")] public Output<string> ContainerGroupName { get; private set; } = null!;

        [Output("internetIp")] public Output<string> InternetIp { get; private set; } = null!;

        [Output("intranetIp")] public Output<string> IntranetIp { get; private set; } = null!;

        [Output("tags")] public Output<System.Collections.Immutable.ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    }

    public sealed class ContainerGroupArgs : ResourceArgs
    {
        [Input("containerGroupName")] public Input<string>? ContainerGroupName { get; set; }

        [Input("securityGroupId")] public Input<string>? SecurityGroupId { get; set; }

        [Input("vswitchId")] public Input<string>? VswitchId { get; set; }

        [Input("zoneId")] public Input<string>? ZoneId { get; set; }

        [Input("autoCreateEip")] public Input<bool>? AutoCreateEip { get; set; }

        [Input("cpu")] public Input<double>? Cpu { get; set; }

        [Input("memory")] public Input<double>? Memory { get; set; }

        [Input("containers")] private InputList<Inputs.ContainerGroupContainerArgs>? _containers;

        public InputList<Inputs.ContainerGroupContainerArgs> Containers
        {
            get => _containers ??= [];
            set => _containers = value;
        }

        [Input("initContainers")] private InputList<Inputs.ContainerGroupInitContainerArgs>? _initContainers;

        public InputList<Inputs.ContainerGroupInitContainerArgs> InitContainers
        {
            get => _initContainers ??= [];
            set => _initContainers = value;
        }

        [Input("volumes")] private InputList<Inputs.ContainerGroupVolumeArgs>? _volumes;

        public InputList<Inputs.ContainerGroupVolumeArgs> Volumes
        {
            get => _volumes ??= [];
            set => _volumes = value;
        }

        [Input("imageRegistryCredentials")] private InputList<Inputs.ContainerGroupImageRegistryCredentialArgs>? _imageRegistryCredentials;

        public InputList<Inputs.ContainerGroupImageRegistryCredentialArgs> ImageRegistryCredentials
        {
            get => _imageRegistryCredentials ??= [];
            set => _imageRegistryCredentials = value;
        }

        [Input("tags")] private InputMap<string>? _tags;

        public InputMap<string> Tags
        {
            get => _tags ??= [];
            set => _tags = value;
        }
    }
}

namespace Pulumi.AliCloud.Eci.Inputs
{
    public sealed class ContainerGroupContainerArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("image")] public Input<string>? Image { get; set; }

        [Input("cpu")] public Input<double>? Cpu { get; set; }

        [Input("memory")] public Input<double>? Memory { get; set; }

        [Input("args")] private InputList<string>? _args;

        public InputList<string> Args
        {
            get => _args ??= [];
            set => _args = value;
        }

        [Input("commands")] private InputList<string>? _commands;

        public InputList<string> Commands
        {
            get => _commands ??= [];
            set => _commands = value;
        }

        [Input("environmentVars")] private InputList<ContainerGroupContainerEnvironmentVarArgs>? _environmentVars;

        public InputList<ContainerGroupContainerEnvironmentVarArgs> EnvironmentVars
        {
            get => _environmentVars ??= [];
            set => _environmentVars = value;
        }

        [Input("livenessProbes")] private InputList<ContainerGroupContainerLivenessProbeArgs>? _livenessProbes;

        public InputList<ContainerGroupContainerLivenessProbeArgs> LivenessProbes
        {
            get => _livenessProbes ??= [];
            set => _livenessProbes = value;
        }

        [Input("ports")] private InputList<ContainerGroupContainerPortArgs>? _ports;

        public InputList<ContainerGroupContainerPortArgs> Ports
        {
            get => _ports ??= [];
            set => _ports = value;
        }
    }

    public sealed class ContainerGroupContainerLivenessProbeArgs : ResourceArgs
    {
        [Input("httpGets")] private InputList<ContainerGroupContainerLivenessProbeHttpGetArgs>? _httpGets;

        public InputList<ContainerGroupContainerLivenessProbeHttpGetArgs> HttpGets
        {
            get => _httpGets ??= [];
            set => _httpGets = value;
        }

        [Input("initialDelaySeconds")] public Input<int>? InitialDelaySeconds { get; set; }

        [Input("periodSeconds")] public Input<int>? PeriodSeconds { get; set; }
    }

    public sealed class ContainerGroupContainerLivenessProbeHttpGetArgs : ResourceArgs
    {
        [Input("path")] public Input<string>? Path { get; set; }

        [Input("port")] public Input<int>? Port { get; set; }

        [Input("scheme")] public Input<string>? Scheme { get; set; }
    }

    public sealed class ContainerGroupContainerEnvironmentVarArgs : ResourceArgs
    {
        [Input("key")] public Input<string>? Key { get; set; }

        [Input("value")] public Input<string>? Value { get; set; }
    }

    public sealed class ContainerGroupContainerPortArgs : ResourceArgs
    {
        [Input("port")] public Input<int>? Port { get; set; }

        [Input("protocol")] public Input<string>? Protocol { get; set; }
    }

    public sealed class ContainerGroupInitContainerArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("image")] public Input<string>? Image { get; set; }
    }

    public sealed class ContainerGroupVolumeArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("type")] public Input<string>? Type { get; set; }
    }

    public sealed class ContainerGroupImageRegistryCredentialArgs : ResourceArgs
    {
        [Input("server")] public Input<string>? Server { get; set; }

        [Input("userName")] public Input<string>? UserName { get; set; }

        [Input("password")] public Input<string>? Password { get; set; }
    }
}

namespace Pulumi.AliCloud.Sae
{
    [SdkResourceType("alicloud:sae/application:Application")]
    public class Application : CustomResource
    {
        public Application(string name, ApplicationArgs args, CustomResourceOptions? options = null)
            : base("alicloud:sae/application:Application", name, args, options)
        {
        }

        [Output("appName")] public Output<string> AppName { get; private set; } = null!;

        [Output("tags")] public Output<System.Collections.Immutable.ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
    }

    public sealed class ApplicationArgs : ResourceArgs
    {
        [Input("acrAssumeRoleArn")] public Input<string>? AcrAssumeRoleArn { get; set; }

        [Input("appName")] public Input<string>? AppName { get; set; }

        [Input("command")] public Input<string>? Command { get; set; }

        [Input("commandArgs")] public Input<string>? CommandArgs { get; set; }

        [Input("configMapMountDesc")] public Input<string>? ConfigMapMountDesc { get; set; }

        [Input("envs")] public Input<string>? Envs { get; set; }

        [Input("liveness")] public Input<string>? Liveness { get; set; }

        [Input("imageUrl")] public Input<string>? ImageUrl { get; set; }

        [Input("imagePullSecrets")] public Input<string>? ImagePullSecrets { get; set; }

        [Input("mountDesc")] public Input<string>? MountDesc { get; set; }

        [Input("ossMountDescs")] public Input<string>? OssMountDescs { get; set; }

        [Input("packageType")] public Input<string>? PackageType { get; set; }

        [Input("packageUrl")] public Input<string>? PackageUrl { get; set; }

        [Input("cpu")] public Input<int>? Cpu { get; set; }

        [Input("memory")] public Input<int>? Memory { get; set; }

        [Input("replicas")] public Input<int>? Replicas { get; set; }

        [Input("commandArgsV2s")] private InputList<string>? _commandArgsV2s;

        public InputList<string> CommandArgsV2s
        {
            get => _commandArgsV2s ??= [];
            set => _commandArgsV2s = value;
        }

        [Input("configMapMountDescV2s")] private InputList<string>? _configMapMountDescV2s;

        public InputList<string> ConfigMapMountDescV2s
        {
            get => _configMapMountDescV2s ??= [];
            set => _configMapMountDescV2s = value;
        }

        [Input("nasConfigs")] private InputList<string>? _nasConfigs;

        public InputList<string> NasConfigs
        {
            get => _nasConfigs ??= [];
            set => _nasConfigs = value;
        }

        [Input("ossMountDescsV2s")] private InputList<string>? _ossMountDescsV2s;

        public InputList<string> OssMountDescsV2s
        {
            get => _ossMountDescsV2s ??= [];
            set => _ossMountDescsV2s = value;
        }

        [Input("tags")] private InputMap<string>? _tags;

        public InputMap<string> Tags
        {
            get => _tags ??= [];
            set => _tags = value;
        }
    }
}

namespace Pulumi.AliCloud.FC
{
    [SdkResourceType("alicloud:fc/v3Function:V3Function")]
    public class V3Function : CustomResource
    {
        public V3Function(string name, V3FunctionArgs args, CustomResourceOptions? options = null)
            : base("alicloud:fc/v3Function:V3Function", name, args, options)
        {
        }

        [Output("functionName")] public Output<string> FunctionName { get; private set; } = null!;
    }

    public sealed class V3FunctionArgs : ResourceArgs
    {
        [Input("functionName")] public Input<string>? FunctionName { get; set; }

        [Input("handler")] public Input<string>? Handler { get; set; }

        [Input("runtime")] public Input<string>? Runtime { get; set; }

        [Input("cpu")] public Input<double>? Cpu { get; set; }

        [Input("memorySize")] public Input<int>? MemorySize { get; set; }

        [Input("customContainerConfig")] public Input<Inputs.V3FunctionCustomContainerConfigArgs>? CustomContainerConfig { get; set; }

        [Input("code")] public Input<Inputs.V3FunctionCodeArgs>? Code { get; set; }

        [Input("nasConfig")] public Input<Inputs.V3FunctionNasConfigArgs>? NasConfig { get; set; }

        [Input("ossMountConfig")] public Input<Inputs.V3FunctionOssMountConfigArgs>? OssMountConfig { get; set; }

        [Input("layers")] private InputList<string>? _layers;

        public InputList<string> Layers
        {
            get => _layers ??= [];
            set => _layers = value;
        }

        [Input("environmentVariables")] private InputMap<string>? _environmentVariables;

        public InputMap<string> EnvironmentVariables
        {
            get => _environmentVariables ??= [];
            set => _environmentVariables = value;
        }
    }

    [SdkResourceType("alicloud:fc/v3Trigger:V3Trigger")]
    public class V3Trigger : CustomResource
    {
        public V3Trigger(string name, V3TriggerArgs args, CustomResourceOptions? options = null)
            : base("alicloud:fc/v3Trigger:V3Trigger", name, args, options)
        {
        }

        [Output("triggerName")] public Output<string> TriggerName { get; private set; } = null!;
    }

    public sealed class V3TriggerArgs : ResourceArgs
    {
        [Input("functionName")] public Input<string>? FunctionName { get; set; }

        [Input("qualifier")] public Input<string>? Qualifier { get; set; }

        [Input("triggerConfig")] public Input<string>? TriggerConfig { get; set; }

        [Input("triggerName")] public Input<string>? TriggerName { get; set; }

        [Input("triggerType")] public Input<string>? TriggerType { get; set; }
    }
}

namespace Pulumi.AliCloud.FC.Inputs
{
    public sealed class V3FunctionCustomContainerConfigArgs : ResourceArgs
    {
        [Input("image")] public Input<string>? Image { get; set; }

        [Input("port")] public Input<int>? Port { get; set; }

        [Input("commands")] private InputList<string>? _commands;

        public InputList<string> Commands
        {
            get => _commands ??= [];
            set => _commands = value;
        }

        [Input("entrypoints")] private InputList<string>? _entrypoints;

        public InputList<string> Entrypoints
        {
            get => _entrypoints ??= [];
            set => _entrypoints = value;
        }
    }

    public sealed class V3FunctionCodeArgs : ResourceArgs
    {
        [Input("ossBucketName")] public Input<string>? OssBucketName { get; set; }

        [Input("ossObjectName")] public Input<string>? OssObjectName { get; set; }
    }

    public sealed class V3FunctionNasConfigArgs : ResourceArgs
    {
        [Input("groupId")] public Input<int>? GroupId { get; set; }

        [Input("userId")] public Input<int>? UserId { get; set; }
    }

    public sealed class V3FunctionOssMountConfigArgs : ResourceArgs
    {
        [Input("mountPoints")] private InputList<string>? _mountPoints;

        public InputList<string> MountPoints
        {
            get => _mountPoints ??= [];
            set => _mountPoints = value;
        }
    }
}
