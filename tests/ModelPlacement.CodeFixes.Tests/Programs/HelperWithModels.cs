// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var chat = Serve("chat", "openai/gpt-4o");
    var small = Serve("small", model: "openai/gpt-4o-mini-2024-07-18"); // for drafts

    return new Dictionary<string, object?> { ["chat"] = chat.Name, ["small"] = small.Arn };

    // One endpoint for one model.
    static Endpoint Serve(string name, string model)
    {
        var container = new Model($"{name}-model", new()
        {
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = "registry.acme.example/vllm:1",
                Environment = { { "MODEL_ID", model } },
            },
        });
        var configuration = new EndpointConfiguration($"{name}-config", new()
        {
            ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = container.Name, InstanceType = "ml.g5.2xlarge", InitialInstanceCount = 1 } },
        });
        return new Endpoint(name, new() { EndpointConfigName = configuration.Name });
    }
});
