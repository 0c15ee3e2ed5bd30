using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static ModelPlacement.Analyzers.Tests.Stacks;

namespace ModelPlacement.Analyzers.Tests;

/// <summary>Policy and stack files given as additional files.</summary>
public sealed class PolicyFilesTests
{
    private const string Agent = """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new {|#0:AgentAgent|}("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = "openai.gpt-5.5",
                Region = "us-east-1",
            });
        });
        """;

    private const string ConfiguredAgent = """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new {|#0:AgentAgent|}("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = new Config().Require("model"),
            });
        });
        """;

    private const string Violation = "Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS (us-east-1); policy 'openai-api-on-azure' allows it on Azure only";

    [Fact]
    public Task ExtendsNothingTurnsTheBuiltInOff() => Check(Agent, [("/src/model-placement.yaml", "version: 1\nextends: []\n")]);

    [Fact]
    public Task SeverityOfAPolicyIsTheFindings() => Check(
        Agent,
        [("/src/model-placement.yaml", """
            version: 1
            extends: []
            policies:
              - id: no-gpt-on-aws
                description: GPT is served from Azure only.
                models: [openai/gpt-*]
                allow:
                  clouds: [azure]
                severity: error
            """)],
        new DiagnosticResult("MPA1001", DiagnosticSeverity.Error)
            .WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS (us-east-1); policy 'no-gpt-on-aws' allows it on Azure only"));

    [Fact]
    public Task ExemptionTakesTheFindingOutUntilItExpires() => Check(
        Agent,
        [("/src/model-placement.yaml", """
            version: 1
            exemptions:
              - policy: openai-api-on-azure
                resource: aws:bedrock/*
                name: support
                reason: Load test until the quota arrives.
                approvedBy: platform@acme.example
                expires: 2026-12-31
            """)],
        asOf: "2026-11-24");

    [Fact]
    public Task BrokenFileIsAnErrorAndTheBuiltInHolds() => Check(
        Agent,
        [("/src/model-placement.yaml", "version: 1\n{|#1:polices|}: []\n")],
        Finding("MPA1001", 0, Violation),
        new DiagnosticResult("MPA4001", DiagnosticSeverity.Error).WithLocation(1));

    [Fact]
    public Task EachStackIsJudgedByItsConfiguration() => Check(
        ConfiguredAgent,
        [
            ("/src/Pulumi.yaml", "name: shop\nruntime: dotnet\n"),
            ("/src/Pulumi.dev.yaml", "config:\n  shop:model: openai.gpt-oss-20b-1:0\n  aws:region: eu-central-1\n"),
            ("/src/Pulumi.prod.yaml", "config:\n  shop:model: openai.gpt-5.5\n  aws:region: us-east-1\n"),
        ],
        Finding("MPA1001", 0, "Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS (us-east-1) in stack prod; policy 'openai-api-on-azure' allows it on Azure only"));
}
