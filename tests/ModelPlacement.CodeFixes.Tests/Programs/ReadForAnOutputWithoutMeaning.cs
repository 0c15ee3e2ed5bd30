// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });
    return new Dictionary<string, object?> { ["preparedAt"] = agent.PreparedAt };
});
