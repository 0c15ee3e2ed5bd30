namespace ModelPlacement.CodeFixes.Tests;

public class PackageToAddTests
{
    private const string Program = """
        using Pulumi;
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            AgentAgent agent = new("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = "openai.gpt-5.5",
            });
            return new Dictionary<string, object?> { ["agent"] = agent.AgentId };
        });

        """;

    [Fact]
    public async Task Without_an_sdk_of_the_counterpart_the_title_says_what_to_add_and_with_it_the_result_compiles()
    {
        var project = StackProject.Of(Program, "Pulumi.Aws");

        var action = Assert.Single(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project))));

        Assert.Equal("Serve gpt-5.5 from Azure OpenAI (add package Pulumi.AzureNative)", action.Title);
        var result = StackProject.WithSdk(await StackProject.ApplyAsync(project, action), "Pulumi.AzureNative");
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
        Assert.Empty(await StackProject.FindingsAsync(result));
    }

    [Fact]
    public async Task Fixing_all_by_the_default_leaves_a_project_without_the_package_as_it_is()
    {
        var project = StackProject.Of(Program, "Pulumi.Aws");

        var result = await StackProject.FixAllAsync(project, Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Solution);

        Assert.Equal(Program, await StackProject.TextAsync(result));
    }
}
