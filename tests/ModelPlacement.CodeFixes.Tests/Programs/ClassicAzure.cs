// sdks: Pulumi.Aws, Pulumi.Azure
// fixed: 2 of 2
using Pulumi;
using Azure = Pulumi.Azure;
using Bedrock = Pulumi.Aws.Bedrock;

return await Deployment.RunAsync(() =>
{
    var group = new Azure.Core.ResourceGroup("ai", new() { Location = "swedencentral" });

    var agent = new Bedrock.AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });
    var throughput = new Bedrock.ProvisionedModelThroughput("bulk", new()
    {
        ProvisionedModelName = "bulk",
        ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.5",
        ModelUnits = 3,
    });

    return new Dictionary<string, object?>
    {
        ["agent"] = agent.AgentId,
        ["bulk"] = throughput.ProvisionedModelArn,
        ["group"] = group.Name,
    };
});
