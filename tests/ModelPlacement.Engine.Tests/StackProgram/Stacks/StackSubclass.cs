// stack: prod
// config: project:model = gpt-4o
// config: project:capacity = 30
// stack: dev
using Pulumi;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Pulumi.AzureNative.Resources;
using AzureDeployment = Pulumi.AzureNative.CognitiveServices.Deployment;
using Deployment = Pulumi.Deployment;

class Program
{
    static Task<int> Main() => Deployment.RunAsync<OpenAiStack>();
}

class OpenAiStack : Stack
{
    private readonly Config _config = new();
    private readonly string _location = "swedencentral";
    private const string Version = "2024-11-20";

    public OpenAiStack()
    {
        var group = new ResourceGroup("ai", new ResourceGroupArgs { Location = _location });
        var account = new Account("openai", new AccountArgs
        {
            ResourceGroupName = group.Name,
            Location = group.Location,
            Kind = "OpenAI",
            Sku = new SkuArgs { Name = "S0" },
        });

        var model = _config.Get("model") ?? "gpt-4o-mini";
        Deploy(account, group, model);
        Endpoint = account.Properties.Apply(properties => properties.Endpoint);
    }

    [Output("endpoint")]
    public Output<string> Endpoint { get; set; }

    private int Capacity => _config.GetInt32("capacity") ?? 10;

    private void Deploy(Account account, ResourceGroup group, string model)
    {
        new AzureDeployment(model, new()
        {
            AccountName = account.Name,
            ResourceGroupName = group.Name,
            Properties = new DeploymentPropertiesArgs
            {
                Model = new DeploymentModelArgs { Format = "OpenAI", Name = model, Version = Version },
            },
            Sku = new SkuArgs { Name = "GlobalStandard", Capacity = Capacity },
        });
    }
}
