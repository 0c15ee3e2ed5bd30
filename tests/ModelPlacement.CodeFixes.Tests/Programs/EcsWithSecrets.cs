// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 2
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    // Its secret lies in AWS: a person has to bring it over.
    var secret = new TaskDefinition("secret", new()
    {
        Family = "secret",
        ContainerDefinitions = """
            [{
                "name": "server",
                "image": "vllm/vllm-openai:latest",
                "command": ["--model", "openai/gpt-4o"],
                "secrets": [{ "name": "HF_TOKEN", "valueFrom": "arn:aws:secretsmanager:us-east-1:123456789012:secret:hf" }]
            }]
            """,
    });
    var secretService = new Service("secret", new() { TaskDefinition = secret.Arn, NetworkConfiguration = new ServiceNetworkConfigurationArgs { AssignPublicIp = true } });

    var plain = new TaskDefinition("plain", new()
    {
        Family = "plain",
        ContainerDefinitions = """
            [{
                "name": "server",
                "image": "vllm/vllm-openai:latest",
                "command": ["--model", "openai/gpt-4o"],
                "environment": [{ "name": "HF_HUB_OFFLINE", "value": "1" }],
                "portMappings": [{ "containerPort": 8000 }]
            }]
            """,
    });
    var plainService = new Service("plain", new() { TaskDefinition = plain.Arn, NetworkConfiguration = new ServiceNetworkConfigurationArgs { AssignPublicIp = true } });

    return new Dictionary<string, object?> { ["secret"] = secretService.Name, ["plain"] = plainService.Name };
});
