using Pulumi;
using Pulumi.AzureNative.ContainerInstance;
using Pulumi.AzureNative.ContainerInstance.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var budget = 3;
    foreach (var (model, index) in Candidates().TakeWhile(_ => budget-- > 0).Select((model, index) => (model, index)))
        _ = new ContainerGroup($"serve-{index}", Group(model));

    static IEnumerable<string> Candidates()
    {
        yield return "microsoft/Phi-4-mini-instruct";
        foreach (var size in new[] { "3B", "8B" })
        {
            if (size == "8B")
                yield return "deepseek-ai/DeepSeek-R1-0528-Qwen3-8B";
            yield return $"meta-llama/Llama-3.1-{size}";
        }

        yield break;
    }

    static ContainerGroupArgs Group(string model) => new()
    {
        ResourceGroupName = "ai",
        OsType = "Linux",
        RestartPolicy = "Always",
        Containers = [new ContainerArgs
        {
            Name = "tgi",
            Image = "ghcr.io/huggingface/text-generation-inference:latest",
            Command = [.. Command(model)],
            Ports = [new ContainerPortArgs { Port = 80 }],
            Resources = new ResourceRequirementsArgs { Requests = new ResourceRequestsArgs { Cpu = 4, MemoryInGB = model.Contains("8B") ? 32 : 16 } },
        }],
    };

    static IEnumerable<string> Command(string model)
    {
        yield return "text-generation-launcher";
        yield return "--model-id";
        yield return model;
    }
});
