using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    var image = config.Require("inferenceImage");

    var role = new Role("inference", new()
    {
        AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["sagemaker.amazonaws.com","bedrock.amazonaws.com"]},"Action":"sts:AssumeRole"}]}""",
    });

    // A support agent on a foundation model of Bedrock.
    var agent = new AgentAgent("support", new AgentAgentArgs
    {
        AgentName = "support",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "openai.gpt-5.5",
        Instruction = "You answer questions about orders.",
    });

    // A chat endpoint on SageMaker: the endpoint names its configuration, the configuration its model.
    var model = new Model("chat-model", new()
    {
        ExecutionRoleArn = role.Arn,
        PrimaryContainer = new ModelPrimaryContainerArgs
        {
            Image = image,
            Environment =
            {
                { "MODEL_ID", "openai/gpt-4o" },
            },
        },
    });

    var endpointConfiguration = new EndpointConfiguration("chat-config", new()
    {
        ProductionVariants = new[]
        {
            new EndpointConfigurationProductionVariantArgs
            {
                ModelName = model.Name,
                InitialInstanceCount = 1,
                InstanceType = "ml.g5.2xlarge",
            },
        },
    });

    var endpoint = new Endpoint("chat", new()
    {
        EndpointConfigName = endpointConfiguration.Name,
    });

    return new Dictionary<string, object?>
    {
        ["endpointName"] = endpoint.Name,
        ["agentId"] = agent.AgentId,
    };
});
