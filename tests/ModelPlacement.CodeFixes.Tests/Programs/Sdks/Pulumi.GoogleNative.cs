// Classes in the shape of the real SDK, as far as the fixes read it: no reference SDK has them.
#nullable enable
using Pulumi;

namespace Pulumi.GoogleNative
{
    internal sealed class SdkResourceTypeAttribute(string type) : ResourceTypeAttribute(type, null);

    [SdkResourceType("pulumi:providers:google-native")]
    public class Provider : ProviderResource
    {
        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("google-native", name, args ?? new ProviderArgs(), options)
        {
        }
    }

    public sealed class ProviderArgs : ResourceArgs
    {
        [Input("region")] public Input<string>? Region { get; set; }
    }
}

namespace Pulumi.GoogleNative.Run.V2
{
    [SdkResourceType("google-native:run/v2:Service")]
    public class Service : CustomResource
    {
        public Service(string name, ServiceArgs args, CustomResourceOptions? options = null)
            : base("google-native:run/v2:Service", name, args, options)
        {
        }

        [Output("name")] public Output<string> Name { get; private set; } = null!;

        [Output("location")] public Output<string> Location { get; private set; } = null!;

        [Output("serviceId")] public Output<string> ServiceId { get; private set; } = null!;

        [Output("uri")] public Output<string> Uri { get; private set; } = null!;
    }

    public sealed class ServiceArgs : ResourceArgs
    {
        [Input("location")] public Input<string>? Location { get; set; }

        [Input("project")] public Input<string>? Project { get; set; }

        [Input("serviceId")] public Input<string>? ServiceId { get; set; }

        [Input("description")] public Input<string>? Description { get; set; }

        [Input("template")] public Input<Inputs.GoogleCloudRunV2RevisionTemplateArgs>? Template { get; set; }
    }

    [SdkResourceType("google-native:run/v2:ServiceIamMember")]
    public class ServiceIamMember : CustomResource
    {
        public ServiceIamMember(string name, ServiceIamMemberArgs args, CustomResourceOptions? options = null)
            : base("google-native:run/v2:ServiceIamMember", name, args, options)
        {
        }

        [Output("etag")] public Output<string> Etag { get; private set; } = null!;
    }

    public sealed class ServiceIamMemberArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("role")] public Input<string>? Role { get; set; }

        [Input("member")] public Input<string>? Member { get; set; }
    }

    [SdkResourceType("google-native:run/v2:ServiceIamBinding")]
    public class ServiceIamBinding : CustomResource
    {
        public ServiceIamBinding(string name, ServiceIamBindingArgs args, CustomResourceOptions? options = null)
            : base("google-native:run/v2:ServiceIamBinding", name, args, options)
        {
        }

        [Output("etag")] public Output<string> Etag { get; private set; } = null!;
    }

    public sealed class ServiceIamBindingArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("role")] public Input<string>? Role { get; set; }

        [Input("members")] private InputList<string>? _members;

        public InputList<string> Members
        {
            get => _members ??= [];
            set => _members = value;
        }
    }

    [SdkResourceType("google-native:run/v2:ServiceIamPolicy")]
    public class ServiceIamPolicy : CustomResource
    {
        public ServiceIamPolicy(string name, ServiceIamPolicyArgs args, CustomResourceOptions? options = null)
            : base("google-native:run/v2:ServiceIamPolicy", name, args, options)
        {
        }

        [Output("etag")] public Output<string> Etag { get; private set; } = null!;
    }

    public sealed class ServiceIamPolicyArgs : ResourceArgs
    {
        [Input("serviceId")] public Input<string>? ServiceId { get; set; }

        [Input("location")] public Input<string>? Location { get; set; }
    }
}

namespace Pulumi.GoogleNative.Run.V2.Inputs
{
    public sealed class GoogleCloudRunV2RevisionTemplateArgs : ResourceArgs
    {
        [Input("scaling")] public Input<GoogleCloudRunV2RevisionScalingArgs>? Scaling { get; set; }

        [Input("containers")] private InputList<GoogleCloudRunV2ContainerArgs>? _containers;

        public InputList<GoogleCloudRunV2ContainerArgs> Containers
        {
            get => _containers ??= [];
            set => _containers = value;
        }

