using Microsoft.CodeAnalysis.CodeFixes;

namespace ModelPlacement.CodeFixes.Tests;

public class StateNoApiFixTests
{
    [Theory]
    [InlineData("", "        Tags = { { \"model-placement/exposure\", \"non-api\" } },\n")]
    [InlineData("        Tags = { { \"team\", \"chat\" } },\n", "        Tags = { { \"team\", \"chat\" }, { \"model-placement/exposure\", \"non-api\" } },\n")]
    [InlineData(
        "        Tags = new InputMap<string>\n        {\n            [\"team\"] = \"chat\" // ours\n        }\n",
        "        Tags = new InputMap<string>\n        {\n            [\"team\"] = \"chat\",\n            [\"model-placement/exposure\"] = \"non-api\" // ours\n        }\n")]
    public async Task A_tag_says_so_and_the_finding_is_gone(string tags, string stated)
    {
        var project = StackProject.Of(Agent(tags), "Pulumi.Aws");

        var action = Assert.Single(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)), new StateNoApiFix()));

        Assert.Equal("State that it is no API (model-placement/exposure: non-api)", action.Title);
        var result = await StackProject.ApplyAsync(project, action);
        Assert.Equal(Agent(stated), await StackProject.TextAsync(result));
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
        Assert.Empty(await StackProject.FindingsAsync(result));
    }

    [Fact]
    public async Task A_label_of_a_cloud_that_takes_no_slash_is_written_without()
    {
        var project = StackProject.Of("""
            using Pulumi.Gcp.CloudRunV2;
            using Pulumi.Gcp.CloudRunV2.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                _ = new Service("chat", new()
                {
                    Location = "europe-west1",
                    Template = new ServiceTemplateArgs
                    {
                        Containers = { new ServiceTemplateContainerArgs { Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } },
                    },
                });
            });

            """, "Pulumi.Gcp");

        var action = Assert.Single(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FindingsAsync(project)), new StateNoApiFix()));

        var result = await StackProject.ApplyAsync(project, action);
        Assert.Contains("\n        Labels = { { \"model-placement_exposure\", \"non-api\" } },\n    });", await StackProject.TextAsync(result), StringComparison.Ordinal);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
        Assert.Empty(await StackProject.FindingsAsync(result));
    }

    [Fact]
    public async Task Tags_that_are_not_written_in_place_are_for_a_person_to_add_to()
    {
        var project = StackProject.Of(Agent("        Tags = Environment.GetEnvironmentVariable(\"TEAM\") is { } team ? new InputMap<string> { { \"team\", team } } : new InputMap<string>(),\n"), "Pulumi.Aws");

        Assert.Empty(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project)), new StateNoApiFix()));
    }

    [Fact]
    public void It_is_never_applied_to_all() => Assert.Null(new StateNoApiFix().GetFixAllProvider());

    private static string Agent(string tags) => $$"""
        using Pulumi;
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            _ = new AgentAgent("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = "openai.gpt-5.5", // chosen by the support team
        {{tags.Replace("\n        ", "\n                ", StringComparison.Ordinal)}}
            });
        });

        """.Replace("\n\n    });", "\n    });", StringComparison.Ordinal);
}
