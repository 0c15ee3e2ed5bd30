using Pulumi;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var standard = new DeploymentSpec("gpt-4o", "2024-11-20") { Capacity = 20 };
    var specs = new List<DeploymentSpec>
    {
        standard,
        standard with { Model = "gpt-4o-mini", Version = "2024-07-18" },
        standard with { Model = "text-embedding-3-large", Version = "1", Sku = "Standard" },
    };
    specs.Add(new("o4-mini", "2025-04-16"));

    foreach (var spec in specs)
    {
        var (model, version) = spec;
        _ = new Pulumi.AzureNative.CognitiveServices.Deployment(spec.Name, new()
        {
            AccountName = "acme-openai",
            ResourceGroupName = "ai",
            DeploymentName = spec.Name,
            Properties = new DeploymentPropertiesArgs { Model = new DeploymentModelArgs { Format = "OpenAI", Name = model, Version = version } },
            Sku = new SkuArgs { Name = spec.Sku, Capacity = spec.Capacity },
        });
    }
});

internal sealed record DeploymentSpec(string Model, string Version)
{
    public string Sku { get; init; } = "GlobalStandard";

    public int Capacity { get; init; } = 10;

    public string Name => $"{Model}-{Version}".Replace(".", "-");
}
