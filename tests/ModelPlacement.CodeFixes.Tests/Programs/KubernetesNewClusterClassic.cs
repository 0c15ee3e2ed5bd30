// sdks: Pulumi.Kubernetes, Pulumi.Gcp, Pulumi.Azure
// fixed: 1 of 1
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
					Containers = { new ContainerArgs { Name = "server", Image = "vllm/vllm-openai:latest", Resources = new ResourceRequirementsArgs { Limits = { { "nvidia.com/gpu", "1" } } }, Args = { "--model", "openai/gpt-4o" } } },
				},
			},
		},
	}, new() { Provider = elsewhere });
	_ = new Kubernetes.Core.V1.Service("chat", new()
	{
		Metadata = new ObjectMetaArgs { Annotations = { { "networking.gke.io/load-balancer-type", "Internal" }, { "team", "chat" } } },
		Spec = new ServiceSpecArgs { Type = "LoadBalancer", Selector = { { "app", "chat" } }, Ports = { new ServicePortArgs { Port = 80, TargetPort = 8000 } } },
	}, new() { Provider = elsewhere });

	return new Dictionary<string, object?> { ["gke"] = gke.Name };
});
