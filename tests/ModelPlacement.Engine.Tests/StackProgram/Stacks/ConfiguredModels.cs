// stack: dev
// config: project:models = [{"name":"chat","id":"amazon.nova-lite-v1:0"}]
// stack: prod
// config: project:models = [{"name":"chat","id":"openai.gpt-oss-120b-1:0","alias":true},{"name":"code","id":"mistral.devstral-2-123b","instruction":"Write code."}]
using System.Text.Json.Serialization;
using Pulumi;
using Pulumi.Aws.Bedrock;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var models = new Config().RequireObject<List<ModelConfig>>("models");
    var agents = models.ToDictionary(model => model.Name, model => new AgentAgent(model.Name, new AgentAgentArgs
    {
        AgentName = model.Name,
        AgentResourceRoleArn = "arn:aws:iam::1:role/agents",
        FoundationModel = model.Id,
        Instruction = model.Instruction ?? $"You are {model.Name}.",
    }));
    foreach (var model in models.Where(model => model.Alias))
        _ = new AgentAgentAlias($"{model.Name}-alias", new() { AgentId = agents[model.Name].AgentId, AgentAliasName = "live" });
    return models.ToDictionary(model => model.Name, model => (object?)agents[model.Name].AgentArn);
});

internal sealed record ModelConfig(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("instruction")] string? Instruction = null,
    [property: JsonPropertyName("alias")] bool Alias = false);
