using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("agents", new()
    {
        AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"bedrock.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
    });

    // Where the stack is: Frankfurt.
    var support = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "anthropic.claude-sonnet-4-5-20250929-v1:0",
        Instruction = "You answer questions about orders.",
    });

    // On the other side of the ocean, by a region of its own.
    var translation = new AgentAgent("translation", new()
    {
        Region = "us-east-1",
        AgentName = "translation",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "anthropic.claude-sonnet-4-5-20250929-v1:0",
        Instruction = "You translate answers.",
    });

    return new Dictionary<string, object?>
    {
        ["supportAgent"] = support.AgentId,
        ["translationAgent"] = translation.AgentId,
    };
});
