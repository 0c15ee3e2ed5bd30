// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 2
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var network = new ServiceNetworkConfigurationArgs { AssignPublicIp = true };

    // Where the service stands, the variable says something else.
    var level = "INFO";
    var definition = new TaskDefinition("chat", new()
    {
        Family = "chat",
        ContainerDefinitions = JsonSerializer.Serialize(new[]
        {
            new
            {
                image = "vllm/vllm-openai:latest",
                command = new[] { "--model", "openai/gpt-4o" },
                environment = new[] { new { name = "VLLM_LOGGING_LEVEL", value = level } },
            },
        }),
    });
    level = "DEBUG";
    var service = new Service("chat", new() { TaskDefinition = definition.Arn, NetworkConfiguration = network });

    // What a method returns is not written where the service is.
    var other = new Service("other", new() { TaskDefinition = Define().Arn, NetworkConfiguration = network });

    return new Dictionary<string, object?> { ["level"] = level, ["service"] = service.Name, ["other"] = other.Name };

    static TaskDefinition Define() => new("other", new()
    {
        Family = "other",
        ContainerDefinitions = """[{ "image": "vllm/vllm-openai:latest", "command": ["--model", "openai/gpt-4o"] }]""",
    });
});
