using System;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Policies;

/// <summary>The policies and exemptions that hold for a compilation, from its policy files and the built-in ones. Immutable, safe under concurrent callers.</summary>
public sealed partial class PolicySet
{
    internal PolicySet(
        ImmutableArray<Policy> policies,
        ImmutableArray<Exemption> exemptions,
        ImmutableArray<OwnModel> models)
    {
        Policies = policies;
        Exemptions = exemptions;
        Models = models;
    }

    /// <summary>The policies, one per id. Their dates are judged by <see cref="Judge"/>.</summary>
    public ImmutableArray<Policy> Policies { get; }

    /// <summary>The justified exemptions, those of the nearest file first; expired ones too.</summary>
    public ImmutableArray<Exemption> Exemptions { get; }

    /// <summary>The organisation's own names for models, one per id.</summary>
    public ImmutableArray<OwnModel> Models { get; }

    /// <summary>Whether some policy in force judges a model: only then do cloud, region and exposure matter.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asOf">The day to judge dates as of; null leaves dates out.</param>
    public bool Restricts(ModelIdentity model, DateTime? asOf) => Policies.Any(policy => policy.IsInForce(asOf) && policy.Judges(model, Models));

    /// <summary>
    /// What the policies in force say of a deployment: one verdict per policy that judges its model (split by stack where an exemption covers only some);
    /// one for the unknown model where some policy would object to some model there; none where no policy is concerned.
    /// </summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="asOf">The day to judge validity and expiry as of; null leaves dates out.</param>
    public ImmutableArray<Verdict> Judge(Deployment deployment, DateTime? asOf)
    {
        var inForce = Policies.Where(policy => policy.IsInForce(asOf));
        var verdicts = deployment.Model is { } model
            ? inForce.Where(policy => policy.Judges(model, Models)).Select(policy => PolicyJudgement.Of(policy, deployment))
            : PolicyJudgement.OfUnknownModel(inForce.ToImmutableArray(), deployment);
        var exemptions = Exemptions.Where(exemption => !exemption.IsExpired(asOf)).ToImmutableArray();
        return verdicts.SelectMany(verdict => verdict is Allowed ? ImmutableArray.Create(verdict) : ExemptionMatch.Split(verdict, exemptions)).ToImmutableArray();
    }
}
