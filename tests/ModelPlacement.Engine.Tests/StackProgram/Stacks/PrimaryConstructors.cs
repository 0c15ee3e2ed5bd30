using Pulumi;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    ModelServer[] servers = [new VllmServer("chat", "openai/gpt-oss-120b", gpus: 2), new OllamaServer("small", "llama3.2:1b"), new VllmServer("vision", "Qwen/Qwen2.5-VL-7B-Instruct")];
    var deployer = new Deployer("europe-west1", new() { ["managed-by"] = "pulumi" });
    foreach (var server in servers)
        deployer.Deploy(server);
});

internal abstract class ModelServer(string name, string image)
{
    public string Name { get; } = name.ToLowerInvariant();

    public string Image => image;

    public virtual int Gpus => 0;

    public virtual IEnumerable<(string Key, string Value)> Environment() => [("SERVER", Name)];

    public abstract string[] Arguments();
}

internal sealed class VllmServer(string name, string model, int gpus = 1) : ModelServer(name, "vllm/vllm-openai:v0.11.0")
{
    public override int Gpus => gpus;

    public override string[] Arguments() => ["--model", model, "--tensor-parallel-size", $"{gpus}", .. gpus > 1 ? new[] { "--enable-expert-parallel" } : []];
}

internal sealed class OllamaServer(string name, string tag) : ModelServer(name, "ollama/ollama:0.12.3")
{
    public override IEnumerable<(string Key, string Value)> Environment() => base.Environment().Append(("OLLAMA_MODEL", tag)).Append(("OLLAMA_HOST", "0.0.0.0"));

    public override string[] Arguments() => ["serve"];
}

internal sealed class Deployer(string location, Dictionary<string, string> labels)
{
    public Service Deploy(ModelServer server) => new(server.Name, new ServiceArgs
    {
        Location = location,
        Labels = labels,
        Template = new ServiceTemplateArgs
        {
            Containers =
            {
                new ServiceTemplateContainerArgs
                {
                    Image = server.Image,
                    Args = server.Arguments(),
                    Envs = server.Environment().Select(entry => new ServiceTemplateContainerEnvArgs { Name = entry.Key, Value = entry.Value }).ToArray(),
                    Resources = new ServiceTemplateContainerResourcesArgs { Limits = server.Gpus > 0 ? new InputMap<string> { { "nvidia.com/gpu", server.Gpus.ToString() } } : new InputMap<string> { { "cpu", "4" } } },
                },
            },
        },
    });
}
