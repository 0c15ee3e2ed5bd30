// stack: dev
// config: aws:region = us-east-1
// stack: prod
// config: aws:region = eu-central-1
// config: project:instanceType = ml.p5.48xlarge
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Deployment = Pulumi.Deployment;

// A fleet of SageMaker endpoints, one per entry of a table, with a role they share.
return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var region = new Config("aws").Require("region");
    var instanceType = config.Get("instanceType") ?? "ml.g5.2xlarge";
    var role = new Role("sagemaker", new RoleArgs
    {
        AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        ManagedPolicyArns = { "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess" },
    });

    (string Name, string ModelId, int Gpus)[] fleet =
    {
        ("whisper", "openai/whisper-large-v3", 1),
        ("oss", "openai/gpt-oss-20b", 1),
        ("llama", "meta-llama/Llama-3.1-70B-Instruct", 8),
    };

    var endpoints = new List<Endpoint>();
    foreach (var (name, modelId, gpus) in fleet)
    {
        var model = new Model($"{name}-model", new ModelArgs
        {
            ExecutionRoleArn = role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = $"763104351884.dkr.ecr.{region}.amazonaws.com/huggingface-pytorch-tgi-inference:2.4.0",
                Environment =
                {
                    { "HF_MODEL_ID", modelId },
                    { "SM_NUM_GPUS", gpus.ToString() },
                    { "MAX_INPUT_LENGTH", (gpus > 1 ? 8192 : 4096).ToString() },
                },
            },
        });
        var configuration = new EndpointConfiguration($"{name}-config", new EndpointConfigurationArgs
        {
            ProductionVariants = new[]
            {
                new EndpointConfigurationProductionVariantArgs
                {
                    VariantName = "primary",
                    ModelName = model.Name,
                    InitialInstanceCount = gpus > 4 ? 2 : 1,
                    InstanceType = gpus > 4 ? instanceType : "ml.g5.xlarge",
                },
            },
        });
        endpoints.Add(new Endpoint(name, new EndpointArgs { EndpointConfigName = configuration.Name, Tags = { { "model", modelId.Split('/')[1] }, { "region", region } } }));
    }

    return new Dictionary<string, object?> { ["endpoints"] = Output.All(endpoints.Select(endpoint => endpoint.Name)) };
});
