// stack: dev
// stack: prod
// config: project:replicas = 4
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Aws = Pulumi.Aws;
using Config = Pulumi.Config;
using Kubernetes = Pulumi.Kubernetes;

return await Pulumi.Deployment.RunAsync(() =>
{
    var cluster = new Aws.Eks.Cluster("eks", new() { RoleArn = "arn:aws:iam::1:role/eks", VpcConfig = new Aws.Eks.Inputs.ClusterVpcConfigArgs { SubnetIds = { "subnet-1", "subnet-2" } } });
    var kubeConfig = Output.Tuple(cluster.Name, cluster.Endpoint).Apply(t => $"cluster: {t.Item1}\nserver: {t.Item2}\n");
    var provider = new Kubernetes.Provider("eks", new() { KubeConfig = kubeConfig });
    var options = new CustomResourceOptions { Provider = provider };

    var labels = new Dictionary<string, string> { ["app"] = "oss" };
    var container = new ContainerArgs
    {
        Name = "vllm",
        Image = "vllm/vllm-openai:v0.11.0",
        Args = ["--model", "openai/gpt-oss-120b", "--async-scheduling"],
        Ports = [new ContainerPortArgs { ContainerPortValue = 8000, Name = "http" }],
        Env = [new EnvVarArgs { Name = "HF_TOKEN", ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = "hf", Key = "token" } } }],
        Resources = new ResourceRequirementsArgs { Limits = { { "nvidia.com/gpu", "8" } } },
    };
    var deployment = new Kubernetes.Apps.V1.Deployment("oss", new DeploymentArgs
    {
        Metadata = new ObjectMetaArgs { Labels = labels, Annotations = { ["model-placement/exposure"] = "public-api" } },
        Spec = new DeploymentSpecArgs
        {
            Replicas = new Config().GetInt32("replicas") ?? 1,
            Selector = new LabelSelectorArgs { MatchLabels = labels },
            Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = labels }, Spec = new PodSpecArgs { Containers = container } },
        },
    }, options);
    var service = new Service("oss", new ServiceArgs { Spec = new ServiceSpecArgs { Selector = labels, Ports = new ServicePortArgs { Port = 80, TargetPort = "http" } } }, options);
    _ = new Ingress("oss", new IngressArgs
    {
        Spec = new IngressSpecArgs
        {
            Rules =
            {
                new IngressRuleArgs
                {
                    Host = $"oss.{Pulumi.Deployment.Instance.StackName}.acme.example",
                    Http = new HTTPIngressRuleValueArgs
                    {
                        Paths =
                        {
                            new HTTPIngressPathArgs
                            {
                                Path = "/",
                                PathType = "Prefix",
                                Backend = new IngressBackendArgs { Service = new IngressServiceBackendArgs { Name = service.Metadata.Apply(metadata => metadata.Name), Port = new ServiceBackendPortArgs { Number = 80 } } },
                            },
                        },
                    },
                },
            },
        },
    }, CustomResourceOptions.Merge(options, new() { DependsOn = { deployment, service } }));
});
