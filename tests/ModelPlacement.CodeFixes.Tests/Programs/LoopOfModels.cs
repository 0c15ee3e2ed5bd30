// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 4 of 4
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var ids = new Dictionary<string, object?>();
    foreach (var (team, model) in new[] { ("orders", "openai.gpt-5.5"), ("returns", "openai.gpt-5.4") })
    {
        var agent = new AgentAgent($"{team}-agent", new()
        {
            AgentName = team,
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = model,
        });
        ids[team] = agent.AgentId;
    }

    // One of each size.
    string[] sizes = ["openai.gpt-4.1-mini", "openai.gpt-4.1-nano"];
    foreach (var size in sizes)
    {
        _ = new AgentAgent($"helper-{size}", new()
        {
            AgentName = "helper",
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = size,
        });
    }

    return ids;
});
