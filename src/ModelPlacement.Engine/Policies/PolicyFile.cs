using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.Engine.Policies;

/// <summary>What one policy file says. What is wrong in it is among <see cref="Problems"/>; what is right is in the other members all the same.</summary>
public sealed record PolicyFile
{
    public required string Path { get; init; }

    /// <summary>What it builds on; null where it does not say, so that the default holds.</summary>
    public ImmutableArray<ExtendsEntry>? Extends { get; init; }

    /// <summary>
    /// Whether something that decides which policies hold was lost: the file as a whole, the part behind a syntax error, an item of <c>extends</c>.
    /// The default built-in policy then holds beside what was readable.
    /// </summary>
    public bool IsBroken { get; init; }

    public ImmutableArray<Policy> Policies { get; init; } = ImmutableArray<Policy>.Empty;

    /// <summary>The exemptions that have what they need.</summary>
    public ImmutableArray<Exemption> Exemptions { get; init; } = ImmutableArray<Exemption>.Empty;

    public ImmutableArray<OwnModel> Models { get; init; } = ImmutableArray<OwnModel>.Empty;

    public ImmutableArray<CatalogEntry> Resources { get; init; } = ImmutableArray<CatalogEntry>.Empty;

    /// <summary>
    /// What can be told from the file alone: <see cref="RuleId.PolicyFileInvalid"/> and <see cref="RuleId.Unjustified"/>, in the order of the file.
    /// </summary>
    public ImmutableArray<PolicyProblem> Problems { get; init; } = ImmutableArray<PolicyProblem>.Empty;

    /// <summary>Policies with something wrong in them: not in force, but what they refer to is looked at all the same.</summary>
    internal ImmutableArray<Policy> DroppedPolicies { get; init; } = ImmutableArray<Policy>.Empty;

    /// <summary>Exemptions with something wrong in them, or without what they need: as with <see cref="DroppedPolicies"/>.</summary>
    internal ImmutableArray<Exemption> DroppedExemptions { get; init; } = ImmutableArray<Exemption>.Empty;

    /// <summary>The text it was read from, to turn lines and columns of what it refers to into positions.</summary>
    internal SourceText Text { get; init; } = SourceText.From("");

    /// <summary>Reads a policy file. Never throws for what it holds, and looks at nothing but the text.</summary>
    public static PolicyFile Read(DocumentFile file) => new PolicyFileReader(Document.Read(file)).Read();
}
