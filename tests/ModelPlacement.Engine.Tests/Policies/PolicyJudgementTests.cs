using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

public class PolicyJudgementTests
{
    private const string Default = "openai-api-on-azure";

    private static readonly PolicySet Europe = Given.Policies("""
        version: 1
        extends: []
        policies:
          - id: claude-in-europe
            models: [anthropic/claude-*]
            allow:
              clouds: [aws, gcp]
              regions: [eu-*, europe-*]
            severity: error
        """);

    [Theory]
    [InlineData("openai/gpt-4o", "aws", "MPA1001 " + Default)]
    [InlineData("openai/gpt-4o", "azure", "allowed " + Default)]
    [InlineData("openai/o3-mini", "gcp", "MPA1001 " + Default)]
    [InlineData("openai/dall-e-3", "oci", "MPA1001 " + Default)]
    [InlineData("openai/text-embedding-3-large", "digitalocean", "MPA1001 " + Default)]
    public void Built_in_policy_restricts_openais_api_models_to_azure(string model, string cloud, string verdict) =>
        Assert.Equal([verdict], PolicySet.Default.Judge(Given.Deployment(model, cloud)).Short());

    [Theory]
    [InlineData("openai/gpt-oss-120b")]
    [InlineData("openai/whisper-large-v3")]
    [InlineData("openai/gpt-2")]
    [InlineData("anthropic/claude-sonnet-4")]
    public void Built_in_policy_leaves_open_weights_and_other_vendors_alone(string model)
    {
        Assert.False(PolicySet.Default.Restricts(Given.Model(model)));
        Assert.Empty(PolicySet.Default.Judge(Given.Deployment(model)));
    }

    [Theory]
    [InlineData(ServingKind.Managed, Exposure.PublicApi, "MPA1001 " + Default)]
    [InlineData(ServingKind.Managed, Exposure.PrivateApi, "MPA1001 " + Default)]
    [InlineData(ServingKind.Managed, Exposure.NonApi, "allowed " + Default)]
    [InlineData(ServingKind.Managed, Exposure.Undetermined, "MPA2003 " + Default)]
    [InlineData(ServingKind.SelfHosted, Exposure.PublicApi, "MPA1002 " + Default)]
    [InlineData(ServingKind.SelfHosted, Exposure.PrivateApi, "MPA1002 " + Default)]
    [InlineData(ServingKind.SelfHosted, Exposure.NonApi, "allowed " + Default)]
    [InlineData(ServingKind.SelfHosted, Exposure.Undetermined, "MPA2003 " + Default)]
    [InlineData(ServingKind.Consumed, Exposure.PublicApi, "MPA1003 " + Default)]
    [InlineData(ServingKind.Consumed, Exposure.NonApi, "MPA1003 " + Default)]
    [InlineData(ServingKind.Consumed, Exposure.Undetermined, "MPA1003 " + Default)]
    [InlineData(ServingKind.NotServed, Exposure.NonApi, "allowed " + Default)]
    [InlineData(ServingKind.NotServed, Exposure.Undetermined, "allowed " + Default)]
    public void Kind_and_exposure_choose_the_rule(ServingKind kind, Exposure exposure, string verdict) =>
        Assert.Equal([verdict], PolicySet.Default.Judge(Given.Deployment(kind: kind, exposure: exposure)).Short());

