using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>
/// What an expression can be at run time. A closed set: <see cref="Constant"/>, <see cref="Text"/>, <see cref="Sequence"/>, <see cref="Mapping"/>,
/// <see cref="Choice"/>, <see cref="ResourceReference"/>, <see cref="Unknown"/>. Values are immutable and compared by what they say, not by their origin.
/// </summary>
public abstract class Value : IEquatable<Value>
{
    private protected Value(Origin? origin) => Origin = origin;

    /// <summary>The chain of locations the value came through, or null for a value that stands nowhere in the source.</summary>
    public Origin? Origin { get; }

    /// <summary>The same value with another origin.</summary>
    public abstract Value WithOrigin(Origin? origin);

    public abstract bool Equals(Value? other);

    public sealed override bool Equals(object? obj) => Equals(obj as Value);

    public abstract override int GetHashCode();

    /// <summary>The string this value is on every run, or null where it is not a known string.</summary>
    public string? AsString() => (this as Constant)?.Raw as string;

    private protected static int Combine(int seed, IEnumerable<int> hashes)
    {
        unchecked
        {
            return hashes.Aggregate(seed, static (hash, next) => (hash * 31) + next);
        }
    }
}

/// <summary>A value that is the same on every run (of the stack evaluated).</summary>
public sealed class Constant : Value
{
    public static readonly Constant Null = new(null);

    public Constant(object? raw, Origin? origin = null)
        : base(origin) => Raw = raw;

    /// <summary>A string, bool, char, int, long, double or other primitive, boxed; or null.</summary>
    public object? Raw { get; }

    /// <summary>The enum that a number is a member of: printed, it is the member's name; or one of Pulumi's string enums that a string is a member of; else null.</summary>
    internal ITypeSymbol? EnumType { get; init; }

    public override Value WithOrigin(Origin? origin) => new Constant(Raw, origin) { EnumType = EnumType };

    // Two addresses that lead to the same place are not the same text.
    public override bool Equals(Value? other) => other is Constant constant && (Raw is Uri one && constant.Raw is Uri another ? one.OriginalString == another.OriginalString : Equals(Raw, constant.Raw));

    public override int GetHashCode() => Raw?.GetHashCode() ?? 0;

    public override string ToString() => Raw switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        _ => Convert.ToString(Raw, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A string of which some pieces are known: <c>"openai/" + x</c> still has its prefix.</summary>
public sealed class Text : Value
{
    public Text(ImmutableArray<Value> pieces, Origin? origin = null)
        : base(origin) => Pieces = pieces;

    /// <summary>In order; a piece that is not a <see cref="Constant"/> string is a hole, and says why.</summary>
    public ImmutableArray<Value> Pieces { get; }

    public override Value WithOrigin(Origin? origin) => new Text(Pieces, origin);

    public override bool Equals(Value? other) => other is Text text && Pieces.SequenceEqual(text.Pieces);

    public override int GetHashCode() => Combine(1, Pieces.Select(static piece => piece.GetHashCode()));

    public override string ToString() => "$\"" + string.Concat(Pieces.Select(static piece => piece.AsString() ?? "{" + piece + "}")) + "\"";
}

/// <summary>A list or array.</summary>
public sealed class Sequence : Value
{
    public Sequence(ImmutableArray<Value> items, Origin? origin = null)
        : base(origin) => Items = items;

    public ImmutableArray<Value> Items { get; }

    /// <summary>Whether the items come in an order of the run's making (an immutable or concurrent dictionary): only which they are is known.</summary>
    internal bool IsUnordered { get; init; }

    public override Value WithOrigin(Origin? origin) => new Sequence(Items, origin) { IsUnordered = IsUnordered };

    public override bool Equals(Value? other) => other is Sequence sequence && Items.SequenceEqual(sequence.Items);

    public override int GetHashCode() => Combine(2, Items.Select(static item => item.GetHashCode()));

    public override string ToString() => "[" + string.Join(", ", Items) + "]";
}

/// <summary>A dictionary, or an arguments object by its schema names.</summary>
public sealed class Mapping : Value
{
    public static readonly Mapping Empty = new(ImmutableArray<KeyValuePair<string, Value>>.Empty);

    private readonly ImmutableDictionary<string, Value> _byKey;

    public Mapping(ImmutableArray<KeyValuePair<string, Value>> entries, Origin? origin = null)
        : base(origin)
    {
        Entries = entries;
        var byKey = ImmutableDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var entry in entries)
            byKey[entry.Key] = entry.Value;
        _byKey = byKey.ToImmutable();
    }

    private Mapping(Mapping other, Origin? origin)
        : base(origin)
    {
        Entries = other.Entries;
        _byKey = other._byKey;
    }

    /// <summary>In the order they were set.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Entries { get; }

    /// <summary>The value under a key, or null where the mapping has none.</summary>
    public Value? this[string key] => _byKey.TryGetValue(key, out var value) ? value : null;

    public override Value WithOrigin(Origin? origin) => new Mapping(this, origin);

    public override bool Equals(Value? other) =>
        other is Mapping mapping && _byKey.Count == mapping._byKey.Count && _byKey.All(entry => entry.Value.Equals(mapping[entry.Key]));

    public override int GetHashCode()
    {
        var hash = 3;
        foreach (var entry in _byKey)
            hash ^= StringComparer.Ordinal.GetHashCode(entry.Key) ^ entry.Value.GetHashCode();
        return hash;
    }

    public override string ToString() => "{" + string.Join(", ", Entries.Select(static entry => entry.Key + ": " + entry.Value)) + "}";
}

/// <summary>One of a few values.</summary>
public sealed class Choice : Value
{
    /// <summary>More alternatives than this are <see cref="Unknown"/>.</summary>
    public const int Limit = 16;

