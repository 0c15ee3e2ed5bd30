using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

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
        var merged = same[0] with { Stacks = stacks, Deployment = same[0].Deployment with { Stacks = of } };
        return merged is Exempted exempted ? exempted with { Finding = exempted.Finding with { Stacks = stacks, Deployment = merged.Deployment } } : merged;
    }

    /// <summary>What holds without a stack named holds in all of them.</summary>
    private static ImmutableArray<string> Union(IEnumerable<ImmutableArray<string>> stacks) => stacks.Any(static names => names.IsEmpty)
        ? ImmutableArray<string>.Empty
        : stacks.SelectMany(static names => names).Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>On one creation, reached by the same calls, with the same words but for the stacks.</summary>
    private sealed class SameButForStacks : IEqualityComparer<Verdict>
    {
        public static readonly SameButForStacks Comparer = new();

        public bool Equals(Verdict? x, Verdict? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Key(x).Equals(Key(y)) && Trail(x).SequenceEqual(Trail(y)));

        public int GetHashCode(Verdict obj) => Key(obj).GetHashCode();

        private static (Type, Location, string, string, Exemption?) Key(Verdict verdict) => (
            verdict.GetType(),
            verdict.Deployment.Resource.Declaration,
            string.Join("\n", verdict.Policies.Select(static policy => policy.Id)),
            verdict is Allowed ? verdict.Deployment.Model?.Id ?? "" : Rule(verdict) + VerdictMessage.Of(verdict with { Stacks = ImmutableArray<string>.Empty }),
            (verdict as Exempted)?.By);

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
