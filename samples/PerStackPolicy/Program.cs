using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();

    var role = new Role("support", new()
    {
        AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
    });

    // Each stack has its own model.
    var agent = new AgentAgent("support", new()
    {
        AgentName = $"support-{Pulumi.Deployment.Instance.StackName}",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = config.Require("model"),
        Instruction = "You answer questions about orders.",
    });

    return new Dictionary<string, object?> { ["agentId"] = agent.AgentId };
});