    public Choice(ImmutableArray<Value> alternatives, Origin? origin = null)
        : base(origin) => Alternatives = alternatives;

    /// <summary>Two to <see cref="Limit"/> different values, none itself a choice. The origin of each leads to the condition it came from.</summary>
    public ImmutableArray<Value> Alternatives { get; }

    public override Value WithOrigin(Origin? origin) => new Choice(Alternatives, origin);

    public override bool Equals(Value? other) =>
        other is Choice choice && Alternatives.Length == choice.Alternatives.Length && Alternatives.All(choice.Alternatives.Contains);

    public override int GetHashCode()
    {
        var hash = 4;
        foreach (var alternative in Alternatives)
            hash ^= alternative.GetHashCode();
        return hash;
    }

    public override string ToString() => "(" + string.Join(" | ", Alternatives) + ")";
}

/// <summary>An output of another resource of the program, known only once it is deployed.</summary>
public sealed class ResourceReference : Value
{
    public ResourceReference(ResourceInstance instance, string output, Origin? origin = null)
        : base(origin)
    {
        Instance = instance;
        Output = output;
    }

    public ResourceInstance Instance { get; }

    /// <summary>Schema path of the output (<c>name</c>, <c>identity.principalId</c>); empty for the resource itself.</summary>
    public string Output { get; }

    public override Value WithOrigin(Origin? origin) => new ResourceReference(Instance, Output, origin);

    public override bool Equals(Value? other) =>
        other is ResourceReference reference && ReferenceEquals(Instance, reference.Instance) && string.Equals(Output, reference.Output, StringComparison.Ordinal);

    public override int GetHashCode() => Combine(5, [System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Instance), StringComparer.Ordinal.GetHashCode(Output)]);

    public override string ToString() => "ref(" + Instance.Token + " " + Instance.Name + (Output.Length == 0 ? "" : "." + Output) + ")";
}

/// <summary>Not known at compile time.</summary>
public sealed class Unknown : Value
{
    public Unknown(string reason, Origin? origin = null)
        : base(origin) => Reason = reason;

    /// <summary>The line ending of the machine.</summary>
    internal static Unknown LineEnd(Origin? origin) => new("the line ending of the machine", origin) { IsNeverNull = true, IsLineEnd = true };

    /// <summary>Whether it is known at least not to be null.</summary>
    internal bool IsNeverNull { get; init; }

    /// <summary>
    /// Whether it comes from outside of the program (a parameter that a caller elsewhere gives, the result of a library), so that it cannot be an object or delegate that
    /// the program has made.
    /// </summary>
    internal bool IsForeign { get; init; }

    /// <summary>Whether it is the line ending of the machine, which to a reader of lines is one whatever it is.</summary>
    internal bool IsLineEnd { get; init; }

    /// <summary>Why, in words for a person: <c>parameter 'model' of a public method</c>, <c>budget: ...</c>.</summary>
    public string Reason { get; }

    /// <summary>
    /// What it was computed from, as far as that can be told: a text decoded from a cluster's credentials still leads to the cluster. Says nothing of what the value is.
    /// </summary>
    public ImmutableArray<Value> From { get; init; } = ImmutableArray<Value>.Empty;

    public override Value WithOrigin(Origin? origin) => new Unknown(Reason, origin) { IsNeverNull = IsNeverNull, IsForeign = IsForeign, IsLineEnd = IsLineEnd, From = From };

    /// <summary>What is read from it (a member, an element, a result), or what it is converted to: not known for the same reason.</summary>
    internal Unknown Part() => new(Reason, Origin) { IsForeign = IsForeign, From = From };

    public override bool Equals(Value? other) => other is Unknown unknown && string.Equals(Reason, unknown.Reason, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reason);

    public override string ToString() => "unknown(" + Reason + ")";
}
