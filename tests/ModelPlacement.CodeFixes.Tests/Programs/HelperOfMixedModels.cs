// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var chat = Agent("chat", "openai.gpt-5.5");
    var drafts = Agent("drafts", "anthropic.claude-3-5-haiku-20241022-v1:0");

    return new Dictionary<string, object?> { ["chat"] = chat, ["drafts"] = drafts };

    Output<string> Agent(string name, string model) => new AgentAgent(name, new()
    {
        AgentName = name,
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = model,
    }).AgentId;
});
