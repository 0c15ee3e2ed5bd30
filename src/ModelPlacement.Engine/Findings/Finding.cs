using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.Engine.Findings;

/// <summary>A verdict and the places in the program that it concerns.</summary>
public sealed record Finding
{
    /// <summary>A <see cref="Violation"/> or an <see cref="Undetermined"/>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>One of the ids of <see cref="RuleId"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>The sentence for a person.</summary>
    public required string Message { get; init; }

    /// <summary>Where it sits: the resource type of the creation, or where the restricted value entered through a call.</summary>
    public required Location Location { get; init; }

    /// <summary>The evidence, in order; the creation first where the finding sits elsewhere.</summary>
    public required ImmutableArray<Location> Evidence { get; init; }

    /// <summary>
    /// The models that the creation serves over all its instances, where the finding holds for each of them: what replaces the creation replaces them all. Empty where one
    /// instance, or one of its models, is none of the policy's business.
    /// </summary>
    public ImmutableArray<ModelIdentity> DeclaredModels { get; init; } = ImmutableArray<ModelIdentity>.Empty;

    /// <summary>Whether it holds for every instance of its creation.</summary>
    public bool IsOfEveryInstance => !DeclaredModels.IsEmpty;

    /// <summary>The severity that the policy asks for, or null for the rule's own.</summary>
    public DiagnosticSeverity? Severity { get; init; }
}
