using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Which deployments of its models a policy judges.</summary>
public enum PolicyExposure
{
    /// <summary>Served through an API, public or private.</summary>
    Api,

    /// <summary>Served through a public API.</summary>
    PublicApi,

    /// <summary>Any use: training, batch and notebooks too.</summary>
    Any,
}

/// <summary>Which models a policy judges by their weights.</summary>
public enum PolicyWeights
{
    /// <summary>All that its patterns name.</summary>
    Any,

    /// <summary>Only those whose weights are not published.</summary>
    Proprietary,

    /// <summary>Only those whose weights are published.</summary>
    Open,
}

/// <summary>A placement rule: where some models may be served.</summary>
public sealed record Policy
{
    public required string Id { get; init; }

    public string? Description { get; init; }

    /// <summary>Patterns of canonical model ids that it judges.</summary>
    public required ImmutableArray<Glob> Models { get; init; }

    /// <summary>Patterns of models that it leaves alone although <see cref="Models"/> names them.</summary>
    public ImmutableArray<Glob> Except { get; init; } = ImmutableArray<Glob>.Empty;

    public PolicyWeights Weights { get; init; }

    public PolicyExposure Exposure { get; init; }

    /// <summary>Patterns of cloud ids; null where any cloud will do; empty where none does.</summary>
    public ImmutableArray<Glob>? AllowedClouds { get; init; }

    /// <summary>Patterns of region ids; null where any region of an allowed cloud will do.</summary>
    public ImmutableArray<Glob>? AllowedRegions { get; init; }

    /// <summary>How grave a violation is; null leaves it to the rule's default.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>The first day it holds, or null.</summary>
    public DateTime? ValidFrom { get; init; }

    /// <summary>The last day it holds, or null.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Where the rule comes from: a link or a title.</summary>
    public string? Source { get; init; }

    /// <summary>Where its entry stands, or null for a built-in one.</summary>
    public FilePosition? Position { get; init; }

    /// <summary>Whether it holds on a day. Without a day (null) dates are not judged, and it does.</summary>
    public bool IsInForce(DateTime? asOf) => asOf is not { } day || ((ValidFrom is null || day.Date >= ValidFrom) && (ValidUntil is null || day.Date <= ValidUntil));
}