    [Theory]
    [InlineData(ServingKind.Managed, Exposure.PublicApi, "MPA1001 p")]
    [InlineData(ServingKind.SelfHosted, Exposure.PrivateApi, "MPA1002 p")]
    [InlineData(ServingKind.Managed, Exposure.NonApi, "MPA1005 p")]
    [InlineData(ServingKind.SelfHosted, Exposure.Undetermined, "MPA1005 p")]
    [InlineData(ServingKind.NotServed, Exposure.NonApi, "MPA1005 p")]
    [InlineData(ServingKind.Consumed, Exposure.NonApi, "MPA1003 p")]
    public void A_policy_on_any_use_judges_what_is_not_served_too(ServingKind kind, Exposure exposure, string verdict)
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], exposure: any, allow: {clouds: [azure]}}]}");
        Assert.Equal([verdict], set.Judge(Given.Deployment(kind: kind, exposure: exposure)).Short());
    }

    [Theory]
    [InlineData(ServingKind.Managed, Exposure.PublicApi, "MPA1001 p")]
    [InlineData(ServingKind.Managed, Exposure.PrivateApi, "allowed p")]
    [InlineData(ServingKind.SelfHosted, Exposure.NonApi, "allowed p")]
    [InlineData(ServingKind.SelfHosted, Exposure.Undetermined, "MPA2003 p")]
    [InlineData(ServingKind.Consumed, Exposure.PrivateApi, "allowed p")]
    [InlineData(ServingKind.Consumed, Exposure.Undetermined, "MPA1003 p")]
    public void A_policy_on_public_apis_lets_private_ones_be(ServingKind kind, Exposure exposure, string verdict)
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], exposure: public-api, allow: {clouds: [azure]}}]}");
        Assert.Equal([verdict], set.Judge(Given.Deployment(kind: kind, exposure: exposure)).Short());
    }

    [Theory]
    [InlineData("aws", "MPA1001")]
    [InlineData("azure", "allowed")]
    [InlineData("aws|azure", "MPA1001?")]
    [InlineData("aws|gcp", "MPA1001")]
    [InlineData("aws|?", "MPA1001?")]
    [InlineData("azure|?", "MPA2002")]
    [InlineData(null, "MPA2002")]
    public void One_forbidden_cloud_among_several_is_a_possible_violation(string? cloud, string verdict) =>
        Assert.Equal([verdict + " " + Default], PolicySet.Default.Judge(Given.Deployment(cloud: cloud)).Short());

    [Theory]
    [InlineData("aws", "us-east-1", "MPA1004")]
    [InlineData("aws", "eu-west-1", "allowed")]
    [InlineData("gcp", "europe-west4", "allowed")]
    [InlineData("gcp", "EUROPE-WEST4", "allowed")]
    [InlineData("aws", "eu-west-1|us-east-1", "MPA1004?")]
    [InlineData("aws", "us-east-1|us-east-2", "MPA1004")]
    [InlineData("aws", "eu-west-1|?", "MPA2002")]
    [InlineData("aws", null, "MPA2002")]
    [InlineData("azure", "westeurope", "MPA1001")]
    [InlineData("azure", null, "MPA1001")]
    [InlineData(null, "eu-west-1", "MPA2002")]
    public void Where_the_cloud_is_right_the_region_decides(string? cloud, string? region, string verdict) =>
        Assert.Equal([verdict + " claude-in-europe"], Europe.Judge(Given.Deployment("anthropic/claude-sonnet-4", cloud, region)).Short());

    [Fact]
    public void An_undetermined_region_is_told_from_an_undetermined_cloud()
    {
        var region = Assert.IsType<Undetermined>(Assert.Single(Europe.Judge(Given.Deployment("anthropic/claude-sonnet-4", "aws", null))));
        var cloud = Assert.IsType<Undetermined>(Assert.Single(Europe.Judge(Given.Deployment("anthropic/claude-sonnet-4", null, null))));
        Assert.True(region.IsOfRegion);
        Assert.Equal("no region is set", region.Why);
        Assert.False(cloud.IsOfRegion);
        Assert.Equal("the kubeconfig comes from a file", cloud.Why);
    }

    [Fact]
    public void Azure_regions_may_be_written_with_spaces()
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {clouds: [azure], regions: [westeurope]}}]}");
        Assert.Equal(["allowed p"], set.Judge(Given.Deployment(cloud: "azure", region: "West Europe")).Short());
        Assert.Equal(["MPA1004 p"], set.Judge(Given.Deployment(cloud: "azure", region: "North Europe")).Short());
    }

    [Fact]
    public void Regions_alone_leave_the_cloud_open()
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {regions: [eu-*]}}]}");
        Assert.Equal(["MPA1004 p"], set.Judge(Given.Deployment(cloud: null, region: "us-east-1")).Short());
        Assert.Equal(["allowed p"], set.Judge(Given.Deployment(cloud: "aws", region: "eu-west-1")).Short());
    }

    [Fact]
    public void An_empty_list_of_clouds_allows_a_model_nowhere()
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [deepseek/*], allow: {clouds: []}}]}");
        Assert.Equal(["MPA1001 p"], set.Judge(Given.Deployment("deepseek/deepseek-r1", cloud: "aws")).Short());
        Assert.Equal(["MPA1001 p"], set.Judge(Given.Deployment("deepseek/deepseek-r1", cloud: null)).Short());
    }

    [Fact]
    public void Severity_is_the_policys_or_the_rules_own()
    {
        var stated = Assert.IsType<Violation>(Assert.Single(Europe.Judge(Given.Deployment("anthropic/claude-sonnet-4", "azure"))));
        var unstated = Assert.IsType<Violation>(Assert.Single(PolicySet.Default.Judge(Given.Deployment())));
        Assert.Equal(DiagnosticSeverity.Error, stated.Severity);
        Assert.Null(unstated.Severity);
    }

    [Fact]
    public void An_alternative_model_is_a_possible_violation() =>
        Assert.Equal(["MPA1001? " + Default], PolicySet.Default.Judge(Given.Deployment() with { IsAlternative = true }).Short());

    [Fact]
    public void An_unknown_exposure_does_not_matter_where_the_place_is_allowed_and_yields_to_an_unknown_place()
    {
        Assert.Equal(["allowed " + Default], PolicySet.Default.Judge(Given.Deployment(cloud: "azure", exposure: Exposure.Undetermined)).Short());
        Assert.Equal(["MPA2002 " + Default], PolicySet.Default.Judge(Given.Deployment(cloud: null, exposure: Exposure.Undetermined)).Short());
    }

    [Fact]
    public void What_has_no_reason_of_its_own_is_not_seen_in_the_program()
    {
        var nowhere = new Determination([], null);
        Assert.Equal("nothing in the program names it", Why(Given.Deployment(model: null) with { WhyModelUnknown = null }));
        Assert.Equal("nothing in the program shows it", Why(Given.Deployment(exposure: Exposure.Undetermined) with { WhyExposureUndetermined = null }));
        Assert.Equal("nothing in the program shows it", Why(Given.Deployment() with { Cloud = nowhere }));

        static string Why(Deployment deployment) => Assert.IsType<Undetermined>(Assert.Single(PolicySet.Default.Judge(deployment))).Why;
    }

    [Theory]
    [InlineData("aws", Exposure.PublicApi, 1)]
    [InlineData("azure", Exposure.PublicApi, 0)]
    [InlineData("aws", Exposure.NonApi, 0)]
    [InlineData(null, Exposure.PublicApi, 1)]
    [InlineData("aws", Exposure.Undetermined, 1)]
    public void An_unknown_model_is_a_finding_only_where_some_policy_could_object(string? cloud, Exposure exposure, int findings)
    {
        var verdicts = PolicySet.Default.Judge(Given.Deployment(model: null, cloud: cloud, exposure: exposure));
        Assert.Equal(Enumerable.Repeat("MPA2001 " + Default, findings), verdicts.Short());
        Assert.All(verdicts, static verdict => Assert.Equal("parameter 'model' of a public method", Assert.IsType<Undetermined>(verdict).Why));
    }

    [Fact]
    public void An_unknown_model_names_every_policy_that_could_object_once()
    {
        var set = Given.Policies("""
            version: 1
            policies:
              - { id: a, models: [anthropic/*], allow: { clouds: [aws] } }
              - { id: g, models: [google/*], allow: { clouds: [gcp] } }
            """);
        Assert.Equal(["MPA2001 g+openai-api-on-azure"], set.Judge(Given.Deployment(model: null, cloud: "aws")).Short());
    }

    [Fact]
    public void Every_policy_that_judges_the_model_has_its_own_verdict()
    {
        var set = Given.Policies("""
            version: 1
            policies:
              - { id: sweden, models: [openai/gpt-4o*], allow: { clouds: [azure], regions: [swedencentral] } }
              - { id: others, models: [openai/gpt-5*], allow: { clouds: [azure] } }
            """);
        Assert.Equal(["MPA1001 sweden", "MPA1001 openai-api-on-azure"], set.Judge(Given.Deployment()).Short());
        Assert.Equal(["MPA1004 sweden", "allowed openai-api-on-azure"], set.Judge(Given.Deployment(cloud: "azure", region: "eastus")).Short());
    }

    [Theory]
    [InlineData("openai/gpt-4o", 1)]
    [InlineData("openai/gpt-4o-2024-11-20", 1)]
    [InlineData("openai/gpt-4o-mini", 0)]
    [InlineData("openai/gpt-4.1", 0)]
    public void Patterns_name_the_canonical_id(string model, int verdicts)
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/gpt-4o], allow: {clouds: [azure]}}]}");
        Assert.Equal(verdicts, set.Judge(Given.Deployment(model)).Length);
    }

    [Fact]
    public void Patterns_can_name_one_dated_version()
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/gpt-4o-2024-11-20], allow: {clouds: [azure]}}]}");
        Assert.Single(set.Judge(Given.Deployment("openai/gpt-4o-2024-11-20")));
        Assert.Empty(set.Judge(Given.Deployment("openai/gpt-4o-2024-08-06")));
        Assert.Empty(set.Judge(Given.Deployment("openai/gpt-4o")));
    }

    [Fact]
    public void One_pattern_of_several_is_enough()
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [anthropic/*, openai/*], except: [openai/gpt-4o-2024-11-20, openai/o3], allow: {clouds: [azure]}}]}");
        Assert.Single(set.Judge(Given.Deployment("openai/gpt-4o")));
        Assert.Single(set.Judge(Given.Deployment("anthropic/claude-sonnet-4")));
        Assert.Single(set.Judge(Given.Deployment("openai/gpt-4o-2024-08-06")));
        Assert.Empty(set.Judge(Given.Deployment("openai/gpt-4o-2024-11-20")));
        Assert.Empty(set.Judge(Given.Deployment("openai/o3")));
    }

    [Fact]
    public void Except_takes_models_out()
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], except: [openai/gpt-4o-*, openai/o3], allow: {clouds: [azure]}}]}");
        Assert.Single(set.Judge(Given.Deployment("openai/gpt-4o")));
        Assert.Empty(set.Judge(Given.Deployment("openai/gpt-4o-mini")));
        Assert.Empty(set.Judge(Given.Deployment("openai/o3")));
    }

    [Theory]
    [InlineData("any", "openai/gpt-4o", 1)]
    [InlineData("any", "openai/gpt-oss-120b", 1)]
    [InlineData("proprietary", "openai/gpt-oss-120b", 0)]
    [InlineData("open", "openai/gpt-oss-120b", 1)]
    [InlineData("open", "openai/gpt-4o", 0)]
    public void Weights_choose_among_the_models(string weights, string model, int verdicts)
    {
        var set = Given.Policies("{version: 1, extends: [], policies: [{id: p, models: [openai/*], weights: " + weights + ", allow: {clouds: [azure]}}]}");
        Assert.Equal(verdicts, set.Judge(Given.Deployment(model)).Length);
    }

    [Theory]
    [InlineData("2025-12-31", 0)]
    [InlineData("2026-01-01", 1)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2027-01-01", 0)]
    [InlineData(null, 1)]
    public void A_policy_holds_from_its_first_to_its_last_day(string? asOf, int verdicts)
    {
        var file = Given.File("{version: 1, extends: [], policies: [{id: p, models: [openai/*], allow: {clouds: [azure]}, validFrom: 2026-01-01, validUntil: 2026-12-31}]}");
        var set = PolicySet.From([file], asOf is null ? null : Given.Day(asOf));
        Assert.Equal(verdicts, set.Judge(Given.Deployment()).Length);
        Assert.Equal(verdicts is 1, set.Restricts(Given.Model("openai/gpt-4o")));
    }

    [Fact]
    public void A_policy_says_what_it_is_and_where_it_is_from()
    {
        var policy = Given.Policies("{version: 1, policies: [{id: p, description: 'Ours.', source: 'https://example.com/', models: [openai/*], allow: {clouds: [azure]}}]}").Policies[0];
        Assert.Equal(("Ours.", "https://example.com/"), (policy.Description, policy.Source));
    }

    [Fact]
    public void A_policy_can_hold_for_a_day() =>
        Given.Policies("{version: 1, policies: [{id: p, models: [openai/*], allow: {clouds: [azure]}, validFrom: 2026-11-24, validUntil: 2026-11-24}]}");

    [Theory]
    [InlineData("a.b_c-d.9")]
    [InlineData("A")]
    [InlineData("Z")]
    [InlineData("0")]
    public void An_id_is_of_letters_digits_and_a_few_marks(string id) =>
        Assert.Equal(id, Given.Policies("{version: 1, policies: [{id: '" + id + "', models: [openai/*], allow: {clouds: [azure]}}]}").Policies[0].Id);

    [Theory]
    [InlineData("acme/support-gpt", true)]
    [InlineData("a0._-z/a9._-z", true)]
    [InlineData("acme/", false)]
    [InlineData("/support", false)]
    [InlineData("acme/support/gpt", false)]
    [InlineData("Acme/support", false)]
    [InlineData("acme/support gpt", false)]
    [InlineData("acme/support:8b", false)]
    [InlineData("acme/süpport", false)]
    public void A_model_of_ones_own_is_vendor_and_name_in_lower_case(string id, bool isOne) =>
        Assert.Equal(isOne, Given.File("{version: 1, models: [{id: '" + id + "', match: [x-*]}]}").Problems.IsEmpty);

    [Fact]
    public void An_own_model_is_judged_as_its_base_and_by_its_own_name()
    {
        var set = Given.Policies("""
            version: 1
            policies:
              - { id: own, models: [acme/*], allow: { clouds: [gcp] } }
            models:
              - id: acme/support-gpt
                basedOn: openai/gpt-4o
                match: [support-gpt-*, "*.dkr.ecr.*/support-gpt:*"]
            """);
        var model = set.Families.Identify("support-gpt-7", "any");
        Assert.Equal(("openai/gpt-4o", "acme/support-gpt"), (model!.Id, model.OwnId));
        Assert.Equal(["MPA1001 own", "MPA1001 openai-api-on-azure"], set.Judge(Given.Deployment() with { Model = model }).Short());
        Assert.NotNull(set.Families.Identify("1234.dkr.ecr.eu-west-1.amazonaws.com/support-gpt:3", "image"));
    }

    [Fact]
    public void A_model_of_the_organisations_own_making_has_its_own_policies()
    {
        var set = Given.Policies("""
            version: 1
            policies: [{ id: own, models: [acme/writer], allow: { clouds: [gcp] } }]
            models: [{ id: acme/writer, match: [acme-writer*] }]
            """);
        var model = set.Families.Identify("acme-writer-2", "any");
        Assert.Equal(["MPA1001 own"], set.Judge(Given.Deployment() with { Model = model }).Short());
        Assert.Equal(ModelWeights.Proprietary, model!.Weights);
    }
}
