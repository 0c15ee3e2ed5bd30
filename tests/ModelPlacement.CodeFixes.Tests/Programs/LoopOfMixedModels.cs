// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var ids = new List<object?>();
    foreach (var model in new[] { "openai.gpt-5.5", "anthropic.claude-3-5-haiku-20241022-v1:0" })
    {
        var agent = new AgentAgent(model.Split('.')[0], new()
        {
            AgentName = model.Split('.')[0],
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = model,
        });
        ids.Add(agent.AgentId);
    }

    return new Dictionary<string, object?> { ["agents"] = ids };
});
