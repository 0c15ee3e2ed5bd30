using System;
using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>A justified and dated exception from a policy.</summary>
public sealed record Exemption
{
    /// <summary>The id of the policy it excepts from.</summary>
    public required string Policy { get; init; }

    /// <summary>Pattern of type tokens; null for all.</summary>
    public Glob? Resource { get; init; }

    /// <summary>Pattern of logical (Pulumi) names; null for all.</summary>
    public Glob? Name { get; init; }

    /// <summary>Patterns of stack names; null for all stacks.</summary>
    public ImmutableArray<Glob>? Stacks { get; init; }

    /// <summary>Why. An exemption without a reason is never in force.</summary>
    public required string Reason { get; init; }

    /// <summary>Who approved it; null only where its file does not require one.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The last day it is in force; null only where its file does not require one.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>Where its entry stands, or null for one made in code.</summary>
    public FilePosition? Position { get; init; }

    /// <summary>Whether its time is over on a day. Without a day (null) dates are not judged, and it is not.</summary>
    public bool IsExpired(DateTime? asOf) => asOf is { } day && day.Date > Expires;
}
