// sdks: Pulumiverse.Scaleway, Pulumi.Azure
// fixed: 2 of 2
using Pulumi;
using Pulumiverse.Scaleway.Containers;

return await Pulumi.Deployment.RunAsync(() =>
{
    var space = new Namespace("models", new() { Name = "models" });
    var container = new Container("chat", new()
    {
        NamespaceId = space.Id,
        RegistryImage = "vllm/vllm-openai:latest",
        Args = { "--model", "openai/gpt-4o" },
        Port = 8000,
        MinScale = 1,
        MaxScale = 3,
        CpuLimit = 1120,
        MemoryLimit = 2048,
    });
    var managed = new Pulumiverse.Scaleway.Inference.Deployment("small", new() { ModelName = "openai/gpt-4o-mini", NodeType = "H100" });

    return new Dictionary<string, object?> { ["host"] = container.DomainName, ["managed"] = managed.Name };
});
