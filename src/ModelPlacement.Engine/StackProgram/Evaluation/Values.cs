using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>How values combine.</summary>
internal static class Values
{
    /// <summary>The characters of a text, the pieces of one with holes, the elements of a tuple and of those in it, and the items of a collection that are kept.</summary>
    public const int LongestText = 1 << 20;
    public const int MostPieces = 4_096;
    public const int LargestTuple = 512;
    public const int MostItems = 100_000;

    private static readonly Unknown TooManyAlternatives = new("budget: more than 16 alternatives");

    /// <summary>What is one of the two.</summary>
    public static Value Join(Value left, Value right)
    {
        if (ReferenceEquals(left, right))
            return left;
        if (left is OptionalItem || right is OptionalItem)
            return new OptionalItem(Join(Certain(left), Certain(right)));
        if (left is Choice choice && Holds(choice, right))
            return left;
        return left.Equals(right) ? Weaker(left, right) : OneOf([left, right], left.Origin ?? right.Origin);
    }

    /// <summary>A choice of the different values among these.</summary>
    public static Value OneOf(IEnumerable<Value> values, Origin? origin = null)
    {
        var distinct = new List<Value>();
        foreach (var value in values)
        {
            var fits = value is Choice choice ? choice.Alternatives.All(alternative => AddTo(distinct, alternative)) : AddTo(distinct, value);
            if (!fits)
                return TooManyAlternatives.WithOrigin(origin);
        }

        return distinct.Count switch
        {
            0 => new Unknown("one of no values", origin),
            1 => distinct[0],
            _ => new Choice(distinct.ToImmutableArray(), origin),
        };
    }

    private static bool Holds(Choice choice, Value value)
    {
        foreach (var alternative in choice.Alternatives)
        {
            if (ReferenceEquals(alternative, value))
                return true;
        }

        return false;
    }

    // Whether there was room for it.
    private static bool AddTo(List<Value> distinct, Value alternative)
    {
        for (var position = 0; position < distinct.Count; position++)
        {
            if (!distinct[position].Equals(alternative))
                continue;
            distinct[position] = Weaker(distinct[position], alternative);
            return true;
        }

        if (distinct.Count == Choice.Limit)
            return false;
        distinct.Add(alternative);
        return true;
    }

    // Of two equal values the one that says less: what is known of only one of them is not known of both.
    private static Value Weaker(Value left, Value right) => (left, right) switch
    {
        (Unknown one, Unknown other) when one.IsNeverNull != other.IsNeverNull || one.IsForeign != other.IsForeign =>
            new Unknown(one.Reason, one.Origin) { IsNeverNull = one.IsNeverNull && other.IsNeverNull, IsForeign = one.IsForeign && other.IsForeign, From = one.From },
        _ => left,
    };

    /// <summary>A value without the mark that it is there on some runs only.</summary>
    public static Value Certain(Value value) => value is OptionalItem optional ? optional.Value : value;

    /// <summary>The alternatives of a choice, or the value itself.</summary>
    public static IEnumerable<Value> Alternatives(Value value) => value is Choice choice ? choice.Alternatives : ImmutableArray.Create(value);

    /// <summary>A text of which nothing but line endings is not known is one of two.</summary>
    public static Value WithLineEnds(Value value) => value is Text { Pieces: var pieces } && pieces.All(static piece => piece is Constant { Raw: string } or Unknown { IsLineEnd: true })
        ? new Choice(ImmutableArray.Create(Ended(pieces, "\n"), Ended(pieces, "\r\n")), value.Origin)
        : value;

    private static Value Ended(ImmutableArray<Value> pieces, string lineEnd) => Concatenate(pieces.Select(piece => piece is Constant ? piece : new Constant(lineEnd)), pieces[0].Origin);

    /// <summary>Applies a function to each alternative of a value.</summary>
    public static Value Map(Value value, Func<Value, Value> function) =>
        value is Choice choice ? OneOf(choice.Alternatives.Select(function), choice.Origin) : function(value);

