using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>Models that Azure has retired, as of the day that the build says, or never had.</summary>
public class SuccessorTests
{
    [Fact]
    public async Task A_retired_model_is_named_as_such_and_its_successor_offered_after_it()
    {
        var (project, finding) = await AgentAsync("openai.gpt-4o", "2026-11-24");

        var actions = await StackProject.ActionsAsync(project, finding);

        Assert.Equal(
            ["Serve gpt-4o from Azure OpenAI, which retired it on 2026-10-01", "Serve gpt-5.1 from Azure OpenAI in place of openai/gpt-4o"],
            actions.Select(action => action.Title));
        Assert.Equal(ServeFromCounterpartFix.EquivalenceKey, actions[0].EquivalenceKey);
        var text = await StackProject.TextAsync(await StackProject.ApplyAsync(project, actions[1]));
        Assert.Contains("Name = \"gpt-5.1\",", text, StringComparison.Ordinal);
        Assert.DoesNotContain("gpt-4o", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_that_day_there_is_nothing_to_say()
    {
        var (project, finding) = await AgentAsync("openai.gpt-4o", "2026-01-01");

        Assert.Equal("Serve gpt-4o from Azure OpenAI", Assert.Single(await StackProject.ActionsAsync(project, finding)).Title);
    }

    [Fact]
    public async Task Successors_that_are_retired_too_are_passed_over()
    {
        var (project, finding) = await AgentAsync("openai.gpt-4-32k", "2026-11-24");

        Assert.Contains(await StackProject.ActionsAsync(project, finding), action => action.Title == "Serve gpt-5.1 from Azure OpenAI in place of openai/gpt-4-32k");
    }

    [Fact]
    public async Task A_model_that_is_not_offered_has_its_successor_only_and_fixing_all_leaves_it_alone()
    {
        var (project, finding) = await AgentAsync("openai.gpt-4o-search-preview", "2026-01-01");

        var action = Assert.Single(await StackProject.ActionsAsync(project, finding));

        Assert.Equal("Serve gpt-5.4-mini from Azure OpenAI in place of openai/gpt-4o-search-preview", action.Title);
        var before = await StackProject.TextAsync(project);
        Assert.Equal(before, await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution)));
        Assert.Equal(before, await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution, action.EquivalenceKey)));
    }

    [Fact]
    public async Task A_server_that_is_moved_as_it_is_has_no_successor()
    {
        var (text, _) = ContractTests.Read("LambdaImage", "\n");
        var project = StackProject.WithConfig(text, "is_global = true\nbuild_property.ModelPlacementAsOf = 2026-11-24\n");

        Assert.Equal("Run it in Azure Container Apps", Assert.Single(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)))).Title);
    }

    private static async Task<(Project Project, Diagnostic Finding)> AgentAsync(string model, string asOf)
    {
        var project = StackProject.Of($$"""
            using Pulumi.Aws.Bedrock;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                _ = new AgentAgent("support", new()
                {
                    AgentName = "support",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = "{{model}}",
                });
            });

            """, "Pulumi.Aws", "Pulumi.AzureNative");
        project = StackProject.WithConfig(project, $"is_global = true\nbuild_property.ModelPlacementAsOf = {asOf}\n");
        return (project, Assert.Single(await StackProject.FixableAsync(project)));
    }
}
