// sdks: Pulumi.Gcp, Pulumi.Azure
// fixed: 2 of 2
using Pulumi;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;
using Azure = Pulumi.Azure;

return await Pulumi.Deployment.RunAsync(() =>
{
	var config = new Config();
	var group = new Azure.Core.ResourceGroup("shop");
	_ = new Service("search", new()
	{
		Location = "europe-west1",
		Template = new ServiceTemplateArgs
		{
			Containers =
			{
				new ServiceTemplateContainerArgs
				{
					Image = "europe-docker.pkg.dev/acme/shop/search:7",
					Envs =
					{
						new ServiceTemplateContainerEnvArgs { Name = "OPENAI_API_KEY", Value = config.RequireSecret("key") },
						new ServiceTemplateContainerEnvArgs { Name = "OPENAI_BASE_URL", Value = "https://api.openai.com/v1" },
						new ServiceTemplateContainerEnvArgs { Name = "OPENAI_CHAT_MODEL", Value = "gpt-5.5" },
						new ServiceTemplateContainerEnvArgs { Name = "OPENAI_EMBEDDING_MODEL", Value = "text-embedding-3-large" },
					},
				},
			},
		},
	});
});
