using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>How values combine.</summary>
internal static class Values
{
    private static readonly Unknown TooManyAlternatives = new("budget: more than 16 alternatives");

    /// <summary>What is one of the two.</summary>
    public static Value Join(Value left, Value right)
    {
        if (ReferenceEquals(left, right) || left.Equals(right))
            return left;
        return OneOf(Alternatives(left).Concat(Alternatives(right)), left.Origin ?? right.Origin);
    }

    /// <summary>A choice of the different values among these.</summary>
    public static Value OneOf(IEnumerable<Value> values, Origin? origin = null)
    {
        var distinct = new List<Value>();
        var seen = new HashSet<Value>();
        foreach (var alternative in values.SelectMany(Alternatives))
        {
            if (!seen.Add(alternative))
                continue;
            if (distinct.Count == Choice.Limit)
                return TooManyAlternatives.WithOrigin(origin);
            distinct.Add(alternative);
        }

        return distinct.Count == 1 ? distinct[0] : new Choice(distinct.ToImmutableArray(), origin);
    }

    /// <summary>The alternatives of a choice, or the value itself.</summary>
    public static IEnumerable<Value> Alternatives(Value value) => value is Choice choice ? choice.Alternatives : ImmutableArray.Create(value);

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

        foreach (var piece in pieces.SelectMany(static piece => piece is Text text ? (IEnumerable<Value>)text.Pieces : [piece]))
        {
            if (piece is Constant constant)
            {
                var text = constant.Raw as string ?? "";
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

    public static bool? AsBoolean(Value value) => (value as Constant)?.Raw as bool?;

    /// <summary>Whether a value is null: false where it cannot be, null where that is not known.</summary>
    public static bool? IsNull(Value value) => value switch
    {
        Constant constant => constant.Raw is null,
        Unknown unknown => unknown.IsNeverNull ? false : null,
        Choice choice => choice.Alternatives.Select(IsNull).Distinct().ToArray() is { Length: 1 } same ? same[0] : null,
        _ => false,
    };
}
