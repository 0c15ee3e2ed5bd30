using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

public class VerdictStacksTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("var a = 1; var b = 2;", path: "Program.cs");

    private static readonly PolicySet Set = Given.Policies("""
        version: 1
        exemptions:
          - { policy: openai-api-on-azure, stacks: [dev, test], name: chat, reason: r, approvedBy: a, expires: 2027-01-01 }
        """);

    private static Deployment In(string stack, int at = 0, string model = "openai/gpt-4o", string name = "search")
    {
        var deployment = Given.Deployment(model, stacks: [stack]);
        return deployment with
        {
            Resource = new ResourceInstance(deployment.Resource.Token, deployment.Resource.Type, Tree.GetLocation(new TextSpan(at, 1)), ImmutableArray<Location>.Empty) { Name = new Constant(name) },
        };
    }

    private static Deployment Unknown(string stack) => In(stack) with { Model = null, WhyModelUnknown = "a parameter" };

    private static Deployment CalledFrom(int at, Deployment deployment)
    {
        var (resource, call) = (deployment.Resource, Tree.GetLocation(new TextSpan(at, 1)));
        return deployment with { Resource = new ResourceInstance(resource.Token, resource.Type, resource.Declaration, [call]) { Name = resource.Name } };
    }

    private static string[] Merged(params Deployment[] deployments) => VerdictStacks.Merge(deployments.SelectMany(deployment => Set.Judge(deployment))).Short();

    [Fact]
    public void The_same_finding_in_several_stacks_names_them_all()
    {
        var verdict = Assert.Single(VerdictStacks.Merge(new[] { "prod", "staging" }.SelectMany(static stack => Set.Judge(In(stack)))));
        Assert.Contains(" in stacks prod, staging; ", VerdictMessage.Of(verdict), System.StringComparison.Ordinal);
        Assert.Equal<string>(["prod", "staging"], verdict.Deployment.Stacks);
    }

    [Fact]
    public void Another_model_another_creation_or_another_verdict_is_another_finding()
    {
        Assert.Equal(["MPA1001 openai-api-on-azure [a]", "MPA1001 openai-api-on-azure [b]"], Merged(In("a"), In("b", model: "openai/o3")));
        Assert.Equal(["MPA1001 openai-api-on-azure [a]", "MPA1001 openai-api-on-azure [b]"], Merged(In("a"), In("b", at: 4)));
        Assert.Equal(["MPA1001 openai-api-on-azure [a]", "MPA1001 openai-api-on-azure [b]"], Merged(In("a"), CalledFrom(4, In("b"))));
        Assert.Equal(["MPA1001 openai-api-on-azure [a]", "allowed openai-api-on-azure [b]"], Merged(In("a"), In("b") with { Cloud = Determination.Known("azure") }));
    }

    [Fact]
    public void In_other_regions_it_is_one_finding_that_names_them_by_stack()
    {
        var verdict = Assert.Single(VerdictStacks.Merge(new[] { In("dev"), In("prod") with { Region = Determination.Known("eu-west-1") }, In("test") }.SelectMany(static deployment => Set.Judge(deployment))));
        Assert.Equal<string>(["dev", "prod", "test"], verdict.Stacks.Order());
        Assert.Equal(
            "SageMaker endpoint 'search' serves openai/gpt-4o through an API on AWS (us-east-1 in stacks dev, test; eu-west-1 in stack prod); policy 'openai-api-on-azure' allows it on Azure only",
            VerdictMessage.Of(verdict));
    }

    [Fact]
    public void A_region_that_is_known_in_one_stack_only_is_a_finding_of_its_own() => Assert.Equal(
        ["MPA1001 openai-api-on-azure [a]", "MPA1001 openai-api-on-azure [b]"],
        Merged(In("a"), In("b") with { Region = Determination.Undetermined("no provider says so") }));

    [Fact]
    public void What_names_no_region_names_its_stacks()
    {
        var verdict = Assert.Single(VerdictStacks.Merge(new[] { Unknown("a"), Unknown("b") with { Region = Determination.Known("eu-west-1") } }.SelectMany(static deployment => Set.Judge(deployment))));
        Assert.Contains(" in stacks a, b cannot be determined", VerdictMessage.Of(verdict), System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allowed_is_the_same_where_its_model_is()
    {
        var azure = Determination.Known("azure");
        Assert.Equal(["allowed openai-api-on-azure [a,b]"], Merged(In("a") with { Cloud = azure }, In("b") with { Cloud = azure }));
        Assert.Equal(["allowed openai-api-on-azure [a]", "allowed openai-api-on-azure [b]"], Merged(In("a") with { Cloud = azure }, In("b", model: "openai/o3") with { Cloud = azure }));
    }

    [Fact]
    public void Exempted_stacks_stay_apart_from_the_others() => Assert.Equal(
        ["exempted MPA1001 openai-api-on-azure [dev,test]", "MPA1001 openai-api-on-azure [prod,staging]"],
        Merged(In("dev", name: "chat"), In("prod", name: "chat"), In("staging", name: "chat"), In("test", name: "chat")));

    [Fact]
    public void Without_stacks_nothing_is_named() =>
        Assert.Equal(["MPA1001 openai-api-on-azure"], Merged(In("a") with { Stacks = [] }, In("a") with { Stacks = [] }));

    [Fact]
    public void What_holds_without_a_stack_named_holds_in_all() =>
        Assert.Equal(["MPA2001 openai-api-on-azure"], Merged(Unknown("a"), Unknown("b") with { Stacks = [] }));
}
