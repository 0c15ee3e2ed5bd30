using Pulumi;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using CognitiveServices = Pulumi.AzureNative.CognitiveServices;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var deployments = new Dictionary<string, (string Version, int Capacity)>
    {
        ["gpt-4o"] = ("2024-11-20", 50),
        ["gpt-4.1-mini"] = ("2025-04-14", 100),
        ["text-embedding-3-small"] = ("1", 120),
    };
    deployments["whisper"] = ("001", 3);

    CustomResource? previous = null;
    foreach (var (model, settings) in deployments)
    {
        var options = new CustomResourceOptions();
        if (previous is not null)
            options.DependsOn.Add(previous);

        previous = new CognitiveServices.Deployment(model.Replace(".", string.Empty), new CognitiveServices.DeploymentArgs
        {
            AccountName = "acme",
            ResourceGroupName = "rg",
            Properties = new DeploymentPropertiesArgs
            {
                Model = new DeploymentModelArgs { Format = "OpenAI", Name = model, Version = settings.Version },
            },
            Sku = new SkuArgs { Name = settings.Capacity > 60 ? "GlobalStandard" : "Standard", Capacity = settings.Capacity },
        }, options);
    }
});
