// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;

return await Pulumi.Deployment.RunAsync(() =>
{
    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });

    // Nothing on Azure means this: it is for a person to decide.
    var mayInvoke = new Policy("invoke", new()
    {
        PolicyDocument = Output.Format($"{{\"Resource\":\"{agent.AgentArn}\"}}"),
    });
    return new Dictionary<string, object?> { ["policy"] = mayInvoke.Arn };
});
