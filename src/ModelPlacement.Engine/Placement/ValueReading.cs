using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Reads values as what the data speaks: strings with their unknown pieces, references, alternatives.</summary>
internal static class ValueReading
{
    private const int DeepestNesting = 32;

    /// <summary>A known string, number or bool as text; null for everything else.</summary>
    public static string? KnownText(Value? value) => value switch
    {
        Constant { Raw: string text } => text,
        Constant { Raw: bool truth } => truth ? "true" : "false",
        Constant { Raw: { } raw } => Convert.ToString(raw, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The text of which pieces are known, the others written <see cref="WorkloadSource.UnknownPiece"/>; null where nothing of it is known.</summary>
    public static string? PartlyKnownText(Value? value)
    {
        if (value is Unknown { IsLineEnd: true })
            return "\n";
        if (value is not Text text)
            return KnownText(value);
        var pieces = new StringBuilder();
        var isKnown = false;
        foreach (var piece in text.Pieces)
        {
            var known = PartlyKnownText(piece);
            isKnown |= known is not null && piece is not Unknown;
            pieces.Append(known ?? WorkloadSource.UnknownPiece.ToString());
        }

        return isKnown ? pieces.ToString() : null;
    }

    /// <summary>Every reference inside a value, also in its unknown parts, each once, in order.</summary>
    public static IEnumerable<ResourceReference> References(Value? value)
    {
        var found = new List<ResourceReference>();
        Collect(value, found, 0);
        return found.Distinct().Cast<ResourceReference>();
    }

    /// <summary>Every known piece of text inside a value, also in its unknown parts, joined by line ends.</summary>
    public static string KnownPieces(Value? value)
    {
        var pieces = new StringBuilder();
        Collect(value, pieces, 0);
        return pieces.ToString();
    }

    /// <summary>Whether the value is known through and through: no unknown, no reference, no choice.</summary>
    public static bool IsFullyKnown(Value value) => value switch
    {
        Constant => true,
        Text text => text.Pieces.All(IsFullyKnown),
        Sequence sequence => sequence.Items.All(IsFullyKnown),
        Mapping mapping => mapping.Entries.All(static entry => IsFullyKnown(entry.Value)),
        _ => false,
    };

    /// <summary>Whether two runs that give equal values of this kind give the same thing: a constant or an output, nothing unknown.</summary>
    public static bool IsComparable(Value value) => value switch
    {
        Constant { Raw: null } => false,
        Constant or ResourceReference => true,
        Text text => text.Pieces.All(IsComparable),
        _ => false,
    };

    /// <summary>Why a value is not known, in words for a person.</summary>
    public static string WhyUnknown(Value? value) => value switch
    {
        null => "it is not set",
        Unknown unknown => unknown.Reason,
        ResourceReference reference => "it is an output of another resource, " + Name(reference) + ", known only once deployed",
        Text text => WhyUnknown(text.Pieces.FirstOrDefault(static piece => piece is not Constant)),
        Choice => "it is one of several values",
        _ => "it is not a single text",
    };

    /// <summary>
    /// The value with each of its choices decided, once for each way to decide them, at most <see cref="Choice.Limit"/>; past that a choice stays as an unknown.
    /// </summary>
    public static ImmutableArray<Value> Alternatives(Value value) => HasChoice(value, 0) ? Expand(value, 0) : ImmutableArray.Create(value);

    private static bool HasChoice(Value value, int depth) =>
        value is Choice || (value is not Unknown && depth <= DeepestNesting && Parts(value).Any(part => HasChoice(part, depth + 1)));

    private static string Name(ResourceReference reference) =>
        reference.Instance.Token + (reference.Instance.Name.AsString() is { } name ? " '" + name + "'" : "");

    private static ImmutableArray<Value> Expand(Value value, int depth)
    {
        if (depth > DeepestNesting || !HasChoice(value, depth))
            return ImmutableArray.Create(value);
        switch (value)
        {
            case Choice choice:
                return Limit(choice.Alternatives.SelectMany(alternative => Expand(alternative, depth + 1)), choice);
            case Sequence sequence:
                return Product(sequence.Items, depth).Select(items => (Value)new Sequence(items, sequence.Origin)).ToImmutableArray();
            case Text text:
                return Product(text.Pieces, depth).Select(pieces => (Value)new Text(pieces, text.Origin)).ToImmutableArray();
            case Mapping mapping:
                return Product(mapping.Entries.Select(static entry => entry.Value).ToImmutableArray(), depth)
                    .Select(values => (Value)new Mapping(
                        mapping.Entries.Zip(values, static (entry, decided) => new KeyValuePair<string, Value>(entry.Key, decided)).ToImmutableArray(), mapping.Origin))
                    .ToImmutableArray();
            default:
                return ImmutableArray.Create(value);
        }
    }

    private static ImmutableArray<Value> Limit(IEnumerable<Value> alternatives, Choice choice)
    {
        var all = alternatives.ToImmutableArray();
        return all.Length <= Choice.Limit ? all : ImmutableArray.Create<Value>(new Unknown("budget: too many alternatives", choice.Origin));
    }

    private static List<ImmutableArray<Value>> Product(ImmutableArray<Value> parts, int depth)
    {
        var products = new List<ImmutableArray<Value>> { ImmutableArray<Value>.Empty };
        foreach (var part in parts)
        {
            var alternatives = Expand(part, depth + 1);
            if (products.Count * alternatives.Length > Choice.Limit)
                alternatives = ImmutableArray.Create<Value>(new Unknown("budget: too many alternatives", part.Origin));
            products = products.SelectMany(product => alternatives.Select(product.Add)).ToList();
        }

        return products;
    }

    private static void Collect(Value? value, List<ResourceReference> found, int depth)
    {
        if (depth > DeepestNesting)
            return;
        if (value is ResourceReference reference)
            found.Add(reference);
        foreach (var part in Parts(value))
            Collect(part, found, depth + 1);
    }

    private static void Collect(Value? value, StringBuilder pieces, int depth)
    {
        if (depth > DeepestNesting)
            return;
        if (value?.AsString() is { } known)
            pieces.Append(known).Append('\n');
        foreach (var part in Parts(value))
            Collect(part, pieces, depth + 1);
    }

    private static IEnumerable<Value> Parts(Value? value) => value switch
    {
        Text text => text.Pieces,
        Sequence sequence => sequence.Items,
        Mapping mapping => mapping.Entries.Select(static entry => entry.Value),
        Choice choice => choice.Alternatives,
        Unknown unknown => unknown.From,
        _ => [],
    };
}
