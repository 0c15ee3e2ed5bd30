using Pulumi;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Pulumi.AzureNative.Web;
using Pulumi.AzureNative.Web.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var account = new Account("openai", new() { ResourceGroupName = "ai", Kind = "OpenAI", Sku = new Pulumi.AzureNative.CognitiveServices.Inputs.SkuArgs { Name = "S0" } });
    var version = Output.Create("2024-11-20");
    var model = Output.Create("gpt-4o");
    var both = Output.Tuple(model, version);
    var label = both.Apply(t => $"{t.Item1}@{t.Item2}");
    var parts = Output.All(model, version, label).Apply(all => string.Join("|", all));
    var nested = Output.Tuple(label, Output.Create(new[] { 1, 2, 3 }), account.Name).Apply(t => t.Item2.Length);
    var upper = model.Apply(async text =>
    {
        await Task.CompletedTask;
        return text.ToUpperInvariant();
    });
    var chosen = both.Apply(t => t.Item2.CompareTo("2025") < 0 ? Output.Create("old") : Output.Create("new"));

    _ = new Pulumi.AzureNative.CognitiveServices.Deployment("chat", new()
    {
        AccountName = account.Name,
        ResourceGroupName = "ai",
        Properties = new DeploymentPropertiesArgs { Model = both.Apply(t => new DeploymentModelArgs { Format = "OpenAI", Name = t.Item1, Version = t.Item2 }) },
    });
    _ = new WebApp("front", new()
    {
        ResourceGroupName = "ai",
        SiteConfig = new SiteConfigArgs
        {
            AppSettings =
            {
                new NameValuePairArgs { Name = "LABEL", Value = label },
                new NameValuePairArgs { Name = "PARTS", Value = parts },
                new NameValuePairArgs { Name = "UPPER", Value = upper },
                new NameValuePairArgs { Name = "COUNT", Value = Output.Create(new[] { "a", "b" }).Apply(items => items.Length.ToString()) },
                new NameValuePairArgs { Name = "NESTED", Value = nested.Apply(number => number.ToString()) },
                new NameValuePairArgs { Name = "CHOSEN", Value = chosen },
                new NameValuePairArgs { Name = "ENDPOINT", Value = Output.Format($"https://{account.Name}.openai.azure.com/openai/deployments/{model}") },
                new NameValuePairArgs { Name = "SECRET", Value = Output.CreateSecret("hidden").Apply(text => text.Length.ToString()) },
            },
        },
    });
});
