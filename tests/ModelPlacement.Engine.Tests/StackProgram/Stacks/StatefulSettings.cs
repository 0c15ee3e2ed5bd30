// stack: dev
// config: project:defaults = {"region":"europe-west4","machine":"n1-standard-8"}
using System.Text.Json.Serialization;
using Pulumi;
using Pulumi.Gcp.Vertex;
using Pulumi.Gcp.Storage;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var defaults = new Config().GetObject<Defaults>("defaults") ?? new Defaults();
    var settings = Settings.Default with { Region = defaults.Region, Labels = new() { ["env"] = Deployment.Instance.StackName } };
    var chat = settings with { Name = "chat", Model = "publishers/google/models/gemma2@gemma-2-9b-it" };
    var code = chat with { Name = "code", HuggingFace = "Qwen/Qwen2.5-Coder-7B-Instruct", Model = null };
    code.Labels["shared"] = "yes";

    foreach (var item in new[] { chat, code })
    {
        _ = new AiEndpointWithModelGardenDeployment(item.Name, new()
        {
            Location = item.Region,
            PublisherModelName = item.Model!,
            HuggingFaceModelId = item.HuggingFace!,
        });
    }

    _ = new Bucket("artifacts", new() { Location = settings.Region.ToUpperInvariant(), Labels = chat.Labels, Name = $"{chat.Name}-{code.Name}-{defaults.Machine}" });
    _ = new AiEndpoint("plain", new() { DisplayName = settings.ToString().Length > 10 ? "long" : "short", Location = defaults.Region });
});

internal sealed class Defaults
{
    [JsonPropertyName("region")]
    public string Region { get; set; } = "us-central1";

    [JsonPropertyName("machine")]
    public string Machine { get; init; } = "e2-medium";
}

internal sealed record Settings(string Name, string Region, string? Model = null, string? HuggingFace = null)
{
    public static readonly Settings Default = new("default", "us-central1");

    public Dictionary<string, string> Labels { get; init; } = new();
}
