using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>The samples tell the stories that their README files promise.</summary>
public class SampleTests
{
    private static readonly string Repository = Metadata("RepositoryRoot");

    [Theory]
    [InlineData("OpenAiOnAws", "Program.cs(18,21): warning MPA1001: Bedrock agent 'support' serves openai/gpt-5.5", "Program.cs(53,24): warning MPA1001: SageMaker endpoint 'chat' serves openai/gpt-4o")]
    [InlineData("OpenAiOnAzure")]
    [InlineData("OpenWeightsOnAws")]
    [InlineData("PerStackPolicy", "in stack staging; policy 'openai-api-on-azure'")]
    [InlineData("CompanyPolicy/Support", "Program.cs(21,27): warning MPA1004: Bedrock agent 'translation' serves anthropic/claude-sonnet-4-5 from us-east-1 on AWS in stack prod; policy 'claude-in-europe'")]
    [InlineData("SelfHostedOnKubernetes", "Program.cs(15,22): warning MPA1002: Kubernetes Deployment 'support' self-hosts acme/support-gpt (based on openai/gpt-4o) behind an API on AWS")]
    public void A_sample_has_these_findings(string sample, params string[] findings)
    {
        var build = Build(sample);
        Assert.Equal(findings.Length, build.Findings.Count);
        Assert.All(findings, finding => Assert.Contains(build.Findings, line => line.Contains(finding, StringComparison.Ordinal)));
        if (sample is "OpenAiOnAws")
            Assert.All(build.Findings, static line => Assert.Contains(AsInTheReadme(line), File.ReadAllText(Path.Combine(Repository, "README.md")), StringComparison.Ordinal));
    }

    // What it refers to was built before the tests.
    private static DotNetCommand Build(string sample) => DotNetCommand.RunSuccessfully(
        Path.Combine(Repository, "samples", sample), "build", "--no-restore", "--no-dependencies", "--no-incremental", "-c", Metadata("Configuration"), "-v", "q", "-nologo");

    // Without the folder of the repository, and without the project at the end.
    private static string AsInTheReadme(string line) => line[Repository.Length..line.LastIndexOf(" [", StringComparison.Ordinal)];

    private static string Metadata(string key) =>
        typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
