// sdks: Pulumi.Databricks, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi.Databricks;
using Pulumi.Databricks.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    _ = new AiGatewayModelProviderService("openai", new()
    {
        ModelProviderServiceId = "openai",
        Parent = "metastores/main",
        Config = new AiGatewayModelProviderServiceConfigArgs
        {
            ProviderType = "OPENAI",
            Openai = new AiGatewayModelProviderServiceConfigOpenaiArgs
            {
                Direct = new AiGatewayModelProviderServiceConfigOpenaiDirectArgs
                {
                    ApiKey = new AiGatewayModelProviderServiceConfigOpenaiDirectApiKeyArgs { Plaintext = "sk-0000" },
                    Organization = "org-1",
                },
            },
            Targets = { new AiGatewayModelProviderServiceConfigTargetArgs { Model = "gpt-4o" }, new AiGatewayModelProviderServiceConfigTargetArgs { Model = "gpt-5.5" } },
        },
    });
});
