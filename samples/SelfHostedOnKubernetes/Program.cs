using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Eks = Pulumi.Eks;
using Kubernetes = Pulumi.Kubernetes;

return await Pulumi.Deployment.RunAsync(() =>
{
    var cluster = new Eks.Cluster("models");
    var provider = new Kubernetes.Provider("models", new() { KubeConfig = cluster.KubeconfigJson });
    var inCluster = new CustomResourceOptions { Provider = provider };

    // The company's own fine-tune of GPT-4o, which Azure trained: model-placement.yaml says what the image is.
    Serve("support", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/support-gpt:2026-09", []);

    // Open weights may run anywhere.
    Serve("drafts", "vllm/vllm-openai:v0.11.0", ["--model", "openai/gpt-oss-20b", "--port", "8000"]);

    void Serve(string name, string image, string[] arguments)
    {
        var labels = new InputMap<string> { { "app", name } };

        var deployment = new Kubernetes.Apps.V1.Deployment(name, new DeploymentArgs
        {
            Spec = new DeploymentSpecArgs
            {
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
                                Name = "server",
                                Image = image,
                                Args = arguments,
                                Ports = { new ContainerPortArgs { ContainerPortValue = 8000 } },
                            },
                        },
                    },
                },
            },
        }, inCluster);

        var service = new Kubernetes.Core.V1.Service(name, new ServiceArgs
        {
            Spec = new ServiceSpecArgs
            {
                Type = "LoadBalancer",
                Selector = labels,
                Ports = { new ServicePortArgs { Port = 80, TargetPort = 8000 } },
            },
        }, inCluster);
    }
});
