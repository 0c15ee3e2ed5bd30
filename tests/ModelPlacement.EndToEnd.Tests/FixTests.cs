using System;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>The quick fix, as <c>dotnet format</c> applies it to a project.</summary>
[Collection(PackedPackageTests.Name)]
public class FixTests(PackedPackage package)
{
    [Fact]
    public void Dotnet_format_puts_azure_in_place_and_the_project_has_no_finding_left()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent);
        Format(consumer);
        var fixedProgram = consumer.Read("Program.cs");
        Assert.DoesNotContain("AgentAgent", fixedProgram, StringComparison.Ordinal);
        Assert.Contains("Format = \"OpenAI\"", fixedProgram, StringComparison.Ordinal);
        Assert.Contains("Name = \"gpt-5.5\"", fixedProgram, StringComparison.Ordinal);

        var build = consumer.Build();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Empty(build.Findings);

        Format(consumer);
        Assert.Equal(fixedProgram, consumer.Read("Program.cs"));
    }

    [Theory]
    [InlineData("MPA1001", "version: 1\n", false)]
    [InlineData("MPA1004", "version: 1\nextends: []\npolicies:\n  - { id: in-europe, models: [openai/*], allow: { clouds: [aws], regions: [eu-*] } }\n", true)]
    public void Dotnet_format_never_exempts(string rule, string policy, bool isLeftAlone)
    {
        var program = Stacks.OpenAiAgent.Replace("FoundationModel", "Region = \"us-east-1\",\n        FoundationModel", StringComparison.Ordinal);
        var consumer = package.NewConsumer(program).With("model-placement.yaml", policy);
        Assert.Contains(" " + rule + ":", Assert.Single(consumer.Build().Findings), StringComparison.Ordinal);

        Format(consumer, rule);

        Assert.Equal(policy, consumer.Read("model-placement.yaml"));
        Assert.Equal(isLeftAlone, consumer.Read("Program.cs") == program);
    }

    private static void Format(ConsumerProject consumer, string rule = "MPA1001") =>
        DotNetCommand.RunSuccessfully(consumer.Folder, "format", "analyzers", "--no-restore", "--diagnostics", rule);
}
