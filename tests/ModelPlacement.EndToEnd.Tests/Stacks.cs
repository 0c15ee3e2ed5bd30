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
}
