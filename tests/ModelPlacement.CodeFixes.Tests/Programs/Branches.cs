// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    Output<string>? id = null;
    if (config.GetBoolean("agents") ?? false)
    {
        var role = new Role("agent", new() { AssumeRolePolicy = Trust("bedrock.amazonaws.com") });
        var agent = new AgentAgent("support", new()
        {
            AgentName = "support",
            AgentResourceRoleArn = role.Arn,
            FoundationModel = "openai.gpt-5.5",
        });
        id = agent.AgentId;
    }
    else
    {
        id = new AgentAgent("fallback", new()
        {
            AgentName = "fallback",
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = "openai.gpt-5.4",
        }).AgentId;
    }

    return new Dictionary<string, object?> { ["agent"] = id };

    static string Trust(string service) => $$"""{ "Principal": { "Service": "{{service}}" } }""";
});
