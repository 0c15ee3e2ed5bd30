using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>What can be said of policy files only beside each other, the data and a date: names that nothing has, and entries whose time is not now.</summary>
internal sealed class PolicyReferences
{
    private readonly PolicyLayers _layers;
    private readonly DateTime? _asOf;
    private readonly ModelFamilies _families;
    private readonly ILookup<PlacedText, OwnModelError> _ownModelErrors;
    private readonly ImmutableArray<string> _clouds;
    private readonly ImmutableArray<string> _regions;
    private readonly ImmutableArray<string> _policies;
    private readonly TokenReferences _tokens;

    /// <param name="layers">The files.</param>
    /// <param name="asOf">The day; null leaves dates out.</param>
    /// <param name="families">The models, the organisation's own included.</param>
    /// <param name="ownModelErrors">What was wrong with those.</param>
    public PolicyReferences(PolicyLayers layers, DateTime? asOf, ModelFamilies families, ImmutableArray<OwnModelError> ownModelErrors)
    {
        _layers = layers;
        _asOf = asOf;
        _families = families;
        _ownModelErrors = ownModelErrors.ToLookup(static error => error.At);
        _clouds = Names(Cloud.All.Select(static cloud => cloud.Id).Concat(layers.Resources.Select(static own => own.Cloud).OfType<string>()));
        _regions = Names(Cloud.All.SelectMany(static cloud => cloud.Regions));
        _policies = Names(layers.Files.SelectMany(static file => file.Policies.Concat(file.DroppedPolicies)).Select(static policy => policy.Id).Where(static id => id.Length > 0).Concat(BuiltInPolicies.Ids));
        _tokens = new TokenReferences(ResourceCatalog.BuiltIn, layers.Resources);
    }

    /// <summary>Everything, with what the files alone show, in the order of the files.</summary>
    public ImmutableArray<PolicyProblem> Check() => _layers.Files.SelectMany(Check).ToImmutableArray();

    private IEnumerable<PolicyProblem> Check(PolicyFile file)
    {
        var problems = new ProblemList();
        foreach (var problem in file.Problems)
            problems.Add(problem.Rule, problem.Position, problem.Message);
        foreach (var entry in file.Extends ?? ImmutableArray<ExtendsEntry>.Empty)
            CheckExtends(file, entry, problems);
        foreach (var policy in file.Policies)
            CheckPolicy(policy, problems);
        foreach (var policy in file.DroppedPolicies)
            CheckNames(policy, problems);
        foreach (var exemption in file.Exemptions)
            CheckExemption(exemption, problems);
        foreach (var exemption in file.DroppedExemptions)
            CheckNames(exemption, problems);
        foreach (var own in file.Models)
            CheckOwnModel(file, own, problems);
        foreach (var (id, position) in _layers.BuiltIn.Select(static entry => (entry.Key, entry.Value)))
        {
            if (position is not null && string.Equals(position.Path, file.Path, StringComparison.Ordinal))
                CheckValidity(_layers.Policies.First(policy => string.Equals(policy.Id, id, StringComparison.OrdinalIgnoreCase)), position, problems);
        }

        return problems.ToImmutable();
    }

    private void CheckExtends(PolicyFile file, ExtendsEntry entry, ProblemList problems)
    {
        if (!entry.IsFile && !BuiltInPolicies.Ids.Contains(entry.Text))
            Unknown(entry.Position, "There is no built-in policy '" + MappingReader.Shorten(entry.Text) + "'", entry.Text, BuiltInPolicies.Ids, problems);
        else if (entry.IsFile && FilePath.Resolve(_layers.Files, file, entry) is not { } other)
            problems.Add(RuleId.UnknownReference, entry.Position, "'" + MappingReader.Shorten(entry.Text) + "' is not among the policy files of this project; add it to AdditionalFiles with ModelPlacementPolicy=\"true\"");
        else if (entry.IsFile && ReferenceEquals(FilePath.Resolve(_layers.Files, file, entry), file))
            problems.Invalid(entry.Position, "A policy file cannot build on itself");
    }

    private void CheckPolicy(Policy policy, ProblemList problems)
    {
        CheckNames(policy, problems);
        if (policy.Position is { } position)
            CheckValidity(policy, position, problems);
    }

