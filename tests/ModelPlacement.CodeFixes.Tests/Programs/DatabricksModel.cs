// sdks: Pulumi.Databricks, Pulumi.Azure
// fixed: 2 of 2
using Pulumi;
using Pulumi.Databricks;
using Pulumi.Databricks.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var workspace = new Provider("models", new() { Host = "https://dbc-1234.cloud.databricks.com" });
    var endpoint = new ModelServing("chat", new()
    {
        Name = "chat",
        Config = new ModelServingConfigArgs
        {
            ServedEntities = { new ModelServingConfigServedEntityArgs { Name = "chat", EntityName = "system.ai.gpt-5-5", ScaleToZeroEnabled = true } },
        },
    }, new() { Provider = workspace });
    var service = new AiGatewayModelService("search", new()
    {
        ModelServiceId = "search",
        Parent = "metastores/main",
        Config = new AiGatewayModelServiceConfigArgs
        {
            Routing = new AiGatewayModelServiceConfigRoutingArgs
            {
                Destinations =
                {
                    new AiGatewayModelServiceConfigRoutingDestinationArgs
                    {
                        Name = "gpt",
                        DestinationType = "PAY_PER_TOKEN",
                        PayPerTokenConfig = new AiGatewayModelServiceConfigRoutingDestinationPayPerTokenConfigArgs { Model = "databricks-gpt-5-5" },
                    },
                },
            },
        },
    }, new() { Provider = workspace });

    return new Dictionary<string, object?> { ["endpoint"] = endpoint.ServingEndpointId, ["search"] = service.Name };
});
