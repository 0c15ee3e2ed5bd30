// sdks: Pulumi.Kubernetes, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

return await Pulumi.Deployment.RunAsync(() =>
{
    var account = new Account("models", new()
    {
        ResourceGroupName = "models",
        Kind = "AIServices",
        Sku = new SkuArgs { Name = "S0" },
        Properties = new AccountPropertiesArgs { CustomSubDomainName = "acme-models" },
    });
    var labels = new InputMap<string> { { "app", "shop" } };
    _ = new Pulumi.Kubernetes.Apps.V1.Deployment("shop", new()
    {
        Spec = new DeploymentSpecArgs
        {
            Selector = new LabelSelectorArgs { MatchLabels = labels },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = labels },
                Spec = new PodSpecArgs
                {
                    Containers =
                    {
                        new ContainerArgs
                        {
                            Name = "shop",
                            Image = "acme.example/shop:3",
                            Env =
                            {
                                new EnvVarArgs { Name = "OPENAI_MODEL", Value = "gpt-4o" },
                                new EnvVarArgs
                                {
                                    Name = "OPENAI_API_KEY",
                                    Value = "sk-0000",
                                },
                            },
                        },
                    },
                },
            },
        },
    });
});
