// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var ids = new Dictionary<string, object?>();
    foreach (var team in new[] { "orders", "returns" })
    {
        var agent = new AgentAgent($"{team}-agent", new()
        {
            AgentName = team,
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = "openai.gpt-5.5",
        });
        ids[team] = agent.AgentId;
    }

    return ids;
});
