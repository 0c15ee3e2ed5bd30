namespace ModelPlacement.CodeFixes.Tests;

public class ExemptInPolicyFixTests
{
    private const string Program = """
        using Pulumi;
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            _ = new AgentAgent("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = "openai.gpt-5.5",
            });
        });

        """;

    [Fact]
    public async Task An_exemption_is_added_to_the_policy_file_for_a_person_to_justify()
    {
        var project = StackProject.WithPolicy(StackProject.Of(Program, "Pulumi.Aws"), "# Ours.\nversion: 1\n");
        var finding = Assert.Single(await StackProject.FixableAsync(project));

        var action = Assert.Single(await StackProject.ActionsAsync(project, finding, new ExemptInPolicyFix()));

        Assert.Equal("Exempt 'support' from policy 'openai-api-on-azure' in model-placement.yaml", action.Title);
        var result = await StackProject.ApplyAsync(project, action);
        Assert.Equal(Program, await StackProject.TextAsync(result));
        var policy = (await Assert.Single(result.AdditionalDocuments).GetTextAsync()).ToString();
        Assert.StartsWith("# Ours.\nversion: 1\n", policy, StringComparison.Ordinal);
        Assert.Contains("policy: openai-api-on-azure", policy, StringComparison.Ordinal);
        Assert.Contains("aws:bedrock/agentAgent:AgentAgent", policy, StringComparison.Ordinal);
        Assert.Contains("name: support", policy, StringComparison.Ordinal);

        // Not in force before somebody says why.
        Assert.Contains(await StackProject.FixableAsync(result), left => left.Id == finding.Id);
    }

    [Fact]
    public async Task Without_a_policy_file_there_is_nothing_to_add_to()
    {
        var project = StackProject.Of(Program, "Pulumi.Aws");

        Assert.Empty(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)), new ExemptInPolicyFix()));
    }

    [Fact]
    public void It_is_never_applied_to_all() => Assert.Null(new ExemptInPolicyFix().GetFixAllProvider());
}
