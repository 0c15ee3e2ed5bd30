// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.AppRunner;
using Pulumi.Aws.AppRunner.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    var model = config.Get("served") ?? "chat";

    // What the web shop calls.
    var service = new Service("chat", new()
    {
        ServiceName = "chat",
        SourceConfiguration = new ServiceSourceConfigurationArgs
        {
            ImageRepository = new ServiceSourceConfigurationImageRepositoryArgs
            {
                ImageIdentifier = "public.ecr.aws/acme/text-generation-inference:3.0", // pinned
                ImageRepositoryType = "ECR_PUBLIC",
                ImageConfiguration = new ServiceSourceConfigurationImageRepositoryImageConfigurationArgs
                {
                    Port = "8000",
                    StartCommand = "text-generation-launcher --port 8000",
                    RuntimeEnvironmentVariables = { { "MODEL_ID", "openai/gpt-4o" }, { "SERVED_MODEL_NAME", model }, { "LOG_LEVEL", "info" } },
                },
            },
        },
        HealthCheckConfiguration = new ServiceHealthCheckConfigurationArgs { Protocol = "HTTP", Path = "/health", Interval = 10, UnhealthyThreshold = 20 },
        Tags = { { "team", "chat" } },
    });

    return new Dictionary<string, object?> { ["url"] = Output.Format($"https://{service.ServiceUrl}/v1"), ["arn"] = service.Arn };
});
