using Pulumi;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Deployment = Pulumi.Deployment;
using ModelDeployment = Pulumi.AzureNative.CognitiveServices.Deployment;
using ModelDeploymentArgs = Pulumi.AzureNative.CognitiveServices.DeploymentArgs;

return await Deployment.RunAsync(() =>
{
    var account = new Account("foundry", new AccountArgs { ResourceGroupName = "ai", Kind = "AIServices", Location = "swedencentral", Sku = new SkuArgs { Name = "S0" } });
    ModelDeployment? previous = null;
    foreach (var row in Table.Rows.Where(row => row.Enabled).OrderBy(row => row.Order))
    {
        // One after the other: the account takes one change at a time.
        previous = new ModelDeployment(row.Name, new ModelDeploymentArgs
        {
            AccountName = account.Name,
            ResourceGroupName = "ai",
            DeploymentName = row.Name,
            Properties = new DeploymentPropertiesArgs
            {
                Model = new DeploymentModelArgs { Format = row.Format, Name = row.Model, Version = row.Version ?? "1" },
                RaiPolicyName = row.Strict ? "Microsoft.DefaultV2" : null!,
            },
            Sku = new SkuArgs { Name = row is { Format: "OpenAI" } ? "DataZoneStandard" : "GlobalStandard", Capacity = row.Capacity },
        }, new CustomResourceOptions { DependsOn = previous is null ? [] : new InputList<Resource> { previous } });
    }
});

internal sealed record Row(int Order, string Name, string Model, string Format = "OpenAI", int Capacity = 10, string? Version = null)
{
    public bool Enabled { get; init; } = true;

    public bool Strict => Format == "OpenAI" && !Name.Contains("internal");
}

internal static class Table
{
    public static readonly IReadOnlyList<Row> Rows = new List<Row>
    {
        new(3, "reasoning", "o4-mini", Version: "2025-04-16"),
        new(1, "chat", "gpt-4.1", Capacity: 250),
        new(2, "internal-chat", "gpt-4.1-mini") { Enabled = true },
        new(4, "images", "gpt-image-1") { Enabled = false },
        new(5, "deepseek", "DeepSeek-V3", "DeepSeek"),
        new(6, "mistral", "mistral-large-2411", "Mistral AI", Capacity: 1),
    };
}
