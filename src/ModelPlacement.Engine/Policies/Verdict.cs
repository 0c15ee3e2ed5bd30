using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Policies;

/// <summary>
/// What a policy says of a deployment. A closed set: <see cref="Allowed"/>, <see cref="Violation"/>, <see cref="Undetermined"/>, <see cref="Exempted"/>.
/// </summary>
public abstract record Verdict
{
    private protected Verdict()
    {
    }

    /// <summary>What was judged.</summary>
    public required Deployment Deployment { get; init; }

    /// <summary>The stacks it holds for: those of the deployment, or those of them that no exemption takes out. Empty without stack configuration.</summary>
    public required ImmutableArray<string> Stacks { get; init; }

    /// <summary>The regions of its stacks, where it is said of several at once that it is in different ones; else empty.</summary>
    public ImmutableArray<StackRegions> RegionsByStack { get; init; } = ImmutableArray<StackRegions>.Empty;

    /// <summary>The policies it follows from: one, except for <see cref="RuleId.ModelUndetermined"/>, which may concern several.</summary>
    public required ImmutableArray<Policy> Policies { get; init; }
}

/// <summary>Where a deployment is in some stacks.</summary>
/// <param name="Regions">The region ids.</param>
/// <param name="Stacks">The stacks.</param>
public sealed record StackRegions(ImmutableArray<string> Regions, ImmutableArray<string> Stacks);

/// <summary>The policy has nothing against it.</summary>
public sealed record Allowed : Verdict;

/// <summary>The policy forbids it.</summary>
public sealed record Violation : Verdict
{
    /// <summary>One of <c>MPA1001</c> to <c>MPA1005</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The severity the policy asks for; null leaves it to the rule's default.</summary>
    public required DiagnosticSeverity? Severity { get; init; }

    /// <summary>Whether only some of the alternatives (of the model, the cloud or the region) are forbidden: "may serve".</summary>
    public required bool IsPossible { get; init; }

    /// <summary>The clouds (for <c>MPA1004</c>: the regions) that are forbidden, as ids.</summary>
    public required ImmutableArray<string> Forbidden { get; init; }
}

/// <summary>Whether the policy forbids it cannot be told at compile time.</summary>
public sealed record Undetermined : Verdict
{
    /// <summary>One of <c>MPA2001</c> to <c>MPA2003</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Why { get; init; }

    /// <summary>Whether it is the region, not the cloud, that is not known, or that is not allowed where exposure decides.</summary>
    public bool IsOfRegion { get; init; }
}

/// <summary>A finding that an exemption takes out.</summary>
public sealed record Exempted : Verdict
{
    /// <summary>The <see cref="Violation"/> or <see cref="Undetermined"/> that it would be.</summary>
    public required Verdict Finding { get; init; }

    public required Exemption By { get; init; }
}
