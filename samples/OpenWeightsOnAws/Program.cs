using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();

    var role = new Role("inference", new()
    {
        AssumeRolePolicy = """
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Allow",
                "Principal": { "Service": ["bedrock.amazonaws.com", "sagemaker.amazonaws.com"] },
                "Action": "sts:AssumeRole"
              }]
            }
            """,
    });

    // The larger model, as Bedrock offers it.
    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "openai.gpt-oss-120b-1:0",
        Instruction = "You answer questions about orders.",
    });

    // The smaller one on a machine of our own choice: the server loads the weights from their public repository.
    var model = new Model("chat", new()
    {
        ExecutionRoleArn = role.Arn,
        PrimaryContainer = new ModelPrimaryContainerArgs
        {
            Image = config.Require("inferenceImage"),
            Environment =
            {
                { "HF_MODEL_ID", "openai/gpt-oss-20b" },
                { "OPTION_ASYNC_MODE", "true" },
            },
        },
    });

    var configuration = new EndpointConfiguration("chat", new()
    {
        ProductionVariants =
        {
            new EndpointConfigurationProductionVariantArgs
            {
                ModelName = model.Name,
                InitialInstanceCount = 1,
                InstanceType = "ml.g6e.2xlarge",
            },
        },
    });

    var endpoint = new Endpoint("chat", new() { EndpointConfigName = configuration.Name });

    return new Dictionary<string, object?>
    {
        ["agentId"] = agent.AgentId,
        ["endpointName"] = endpoint.Name,
    };
});
