using System;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>What a user sees who added the package and builds.</summary>
[Collection(PackedPackageTests.Name)]
public class BuildTests(PackedPackage package)
{
    [Fact]
    public void A_finding_appears_with_its_place()
    {
        var build = package.NewConsumer(Stacks.OpenAiAgent).Build();
        var finding = Assert.Single(build.Findings);
        Assert.Contains(Stacks.AgentPlace + ": warning MPA1001: Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS", finding, StringComparison.Ordinal);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public void As_an_error_it_fails_the_build()
    {
        var build = package.NewConsumer(Stacks.OpenAiAgent).Build("-warnaserror:MPA1001");
        Assert.Contains("error MPA1001", Assert.Single(build.Findings), StringComparison.Ordinal);
        Assert.NotEqual(0, build.ExitCode);
    }

    [Fact]
    public void An_editorconfig_silences_it()
    {
        var build = package.NewConsumer(Stacks.OpenAiAgent)
            .With(".editorconfig", "root = true\n\n[*.cs]\ndotnet_diagnostic.MPA1001.severity = none\n")
            .Build();
        Assert.Empty(build.Findings);
        Assert.Equal(0, build.ExitCode);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void With_a_compiler_server_and_without_it_finds_the_same(string isShared)
    {
        var build = package.NewConsumer(Stacks.OpenAiAgent).Build("-p:UseSharedCompilation=" + isShared);
        Assert.Contains(Stacks.AgentPlace, Assert.Single(build.Findings), StringComparison.Ordinal);
    }
}
