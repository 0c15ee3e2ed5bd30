// stack: dev
// stack: prod
using Pulumi;
using Pulumi.AzureNative.MachineLearningServices;
using Pulumi.AzureNative.MachineLearningServices.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var isProduction = Deployment.Instance.StackName.Equals("PROD", StringComparison.OrdinalIgnoreCase);
    var workspace = new Workspace("ml", Apply(new WorkspaceArgs { ResourceGroupName = "ai", FriendlyName = "ML" }, args =>
    {
        args.PublicNetworkAccess = isProduction ? "Disabled" : "Enabled";
        args.Sku = new SkuArgs { Name = "Basic" };
        args.Tags.Add("stage", isProduction ? "prod" : "dev");
    }));

    var endpoint = new OnlineEndpoint("chat", new OnlineEndpointArgs
    {
        ResourceGroupName = "ai",
        WorkspaceName = workspace.Name,
        EndpointName = "chat",
        Properties = EndpointProperties.Build(isProduction),
    });

    foreach (var slot in (string[])["blue", "green"])
    {
        if (slot == "green" && !isProduction)
            continue;
        var properties = new ManagedOnlineDeploymentArgs { EndpointComputeType = "Managed" };
        properties.Model = slot == "blue" ? "azureml://registries/azureml-meta/models/Llama-3.3-70B-Instruct/versions/4" : "azureml://registries/azureml/models/gpt-oss-120b/versions/1";
        properties.InstanceType = "Standard_NC24ads_A100_v4";
        properties.EnvironmentVariables = new InputMap<string> { { "SLOT", slot } };
        properties.EnvironmentVariables["SCORING_TIMEOUT_MS"] = isProduction ? "60000" : "30000";
        _ = new OnlineDeployment(slot, new()
        {
            ResourceGroupName = "ai",
            WorkspaceName = workspace.Name,
            EndpointName = endpoint.Name,
            DeploymentName = slot,
            Properties = properties,
        });
    }
});

static T Apply<T>(T args, Action<T> change)
{
    change(args);
    return args;
}

internal static class EndpointProperties
{
    public static OnlineEndpointPropertiesArgs Build(bool isProduction)
    {
        var inner = new OnlineEndpointPropertiesArgs { AuthMode = "Key" };
        if (isProduction)
            inner.AuthMode = "AADToken";
        inner.Description = "served in " + (isProduction ? "production" : "development");
        return inner;
    }
}
