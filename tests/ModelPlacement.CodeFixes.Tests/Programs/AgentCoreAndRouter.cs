// sdks: Pulumi.Aws, Pulumi.AwsNative, Pulumi.AzureNative
// fixed: 4 of 4
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.AwsNative.Bedrock;
using Router = Pulumi.AwsNative.Bedrock.Inputs.IntelligentPromptRouterPromptRouterTargetModelArgs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("harness", new() { AssumeRolePolicy = "{}" });

    var helper = new AgentcoreHarness("helper", new()
    {
        HarnessName = "helper",
        ExecutionRoleArn = role.Arn,
        Model = new AgentcoreHarnessModelArgs
        {
            BedrockModelConfig = new AgentcoreHarnessModelBedrockModelConfigArgs { ModelId = "us.openai.gpt-5.5" },
        },
    });

    // With a key of the company's own.
    _ = new AgentcoreHarness("direct", new()
    {
        HarnessName = "direct",
        ExecutionRoleArn = role.Arn,
        Model = new AgentcoreHarnessModelArgs
        {
            OpenaiModelConfig = new AgentcoreHarnessModelOpenaiModelConfigArgs { ModelId = "gpt-4o", ApiKeyArn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:openai" },
        },
    });

    // The one or the other, by the request.
    var router = new IntelligentPromptRouter("router", new()
    {
        PromptRouterName = "router",
        Models = { new Router { ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.5" }, new Router { ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.4" } },
        FallbackModel = new Router { ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.4" },
        RoutingCriteria = new Pulumi.AwsNative.Bedrock.Inputs.IntelligentPromptRouterRoutingCriteriaArgs { ResponseQualityDifference = 25 },
    });

    return new Dictionary<string, object?> { ["helper"] = helper.HarnessId, ["router"] = router.PromptRouterArn };
});
