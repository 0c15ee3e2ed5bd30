using System.Collections.Generic;
using System.Collections.Immutable;

namespace ModelPlacement.Engine.Documents;

/// <summary>
/// A part of a YAML or JSON document. A closed set: <see cref="DocumentScalar"/>, <see cref="DocumentSequence"/>, <see cref="DocumentMapping"/>,
/// <see cref="BrokenNode"/>. Aliases are resolved: the same node can stand in several places, so a document is a tree that shares, never a cycle.
/// </summary>
/// <param name="Position">Where it stands: the scalar, else the opening bracket or first key.</param>
/// <param name="IsBroken">Whether something inside it was unreadable, reported and left out.</param>
public abstract record DocumentNode(FilePosition Position, bool IsBroken);

/// <summary>What an unquoted scalar is by YAML's core schema; a quoted one is always <see cref="Text"/>.</summary>
public enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Integer,
    Float,
}

/// <summary>A text, number, truth value or null.</summary>
/// <param name="Position">Where it stands, quotes included.</param>
/// <param name="Text">Its text, without quotes and with escapes resolved.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsPlain">Whether it was written without quotes.</param>
public sealed record DocumentScalar(FilePosition Position, string Text, ScalarKind Kind, bool IsPlain) : DocumentNode(Position, false);

/// <summary>A list.</summary>
public sealed record DocumentSequence(FilePosition Position, ImmutableArray<DocumentNode> Items, bool IsBroken) : DocumentNode(Position, IsBroken);

/// <summary>Keys and their values, each key once, in the order of the file.</summary>
public sealed record DocumentMapping(FilePosition Position, ImmutableArray<KeyValuePair<DocumentScalar, DocumentNode>> Entries, bool IsBroken)
    : DocumentNode(Position, IsBroken);

/// <summary>Stands where a node was unreadable; the error has been reported.</summary>
public sealed record BrokenNode(FilePosition Position) : DocumentNode(Position, true);
