using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Policies;

/// <summary>Which findings an exemption takes out.</summary>
internal static class ExemptionMatch
{
    /// <summary>
    /// A finding as what remains of it, by the stacks and policies that no exemption covers, and what exemptions take out. The first exemption that covers counts.
    /// </summary>
    public static ImmutableArray<Verdict> Split(Verdict finding, ImmutableArray<Exemption> exemptions)
    {
        var candidates = exemptions.Where(exemption => Covers(exemption, finding.Deployment)).ToImmutableArray();
        if (candidates.IsEmpty)
            return ImmutableArray.Create(finding);

        var stacks = finding.Stacks.IsEmpty ? ImmutableArray.Create(default(string)) : finding.Stacks.Select(static stack => (string?)stack).ToImmutableArray();
        var parts = from stack in stacks
                    from policy in finding.Policies
                    let exemption = candidates.FirstOrDefault(candidate => Covers(candidate, policy, stack))
                    select (Stack: stack, Policy: policy, By: exemption);
        var remaining = parts
            .Where(static part => part.By is null)
            .GroupBy(static part => part.Stack, StringComparer.Ordinal)
            .GroupBy(static stack => string.Join("\n", stack.Select(static part => part.Policy.Id)), StringComparer.Ordinal)
            .Select(group => finding with
            {
                Stacks = NamesOf(group.Select(static stack => stack.Key)),
                Policies = group.First().Select(static part => part.Policy).ToImmutableArray(),
            });
        var exempted = parts
            .Where(static part => part.By is not null)
            .GroupBy(static part => part.By!)
            .Select(group => (Verdict)new Exempted
            {
                Deployment = finding.Deployment,
                Stacks = NamesOf(group.Select(static part => part.Stack)),
                Policies = group.Select(static part => part.Policy).Distinct().ToImmutableArray(),
                Finding = finding,
                By = group.Key,
            });
        return remaining.Concat(exempted).ToImmutableArray();
    }

    private static ImmutableArray<string> NamesOf(IEnumerable<string?> stacks) => stacks.OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>For one stack, or for all (null) where no stack is known: then one for some stacks only does not cover.</summary>
    private static bool Covers(Exemption exemption, Policy policy, string? stack) =>
        string.Equals(exemption.Policy, policy.Id, StringComparison.Ordinal)
        && (exemption.Stacks is not { } stacks || stacks.Any(pattern => stack is null ? pattern.MatchesEverything : pattern.Matches(stack)));

    private static bool Covers(Exemption exemption, Deployment deployment) =>
        (exemption.Resource is not { } token || token.Matches(deployment.Resource.Token) || token.Matches(deployment.Entry.Token))
        && (exemption.Name is not { } name || CoversName(name, deployment.Resource.Name));

    /// <summary>A name of which pieces are not known is covered where it is, whatever they are.</summary>
    private static bool CoversName(Glob pattern, Value name) => name switch
    {
        Choice choice => choice.Alternatives.All(alternative => CoversName(pattern, alternative)),
        Text text => pattern.Matches(string.Concat(text.Pieces.Select(static piece => piece.AsString() ?? Glob.Hole.ToString()))),
        _ => name.AsString() is { } known ? pattern.Matches(known) : pattern.MatchesEverything,
    };
}
