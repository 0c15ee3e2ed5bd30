// sdks: Pulumi.Kubernetes, Pulumi.Gcp, Pulumi.AzureNative
// fixed: 2 of 2, 0 alone
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Kubernetes = Pulumi.Kubernetes;

return await Pulumi.Deployment.RunAsync(() =>
{
    var gke = new Pulumi.Gcp.Container.Cluster("models");
    // Where it ran so far.
    var elsewhere = new Kubernetes.Provider("elsewhere", new() { KubeConfig = gke.Endpoint.Apply(endpoint => $"server: https://{endpoint}") });
    var options = new CustomResourceOptions { Provider = elsewhere };

    _ = new Kubernetes.Apps.V1.Deployment("chat", new()
    {
        Spec = new DeploymentSpecArgs
        {
            Selector = new LabelSelectorArgs { MatchLabels = { { "app", "chat" } } },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = { { "app", "chat" } } },
                Spec = new PodSpecArgs
                {
                    // The model server.
                    Containers = { new ContainerArgs { Name = "server", Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } },
                },
            },
        },
    }, options);
    _ = new Kubernetes.Core.V1.Service("chat", new()
    {
        Spec = new ServiceSpecArgs { Type = "LoadBalancer", Selector = { { "app", "chat" } }, Ports = { new ServicePortArgs { Port = 80, TargetPort = 8000 } } },
    }, options);

    _ = new Kubernetes.Apps.V1.Deployment("small", new()
    {
        Spec = new DeploymentSpecArgs
        {
            Selector = new LabelSelectorArgs { MatchLabels = { { "app", "small" } } },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = { { "app", "small" } } },
                Spec = new PodSpecArgs
                {
                    // The model server.
                    Containers = { new ContainerArgs { Name = "server", Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o-mini" } } },
                },
            },
        },
    }, options);
    _ = new Kubernetes.Core.V1.Service("small", new()
    {
        Spec = new ServiceSpecArgs { Type = "LoadBalancer", Selector = { { "app", "small" } }, Ports = { new ServicePortArgs { Port = 80, TargetPort = 8000 } } },
    }, options);

    return new Dictionary<string, object?> { ["gke"] = gke.Name };
});
