using System.Text.Json;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.LB;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var europe = new Provider("europe", new ProviderArgs { Region = "eu-west-1", DefaultTags = new Pulumi.Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["team"] = "ml" } } });
    var platform = new Platform("platform", new PlatformArgs
    {
        Models = { { "chat", "openai/gpt-oss-120b" }, { "code", "Qwen/Qwen3-Coder-30B-A3B-Instruct" } },
        Gpus = 4,
    }, new ComponentResourceOptions { Providers = { europe }, Protect = true });
    return new Dictionary<string, object?> { ["services"] = platform.Services };
});

public sealed class PlatformArgs : ResourceArgs
{
    public Dictionary<string, string> Models { get; } = new();

    public int Gpus { get; set; } = 1;
}

public sealed class Platform : ComponentResource
{
    public Platform(string name, PlatformArgs args, ComponentResourceOptions? options = null)
        : base("acme:ai:Platform", name, options)
    {
        var cluster = new Cluster($"{name}-cluster", new ClusterArgs { Settings = { new ClusterSettingArgs { Name = "containerInsights", Value = "enabled" } } }, new CustomResourceOptions { Parent = this });
        var index = 0;
        foreach (var (key, model) in args.Models)
            Services.Add(new ModelService($"{name}-{key}", cluster.Arn, model, 8000 + index++, args.Gpus, new ComponentResourceOptions { Parent = this }).ServiceName);
        RegisterOutputs(new Dictionary<string, object?> { ["cluster"] = cluster.Name });
    }

    public List<Output<string>> Services { get; } = new();
}

internal sealed class ModelService : ComponentResource
{
    public ModelService(string name, Output<string> cluster, string model, int port, int gpus, ComponentResourceOptions? options)
        : base("acme:ai:ModelService", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var task = new TaskDefinition(name, new TaskDefinitionArgs
        {
            Family = name,
            RequiresCompatibilities = "EC2",
            ContainerDefinitions = JsonSerializer.Serialize(new[]
            {
                new
                {
                    name = "server",
                    image = "vllm/vllm-openai:v0.11.0",
                    command = new[] { "--model", model, "--port", $"{port}", "--tensor-parallel-size", $"{gpus}" },
                    portMappings = new[] { new { containerPort = port } },
                },
            }),
        }, child);
        var target = new TargetGroup(name, new TargetGroupArgs { Port = port, Protocol = "HTTP", TargetType = "ip" }, child);
        var service = new Service(name, new ServiceArgs
        {
            Cluster = cluster,
            TaskDefinition = task.Arn,
            LoadBalancers = new ServiceLoadBalancerArgs { TargetGroupArn = target.Arn, ContainerName = "server", ContainerPort = port },
        }, CustomResourceOptions.Merge(child, new CustomResourceOptions { IgnoreChanges = { "desiredCount" } }));
        ServiceName = service.Name;
        RegisterOutputs();
    }

    public Output<string> ServiceName { get; }
}