        [Input("volumes")] private InputList<GoogleCloudRunV2VolumeArgs>? _volumes;

        public InputList<GoogleCloudRunV2VolumeArgs> Volumes
        {
            get => _volumes ??= [];
            set => _volumes = value;
        }
    }

    public sealed class GoogleCloudRunV2RevisionScalingArgs : ResourceArgs
    {
        [Input("minInstanceCount")] public Input<int>? MinInstanceCount { get; set; }

        [Input("maxInstanceCount")] public Input<int>? MaxInstanceCount { get; set; }
    }

    public sealed class GoogleCloudRunV2ContainerArgs : ResourceArgs
    {
        [Input("image")] public Input<string>? Image { get; set; }

        [Input("name")] public Input<string>? Name { get; set; }

        [Input("args")] private InputList<string>? _args;

        public InputList<string> Args
        {
            get => _args ??= [];
            set => _args = value;
        }

        [Input("command")] private InputList<string>? _command;

        public InputList<string> Command
        {
            get => _command ??= [];
            set => _command = value;
        }

        [Input("env")] private InputList<GoogleCloudRunV2EnvVarArgs>? _env;

        public InputList<GoogleCloudRunV2EnvVarArgs> Env
        {
            get => _env ??= [];
            set => _env = value;
        }

        [Input("ports")] private InputList<GoogleCloudRunV2ContainerPortArgs>? _ports;

        public InputList<GoogleCloudRunV2ContainerPortArgs> Ports
        {
            get => _ports ??= [];
            set => _ports = value;
        }

        [Input("resources")] public Input<GoogleCloudRunV2ResourceRequirementsArgs>? Resources { get; set; }

        [Input("startupProbe")] public Input<GoogleCloudRunV2ProbeArgs>? StartupProbe { get; set; }

        [Input("livenessProbe")] public Input<GoogleCloudRunV2ProbeArgs>? LivenessProbe { get; set; }

        [Input("volumeMounts")] private InputList<GoogleCloudRunV2VolumeMountArgs>? _volumeMounts;

        public InputList<GoogleCloudRunV2VolumeMountArgs> VolumeMounts
        {
            get => _volumeMounts ??= [];
            set => _volumeMounts = value;
        }
    }

    public sealed class GoogleCloudRunV2ProbeArgs : ResourceArgs
    {
        [Input("httpGet")] public Input<GoogleCloudRunV2HTTPGetActionArgs>? HttpGet { get; set; }

        [Input("tcpSocket")] public Input<GoogleCloudRunV2TCPSocketActionArgs>? TcpSocket { get; set; }

        [Input("initialDelaySeconds")] public Input<int>? InitialDelaySeconds { get; set; }

        [Input("periodSeconds")] public Input<int>? PeriodSeconds { get; set; }

        [Input("timeoutSeconds")] public Input<int>? TimeoutSeconds { get; set; }

        [Input("failureThreshold")] public Input<int>? FailureThreshold { get; set; }
    }

    public sealed class GoogleCloudRunV2HTTPGetActionArgs : ResourceArgs
    {
        [Input("path")] public Input<string>? Path { get; set; }

        [Input("port")] public Input<int>? Port { get; set; }
    }

    public sealed class GoogleCloudRunV2TCPSocketActionArgs : ResourceArgs
    {
        [Input("port")] public Input<int>? Port { get; set; }
    }

    public sealed class GoogleCloudRunV2EnvVarArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("value")] public Input<string>? Value { get; set; }
    }

    public sealed class GoogleCloudRunV2ContainerPortArgs : ResourceArgs
    {
        [Input("containerPort")] public Input<int>? ContainerPort { get; set; }

        [Input("name")] public Input<string>? Name { get; set; }
    }

    public sealed class GoogleCloudRunV2ResourceRequirementsArgs : ResourceArgs
    {
        [Input("limits")] private InputMap<string>? _limits;

        public InputMap<string> Limits
        {
            get => _limits ??= [];
            set => _limits = value;
        }
    }

    public sealed class GoogleCloudRunV2VolumeArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }
    }

    public sealed class GoogleCloudRunV2VolumeMountArgs : ResourceArgs
    {
        [Input("name")] public Input<string>? Name { get; set; }

        [Input("mountPath")] public Input<string>? MountPath { get; set; }
    }
}
