// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("agent", new() { AssumeRolePolicy = "{}" });
    var prompts = new Bucket("prompts");

    var open = new AgentAgent("open", new()
    {
        AgentName = "open",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "openai.gpt-oss-120b-1:0",
    });
    var closed = new AgentAgent("closed", new()
    {
        AgentName = "closed",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "openai.gpt-5.5",
        Instruction = Output.Format($"Read {prompts.BucketName} first."),
    });

    return new Dictionary<string, object?> { ["open"] = open.AgentId, ["closed"] = closed.AgentId };
});
