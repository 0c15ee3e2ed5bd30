using Pulumi;
using Account = Pulumi.AzureNative.CognitiveServices.Account;
using AccountArgs = Pulumi.AzureNative.CognitiveServices.AccountArgs;
using Cognitive = Pulumi.AzureNative.CognitiveServices;
using In = Pulumi.AzureNative.CognitiveServices.Inputs;
using M = System.Collections.Generic.Dictionary<string, (string Model, string Version)>;

return await Pulumi.Deployment.RunAsync(static () =>
{
    M models = new() { ["chat"] = ("gpt-4o-mini", "2024-07-18"), ["search"] = ("text-embedding-3-small", "1") };
    Account account = new("ai", new AccountArgs { ResourceGroupName = "rg", Kind = "OpenAI", Sku = new In.SkuArgs { Name = "S0" } }, new() { ImportId = "/subscriptions/0/x", Protect = true });
    foreach (KeyValuePair<string, (string Model, string Version)> entry in models)
    {
        string name = entry.Key;
        (string model, string version) = entry.Value;
        Cognitive.Deployment _ = new(name, new()
        {
            AccountName = account.Name,
            ResourceGroupName = "rg",
            DeploymentName = name,
            Properties = new In.DeploymentPropertiesArgs { Model = new In.DeploymentModelArgs { Format = nameof(OpenAI), Name = model, Version = version } },
        }, new() { Aliases = { new Alias { Name = "old-" + name }, new Alias { Type = "azure-native:cognitiveservices/v20230501:Deployment" } }, ReplaceOnChanges = { "properties.model.name" } });
    }
});

internal static class OpenAI;
