using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Policies;

/// <summary>Verdicts in words for a person.</summary>
public static class VerdictMessage
{
    /// <summary>One sentence without a full stop; empty for <see cref="Allowed"/>, which is not reported.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Violation violation => Resource(violation) + " " + Does(violation) + " " + Place(violation) + Stacks(violation) + "; " + Rule(violation.Policies[0], violation.Rule),
        Undetermined undetermined => Of(undetermined),
        Exempted exempted => Of(exempted.Finding with { Stacks = exempted.Stacks, RegionsByStack = exempted.RegionsByStack }) + "; exempted: " + exempted.By.Reason,
        _ => "",
    };

    private static string Of(Undetermined undetermined) => undetermined.Rule switch
    {
        RuleId.ModelUndetermined =>
            "Which model " + Resource(undetermined) + " " + Verb(undetermined.Deployment, isPossible: false) + Stacks(undetermined) + " cannot be determined: " + undetermined.Why + "; "
            + (undetermined.Policies.Length == 1 ? "policy " : "policies ") + string.Join(", ", undetermined.Policies.Select(static policy => "'" + policy.Id + "'"))
            + " cannot be checked",
        RuleId.PlaceUndetermined =>
            (undetermined.IsOfRegion ? "Region" : "Cloud") + " where " + Resource(undetermined) + " " + Verb(undetermined.Deployment, isPossible: undetermined.Deployment.IsAlternative) + " "
            + Model(undetermined) + Stacks(undetermined) + " cannot be determined: " + undetermined.Why + "; "
            + Rule(undetermined),
        _ =>
            "Whether " + Resource(undetermined) + " serves " + Model(undetermined) + " through an API " + On(undetermined) + Stacks(undetermined)
            + " cannot be determined: " + undetermined.Why + "; " + Rule(undetermined),
    };

    private static string Does(Violation violation)
    {
        var verb = Verb(violation.Deployment, violation.IsPossible) + " " + Model(violation);
        return violation.Rule switch
        {
            RuleId.ServedOutsideAllowedClouds => verb + " through an API",
            RuleId.SelfHostedOutsideAllowedClouds => verb + " behind an API",
            RuleId.ConsumedOutsideAllowedClouds => verb + " through an endpoint",
            _ => verb,
        };
    }

    private static string Verb(Deployment deployment, bool isPossible) => (deployment.Kind, deployment.Exposure) switch
    {
        (ServingKind.Consumed, _) => isPossible ? "may consume" : "consumes",
        (ServingKind.NotServed, _) or (_, Exposure.NonApi) => isPossible ? "may use" : "uses",
        (ServingKind.SelfHosted, _) => isPossible ? "may self-host" : "self-hosts",
        _ => isPossible ? "may serve" : "serves",
    };

    /// <summary><c>SageMaker endpoint 'chat'</c>; pieces of the name that are not known are dots.</summary>
    private static string Resource(Verdict verdict) => verdict.Deployment.Entry.DisplayName + Name(verdict.Deployment.Resource.Name);

    private static string Name(Value name) => name switch
    {
        Text text => " '" + string.Concat(text.Pieces.Select(static piece => piece.AsString() ?? "...")) + "'",
        Choice choice => " " + Or(choice.Alternatives.Select(static alternative => Name(alternative).Trim()).Where(static known => known.Length > 0)),
        _ => name.AsString() is { } known ? " '" + known + "'" : "",
    };

    private static string Model(Verdict verdict)
    {
        var model = verdict.Deployment.Model!;
        return model.OwnId is { } own ? own + " (based on " + model.Id + ")" : model.Id;
    }

    /// <summary>Where the forbidden thing is: the forbidden clouds or regions, not those beside them that are fine.</summary>
    private static string Place(Violation violation) => violation.Rule is RuleId.OutsideAllowedRegions
        ? "from " + Or(violation.Forbidden) + " on " + Clouds(violation.Deployment.Cloud.Values)
        : IsOfVendor(violation) ? "of " + violation.Forbidden[0]
        : violation.Forbidden.IsEmpty ? On(violation) : "on " + Clouds(violation.Forbidden) + Regions(violation);

    // Whose API is called is then no cloud but the model's own vendor.
    private static bool IsOfVendor(Violation violation) =>
        violation.Deployment is { Kind: ServingKind.Consumed, Model: { } model } && violation.Forbidden is [var only] && only == model.Vendor;

    private static string On(Verdict verdict) =>
        verdict.Deployment.Cloud is { IsUndetermined: false, Values: var clouds } ? "on " + Clouds(clouds) + Regions(verdict) : "on a cloud that is not known";

    private static string Clouds(ImmutableArray<string> ids) => ids.IsEmpty ? "a cloud that is not known" : Or(ids.Select(Cloud.NameOf));

    private static string Regions(Verdict verdict) => verdict switch
    {
        { RegionsByStack.IsEmpty: false } => " (" + string.Join("; ", verdict.RegionsByStack.Select(static some => Or(some.Regions) + In(some.Stacks))) + ")",
        { Deployment.Region: { IsUndetermined: false, Values: var regions } } => " (" + Or(regions) + ")",
        _ => "",
    };

    // Where the regions name their stacks, the sentence does not once more.
    private static string Stacks(Verdict verdict) => verdict.RegionsByStack.IsEmpty ? In(verdict.Stacks) : "";

    private static string In(ImmutableArray<string> stacks) => stacks.Length switch
    {
        0 => "",
        1 => " in stack " + stacks[0],
        _ => " in stacks " + string.Join(", ", stacks),
    };

    private static string Rule(Undetermined undetermined) =>
        Rule(undetermined.Policies[0], undetermined.IsOfRegion ? RuleId.OutsideAllowedRegions : RuleId.ServedOutsideAllowedClouds);

    private static string Rule(Policy policy, string rule)
    {
        var what = rule is RuleId.OutsideAllowedRegions ? policy.AllowedRegions : policy.AllowedClouds;
        var allowed = what is not { } patterns ? "elsewhere"
            : patterns.IsEmpty ? "nowhere"
            : rule is RuleId.OutsideAllowedRegions ? "in " + Or(patterns.Select(static pattern => pattern.Text)) + " only"
            : "on " + Or(patterns.Select(static pattern => Cloud.NameOf(pattern.Text))) + " only";
        return "policy '" + policy.Id + "' allows it " + allowed;
    }

    private static string Or(IEnumerable<string> words)
    {
        var all = words.ToImmutableArray();
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Length - 1)) + " or " + all[all.Length - 1];
    }
}
