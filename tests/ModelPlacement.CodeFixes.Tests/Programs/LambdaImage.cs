// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("chat", new() { AssumeRolePolicy = "{}" });
    var function = new Function("chat", new()
    {
        PackageType = "Image",
        Role = role.Arn,
        ImageUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/vllm-openai:latest",
        ImageConfig = new FunctionImageConfigArgs { Commands = { "--model", "openai/gpt-4o" } },
        Environment = new FunctionEnvironmentArgs { Variables = { ["MODEL_ID"] = "openai/gpt-4o" } },
    });
    var url = new FunctionUrl("chat", new() { FunctionName = function.Name, AuthorizationType = "NONE" });

    return new Dictionary<string, object?> { ["url"] = url.FunctionUrlResult };
});
