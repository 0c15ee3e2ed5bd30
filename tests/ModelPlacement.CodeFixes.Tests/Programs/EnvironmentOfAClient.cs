// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Lambda.Inputs;
using Lambda = Pulumi.Aws.Lambda;

return await Pulumi.Deployment.RunAsync(() =>
{
    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });
    var client = new Lambda.Function("client", new()
    {
        Role = "arn:aws:iam::123456789012:role/lambda",
        Environment = new FunctionEnvironmentArgs
        {
            Variables = { { "AGENT", agent.AgentId }, { "AGENT_ARN", agent.AgentArn.Apply(arn => arn.ToLowerInvariant()) } },
        },
    });
    return new Dictionary<string, object?> { ["client"] = client.Arn };
});
