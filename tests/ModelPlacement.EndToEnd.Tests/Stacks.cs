namespace ModelPlacement.EndToEnd.Tests;

/// <summary>The stacks that the tests build.</summary>
internal static class Stacks
{
    /// <summary>One finding, at <see cref="AgentPlace"/>.</summary>
    public const string OpenAiAgent = """
        using Pulumi;
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var agent = new AgentAgent("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/support",
                FoundationModel = "openai.gpt-5.5",
            });
        });

        """;

    /// <summary>Where the type of the agent's creation stands.</summary>
    public const string AgentPlace = "Program.cs(6,21)";

    /// <summary>What the model is comes from configuration.</summary>
    public const string ConfiguredAgent = """
        using Pulumi;
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var agent = new AgentAgent("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/support",
                FoundationModel = new Config().Require("model"),
            });
        });

        """;

    /// <summary>A server of one's own, of an image that a policy file knows: <c>acme/support-gpt</c>.</summary>
    public const string SelfHostedService = """
        using Pulumi;
        using Pulumi.Aws.AppRunner;
        using Pulumi.Aws.AppRunner.Inputs;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var service = new Service("support", new()
            {
                ServiceName = "support",
                SourceConfiguration = new ServiceSourceConfigurationArgs
                {
                    ImageRepository = new ServiceSourceConfigurationImageRepositoryArgs
                    {
                        ImageIdentifier = "123456789012.dkr.ecr.us-east-1.amazonaws.com/support-gpt:1",
                        ImageRepositoryType = "ECR",
                    },
                },
            });
        });

        """;
}
