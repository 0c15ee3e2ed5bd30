using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.Findings;

/// <summary>Whether a finding holds for all that its declaration creates, in every stack: only then may a fix change the declaration.</summary>
public sealed class DeclaredModelsTests
{
    private const string Policy = """
        version: 1
        extends: []
        policies:
          - { id: gpt-in-europe, description: d, models: [openai/gpt-*], allow: { clouds: [azure, aws], regions: [eu-*] } }

        """;

    [Fact]
    public void ItHoldsInEveryStack() => Assert.True(Finding(Policy, "us-east-1", "us-east-1").IsOfEveryInstance);

    [Fact]
    public void ItIsAllowedInOneStack() => Assert.False(Finding(Policy, "us-east-1", "eu-west-1").IsOfEveryInstance);

    [Fact]
    public void ItIsExemptedInOneStack() => Assert.True(Finding(
        Policy + "exemptions:\n  - { policy: gpt-in-europe, stacks: [prod], reason: r, approvedBy: p@acme.example, expires: 2099-12-31 }\n", "us-east-1", "us-west-2").IsOfEveryInstance);

    private static Finding Finding(string policy, string regionOfDev, string regionOfProd)
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            return await Pulumi.Deployment.RunAsync(() => { new Pulumi.Aws.Bedrock.AgentAgent("agent", new() { AgentName = "a", AgentResourceRoleArn = "r", FoundationModel = "openai.gpt-5.5" }); });
            """));
        ImmutableArray<StackConfiguration> stacks = [In("dev", regionOfDev), In("prod", regionOfProd)];
        var policies = PolicySet.From([PolicyFile.Read(new DocumentFile("policy.yaml", policy))], asOf: null);
        return Assert.Single(ProgramFindings.For(compilation, _ => policies, _ => stacks)!.In(compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Program.cs"), CancellationToken.None));
    }

    private static StackConfiguration In(string stack, string region) =>
        new StackSettings(stack, ImmutableSortedDictionary<string, string>.Empty.Add("aws:region", region)).ToFiles();
}
