using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Policies;

/// <summary>The meaning of one policy: what it says of a deployment, before exemptions.</summary>
internal static class PolicyJudgement
{
    /// <summary>Whether a policy is about a model, by its canonical id, its dated id, or the organisation's own.</summary>
    public static bool Judges(this Policy policy, ModelIdentity model)
    {
        if (policy.Weights == PolicyWeights.Proprietary && model.Weights == ModelWeights.Open)
            return false;
        if (policy.Weights == PolicyWeights.Open && model.Weights == ModelWeights.Proprietary)
            return false;
        var ids = model.Ids().ToImmutableArray();
        return policy.Models.Any(pattern => ids.Any(pattern.Matches)) && !policy.Except.Any(pattern => ids.Any(pattern.Matches));
    }

    /// <summary>What a policy that judges the deployment's model says of it.</summary>
    public static Verdict Of(Policy policy, Deployment deployment) =>
        ExposureOf(policy, deployment) switch
        {
            Applies.No => Allow(policy, deployment),
            Applies.Yes => OfPlace(policy, deployment),
            _ => OfPlace(policy, deployment) switch
            {
                // Where the place is fine, or itself not known, exposure does not decide.
                Violation violation => Undecided(policy, deployment, RuleId.ExposureUndetermined, deployment.WhyExposureUndetermined ?? "nothing in the program shows it") with
                {
                    IsOfRegion = violation.Rule is RuleId.OutsideAllowedRegions,
                },
                var other => other,
            },
        };

    /// <summary>
    /// A finding for an unknown model where some policy would object if the model were one of its own. A place that every policy allows stays silent.
    /// </summary>
    public static ImmutableArray<Verdict> OfUnknownModel(ImmutableArray<Policy> inForce, Deployment deployment)
    {
        var concerned = inForce.Where(policy => Of(policy, deployment) is not Allowed).ToImmutableArray();
        return concerned.IsEmpty
            ? ImmutableArray<Verdict>.Empty
            : ImmutableArray.Create<Verdict>(new Undetermined
            {
                Deployment = deployment,
                Stacks = deployment.Stacks,
                Policies = concerned,
                Rule = RuleId.ModelUndetermined,
                Why = deployment.WhyModelUnknown ?? "nothing in the program names it",
            });
    }

    private enum Applies
    {
        No,
        Yes,
        Unknown,
    }

    private static Applies ExposureOf(Policy policy, Deployment deployment) => (policy.Exposure, deployment.Kind, deployment.Exposure) switch
    {
        (PolicyExposure.Any, _, _) => Applies.Yes,
        (_, ServingKind.NotServed, _) => Applies.No,
        (PolicyExposure.PublicApi, _, Exposure.PrivateApi) => Applies.No,
        // What is consumed is a vendor's API, whoever can reach the consumer.
        (_, ServingKind.Consumed, _) => Applies.Yes,
        (_, _, Exposure.NonApi) => Applies.No,
        (_, _, Exposure.PublicApi or Exposure.PrivateApi) => Applies.Yes,
        _ => Applies.Unknown,
    };

    private static Verdict OfPlace(Policy policy, Deployment deployment)
    {
        var clouds = Compare(deployment.Cloud, policy.AllowedClouds);
        if (clouds.IsForbidden)
            return Forbid(policy, deployment, CloudRule(deployment), clouds);
        if (clouds.WhyUndetermined is { } whyCloud)
            return Undecided(policy, deployment, RuleId.PlaceUndetermined, whyCloud);

        var regions = Compare(deployment.Region, policy.AllowedRegions);
        if (regions.IsForbidden)
            return Forbid(policy, deployment, RuleId.OutsideAllowedRegions, regions);
        return regions.WhyUndetermined is { } whyRegion
            ? Undecided(policy, deployment, RuleId.PlaceUndetermined, whyRegion) with { IsOfRegion = true }
            : Allow(policy, deployment);
    }

    /// <summary>Served where exposure is an API; under a policy on any use, what is not known to be one is use.</summary>
    private static string CloudRule(Deployment deployment) => (deployment.Kind, deployment.Exposure) switch
    {
        (ServingKind.Consumed, _) => RuleId.ConsumedOutsideAllowedClouds,
        (ServingKind.NotServed, _) or (_, Exposure.NonApi or Exposure.Undetermined) => RuleId.UsedOutsideAllowedClouds,
        (ServingKind.SelfHosted, _) => RuleId.SelfHostedOutsideAllowedClouds,
        _ => RuleId.ServedOutsideAllowedClouds,
    };

    private static Comparison Compare(Determination place, ImmutableArray<Glob>? allowed)
    {
        if (allowed is not { } patterns || patterns.Any(static pattern => pattern.MatchesEverything))
            return new Comparison(false, ImmutableArray<string>.Empty, false, null);

        // Allowed nowhere: then it does not matter where it is.
        if (patterns.IsEmpty)
            return new Comparison(true, place.Values, false, null);
        var forbidden = place.Values.Where(value => !patterns.Any(pattern => pattern.Matches(value) || pattern.Matches(WithoutSpaces(value)))).ToImmutableArray();
        var why = place.IsUndetermined ? place.WhyUndetermined ?? "nothing in the program shows it" : place.WhyUndetermined;
        return new Comparison(!forbidden.IsEmpty, forbidden, forbidden.Length < place.Values.Length || why is not null, why);
    }

    /// <summary>Azure takes display names of regions too: <c>West Europe</c> is <c>westeurope</c>.</summary>
    private static string WithoutSpaces(string region) => region.Replace(" ", "");

    private static Allowed Allow(Policy policy, Deployment deployment) =>
        new() { Deployment = deployment, Stacks = deployment.Stacks, Policies = ImmutableArray.Create(policy) };

    private static Violation Forbid(Policy policy, Deployment deployment, string rule, Comparison comparison) => new()
    {
        Deployment = deployment,
        Stacks = deployment.Stacks,
        Policies = ImmutableArray.Create(policy),
        Rule = rule,
        Severity = policy.Severity,
        IsPossible = deployment.IsAlternative || comparison.IsPossible,
        Forbidden = comparison.Forbidden,
    };

    private static Undetermined Undecided(Policy policy, Deployment deployment, string rule, string why) => new()
    {
        Deployment = deployment,
        Stacks = deployment.Stacks,
        Policies = ImmutableArray.Create(policy),
        Rule = rule,
        Why = why,
    };

    /// <param name="IsForbidden">Whether something that it can be is not allowed.</param>
    /// <param name="Forbidden">What it can be and the policy does not allow.</param>
    /// <param name="IsPossible">Whether it can also be something else.</param>
    /// <param name="WhyUndetermined">Why it is not wholly known, or null.</param>
    private sealed record Comparison(bool IsForbidden, ImmutableArray<string> Forbidden, bool IsPossible, string? WhyUndetermined);
}
