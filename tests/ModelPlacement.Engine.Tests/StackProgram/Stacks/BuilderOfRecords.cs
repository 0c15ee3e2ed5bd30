using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Ecs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var baseline = ContainerSpec.For("vllm/vllm-openai", "v0.11.0").Listen(8000);
    var specs = new[]
    {
        baseline.Run("--model", "openai/gpt-oss-20b").Set("HF_HOME", "/models"),
        baseline with { Tag = "v0.10.2", Name = "pinned" },
        baseline.Run("--model", "Qwen/Qwen3-8B").Listen(9000).Set("HF_HOME", "/qwen").Set("LOG", "debug"),
    };
    for (var index = 0; index < specs.Length; index++)
    {
        var spec = specs[index];
        _ = new TaskDefinition($"{spec.Name}-{index}", new() { Family = spec.Name, ContainerDefinitions = JsonSerializer.Serialize(new[] { spec.ToDefinition() }) });
    }
});

internal sealed record ContainerSpec(string Name, string Repository, string Tag)
{
    public string[] Command { get; private init; } = [];

    public int[] Ports { get; private init; } = [];

    public IReadOnlyList<(string Name, string Value)> Environment { get; private init; } = [];

    public static ContainerSpec For(string repository, string tag) => new(repository.Split('/')[^1], repository, tag);

    public ContainerSpec Run(params string[] command) => this with { Command = command };

    public ContainerSpec Listen(int port) => this with { Ports = [.. Ports, port] };

    public ContainerSpec Set(string name, string value) => this with { Environment = [.. Environment, (name, value)] };

    public object ToDefinition() => new
    {
        name = Name,
        image = $"{Repository}:{Tag}",
        command = Command,
        portMappings = Ports.Select(port => new { containerPort = port }),
        environment = Environment.Select(variable => new { name = variable.Name, value = variable.Value }),
    };
}