    private void CheckNames(Policy policy, ProblemList problems)
    {
        foreach (var pattern in policy.Models.Concat(policy.Except))
        {
            if (!problems.IsFull && !pattern.MatchesEverything && !_families.IsKnown(pattern.Text))
                problems.Add(RuleId.UnknownReference, pattern.Position!, "No known model is called '" + pattern + "'" + (_families.Nearest(pattern.Text) is { } near ? "; did you mean '" + near + "'?" : ""));
        }

        foreach (var pattern in policy.AllowedClouds ?? ImmutableArray<Glob>.Empty)
        {
            if (!_clouds.Any(pattern.Matches))
                Unknown(pattern.Position!, "No known cloud is called '" + pattern + "'", pattern.Text, _clouds, problems);
        }

        foreach (var pattern in policy.AllowedRegions ?? ImmutableArray<Glob>.Empty)
        {
            if (!problems.IsFull && !_regions.Any(pattern.Matches) && RegionMeant(pattern) is { } meant)
                problems.Add(RuleId.UnknownReference, pattern.Position!, "No known region is called '" + pattern + "'; did you mean '" + meant + "'?");
        }
    }

    /// <summary>
    /// Clouds open new regions, and number them: <c>eu-south-3</c> beside <c>eu-south-2</c> is news, not a typing error. So only a region is named that differs in letters.
    /// </summary>
    private string? RegionMeant(Glob pattern) =>
        Proposal.Nearest(pattern.Text.TrimEnd('*'), _regions) is { } near && !string.Equals(Letters(near), Letters(pattern.Text), StringComparison.OrdinalIgnoreCase) ? near : null;

    private static string Letters(string text) => new(text.Where(char.IsLetter).ToArray());

    private void CheckValidity(Policy policy, FilePosition position, ProblemList problems)
    {
        if (policy.IsInForce(_asOf))
            return;
        var when = _asOf < policy.ValidFrom ? "it starts on " + Day(policy.ValidFrom) : "it ended on " + Day(policy.ValidUntil);
        problems.Add(RuleId.OutsideValidity, position, "Policy '" + policy.Id + "' is not in force as of " + Day(_asOf) + ": " + when);
    }

    private void CheckExemption(Exemption exemption, ProblemList problems)
    {
        CheckNames(exemption, problems);
        if (exemption.IsExpired(_asOf))
            problems.Add(RuleId.ExemptionExpired, exemption.Position!, "Exemption from policy '" + exemption.Policy + "' expired on " + Day(exemption.Expires) + ", so what it covered is reported again");
    }

    private void CheckNames(Exemption exemption, ProblemList problems)
    {
        if (exemption.Policy.Length > 0 && !_policies.Contains(exemption.Policy))
            Unknown(exemption.Position!, "There is no policy '" + exemption.Policy + "' to be exempt from", exemption.Policy, _policies, problems);
        if (!problems.IsFull && exemption.Resource is { } token && !_tokens.IsKnown(token))
            Unknown(token.Position!, "The catalog has no resource type '" + token + "'", token.Text, _tokens.Near(token).ToImmutableArray(), problems);
    }

    private void CheckOwnModel(PolicyFile file, OwnModel own, ProblemList problems)
    {
        foreach (var text in own.Match.Add(own.Id))
        {
            foreach (var error in About(text))
                problems.Invalid(Position(file, text), error.Message.TrimEnd('.'));
        }

        if (own.BasedOn is not { } basedOn)
            return;
        foreach (var error in About(basedOn))
            problems.Add(RuleId.UnknownReference, Position(file, basedOn), error.Message.TrimEnd('.'));
    }

    /// <summary>Another file may say the same at the same place, and be right.</summary>
    private IEnumerable<OwnModelError> About(PlacedText text) => _ownModelErrors[text].Where(error => ReferenceEquals(error.At, text));

    private static FilePosition Position(PolicyFile file, PlacedText text) => Document.PositionOf(file.Path, file.Text, text.Line, text.Column, text.Text.Length);

    private static void Unknown(FilePosition position, string message, string word, ImmutableArray<string> known, ProblemList problems) =>
        problems.Add(RuleId.UnknownReference, position, message + (problems.IsFull ? "" : MappingReader.DidYouMean(word, known)));

    private static ImmutableArray<string> Names(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).ToImmutableArray();

    private static string Day(DateTime? day) => day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
