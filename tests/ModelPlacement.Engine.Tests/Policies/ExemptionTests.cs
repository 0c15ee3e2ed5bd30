using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

public class ExemptionTests
{
    private const string Policy = "openai-api-on-azure";

    private static PolicySet With(string exemption, string asOf = "2026-11-24", string? also = null) => PolicySet.From(
        [Given.File("version: 1\nexemptions:\n  - {policy: " + Policy + ", " + exemption + ", reason: Load test., approvedBy: platform, expires: 2026-12-31}\n" + also)],
        Given.Day(asOf));

    [Theory]
    [InlineData("resource: aws:sagemaker/endpoint:Endpoint", true)]
    [InlineData("resource: aws:sagemaker/*", true)]
    [InlineData("resource: AWS:*", true)]
    [InlineData("resource: aws:ecs/*", false)]
    [InlineData("name: chat", true)]
    [InlineData("name: ch?t*", true)]
    [InlineData("name: chat-*", false)]
    [InlineData("resource: aws:sagemaker/*, name: chat", true)]
    [InlineData("resource: aws:ecs/*, name: chat", false)]
    [InlineData("resource: aws:sagemaker/*, name: other", false)]
    public void Token_and_name_must_both_match(string exemption, bool isExempt) =>
        Assert.Equal([(isExempt ? "exempted MPA1001 " : "MPA1001 ") + Policy], With(exemption).Judge(Given.Deployment()).Short());

    [Theory]
    [InlineData("stacks: [dev]", "exempted MPA1001 p [dev]", "MPA1001 p [prod]")]
    [InlineData("stacks: ['*']", "exempted MPA1001 p [dev,prod]")]
    [InlineData("stacks: [dev, prod]", "exempted MPA1001 p [dev,prod]")]
    [InlineData("stacks: [test]", "MPA1001 p [dev,prod]")]
    public void Stacks_split_a_finding(string exemption, params string[] verdicts) =>
        Assert.Equal(
            verdicts.Select(static verdict => verdict.Replace(" p ", " " + Policy + " ")).Order(),
            With(exemption).Judge(Given.Deployment(stacks: ["dev", "prod"])).Short().Order());

    [Theory]
    [InlineData("stacks: [dev]", false)]
    [InlineData("stacks: ['*']", true)]
    public void Without_stacks_one_for_some_stacks_does_not_cover(string exemption, bool isExempt) =>
        Assert.Equal(isExempt, With(exemption).Judge(Given.Deployment()).Single() is Exempted);

    [Fact]
    public void Several_exemptions_share_the_stacks()
    {
        var set = With("stacks: [dev]", also: "  - {policy: " + Policy + ", stacks: [staging], reason: r, approvedBy: a, expires: 2026-12-31}\n");
        Assert.Equal(
            ["MPA1001 " + Policy + " [prod]", "exempted MPA1001 " + Policy + " [dev]", "exempted MPA1001 " + Policy + " [staging]"],
            set.Judge(Given.Deployment(stacks: ["dev", "staging", "prod"])).Short());
    }

    [Fact]
    public void Another_policys_exemption_does_not_count() =>
        Assert.Equal(
            ["MPA1001 mine", "exempted MPA1001 " + Policy],
            With("name: chat", also: "policies: [{id: mine, models: [openai/*], allow: {clouds: [azure]}}]\n").Judge(Given.Deployment()).Short());

    [Fact]
    public void Undetermined_findings_can_be_exempted_too()
    {
        Assert.Equal(["exempted MPA2002 " + Policy], With("name: chat").Judge(Given.Deployment(cloud: null)).Short());
        Assert.Equal(["exempted MPA2001 " + Policy], With("name: chat").Judge(Given.Deployment(model: null)).Short());
    }

