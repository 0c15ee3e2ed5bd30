// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    var key = config.RequireSecret("openaiKey");

    // Answers questions about orders.
    var function = new Function("answers", new FunctionArgs
    {
        PackageType = "Image",
        ImageUri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/answers:1",
        Role = "arn:aws:iam::123456789012:role/answers",
        Environment = new FunctionEnvironmentArgs
        {
            Variables =
            {
                ["OPENAI_API_KEY"] = key, // of the vendor
                ["OPENAI_MODEL"] = "gpt-5.5",
                ["OPENAI_ORG_ID"] = "org-1",
                ["LOG_LEVEL"] = config.Get("logLevel") ?? "info",
            },
        },
    });

    return new Dictionary<string, object?> { ["function"] = function.Arn };
});
