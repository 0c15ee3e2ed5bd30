using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>What a user sees who added the package and builds.</summary>
[Collection(PackedPackageTests.Name)]
public class BuildTests(PackedPackage package)
{
    /// <summary>Whether this runs where the package has analyzers compiled ahead of time for.</summary>
    internal static bool IsLinuxX64 => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

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

    [Theory]
    [InlineData("", true)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void The_compiler_is_given_what_was_compiled_ahead_of_time_where_that_runs(string isReadyToRun, bool isWanted)
    {
        var stack = package.NewConsumer(Stacks.OpenAiAgent);
        var build = stack.Build("-p:ModelPlacementReadyToRun=" + isReadyToRun, "-t:Build", "-getItem:Analyzer", "-getResultOutputFile:items.json");
        Assert.Contains(Stacks.AgentPlace, Assert.Single(build.Findings), StringComparison.Ordinal);
        using var items = JsonDocument.Parse(stack.Read("items.json"));
        var given = items.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(static item => item.GetProperty("FullPath").GetString()!.Replace('\\', '/'))
            .Where(static path => path.Contains("/modelplacement.analyzers/", StringComparison.OrdinalIgnoreCase))
            .ToList();
        Assert.Equal(4, given.Count);
        var folder = isWanted && IsLinuxX64 ? "/tools/linux-x64/" : "/analyzers/dotnet/cs/";
        Assert.All(given, path => Assert.Contains(folder, path, StringComparison.Ordinal));
    }
}
