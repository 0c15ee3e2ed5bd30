// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Pulumi.AzureNative.Resources;
using CognitiveServices = Pulumi.AzureNative.CognitiveServices;

return await Pulumi.Deployment.RunAsync(() =>
{
    var group = new ResourceGroup("ai");
    var speech = new CognitiveServices.Account("speech", new() { ResourceGroupName = group.Name, Kind = "SpeechServices", Sku = new SkuArgs { Name = "S0" } });
    var openAi = new CognitiveServices.Account("openai", new() { ResourceGroupName = group.Name, Kind = "OpenAI", Sku = new SkuArgs { Name = "S0" } });

    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });

    return new Dictionary<string, object?> { ["agent"] = agent.AgentId, ["speech"] = speech.Id, ["openai"] = openAi.Id };
});
