using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>Policy and stack files reach the analyzers by where they lie.</summary>
[Collection(PackedPackageTests.Name)]
public class PolicyFileTests(PackedPackage package)
{
    private const string ExemptUntil2026 = """
        version: 1
        exemptions:
          - policy: openai-api-on-azure
            name: support
            reason: Until the Azure quota arrives.
            approvedBy: platform@acme.example
            expires: 2026-12-31
        """;

    [Fact]
    public void A_policy_above_the_project_holds()
    {
        var log = package.NewConsumer(Stacks.OpenAiAgent)
            .With("../model-placement.yaml", """
                version: 1
                extends: []
                policies:
                  - id: nothing-on-bedrock
                    models: [openai/*]
                    allow: { clouds: [azure, gcp] }
                    severity: error
                """)
            .Log();
        Assert.Equal(["error MPA1001"], log);
    }

    [Fact]
    public void A_policy_file_that_is_wrong_is_reported_where_it_is_wrong()
    {
        var build = package.NewConsumer(Stacks.OpenAiAgent).With("../model-placement.yaml", "version: 1\npolices: []\n").Build();
        Assert.Contains(build.Findings, static finding => finding.Contains("model-placement.yaml(2,1): error MPA4001", StringComparison.Ordinal));
        Assert.NotEqual(0, build.ExitCode);
    }

    [Theory]
    [InlineData("2026-12-31", "")]
    [InlineData("2027-01-01", "warning MPA1001,warning MPA3002")]
    public void A_pinned_day_decides_what_has_expired(string day, string expected)
    {
        var log = package.NewConsumer(Stacks.OpenAiAgent).With("model-placement.yaml", ExemptUntil2026).Log("-p:ModelPlacementAsOf=" + day);
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), log);
    }

    [Fact]
    public void A_stack_file_says_what_the_program_leaves_open()
    {
        var build = package.NewConsumer(Stacks.ConfiguredAgent)
            .With("Pulumi.yaml", "name: support\nruntime: dotnet\n")
            .With("Pulumi.dev.yaml", "config:\n  support:model: amazon.nova-pro-v1:0\n")
            .With("Pulumi.prod.yaml", "config:\n  aws:region: us-east-1\n  support:model: openai.gpt-5.5\n")
            .Build();
        var finding = Assert.Single(build.Findings);
        Assert.Contains("openai/gpt-5.5 through an API on AWS (us-east-1) in stack prod", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void All_policies_on_the_way_up_are_passed_nearest_first_and_each_file_once()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent)
            .With("../model-placement.yml", "version: 1\n")
            .With("../../model-placement.json", "{ \"version\": 1 }")
            .With("model-placement.yaml", "version: 1\n")
            .With("../Pulumi.yaml", "name: support\nruntime: dotnet\n")
            .With("../Pulumi.dev.yaml", "")
            .With("Directory.Build.targets", "<Project><ItemGroup><AdditionalFiles Include=\"model-placement.yaml\" /></ItemGroup></Project>");
        try
        {
            var answer = DotNetCommand.RunSuccessfully(
                consumer.Folder, "msbuild", "-nologo", "-t:ResolvePackageDependenciesForBuild;PassModelPlacementFiles", "-getItem:AdditionalFiles", "-getProperty:ModelPlacementFiles", "-getProperty:ModelPlacementAsOf");
            using var json = JsonDocument.Parse(answer.Output);
            var above = Path.GetDirectoryName(consumer.Folder)!;
            string[] expected =
            [
                Path.Combine(consumer.Folder, "model-placement.yaml"),
                Path.Combine(above, "model-placement.yml"),
                Path.Combine(Path.GetDirectoryName(above)!, "model-placement.json"),
                Path.Combine(above, "Pulumi.yaml"),
                Path.Combine(above, "Pulumi.dev.yaml"),
            ];
            var items = json.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray().Select(static item => item.GetProperty("FullPath").GetString()!);
            Assert.Equal(expected, items);
            var properties = json.RootElement.GetProperty("Properties");
            Assert.Equal(expected, properties.GetProperty("ModelPlacementFiles").GetString()!.Split('|'));
            Assert.InRange(
                DateTime.ParseExact(properties.GetProperty("ModelPlacementAsOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime.UtcNow.Date.AddDays(-1),
                DateTime.UtcNow.Date);
        }
        finally
        {
            // It lies above the folders of the other tests.
            File.Delete(Path.Combine(consumer.Folder, "../../model-placement.json"));
        }
    }
}
