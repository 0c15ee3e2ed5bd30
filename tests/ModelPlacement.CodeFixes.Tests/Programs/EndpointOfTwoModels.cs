// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var closed = new Model("closed", new() { PrimaryContainer = Container("openai/gpt-4o") });
    var open = new Model("open", new() { PrimaryContainer = Container("mistralai/Mistral-7B-Instruct-v0.3") });
    var configuration = new EndpointConfiguration("chat-config", new()
    {
        ProductionVariants =
        {
            new EndpointConfigurationProductionVariantArgs { VariantName = "closed", ModelName = closed.Name, InstanceType = "ml.g5.2xlarge", InitialInstanceCount = 1 },
            new EndpointConfigurationProductionVariantArgs { VariantName = "open", ModelName = open.Name, InstanceType = "ml.g5.2xlarge", InitialInstanceCount = 1 },
        },
    });
    var chat = new Endpoint("chat", new() { EndpointConfigName = configuration.Name });
    return new Dictionary<string, object?> { ["chat"] = chat.Name };

    static ModelPrimaryContainerArgs Container(string model) => new() { Image = "registry.acme.example/vllm:1", Environment = { { "MODEL_ID", model } } };
});
