// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 2
using System.Collections.Generic;
using System.Linq;
using Pulumi;
using Aws = Pulumi.Aws;

return await Deployment.RunAsync(() =>
{
    var example = new Aws.Bedrock.AgentAgent("example", new()
    {
        AgentName = "my-agent-name",
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        IdleSessionTtlInSeconds = 500,
        FoundationModel = "openai.gpt-5.5",
    });

    var profile = new Aws.Bedrock.InferenceProfile("profile", new()
    {
        Name = "Orders",
        ModelSource = new Aws.Bedrock.Inputs.InferenceProfileModelSourceArgs
        {
            CopyFrom = "arn:aws:bedrock:us-west-2:123456789012:inference-profile/us.openai.gpt-5.5",
        },
        Tags =
        {
            { "ProjectID", "123" },
        },
    });

    return new Dictionary<string, object?>
    {
        ["agent"] = example.AgentArn,
        ["profile"] = profile.Arn,
    };
});