    [Fact]
    public void An_unknown_model_is_exempt_from_the_policies_that_are_exempted_only()
    {
        var set = With("name: chat", also: "policies: [{id: mine, models: [openai/*], allow: {clouds: [azure]}}]\n");
        Assert.Equal(["MPA2001 mine", "exempted MPA2001 " + Policy], set.Judge(Given.Deployment(model: null)).Short());
    }

    [Fact]
    public void An_allowed_deployment_uses_no_exemption() =>
        Assert.Equal(["allowed " + Policy], With("name: chat").Judge(Given.Deployment(cloud: "azure")).Short());

    [Theory]
    [InlineData("2026-12-31", "exempted MPA1001 " + Policy)]
    [InlineData("2027-01-01", "MPA1001 " + Policy)]
    public void It_ends_after_its_last_day(string asOf, string verdict) =>
        Assert.Equal([verdict], With("name: chat", asOf).Judge(Given.Deployment()).Short());

    [Fact]
    public void Expiry_is_reported_at_the_entry()
    {
        var problem = Assert.Single(With("name: chat", "2027-01-01").Problems);
        Assert.Equal((RuleId.ExemptionExpired, 3, 6), (problem.Rule, problem.Line, problem.Column));
        Assert.Contains("expired on 2026-12-31", problem.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approvedBy: a, expires: 2027-01-01", "it has no 'reason'")]
    [InlineData("reason: '  ', approvedBy: a, expires: 2027-01-01", "it has no 'reason'")]
    [InlineData("reason: , approvedBy: a, expires: 2027-01-01", "it has no 'reason'")]
    [InlineData("reason: r, expires: 2027-01-01", "it has no 'approvedBy'")]
    [InlineData("reason: r, approvedBy: a", "it has no 'expires'")]
    [InlineData("name: x", "it has no 'reason', no 'approvedBy', no 'expires'")]
    public void Without_a_full_justification_it_is_not_in_force(string rest, string message)
    {
        var set = Given.Loose("version: 1\nexemptions:\n  - {policy: " + Policy + ", " + rest + "}\n");
        var problem = Assert.Single(set.Problems);
        Assert.Equal((RuleId.Unjustified, 3, 6), (problem.Rule, problem.Line, problem.Column));
        Assert.EndsWith(message, problem.Message, System.StringComparison.Ordinal);
        Assert.Equal(["MPA1001 " + Policy], set.Judge(Given.Deployment()).Short());
    }

    [Theory]
    [InlineData("[]", "reason: r", true)]
    [InlineData("[]", "approvedBy: a", false)]
    [InlineData("[approvedBy]", "reason: r, approvedBy: a", true)]
    [InlineData("[expires]", "reason: r, approvedBy: a", false)]
    [InlineData("[reason, approvedBy, expires]", "reason: r", false)]
    public void A_file_can_require_less_but_never_no_reason(string required, string rest, bool isExempt)
    {
        var set = Given.Loose("version: 1\nrequiredInExemptions: " + required + "\nexemptions:\n  - {policy: " + Policy + ", " + rest + "}\n");
        Assert.Equal(isExempt, set.Judge(Given.Deployment()).Single() is Exempted);
        Assert.Equal(isExempt ? [] : [RuleId.Unjustified], set.Problems.Select(static problem => problem.Rule));
    }

    [Fact]
    public void A_requirement_that_nobody_knows_loosens_nothing()
    {
        var set = Given.Loose("version: 1\nrequiredInExemptions: [reason, approver]\nexemptions:\n  - {policy: " + Policy + ", reason: r}\n");
        Assert.IsType<Violation>(set.Judge(Given.Deployment()).Single());
        Assert.EndsWith("it has no 'approvedBy', no 'expires'", set.Problems.Last().Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- policy: openai-api-on-azure\n    reason: r", "policy: openai-api-on-azure")]
    [InlineData("- policy:\n      openai-api-on-azure\n    reason: r", "policy")]
    [InlineData("- policy: >-\n      openai-api-on-azure\n    reason: r", "policy")]
    [InlineData("- stacks: [dev]\n    policy: openai-api-on-azure\n    reason: r", "stacks")]
    [InlineData("- {policy: openai-api-on-azure, reason: r}", "policy: openai-api-on-azure")]
    public void Its_place_is_its_first_key_with_what_stands_beside_it(string entry, string place)
    {
        var text = "version: 1\nrequiredInExemptions: []\nexemptions:\n  " + entry + "\n";
        var span = Assert.Single(Given.File(text).Exemptions).Position!.Span;
        Assert.Equal(place, text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Its_place_is_its_key_where_the_value_stands_elsewhere()
    {
        const string text = "{version: 1, requiredInExemptions: [], extends: [&p openai-api-on-azure], exemptions: [{policy: *p, reason: r}]}";
        var span = Assert.Single(Given.File(text).Exemptions).Position!.Span;
        Assert.Equal("policy", text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Two_are_told_apart_by_their_places_and_those_without_by_themselves()
    {
        var set = With("name: chat", also: "  - {policy: " + Policy + ", name: chat, reason: Load test., approvedBy: platform, expires: 2026-12-31}\n");
        var (one, other) = (set.Exemptions[0], set.Exemptions[1]);
        var comparer = ExemptionPlace.Comparer;
        Assert.True(comparer.Equals(one, one with { Reason = "another" }));
        Assert.False(comparer.Equals(one, other));
        Assert.True(comparer.Equals(one with { Position = null }, null) is false && comparer.Equals(null, null));
        var made = one with { Position = null };
        Assert.True(comparer.Equals(made, made));
        Assert.False(comparer.Equals(made, one with { Position = null }));
    }

    [Fact]
    public void A_name_that_is_not_wholly_known_is_covered_only_where_it_is_whatever_it_is()
    {
        var hole = new Unknown("parameter");
        var prefixed = new Text([new Constant("chat-"), hole]);
        Assert.True(IsExempt("chat-*", prefixed));
        Assert.True(IsExempt("*", hole));
        Assert.False(IsExempt("chat-?", prefixed));
        Assert.False(IsExempt("chat-eu", prefixed));
        Assert.False(IsExempt("chat*", hole));
        Assert.True(IsExempt("*-eu", new Text([hole, new Constant("-eu")])));
        Assert.True(IsExempt("chat-*", new Choice([new Constant("chat-a"), new Constant("chat-b")])));
        Assert.False(IsExempt("chat-*", new Choice([new Constant("chat-a"), new Constant("search")])));

        static bool IsExempt(string pattern, Value name) => With("name: '" + pattern + "'").Judge(Given.Deployment(name: name)).Single() is Exempted;
    }

    [Fact]
    public void Those_that_took_nothing_out_are_unused()
    {
        var set = With("name: chat", also: "  - {policy: " + Policy + ", name: gone, reason: r, approvedBy: a, expires: 2026-12-31}\n");
        var used = set.Judge(Given.Deployment()).OfType<Exempted>().Select(static exempted => exempted.By);
        var unused = Assert.Single(set.Unused(used));
        Assert.Equal((RuleId.ExemptionUnused, 4, 6), (unused.Rule, unused.Line, unused.Column));
        Assert.Equal("Exemption from policy '" + Policy + "' matches nothing in this project", unused.Message);
        Assert.Equal(2, set.Unused(ImmutableArray<Exemption>.Empty).Length);
    }

    [Fact]
    public void An_expired_one_is_not_also_unused() => Assert.Empty(With("name: chat", "2027-01-01").Unused([]));

    [Fact]
    public void Two_entries_that_say_the_same_are_two()
    {
        var set = With("name: chat", also: "  - {policy: " + Policy + ", name: chat, reason: Load test., approvedBy: platform, expires: 2026-12-31}\n");
        var used = set.Judge(Given.Deployment()).OfType<Exempted>().Select(static exempted => exempted.By);
        Assert.Equal(4, Assert.Single(set.Unused(used)).Line);
    }
}
