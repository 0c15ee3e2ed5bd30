// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("agent", new() { AssumeRolePolicy = "{}" });
    new RolePolicy("agent", new() { Role = role.Id, Policy = "{}" });
    _ = new RolePolicyAttachment("agent", new() { Role = role.Name, PolicyArn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess" });

    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "openai.gpt-5.5",
    });

    // What callers name.
    var live = new AgentAgentAlias("live", new()
    {
        AgentId = agent.AgentId,
        AgentAliasName = "live",
    });

    return new Dictionary<string, object?>
    {
        ["alias"] = live.AgentAliasArn,
        ["aliasId"] = live.AgentAliasId,
        ["call"] = Output.Format($"{agent.AgentId}/{live.AgentAliasId}"),
    };
});
