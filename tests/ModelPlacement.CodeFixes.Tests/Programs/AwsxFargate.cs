// sdks: Pulumi.Awsx, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Awsx.Ecs;
using Pulumi.Awsx.Ecs.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    // A component: what it makes is not seen here.
    _ = new FargateService("chat", new()
    {
        AssignPublicIp = true,
        DesiredCount = 2,
        TaskDefinitionArgs = new FargateServiceTaskDefinitionArgs
        {
            Cpu = "1024",
            Memory = "2048",
            Container = new TaskDefinitionContainerDefinitionArgs
            {
                Name = "server",
                Image = "vllm/vllm-openai:latest",
                Command = { "--model", "openai/gpt-4o" },
                Environment = { new TaskDefinitionKeyValuePairArgs { Name = "LOG_LEVEL", Value = "info" } },
                PortMappings = { new TaskDefinitionPortMappingArgs { ContainerPort = 8000 } },
            },
        },
    });
});