    /// <summary>Applies a function to each pair of alternatives, at most <see cref="Choice.Limit"/> squared.</summary>
    public static Value Map(Value left, Value right, Func<Value, Value, Value> function) =>
        Map(left, one => Map(right, other => function(one, other)));

    /// <summary>Puts strings and holes one after the other; neighbouring constants melt together.</summary>
    public static Value Concatenate(IEnumerable<Value> pieces, Origin? origin)
    {
        var merged = new List<Value>();
        var known = new List<string>();
        Origin? knownOrigin = null;

        void Flush()
        {
            if (known.Count > 0)
                merged.Add(new Constant(string.Concat(known), knownOrigin));
            known.Clear();
            knownOrigin = null;
        }

        var length = 0;
        foreach (var piece in pieces.SelectMany(static piece => piece is Text text ? (IEnumerable<Value>)text.Pieces : [piece]))
        {
            if (piece is Constant constant)
            {
                var text = constant.Raw as string ?? "";
                length += text.Length;
                if (length > LongestText)
                    return TooLong(origin);
                if (text.Length == 0)
                    continue;
                known.Add(text);
                knownOrigin ??= constant.Origin;
            }
            else
            {
                Flush();
                merged.Add(piece);
            }
        }

        Flush();
        return merged.Count switch
        {
            0 => new Constant("", origin),
            1 when merged[0] is Constant => merged[0].WithOrigin(origin ?? merged[0].Origin),
            _ => new Text(merged.ToImmutableArray(), origin),
        };
    }

    /// <summary>What stands for a text that is not kept.</summary>
    public static Unknown TooLong(Origin? origin) => new("budget: the length of a text", origin) { IsNeverNull = true };

    public static bool? AsBoolean(Value value) => (value as Constant)?.Raw as bool?;

    /// <summary>What a question has for an answer on all of several values, or null where it has not the same one.</summary>
    public static bool? Common(ImmutableArray<Value> values, Func<Value, bool?> question)
    {
        var first = question(values[0]);
        return values.All(value => question(value) == first) ? first : null;
    }

    /// <summary>Whether a value is null: false where it cannot be, null where that is not known.</summary>
    public static bool? IsNull(Value value) => value switch
    {
        Constant constant => constant.Raw is null,
        Unknown unknown => unknown.IsNeverNull ? false : null,
        Choice choice => Common(choice.Alternatives, IsNull),
        ResourceReference { Output.Length: > 0 } => null,
        _ => false,
    };

    /// <summary>What a value is where it is not null.</summary>
    public static Value NotNull(Value value) => value switch
    {
        Unknown { IsNeverNull: false } unknown => new Unknown(unknown.Reason, unknown.Origin) { IsNeverNull = true, IsForeign = unknown.IsForeign, From = unknown.From },
        Choice choice => OneOf(choice.Alternatives.Where(static alternative => IsNull(alternative) != true).Select(NotNull), choice.Origin),
        _ => value,
    };

    /// <summary>The resources whose outputs a computation on these values may depend on: what <see cref="Unknown.From"/> of its result keeps.</summary>
    public static ImmutableArray<Value> Sources(IEnumerable<Value> values)
    {
        const int Limit = 8;
        var sources = new List<Value>();
        Collect(values);
        return sources.Distinct().Take(Limit).ToImmutableArray();

        void Collect(IEnumerable<Value> some)
        {
            foreach (var value in some)
            {
                if (sources.Count >= Limit)
                    return;
                switch (value)
                {
                    case ResourceReference:
                        sources.Add(value);
                        break;
                    case Text text:
                        Collect(text.Pieces);
                        break;
                    case Choice choice:
                        Collect(choice.Alternatives);
                        break;
                    case TupleValue tuple:
                        Collect(tuple.Elements);
                        break;
                    case Sequence sequence:
                        Collect(sequence.Items);
                        break;
                    case Unknown unknown:
                        Collect(unknown.From);
                        break;
                }
            }
        }
    }
}
