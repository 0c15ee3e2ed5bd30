using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Policies;

/// <summary>The same verdict on the same creation in several stacks is one verdict that names them all.</summary>
public static class VerdictStacks
{
    /// <summary>Verdicts of a program evaluated once per stack, each said once. In the order in which they first came.</summary>
    public static ImmutableArray<Verdict> Merge(IEnumerable<Verdict> verdicts) =>
        verdicts.GroupBy(static verdict => verdict, SameButForStacks.Comparer).Select(static same => Union(same.ToImmutableArray())).ToImmutableArray();

    private static Verdict Union(ImmutableArray<Verdict> same)
    {
        if (same.Length == 1)
            return same[0];
        var stacks = Union(same.Select(static verdict => verdict.Stacks));
        var of = Union(same.Select(static verdict => verdict.Deployment.Stacks));
        var merged = same[0] with { Stacks = stacks, Deployment = same[0].Deployment with { Stacks = of }, RegionsByStack = RegionsByStack(same) };
        return merged is Exempted exempted ? exempted with { Finding = exempted.Finding with { Stacks = stacks, Deployment = merged.Deployment, RegionsByStack = merged.RegionsByStack } } : merged;
    }

    // Where the words but for the stacks differ, they do so by the region.
    private static ImmutableArray<StackRegions> RegionsByStack(ImmutableArray<Verdict> same)
    {
        var regions = same.GroupBy(static verdict => VerdictMessage.Of(verdict with { Stacks = ImmutableArray<string>.Empty }), StringComparer.Ordinal)
            .Select(static alike => new StackRegions(alike.First().Deployment.Region.Values, Union(alike.Select(static verdict => verdict.Stacks))))
            .ToImmutableArray();
        return regions.Length > 1 ? regions : ImmutableArray<StackRegions>.Empty;
    }

    /// <summary>What holds without a stack named holds in all of them.</summary>
    private static ImmutableArray<string> Union(IEnumerable<ImmutableArray<string>> stacks) => stacks.Any(static names => names.IsEmpty)
        ? ImmutableArray<string>.Empty
        : stacks.SelectMany(static names => names).Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>On one creation, reached by the same calls, with the same words but for the stacks and the region in each.</summary>
    private sealed class SameButForStacks : IEqualityComparer<Verdict>
    {
        public static readonly SameButForStacks Comparer = new();

        public bool Equals(Verdict? x, Verdict? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Key(x).Equals(Key(y)) && Trail(x).SequenceEqual(Trail(y)));

        public int GetHashCode(Verdict obj) => Key(obj).GetHashCode();

        private static (Type, Location, string, string, Exemption?) Key(Verdict verdict) => (
            verdict.GetType(),
            verdict.Deployment.Resource.Declaration,
            string.Join("\n", verdict.Policies.Select(static policy => policy.Id)),
            verdict is Allowed ? verdict.Deployment.Model?.Id ?? "" : Rule(verdict) + VerdictMessage.Of(WithoutStack(verdict)),
            (verdict as Exempted)?.By);

        // A region that is known in one stack only stays a finding of its own.
        private static Verdict WithoutStack(Verdict verdict)
        {
            var stackless = verdict with { Stacks = ImmutableArray<string>.Empty };
            if (verdict.Stacks.IsEmpty || verdict.Deployment.Region.IsUndetermined)
                return stackless;
            var elsewhere = verdict.Deployment with { Region = Determination.Known("") };
            return stackless is Exempted exempted ? exempted with { Finding = exempted.Finding with { Deployment = elsewhere } } : stackless with { Deployment = elsewhere };
        }

        private static ImmutableArray<Location> Trail(Verdict verdict) => verdict.Deployment.Resource.CallTrail;

        private static string Rule(Verdict verdict) => verdict switch
        {
            Violation violation => violation.Rule,
            Undetermined undetermined => undetermined.Rule,
            Exempted exempted => Rule(exempted.Finding),
            _ => "",
        };
    }
}
