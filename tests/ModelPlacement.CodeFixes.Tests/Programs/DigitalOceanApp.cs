// sdks: Pulumi.DigitalOcean, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi.DigitalOcean;
using Pulumi.DigitalOcean.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var app = new App("llm", new()
    {
        Spec = new AppSpecArgs
        {
            Name = "llm",
            Region = "ams",
            Services =
            {
                new AppSpecServiceArgs
                {
                    Name = "vllm",
                    // Pinned by the platform team.
                    Image = new AppSpecServiceImageArgs { RegistryType = "DOCKER_HUB", Registry = "vllm", Repository = "vllm-openai", Tag = "v0.8.4" },
                    RunCommand = "vllm serve openai/gpt-4o --port 8000",
                    HttpPort = 8000,
                    InstanceCount = 2,
                    Envs = { new AppSpecServiceEnvArgs { Key = "LOG_LEVEL", Value = "info" } },
                },
            },
        },
    });

    return new Dictionary<string, object?> { ["url"] = app.LiveUrl };
});
