using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Policies;

/// <summary>The policies and exemptions that hold for a compilation, from its policy files and the built-in ones. Immutable, safe under concurrent callers.</summary>
public sealed class PolicySet
{
    private static readonly Lazy<PolicySet> LazyDefault = new(static () => From(ImmutableArray<PolicyFile>.Empty, asOf: null));

    private readonly ImmutableArray<Policy> _inForce;
    private readonly ImmutableArray<Exemption> _unexpired;

    private PolicySet(PolicyLayers layers, DateTime? asOf)
    {
        AsOf = asOf;
        Policies = layers.Policies;
        Exemptions = layers.Exemptions;
        Resources = layers.Resources;
        var own = layers.Models.IsEmpty ? new OwnModelsResult(ModelFamilies.BuiltIn, ImmutableArray<OwnModelError>.Empty) : ModelFamilies.BuiltIn.With(layers.Models);
        Families = own.Families;

        // Without files nothing refers to anything, and the data that references are checked against is not read.
        Problems = layers.Files.IsEmpty
            ? ImmutableArray<PolicyProblem>.Empty
            : new PolicyReferences(layers, asOf, Families, own.Errors).Check();
        _inForce = Policies.Where(policy => policy.IsInForce(asOf)).ToImmutableArray();
        _unexpired = Exemptions.Where(exemption => !exemption.IsExpired(asOf)).ToImmutableArray();
    }

    /// <summary>The built-in policy that holds where there is no policy file.</summary>
    public static PolicySet Default => LazyDefault.Value;

    /// <summary>The day that validity and expiry are judged as of; null leaves dates out: then every policy and exemption is in force.</summary>
    public DateTime? AsOf { get; }

    /// <summary>The policies, one per id, those out of force too.</summary>
    public ImmutableArray<Policy> Policies { get; }

    /// <summary>The justified exemptions, those of the nearest file first; expired ones too.</summary>
    public ImmutableArray<Exemption> Exemptions { get; }

    /// <summary>The models by their names, the organisation's own included.</summary>
    public ModelFamilies Families { get; }

    /// <summary>The organisation's own entries of the catalog, one per token: to be added by <see cref="ResourceCatalog.With"/>.</summary>
    public ImmutableArray<CatalogEntry> Resources { get; }

    /// <summary>
    /// Everything wrong or worth knowing in the policy files, in the order of the files, except for <see cref="RuleId.ExemptionUnused"/>, which only a whole compilation
    /// shows (<see cref="Unused"/>).
    /// </summary>
    public ImmutableArray<PolicyProblem> Problems { get; }

    /// <summary>Lays policy files over each other and over the built-in policies. For one id the nearest file wins.</summary>
    /// <param name="filesNearestFirst">The files, the one in the project's folder first.</param>
    /// <param name="asOf">The day to judge validity and expiry as of; null leaves dates out.</param>
    public static PolicySet From(ImmutableArray<PolicyFile> filesNearestFirst, DateTime? asOf) => new(PolicyLayers.Of(filesNearestFirst), asOf);

    /// <summary>Whether some policy in force judges a model: only then do cloud, region and exposure matter.</summary>
    public bool Restricts(ModelIdentity model) => _inForce.Any(policy => policy.Judges(model));

    /// <summary>
    /// What the policies in force say of a deployment: one verdict per policy that judges its model (split by stack where an exemption covers only some);
    /// one for the unknown model where some policy would object to some model there; none where no policy is concerned.
    /// </summary>
    public ImmutableArray<Verdict> Judge(Deployment deployment)
    {
        var verdicts = deployment.Model is { } model
            ? _inForce.Where(policy => policy.Judges(model)).Select(policy => PolicyJudgement.Of(policy, deployment))
            : PolicyJudgement.OfUnknownModel(_inForce, deployment);
        return verdicts.SelectMany(verdict => verdict is Allowed ? ImmutableArray.Create(verdict) : ExemptionMatch.Split(verdict, _unexpired)).ToImmutableArray();
    }

    /// <summary>The exemptions in force that took nothing out, given those that did (<see cref="Exempted.By"/>) across a whole compilation.</summary>
    public ImmutableArray<PolicyProblem> Unused(IEnumerable<Exemption> used)
    {
        var matched = used.ToImmutableHashSet(ExemptionPlace.Comparer);
        return _unexpired
            .Where(exemption => exemption.Position is not null && !matched.Contains(exemption))
            .Select(static exemption => new PolicyProblem(
                RuleId.ExemptionUnused,
                "Exemption from policy '" + exemption.Policy + "' matches nothing in this project",
                exemption.Position!))
            .ToImmutableArray();
    }
}
