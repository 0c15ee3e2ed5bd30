// stack: dev
// stack: prod
// config: project:capacity = 120
using Pulumi;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Pulumi.AzureNative.Resources;
using AzureDeployment = Pulumi.AzureNative.CognitiveServices.Deployment;
using AzureDeploymentArgs = Pulumi.AzureNative.CognitiveServices.DeploymentArgs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync<AzureOpenAiStack>();

/// <summary>Azure OpenAI where it belongs: an account per region, the same deployments in each.</summary>
public class AzureOpenAiStack : Stack
{
    private static readonly string[] Regions = { "swedencentral", "eastus2" };

    private readonly Config _config = new();

    public AzureOpenAiStack()
    {
        var group = new ResourceGroup("ai", new ResourceGroupArgs { Location = Regions[0], Tags = Tags("group") });
        Endpoint = Output.Create("");
        foreach (var region in Regions)
        {
            var account = Account(group, region);
            Deploy(account, group, region, "chat", "gpt-4o", "2024-11-20", _config.GetInt32("capacity") ?? 10);
            Deploy(account, group, region, "embed", "text-embedding-3-large", "1");
            Endpoint = account.Name.Apply(name => $"https://{name}.openai.azure.com/");
        }
    }

    [Output]
    public Output<string> Endpoint { get; private set; }

    private static Account Account(ResourceGroup group, string region) => new($"openai-{region}", new AccountArgs
    {
        ResourceGroupName = group.Name,
        AccountName = "acme-openai-" + region,
        Location = region,
        Kind = "OpenAI",
        Sku = new SkuArgs { Name = "S0" },
        Properties = new AccountPropertiesArgs { CustomSubDomainName = $"acme-{region}", PublicNetworkAccess = "Disabled" },
        Tags = Tags(region),
    });

    private static void Deploy(Account account, ResourceGroup group, string region, string name, string model, string version, int capacity = 50) =>
        _ = new AzureDeployment($"{name}-{region}", new AzureDeploymentArgs
        {
            ResourceGroupName = group.Name,
            AccountName = account.Name,
            DeploymentName = name,
            Sku = new SkuArgs { Name = "GlobalStandard", Capacity = capacity },
            Properties = new DeploymentPropertiesArgs { Model = new DeploymentModelArgs { Format = "OpenAI", Name = model, Version = version } },
        });

    private static Dictionary<string, string> Tags(string part) => new() { ["part"] = part, ["owner"] = "platform", ["stack"] = Pulumi.Deployment.Instance.StackName };
}
