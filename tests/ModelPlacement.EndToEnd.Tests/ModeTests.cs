using System;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary><c>ModelPlacementMode</c>, and who wins over it.</summary>
[Collection(PackedPackageTests.Name)]
public class ModeTests(PackedPackage package)
{
    [Theory]
    [InlineData("default", "warning MPA1001")]
    [InlineData("Strict", "error MPA1001")]
    [InlineData("audit", "note MPA1001")]
    [InlineData("off", "")]
    public void A_mode_sets_what_a_finding_is(string mode, string expected)
    {
        var log = package.NewConsumer(Stacks.OpenAiAgent).Log("-p:ModelPlacementMode=" + mode);
        Assert.Equal(expected.Length == 0 ? [] : [expected], log);
    }

    [Fact]
    public void A_mode_sets_what_cannot_be_determined()
    {
        Assert.Equal(["warning MPA2001"], package.NewConsumer(Stacks.ConfiguredAgent).Log("-p:ModelPlacementMode=strict"));
    }

    [Fact]
    public void The_project_s_own_settings_win()
    {
        var log = package.NewConsumer(Stacks.OpenAiAgent)
            .With(".globalconfig", "is_global = true\ndotnet_diagnostic.MPA1001.severity = warning\n")
            .Log("-p:ModelPlacementMode=strict");
        Assert.Equal(["warning MPA1001"], log);
    }

    [Theory]
    [InlineData("ModelPlacementMode=stric", "must be default, strict, audit or off")]
    [InlineData("ModelPlacementAsOf=31.12.2026", "must be a day like 2026-12-31")]
    public void What_nobody_knows_is_an_error(string property, string message)
    {
        var build = package.NewConsumer(Stacks.OpenAiAgent).Build("-p:" + property);
        Assert.Contains(message, build.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, build.ExitCode);
    }
}
