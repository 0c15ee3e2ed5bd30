// stack: dev
// config: project:names = ["alpha","beta"]
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Iam;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(async () =>
{
    var image = await ResolveImageAsync("vllm/vllm-openai", "v0.11.0");
    var cluster = new Cluster("inference");
    var role = new Role("task", new() { AssumeRolePolicy = Trust("ecs-tasks.amazonaws.com") });

    var names = new Config().RequireObject<string[]>("names");
    foreach (var name in names)
    {
        var definition = new TaskDefinition($"{name}-task", new()
        {
            Family = name,
            Cpu = (4 * 1024).ToString(),
            Memory = "30720",
            ExecutionRoleArn = role.Arn,
            ContainerDefinitions = JsonSerializer.Serialize(new[]
            {
                new
                {
                    name,
                    image,
                    essential = true,
                    command = new[] { "--model", "openai/gpt-oss-120b", "--port", "8000" },
                    portMappings = new[] { new { containerPort = 8000 } },
                },
            }),
        });
        _ = new Service(name, new() { Cluster = cluster.Arn, TaskDefinition = definition.Arn, DesiredCount = names.Length });
    }

    return new Dictionary<string, object?> { ["cluster"] = cluster.Name };
});

static async Task<string> ResolveImageAsync(string repository, string tag)
{
    await Task.CompletedTask;
    return $"docker.io/{repository}:{tag}";
}

static string Trust(string service) => JsonSerializer.Serialize(new
{
    Version = "2012-10-17",
    Statement = new object[]
    {
        new { Effect = "Allow", Principal = new { Service = service }, Action = "sts:AssumeRole" },
    },
});
