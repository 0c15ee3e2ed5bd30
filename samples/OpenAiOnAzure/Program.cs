using Pulumi;
using Azure = Pulumi.Azure;
using AzureNative = Pulumi.AzureNative;

return await Pulumi.Deployment.RunAsync(() =>
{
    var location = new Config().Get("location") ?? "swedencentral";

    // Chat, with the Azure Native SDK.
    var chatGroup = new AzureNative.Resources.ResourceGroup("chat", new() { Location = location });

    var chatAccount = new AzureNative.CognitiveServices.Account("chat", new()
    {
        ResourceGroupName = chatGroup.Name,
        Kind = "OpenAI",
        Sku = new AzureNative.CognitiveServices.Inputs.SkuArgs { Name = "S0" },
    });

    var chat = new AzureNative.CognitiveServices.Deployment("chat", new()
    {
        ResourceGroupName = chatGroup.Name,
        AccountName = chatAccount.Name,
        Sku = new AzureNative.CognitiveServices.Inputs.SkuArgs { Name = "GlobalStandard", Capacity = 50 },
        Properties = new AzureNative.CognitiveServices.Inputs.DeploymentPropertiesArgs
        {
            Model = new AzureNative.CognitiveServices.Inputs.DeploymentModelArgs
            {
                Format = "OpenAI",
                Name = "gpt-4o",
                Version = "2024-11-20",
            },
        },
    });

    // Search, with the classic Azure SDK.
    var searchGroup = new Azure.Core.ResourceGroup("search", new() { Location = location });

    var searchAccount = new Azure.Cognitive.Account("search", new()
    {
        ResourceGroupName = searchGroup.Name,
        Location = searchGroup.Location,
        Kind = "OpenAI",
        SkuName = "S0",
    });

    var embeddings = new Azure.Cognitive.Deployment("embeddings", new()
    {
        CognitiveAccountId = searchAccount.Id,
        Model = new Azure.Cognitive.Inputs.DeploymentModelArgs
        {
            Format = "OpenAI",
            Name = "text-embedding-3-large",
            Version = "1",
        },
        Sku = new Azure.Cognitive.Inputs.DeploymentSkuArgs { Name = "Standard", Capacity = 20 },
    });

    return new Dictionary<string, object?>
    {
        ["chatDeployment"] = chat.Name,
        ["embeddingsDeployment"] = embeddings.Name,
        ["searchEndpoint"] = searchAccount.Endpoint,
    };
});
