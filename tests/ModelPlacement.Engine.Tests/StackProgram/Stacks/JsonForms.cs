using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Pulumi;
using Pulumi.Aws.Ecs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    _ = new TaskDefinition("typed", new()
    {
        Family = "typed",
        ContainerDefinitions = JsonSerializer.Serialize(new[] { new ContainerDefinition("server", "vllm/vllm-openai:latest") { Command = ["--model", "Qwen/Qwen3-32B"] } }, options),
    });
    _ = new TaskDefinition("raw", new()
    {
        Family = "raw",
        ContainerDefinitions = """
            [
              { "name": "tgi", "image": "ghcr.io/huggingface/text-generation-inference:3.3", "environment": [{ "name": "MODEL_ID", "value": "openai/gpt-oss-20b" }] }
            ]
            """,
    });
    _ = new TaskDefinition("escaped", new()
    {
        Family = "escaped",
        ContainerDefinitions = "[{\"name\":\"a\",\"image\":\"" + "ollama/ollama" + "\",\"note\":\"it's <b>\\u00fc</b>\"}]",
    });
    _ = new TaskDefinition("anonymous", new()
    {
        Family = "anonymous",
        ContainerDefinitions = JsonSerializer.Serialize(new object[] { new { name = "ü & <x>", image = (string?)null, cpu = 1.5, ports = new[] { 80, 443 }, essential = true } }),
    });
});

internal sealed record ContainerDefinition(string Name, string Image)
{
    public string[]? Command { get; init; }

    [JsonPropertyName("cpu")]
    public int Units { get; init; } = 1024;

    public string? Hostname { get; init; }
}
