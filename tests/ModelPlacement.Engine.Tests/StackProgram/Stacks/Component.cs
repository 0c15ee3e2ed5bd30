using Pulumi;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Aws = Pulumi.Aws;

return await Pulumi.Deployment.RunAsync(() =>
{
    var virginia = new Aws.Provider("virginia", new Aws.ProviderArgs { Region = "us-east-1" });
    var chat = new ModelServer("chat", new ModelServerArgs
    {
        ModelId = "openai/whisper-large-v3",
        InstanceType = "ml.g5.xlarge",
        Tags = { ["purpose"] = "speech" },
    }, new ComponentResourceOptions { Provider = virginia });

    var small = new ModelServer("small", new ModelServerArgs { ModelId = Output.Create("Qwen/Qwen3-8B") });
    _ = new ModelServer("named", new() { ModelId = chat.ServedModel }, new() { Parent = small });
});

public sealed class ModelServerArgs : ResourceArgs
{
    [Input("modelId", required: true)]
    public Input<string> ModelId { get; set; } = null!;

    [Input("instanceType")]
    public Input<string>? InstanceType { get; set; }

    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= new InputMap<string>();
        set => _tags = value;
    }
}

public class ModelServer : ComponentResource
{
    public ModelServer(string name, ModelServerArgs args, ComponentResourceOptions? options = null)
        : base("acme:ai:ModelServer", name, args, options)
    {
        var model = new Model($"{name}-model", new ModelArgs
        {
            ExecutionRoleArn = "arn:aws:iam::123456789012:role/inference",
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = "huggingface-pytorch-inference:2.6.0",
                Environment = { { "HF_MODEL_ID", args.ModelId } },
            },
            Tags = args.Tags,
        }, new CustomResourceOptions { Parent = this });

        var configuration = new EndpointConfiguration($"{name}-config", new()
        {
            ProductionVariants =
            {
                new EndpointConfigurationProductionVariantArgs
                {
                    ModelName = model.Name,
                    InstanceType = args.InstanceType ?? "ml.g5.2xlarge",
                    InitialInstanceCount = 1,
                },
            },
        }, new() { Parent = this });

        var endpoint = new Endpoint(name, new() { EndpointConfigName = configuration.Name }, new() { Parent = this });
        ServedModel = args.ModelId;
        EndpointName = endpoint.Name;
        RegisterOutputs(new Dictionary<string, object?> { ["endpointName"] = EndpointName });
    }

    [Output("endpointName")]
    public Output<string> EndpointName { get; private set; }

    public Input<string> ServedModel { get; }
}
