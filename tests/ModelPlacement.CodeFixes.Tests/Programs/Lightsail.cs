// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.LightSail;
using Pulumi.Aws.LightSail.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var service = new ContainerService("chat", new() { Power = "medium", Scale = 2 });
    _ = new ContainerServiceDeploymentVersion("chat", new()
    {
        ServiceName = service.Name,
        Containers =
        {
            new ContainerServiceDeploymentVersionContainerArgs
            {
                ContainerName = "server",
                Image = "vllm/vllm-openai:latest",
                Commands = { "--model", "openai/gpt-4o" },
                Environment = { ["LOG_LEVEL"] = "info" },
                Ports = { ["8000"] = "HTTP" },
            },
        },
        PublicEndpoint = new ContainerServiceDeploymentVersionPublicEndpointArgs { ContainerName = "server", ContainerPort = 8000, HealthCheck = new ContainerServiceDeploymentVersionPublicEndpointHealthCheckArgs { Path = "/health" } },
    });

    return new Dictionary<string, object?> { ["url"] = service.Url };
});
