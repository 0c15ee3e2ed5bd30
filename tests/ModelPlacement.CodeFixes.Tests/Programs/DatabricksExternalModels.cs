// sdks: Pulumi.Databricks, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi.Databricks;
using Pulumi.Databricks.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    // Two models behind one endpoint.
    var endpoint = new ModelServing("chat", new()
    {
        Name = "chat",
        Config = new ModelServingConfigArgs
        {
            ServedEntities = new[]
            {
                new ModelServingConfigServedEntityArgs
                {
                    Name = "large",
                    ExternalModel = new ModelServingConfigServedEntityExternalModelArgs
                    {
                        Name = "gpt-5.5",
                        Provider = "openai",
                        Task = "llm/v1/chat",
                        OpenaiConfig = new ModelServingConfigServedEntityExternalModelOpenaiConfigArgs
                        {
                            // Kept by the platform team.
                            OpenaiApiKey = "{{secrets/models/openai}}",
                            OpenaiOrganization = "org-1",
                        },
                    },
                },
                new ModelServingConfigServedEntityArgs
                {
                    Name = "small",
                    ExternalModel = new ModelServingConfigServedEntityExternalModelArgs
                    {
                        Name = "gpt-5.4-mini",
                        Provider = "openai",
                        Task = "llm/v1/chat",
                        OpenaiConfig = new ModelServingConfigServedEntityExternalModelOpenaiConfigArgs { OpenaiApiType = "openai", OpenaiApiKeyPlaintext = "sk-0000" },
                    },
                },
            },
        },
    });

    return new Dictionary<string, object?> { ["endpoint"] = endpoint.ServingEndpointId };
});
