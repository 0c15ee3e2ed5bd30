// sdks: Pulumi.Gcp, Pulumi.AzureNative, Pulumi.Azure
// fixed: 1 of 1
using Pulumi;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
	var account = new Pulumi.Gcp.ServiceAccount.Account("chat", new() { AccountId = "chat" });
	var service = new Service("chat", new() {
		Location = "europe-west1",
		Ingress = "INGRESS_TRAFFIC_ALL",
		Template = new ServiceTemplateArgs {
			ServiceAccount = account.Email,
			Scaling = new ServiceTemplateScalingArgs { MinInstanceCount = 1, MaxInstanceCount = 3 },
			Containers = new[]
			{
				new ServiceTemplateContainerArgs {
					Image = "vllm/vllm-openai:latest",
					Args = { "--model", "openai/gpt-4o" },
					Envs = new[] { new ServiceTemplateContainerEnvArgs { Name = "HF_HUB_OFFLINE", Value = "1" } },
					Ports = new ServiceTemplateContainerPortsArgs { ContainerPort = 8000 },
				},
			},
		},
	});
	_ = new ServiceIamMember("everybody", new() { Name = service.Name, Location = service.Location, Role = "roles/run.invoker", Member = "allUsers" });

	return new Dictionary<string, object?> { ["url"] = service.Uri };
});
