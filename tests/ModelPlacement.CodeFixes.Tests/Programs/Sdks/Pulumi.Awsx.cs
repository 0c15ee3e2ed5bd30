// Classes in the shape of the real SDK, as far as the fixes read it: no reference SDK has them.
#nullable enable
using System.Collections.Immutable;
using Pulumi;

namespace Pulumi.Awsx
{
    internal sealed class SdkResourceTypeAttribute(string type) : ResourceTypeAttribute(type, null);

    [SdkResourceType("pulumi:providers:awsx")]
    public class Provider : ProviderResource
    {
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("awsx", name, args ?? new ProviderArgs(), options)
        {
        }
    }

    public sealed class ProviderArgs : ResourceArgs
    {
        [Input("region")] public Input<string>? Region { get; set; }
    }
}

namespace Pulumi.Awsx.Ecs
{
    [SdkResourceType("awsx:ecs:FargateService")]
    public class FargateService : ComponentResource
    {
        public FargateService(string name, FargateServiceArgs args, ComponentResourceOptions? options = null)
            : base("awsx:ecs:FargateService", name, args, options)
        {
        }

    }

    public sealed class FargateServiceArgs : ResourceArgs
    {
        [Input("assignPublicIp")] public Input<bool>? AssignPublicIp { get; set; }

        [Input("cluster")] public Input<string>? Cluster { get; set; }

        [Input("desiredCount")] public Input<int>? DesiredCount { get; set; }

        [Input("taskDefinitionArgs")] public Inputs.FargateServiceTaskDefinitionArgs? TaskDefinitionArgs { get; set; }
    }

    [SdkResourceType("awsx:ecs:EC2Service")]
    public class EC2Service : ComponentResource
    {
        public EC2Service(string name, EC2ServiceArgs args, ComponentResourceOptions? options = null)
            : base("awsx:ecs:EC2Service", name, args, options)
        {
        }

    }

    public sealed class EC2ServiceArgs : ResourceArgs
    {
        [Input("assignPublicIp")] public Input<bool>? AssignPublicIp { get; set; }

        [Input("cluster")] public Input<string>? Cluster { get; set; }

        [Input("desiredCount")] public Input<int>? DesiredCount { get; set; }

        [Input("taskDefinitionArgs")] public Inputs.FargateServiceTaskDefinitionArgs? TaskDefinitionArgs { get; set; }
    }
}

namespace Pulumi.Awsx.Lb
{
    [SdkResourceType("awsx:lb:ApplicationLoadBalancer")]
    public class ApplicationLoadBalancer : ComponentResource
    {
        public ApplicationLoadBalancer(string name, ApplicationLoadBalancerArgs args, ComponentResourceOptions? options = null)
            : base("awsx:lb:ApplicationLoadBalancer", name, args, options)
        {
        }

        [Output("defaultTargetGroup")] public Output<string> DefaultTargetGroup { get; private set; } = null!;
    }

    public sealed class ApplicationLoadBalancerArgs : ResourceArgs
    {
        [Input("internal")] public Input<bool>? Internal { get; set; }
    }
}

namespace Pulumi.Awsx.Ecs.Inputs
{
    public sealed class FargateServiceTaskDefinitionArgs : ResourceArgs
    {
        [Input("cpu")] public Input<string>? Cpu { get; set; }

        [Input("memory")] public Input<string>? Memory { get; set; }

        [Input("container")] public TaskDefinitionContainerDefinitionArgs? Container { get; set; }

        [Input("volumes")] private InputList<string>? _volumes;

        public InputList<string> Volumes { get => _volumes ??= new InputList<string>(); set => _volumes = value; }
    }

    public sealed class TaskDefinitionContainerDefinitionArgs : ResourceArgs
    {
        [Input("image")] public Input<string>? Image { get; set; }

        [Input("name")] public Input<string>? Name { get; set; }

        [Input("cpu")] public Input<int>? Cpu { get; set; }

        [Input("memory")] public Input<int>? Memory { get; set; }

        [Input("command")] private InputList<string>? _command;

        public InputList<string> Command { get => _command ??= new InputList<string>(); set => _command = value; }

        [Input("entryPoint")] private InputList<string>? _entryPoint;

        public InputList<string> EntryPoint { get => _entryPoint ??= new InputList<string>(); set => _entryPoint = value; }

        [Input("environment")] private InputList<TaskDefinitionKeyValuePairArgs>? _environment;

        public InputList<TaskDefinitionKeyValuePairArgs> Environment { get => _environment ??= new InputList<TaskDefinitionKeyValuePairArgs>(); set => _environment = value; }

        [Input("secrets")] private InputList<string>? _secrets;

        public InputList<string> Secrets { get => _secrets ??= new InputList<string>(); set => _secrets = value; }

        [Input("environmentFiles")] private InputList<string>? _environmentFiles;

        public InputList<string> EnvironmentFiles { get => _environmentFiles ??= new InputList<string>(); set => _environmentFiles = value; }

        [Input("mountPoints")] private InputList<string>? _mountPoints;

        public InputList<string> MountPoints { get => _mountPoints ??= new InputList<string>(); set => _mountPoints = value; }

        [Input("portMappings")] private InputList<TaskDefinitionPortMappingArgs>? _portMappings;

        public InputList<TaskDefinitionPortMappingArgs> PortMappings { get => _portMappings ??= new InputList<TaskDefinitionPortMappingArgs>(); set => _portMappings = value; }
    }

    public sealed class TaskDefinitionKeyValuePairArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("value")] public Input<string>? Value { get; set; }
    }

    public sealed class TaskDefinitionPortMappingArgs : ResourceArgs
    {
        [Input("containerPort")] public Input<int>? ContainerPort { get; set; }

        [Input("targetGroup")] public Input<string>? TargetGroup { get; set; }
    }
}
