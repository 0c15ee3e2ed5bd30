using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>A name that the organisation gives to a model of its own.</summary>
public sealed record OwnModel
{
    /// <summary>Canonical id in the organisation's own vendor space: <c>acme/support-gpt</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the model that it is judged as.</summary>
    public required string BasedOn { get; init; }

    /// <summary>Where <see cref="BasedOn"/> stands.</summary>
    public FilePosition? BasedOnPosition { get; init; }

    /// <summary>Patterns of the strings that name it in programs: deployment names, image references, repositories.</summary>
    public required ImmutableArray<Glob> Match { get; init; }

    public FilePosition? Position { get; init; }
}
