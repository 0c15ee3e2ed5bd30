// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.Iam;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("express", new() { AssumeRolePolicy = "{}" });

    // One container, with a load balancer of its own.
    var service = new ExpressGatewayService("chat", new()
    {
        ServiceName = "chat",
        ExecutionRoleArn = role.Arn,
        InfrastructureRoleArn = role.Arn,
        Cpu = "1024",
        Memory = "2048",
        PrimaryContainer = new ExpressGatewayServicePrimaryContainerArgs
        {
            Image = "vllm/vllm-openai:v0.8.4",
            ContainerPort = 8000,
            Commands = { "--model", "openai/gpt-4o" },
            Environments = { new ExpressGatewayServicePrimaryContainerEnvironmentArgs { Name = "LOG_LEVEL", Value = "info" } },
        },
        ScalingTargets = { new ExpressGatewayServiceScalingTargetArgs { MinTaskCount = 1, MaxTaskCount = 4 } },
        Tags = { ["team"] = "chat" },
    });

    return new Dictionary<string, object?> { ["name"] = service.ServiceName };
});
