using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Reads an entry of <c>policies:</c>.</summary>
internal static class PolicyReader
{
    internal static readonly ImmutableArray<string> Keys = ImmutableArray.Create(
        "id", "description", "models", "except", "weights", "exposure", "allow", "severity", "validFrom", "validUntil", "source");

    internal static readonly ImmutableArray<string> AllowKeys = ImmutableArray.Create("clouds", "regions");

    internal static readonly ImmutableArray<KeyValuePair<string, PolicyExposure>> Exposures = ImmutableArray.Create(
        new KeyValuePair<string, PolicyExposure>("api", PolicyExposure.Api),
        new KeyValuePair<string, PolicyExposure>("public-api", PolicyExposure.PublicApi),
        new KeyValuePair<string, PolicyExposure>("any", PolicyExposure.Any));

    internal static readonly ImmutableArray<KeyValuePair<string, PolicyWeights>> Weights = ImmutableArray.Create(
        new KeyValuePair<string, PolicyWeights>("any", PolicyWeights.Any),
        new KeyValuePair<string, PolicyWeights>("proprietary", PolicyWeights.Proprietary),
        new KeyValuePair<string, PolicyWeights>("open", PolicyWeights.Open));

    internal static readonly ImmutableArray<KeyValuePair<string, DiagnosticSeverity>> Severities = ImmutableArray.Create(
        new KeyValuePair<string, DiagnosticSeverity>("error", DiagnosticSeverity.Error),
        new KeyValuePair<string, DiagnosticSeverity>("warning", DiagnosticSeverity.Warning),
        new KeyValuePair<string, DiagnosticSeverity>("info", DiagnosticSeverity.Info));

    /// <summary>The policy, or null where something in the entry was wrong; then what could be read of it is among those dropped.</summary>
    public static Policy? Read(DocumentNode node, ProblemList problems, List<Policy> dropped)
    {
        var entry = new MappingReader(node, "a policy", Keys, problems);
        entry.Require("id", "a short name like claude-in-europe");
        entry.Require("models", "patterns like [anthropic/claude-*]");
        entry.Require("allow", "where the models may be served, like { clouds: [azure] }");

        var id = entry.Text("id", IsId, "it consists of letters, digits, '.', '_' and '-'");
        var models = entry.Globs("models", mayBeEmpty: false);
        var (clouds, regions) = Allow(entry, problems);
        var policy = new Policy
        {
            Id = id ?? "",
            Description = entry.TextOrNothing("description"),
            Models = models ?? ImmutableArray<Glob>.Empty,
            Except = entry.Globs("except") ?? ImmutableArray<Glob>.Empty,
            Weights = entry.Word("weights", Weights) ?? PolicyWeights.Any,
            Exposure = entry.Word("exposure", Exposures) ?? PolicyExposure.Api,
            AllowedClouds = clouds,
            AllowedRegions = regions,
            Severity = entry.Word("severity", Severities),
            ValidFrom = entry.Date("validFrom"),
            ValidUntil = entry.Date("validUntil"),
            Source = entry.TextOrNothing("source"),
            Position = entry.PositionOf("id"),
        };
        if (policy.ValidFrom > policy.ValidUntil)
            entry.Invalid(entry.PositionOf("validUntil"), "'validUntil' is before 'validFrom': the policy would never hold");
        if (entry.IsSound)
            return policy;
        dropped.Add(policy);
        return null;
    }

    internal static bool IsId(string text) => IsLetterOrDigit(text[0]) && text.All(static c => IsLetterOrDigit(c) || c is '.' or '_' or '-');

    private static (ImmutableArray<Glob>? Clouds, ImmutableArray<Glob>? Regions) Allow(MappingReader entry, ProblemList problems)
    {
        if (entry.Node("allow") is not { } node)
            return (null, null);
        var allow = new MappingReader(node, "'allow'", AllowKeys, problems);
        var clouds = allow.Globs("clouds");
        var regions = allow.Globs("regions", mayBeEmpty: false);
        if (allow.IsSound && clouds is null && regions is null)
            allow.Invalid(node.Position, "'allow' needs 'clouds', 'regions' or both; 'clouds: []' allows the models nowhere");
        if (!allow.IsSound)
            entry.Drop();
        return (clouds, regions);
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
