// sdks: Pulumi.Kubernetes, Pulumi.Gcp, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Gcp.Container;
using Pulumi.Gcp.Container.Inputs;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using K8s = Pulumi.Kubernetes;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    var nodeAccount = new Pulumi.Gcp.ServiceAccount.Account("nodes", new() { AccountId = "inference-nodes" });

    // One zonal cluster, since GPUs are scarce.
    var cluster = new Cluster("inference", new ClusterArgs
    {
        Location = "europe-west4-a",
        InitialNodeCount = 1,
        RemoveDefaultNodePool = true,
    });

    var gpus = new NodePool("gpus", new NodePoolArgs
    {
        Cluster = cluster.Name,
        Location = cluster.Location,
        NodeCount = 1,
        NodeConfig = new NodePoolNodeConfigArgs
        {
            MachineType = "g2-standard-8",
            ServiceAccount = nodeAccount.Email,
        },
    });

    var kubeconfig = Output.Tuple(cluster.Name, cluster.Endpoint, cluster.MasterAuth).Apply(values =>
    {
        var (name, endpoint, auth) = values;
        return $@"apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: {auth.ClusterCaCertificate}
    server: https://{endpoint}
  name: {name}
contexts:
- context:
    cluster: {name}
    user: {name}
  name: {name}
current-context: {name}
kind: Config
";
    });

    var gke = new K8s.Provider("gke", new K8s.ProviderArgs
    {
        KubeConfig = kubeconfig,
    }, new CustomResourceOptions { DependsOn = { gpus } });

    var ns = new K8s.Core.V1.Namespace("inference", new NamespaceArgs(), new CustomResourceOptions { Provider = gke });

    var labels = new InputMap<string> { { "app", "vllm" } };
    var server = new K8s.Apps.V1.Deployment("vllm", new DeploymentArgs
    {
        Metadata = new ObjectMetaArgs { Namespace = ns.Metadata.Apply(m => m.Name) },
        Spec = new DeploymentSpecArgs
        {
            Replicas = config.GetInt32("replicas") ?? 1,
            Selector = new LabelSelectorArgs { MatchLabels = labels },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = labels },
                Spec = new PodSpecArgs
                {
                    Containers =
                    {
                        new ContainerArgs
                        {
                            Name = "vllm",
                            Image = "vllm/vllm-openai:v0.9.2",
                            Args = { "--model", "openai/gpt-4o" },
                            Resources = new ResourceRequirementsArgs { Limits = { { "nvidia.com/gpu", "1" } } },
                        },
                    },
                },
            },
        },
    }, new CustomResourceOptions { Provider = gke, DependsOn = { gpus } });

    var service = new K8s.Core.V1.Service("vllm", new ServiceArgs
    {
        Metadata = new ObjectMetaArgs { Namespace = ns.Metadata.Apply(m => m.Name) },
        Spec = new ServiceSpecArgs
        {
            Type = "LoadBalancer",
            Selector = labels,
            Ports = { new ServicePortArgs { Port = 80, TargetPort = 8000 } },
        },
    }, new CustomResourceOptions { Provider = gke, DependsOn = { server } });

    return new Dictionary<string, object?>
    {
        ["address"] = service.Status.Apply(status => status.LoadBalancer.Ingress[0].Ip),
    };
});
