using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var role = new Role("inference", new()
    {
        AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        Tags = { ["team"] = "ml", ["env"] = "dev" },
    });

    const string modelId = "openai/gpt-oss-20b";
    var model = new Model("chat-model", new()
    {
        ExecutionRoleArn = role.Arn,
        PrimaryContainer = new ModelPrimaryContainerArgs
        {
            Image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.33.0-lmi15.0.0-cu128",
            Environment =
            {
                { "HF_MODEL_ID", modelId },
                { "OPTION_MAX_MODEL_LEN", $"{4096 * 2}" },
            },
        },
    });

    var configuration = new EndpointConfiguration("chat-config", new()
    {
        ProductionVariants = new[]
        {
            new EndpointConfigurationProductionVariantArgs
            {
                VariantName = "all",
                ModelName = model.Name,
                InitialInstanceCount = 1,
                InstanceType = "ml.g5.2xlarge",
            },
        },
    });

    var endpoint = new Endpoint("chat", new() { EndpointConfigName = configuration.Name }, new() { DependsOn = { role }, Protect = true });

    _ = new AgentAgent("support", new AgentAgentArgs
    {
        AgentName = "support",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "openai." + modelId["openai/".Length..] + "-1:0",
        Instruction = string.Join(" ", "You", "answer", "questions."),
    });

    return new Dictionary<string, object?> { ["endpoint"] = endpoint.Name };
});
