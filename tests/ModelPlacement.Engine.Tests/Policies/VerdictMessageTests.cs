using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

public class VerdictMessageTests
{
    private static string Of(Deployment deployment, PolicySet? set = null) => VerdictMessage.Of(Assert.Single((set ?? PolicySet.Default).Judge(deployment)));

    [Fact]
    public void Served_outside_its_clouds() => Assert.Equal(
        "SageMaker endpoint 'chat' serves openai/gpt-4o through an API on AWS (us-east-1) in stack prod; policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(stacks: ["prod"])));

    [Fact]
    public void Several_stacks_and_alternatives() => Assert.Equal(
        "SageMaker endpoint 'chat' may serve openai/gpt-4o through an API on AWS in stacks staging, prod; policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(region: null, stacks: ["staging", "prod"]) with { IsAlternative = true }));

    [Fact]
    public void Several_clouds() => Assert.Equal(
        "SageMaker endpoint 'chat' may serve openai/gpt-4o through an API on AWS or Google Cloud; policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(cloud: "aws|azure|gcp", region: null)));

    [Fact]
    public void Self_hosted() => Assert.Equal(
        "ECS service 'llm' self-hosts openai/gpt-4o behind an API on AWS (us-east-1); policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(kind: ServingKind.SelfHosted, name: new Constant("llm"), displayName: "ECS service")));

    [Fact]
    public void Consumed() => Assert.Equal(
        "Lambda function 'f' consumes openai/gpt-4o through an endpoint on a cloud that is not known; policy 'p' allows it nowhere",
        Of(
            Given.Deployment(kind: ServingKind.Consumed, cloud: null, name: new Constant("f"), displayName: "Lambda function"),
            Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {clouds: []}}]}")));

    [Fact]
    public void Consumed_from_the_vendor_itself() => Assert.Equal(
        "Lambda function 'f' consumes openai/gpt-4o through an endpoint of openai; policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(kind: ServingKind.Consumed, cloud: "openai", region: null, name: new Constant("f"), displayName: "Lambda function")));

    [Fact]
    public void Wrong_region() => Assert.Equal(
        "SageMaker endpoint 'chat' serves anthropic/claude-sonnet-4 from us-east-1 on AWS in stack prod; policy 'claude-in-europe' allows it in eu-* or europe-* only",
        Of(
            Given.Deployment("anthropic/claude-sonnet-4", stacks: ["prod"]),
            Given.Policies("{version: 1, policies: [{id: claude-in-europe, models: [anthropic/claude-*], allow: {clouds: [aws, gcp], regions: [eu-*, europe-*]}}]}")));

    [Fact]
    public void Used() => Assert.Equal(
        "Training job 'chat' uses openai/gpt-4o on AWS (us-east-1); policy 'p' allows it on Azure or Google Cloud only",
        Of(
            Given.Deployment(kind: ServingKind.NotServed, exposure: Exposure.NonApi, displayName: "Training job"),
            Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], exposure: any, allow: {clouds: [azure, gcp]}}]}")));

    [Fact]
    public void Unknown_model() => Assert.Equal(
        "Which model SageMaker endpoint 'chat' serves in stack dev cannot be determined: parameter 'model' of a public method; policy 'openai-api-on-azure' cannot be checked",
        Of(Given.Deployment(model: null, stacks: ["dev"])));

    [Fact]
    public void Unknown_model_under_several_policies() => Assert.EndsWith(
        "cannot be determined: parameter 'model' of a public method; policies 'p', 'openai-api-on-azure' cannot be checked",
        Of(Given.Deployment(model: null), Given.Policies("{version: 1, policies: [{id: p, models: [anthropic/*], allow: {clouds: [gcp]}}]}")),
        System.StringComparison.Ordinal);

    [Theory]
    [InlineData(ServingKind.Managed, "may serve openai/gpt-4o on")]
    [InlineData(ServingKind.SelfHosted, "may self-host openai/gpt-4o behind")]
    [InlineData(ServingKind.Consumed, "may consume openai/gpt-4o through")]
    [InlineData(ServingKind.NotServed, "may use openai/gpt-4o on")]
    public void What_may_be(ServingKind kind, string words)
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], exposure: any, allow: {clouds: [azure]}}]}");
        Assert.Contains(words.Replace("openai/gpt-4o on", kind is ServingKind.Managed ? "openai/gpt-4o through" : "openai/gpt-4o on", System.StringComparison.Ordinal), Of(Given.Deployment(kind: kind) with { IsAlternative = true }, set), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Used_where_nothing_is_an_api() => Assert.Equal(
        "SageMaker endpoint 'chat' uses openai/gpt-4o on AWS (us-east-1); policy 'p' allows it on Azure, Google Cloud or DigitalOcean only",
        Of(
            Given.Deployment(exposure: Exposure.NonApi),
            Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], exposure: any, allow: {clouds: [azure, gcp, digitalocean]}}]}")));

    [Fact]
    public void Wrong_region_of_a_cloud_that_is_not_known() => Assert.Equal(
        "SageMaker endpoint 'chat' serves openai/gpt-4o from us-east-1 on a cloud that is not known; policy 'p' allows it in eu-* only",
        Of(Given.Deployment(cloud: null), Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {regions: [eu-*]}}]}")));

    [Fact]
    public void Unknown_cloud() => Assert.Equal(
        "Cloud where Helm release 'chat' serves openai/gpt-4o cannot be determined: the kubeconfig comes from a file; policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(cloud: null, displayName: "Helm release")));

    [Fact]
    public void Unknown_region() => Assert.Equal(
        "Region where SageMaker endpoint 'chat' serves openai/gpt-4o cannot be determined: no region is set; policy 'p' allows it in eu-* only",
        Of(Given.Deployment(region: null), Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {regions: [eu-*]}}]}")));

    [Fact]
    public void Unknown_exposure() => Assert.Equal(
        "Whether Deployment 'chat' serves openai/gpt-4o through an API on AWS (us-east-1) cannot be determined: the service's type is not known; policy 'openai-api-on-azure' allows it on Azure only",
        Of(Given.Deployment(exposure: Exposure.Undetermined, displayName: "Deployment")));

    [Theory]
    [InlineData("regions: [eu-*]")]
    [InlineData("clouds: [aws], regions: [eu-*]")]
    public void Unknown_exposure_where_the_region_is_wrong(string allow) => Assert.EndsWith(
        "cannot be determined: the service's type is not known; policy 'p' allows it in eu-* only",
        Of(Given.Deployment(exposure: Exposure.Undetermined), Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {" + allow + "}}]}")),
        System.StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "SageMaker endpoint serves")]
    [InlineData(1, "SageMaker endpoint 'chat-...' serves")]
    [InlineData(2, "SageMaker endpoint 'a' or 'b' serves")]
    [InlineData(3, "SageMaker endpoint 'a' serves")]
    public void Names_that_are_not_wholly_known(int which, string start)
    {
        Value[] names = [new Unknown("parameter"), new Text([new Constant("chat-"), new Unknown("x")]), new Choice([new Constant("a"), new Constant("b")]), new Choice([new Constant("a"), new Unknown("x")])];
        Assert.StartsWith(start, Of(Given.Deployment(name: names[which])), System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_model_shows_its_base()
    {
        var set = Given.Policies("{version: 1, models: [{id: acme/support-gpt, basedOn: openai/gpt-4o, match: [support-gpt-*]}]}");
        var message = Of(Given.Deployment() with { Model = set.Families.Identify("support-gpt-7", "any") }, set);
        Assert.StartsWith("SageMaker endpoint 'chat' serves acme/support-gpt (based on openai/gpt-4o) through an API", message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_exempted_finding_says_why()
    {
        var set = Given.Policies("{version: 1, exemptions: [{policy: openai-api-on-azure, reason: Load test, approvedBy: a, expires: 2026-12-31}]}");
        Assert.EndsWith("allows it on Azure only; exempted: Load test", Of(Given.Deployment(), set), System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allowed_is_not_reported() => Assert.Equal("", Of(Given.Deployment(cloud: "azure")));
}
