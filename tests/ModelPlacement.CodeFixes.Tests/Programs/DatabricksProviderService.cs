// sdks: Pulumi.Databricks, Pulumi.AzureNative
// fixed: 1 of 1
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
            Targets = { new AiGatewayModelProviderServiceConfigTargetArgs { Model = "gpt-4o" } },
        },
    });
});
