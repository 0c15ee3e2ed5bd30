// sdks: Pulumi.Aws, Pulumi.Azure, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var resourceGroup = "not a resource group";
    _ = new AgentAgent("support", new() {
        AgentName = resourceGroup,
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });
    return new Dictionary<string, object?> { ["name"] = resourceGroup };
});
