using System;
using System.IO;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>
/// One folder, built again after one file beside the program was edited: the next build says what holds now. A build after which nothing changed compiles nothing, and
/// so says nothing: that is how it shows that the edit, and nothing else, made the compiler look again.
/// </summary>
[Collection(PackedPackageTests.Name)]
public class IncrementalBuildTests(PackedPackage package)
{
    private const string BuiltInOnly = "version: 1\n";
    private const string NoPolicy = "version: 1\nextends: []\n";

    private const string Exempt = """
        version: 1
        exemptions:
          - policy: openai-api-on-azure
            name: support
            reason: Until the Azure quota arrives.
            approvedBy: platform@acme.example
            expires: 2027-03-31
        """;

    [Fact]
    public void An_edited_policy_file_alone_changes_what_the_next_build_finds()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent).With("model-placement.yaml", NoPolicy);
        Assert.Empty(Build(consumer));

        consumer.With("model-placement.yaml", BuiltInOnly);
        Assert.Contains("warning MPA1001", Assert.Single(Build(consumer)), StringComparison.Ordinal);
        Assert.Empty(Build(consumer));

        consumer.With("model-placement.yaml", "version: 1\npolicies:\n  - id: stricter\n    models: [openai/*]\n    allow: { clouds: [azure] }\n    severity: error\n");
        Assert.Contains("error MPA1001", Assert.Single(consumer.Build().Findings, static finding => finding.Contains("'stricter'", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_file_that_appears_or_goes_above_the_project_changes_it_too()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent);
        Assert.Contains("warning MPA1001", Assert.Single(Build(consumer)), StringComparison.Ordinal);

        consumer.With("../model-placement.yaml", BuiltInOnly + "extends: []\n");
        Assert.Empty(Build(consumer));

        File.Delete(Path.Combine(consumer.Folder, "../model-placement.yaml"));
        Assert.Contains("warning MPA1001", Assert.Single(Build(consumer)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_day_changes_it()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent).With("model-placement.yaml", Exempt).With("Directory.Build.props", DayIs("2027-03-31"));
        Assert.Empty(Build(consumer));

        consumer.With("Directory.Build.props", DayIs("2027-04-01"));
        Assert.Collection(
            Build(consumer),
            static finding => Assert.Contains("model-placement.yaml(3,5): warning MPA3002", finding, StringComparison.Ordinal),
            static finding => Assert.Contains("warning MPA1001", finding, StringComparison.Ordinal));
    }

    [Fact]
    public void An_edited_stack_file_changes_it()
    {
        var consumer = package.NewConsumer(Stacks.ConfiguredAgent)
            .With("Pulumi.yaml", "name: support\nruntime: dotnet\n")
            .With("Pulumi.prod.yaml", "config:\n  support:model: amazon.nova-pro-v1:0\n");
        Assert.Empty(Build(consumer));

        consumer.With("Pulumi.prod.yaml", "config:\n  support:model: openai.gpt-5.5\n");
        Assert.Contains("in stack prod", Assert.Single(Build(consumer)), StringComparison.Ordinal);

        consumer.With("Pulumi.dev.yaml", "config:\n  support:model: openai.gpt-5.5\n");
        Assert.Contains("in stacks dev, prod", Assert.Single(Build(consumer)), StringComparison.Ordinal);
    }

    private static string DayIs(string day) => "<Project><PropertyGroup><ModelPlacementAsOf>" + day + "</ModelPlacementAsOf></PropertyGroup></Project>";

    private static System.Collections.Generic.IReadOnlyList<string> Build(ConsumerProject consumer)
    {
        var build = consumer.Build();
        Assert.True(build.ExitCode == 0, build.Output);
        return build.Findings;
    }
}
