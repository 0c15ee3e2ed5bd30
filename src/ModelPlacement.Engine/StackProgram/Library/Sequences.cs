using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>LINQ. What it makes is made when it is enumerated.</summary>
internal static class Sequences
{
    private const string Enumerable = "System.Linq.Enumerable";

    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        (Enumerable, "Select", Select),
        (Enumerable, "SelectMany", SelectMany),
        (Enumerable, "Where", Where),
        (Enumerable, "ToList ToArray ToHashSet", static (interpreter, call) => interpreter.Enumerate(call[0], call.Operation) switch
        {
            Sequence sequence => interpreter.NewList(sequence.Items, call.Method.ReturnType, interpreter.OriginOf(call.Operation)),
            Choice choice => Values.OneOf(choice.Alternatives.Select(one => one is Sequence items ? interpreter.NewList(items.Items, call.Method.ReturnType, interpreter.OriginOf(call.Operation)) : one)),
            var other => interpreter.NewLost(call.Method.ReturnType, other is Unknown unknown ? unknown.Reason : "a collection", interpreter.OriginOf(call.Operation)),
        }),
        (Enumerable, "AsEnumerable", static (_, call) => call[0]),
        (Enumerable, "ToDictionary", ToDictionary),
        (Enumerable, "Range", static (interpreter, call) => call is { Arguments: [Constant { Raw: int start }, Constant { Raw: int count }] } && count is >= 0 and <= 10_000
            ? new Sequence(System.Linq.Enumerable.Range(start, count).Select(number => (Value)new Constant(number, call[1].Origin)).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Enumerable, "Repeat", static (interpreter, call) => call[1] is Constant { Raw: int count } && count is >= 0 and <= 10_000
            ? new Sequence(System.Linq.Enumerable.Repeat(call[0], count).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Enumerable, "Empty", static (interpreter, call) => new Sequence(ImmutableArray<Value>.Empty, interpreter.OriginOf(call.Operation))),
        (Enumerable, "Zip", Zip),
        (Enumerable, "Concat", static (_, call) => Deferred(call, items => items[0].Concat(items[1]), call[0], call[1])),
        (Enumerable, "Append", static (_, call) => Deferred(call, items => items[0].Append(call[1]), call[0])),
        (Enumerable, "Prepend", static (_, call) => Deferred(call, items => items[0].Prepend(call[1]), call[0])),
        (Enumerable, "Take", static (_, call) => call[1] is Constant { Raw: int count } ? Deferred(call, items => items[0].Take(count), call[0]) : null),
        (Enumerable, "Skip", static (_, call) => call[1] is Constant { Raw: int count } ? Deferred(call, items => items[0].Skip(count), call[0]) : null),
        (Enumerable, "Reverse", static (_, call) => Deferred(call, static items => items[0].Reverse(), call[0])),
        (Enumerable, "Cast", static (_, call) => call[0]),
        (Enumerable, "OfType", static (_, call) => Deferred(call, static items => items[0].All(static item => item is Constant { Raw: not null } or ResourceReference) && items[0].Select(static item => item.GetType()).Distinct().Count() <= 1 ? items[0] : null, call[0])),
        (Enumerable, "Distinct", static (_, call) => call.Arguments.Length == 1 ? Deferred(call, static items => items[0].All(static item => item is Constant) ? items[0].Distinct() : null, call[0]) : null),
        (Enumerable, "Union", static (_, call) => Deferred(call, static items => items[0].Concat(items[1]).All(static item => item is Constant) ? items[0].Union(items[1]) : null, call[0], call[1])),
        (Enumerable, "Except", static (_, call) => Deferred(call, static items => items[0].Concat(items[1]).All(static item => item is Constant) ? items[0].Except(items[1]) : null, call[0], call[1])),
        (Enumerable, "Intersect", static (_, call) => Deferred(call, static items => items[0].Concat(items[1]).All(static item => item is Constant) ? items[0].Intersect(items[1]) : null, call[0], call[1])),
        (Enumerable, "OrderBy OrderByDescending ThenBy ThenByDescending Order", OrderBy),
        (Enumerable, "First FirstOrDefault Single SingleOrDefault", First),
        (Enumerable, "Last LastOrDefault", static (interpreter, call) => First(interpreter, call, last: true)),
        (Enumerable, "ElementAt ElementAtOrDefault", static (interpreter, call) => call[1] is Constant { Raw: int index } && interpreter.ItemsOf(call[0]) is { } items && index >= 0 && index < items.Length ? items[index] : null),
        (Enumerable, "Any", Any),
        (Enumerable, "All", All),
        (Enumerable, "Count", static (interpreter, call) => Filtered(interpreter, call) is { } items ? new Constant(items.Length, interpreter.OriginOf(call.Operation)) : null),
        (Enumerable, "Contains", static (interpreter, call) => interpreter.ItemsOf(call[0]) is { } items ? ContainsValue(interpreter, items, call[1], call.Operation) : null),
        (Enumerable, "Sum", static (interpreter, call) => Numbers(interpreter, call) is { } numbers ? new Constant(numbers.Sum()) : null),
        (Enumerable, "Max", static (interpreter, call) => Numbers(interpreter, call) is { Length: > 0 } numbers ? new Constant(numbers.Max()) : null),
        (Enumerable, "Min", static (interpreter, call) => Numbers(interpreter, call) is { Length: > 0 } numbers ? new Constant(numbers.Min()) : null),
        (Enumerable, "Aggregate", Aggregate),
        (Enumerable, "DefaultIfEmpty", static (_, call) => call.Arguments.Length == 2 ? Deferred(call, items => items[0].Any() ? items[0] : [call[1]], call[0]) : null),
    ];

    public static Value Select(Interpreter interpreter, Call call) => Enumerating(interpreter, call, items =>
    {
        var results = ImmutableArray.CreateBuilder<Value>(items.Length);
        for (var index = 0; index < items.Length; index++)
            results.Add(Apply(interpreter, call, items[index], index));
        return results.ToImmutable();
    });

    public static Value Where(Interpreter interpreter, Call call) => Enumerating(interpreter, call, items =>
    {
        var kept = ImmutableArray.CreateBuilder<Value>();
        for (var index = 0; index < items.Length; index++)
        {
            switch (Values.AsBoolean(Apply(interpreter, call, items[index], index)))
            {
                case true:
                    kept.Add(items[index]);
                    break;
                case null:
                    return null;
            }
        }

        return kept.ToImmutable();
    });

    public static Value? ToDictionary(Interpreter interpreter, Call call)
    {
        var origin = interpreter.OriginOf(call.Operation);
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return interpreter.NewLost(call.Method.ReturnType, "a dictionary made of a collection that is not known", origin);
        var key = call.Arguments.Length > 1 ? call[1] as Closure : null;
        var value = call.Arguments.Length > 2 ? call[2] as Closure : null;
        var entries = new List<KeyValuePair<Value, Value>>();
        foreach (var item in items)
        {
            if (key is null && item is EntryValue entry)
                entries.Add(new KeyValuePair<Value, Value>(entry.Key, entry.Value));
            else if (key is null && item is TupleValue { Elements: { Length: 2 } pair })
                entries.Add(new KeyValuePair<Value, Value>(pair[0], pair[1]));
            else if (key is not null)
                entries.Add(new KeyValuePair<Value, Value>(interpreter.Call(key, call.Operation, item), value is null ? item : interpreter.Call(value, call.Operation, item)));
            else
                return null;
        }

        return interpreter.NewMap(entries, call.Method.ReturnType, origin);
    }

    public static Value? First(Interpreter interpreter, Call call) => First(interpreter, call, last: false);

    public static Value? Any(Interpreter interpreter, Call call)
    {
        if (call.Arguments.Length == 1)
            return interpreter.ItemsOf(call[0]) is { } all ? new Constant(!all.IsEmpty, interpreter.OriginOf(call.Operation)) : null;
        return Quantify(interpreter, call, decides: true);
    }

    /// <summary>Whether one of several values equals another: a known boolean only where every comparison is known that matters.</summary>
    public static Value ContainsValue(Interpreter interpreter, ImmutableArray<Value> items, Value wanted, IOperation operation)
    {
        bool? result = false;
        foreach (var item in items)
        {
            switch (Values.AsBoolean(interpreter.Compare(item, wanted, operation)))
            {
                case true:
                    return new Constant(true, interpreter.OriginOf(operation));
                case null:
                    result = null;
                    break;
            }
        }

        return result is null ? new Unknown("a condition", interpreter.OriginOf(operation)) : new Constant(false, interpreter.OriginOf(operation));
    }

    private static Value Apply(Interpreter interpreter, Call call, Value item, int index)
    {
        if (call[1] is not Closure function)
            return new Unknown("the result of a delegate", interpreter.OriginOf(call.Operation));
        return function.Method.Parameters.Length == 2 ? interpreter.Call(function, call.Operation, item, new Constant(index)) : interpreter.Call(function, call.Operation, item);
    }

    // A sequence that is made at each enumeration, with what the lambda does then.
    private static DeferredSequence Enumerating(Interpreter interpreter, Call call, Func<ImmutableArray<Value>, ImmutableArray<Value>?> make) => new(
        () =>
        {
            switch (interpreter.Enumerate(call[0], call.Operation))
            {
                case Sequence sequence:
                    return make(sequence.Items) is { } items ? new Sequence(items, interpreter.OriginOf(call.Operation)) : new Unknown("a sequence that depends on a condition", interpreter.OriginOf(call.Operation));
                case Choice choice:
                    return Values.OneOf(choice.Alternatives.Select(one => one is Sequence sequence && make(sequence.Items) is { } items ? new Sequence(items) : (Value)new Unknown("a sequence")));
                case var other:
                    if (call.Arguments.Length > 1 && call[1] is Closure function)
                        interpreter.CallForAnyItem(function, call.Operation);
                    return other is Unknown unknown ? new Unknown(unknown.Reason, unknown.Origin) : new Unknown("a sequence", interpreter.OriginOf(call.Operation));
            }
        },
        interpreter.OriginOf(call.Operation));

    private static DeferredSequence Deferred(Call call, Func<IReadOnlyList<IReadOnlyList<Value>>, IEnumerable<Value>?> combine, params Value[] sources) => new(
        () =>
        {
            var items = new List<IReadOnlyList<Value>>();
            foreach (var source in sources)
            {
                if (call.Interpreter.ItemsOf(source) is not { } known)
                    return new Unknown("a sequence that is not known", call.Interpreter.OriginOf(call.Operation));
                items.Add(known);
            }

            return combine(items) is { } combined ? new Sequence(combined.ToImmutableArray()) : new Unknown("a sequence that is not known", call.Interpreter.OriginOf(call.Operation));
        },
        call.Interpreter.OriginOf(call.Operation));

    private static Value? SelectMany(Interpreter interpreter, Call call) => call[1] is not Closure collection ? null : Enumerating(interpreter, call, items =>
    {
        var results = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in items)
        {
            if (interpreter.ItemsOf(interpreter.Call(collection, call.Operation, item)) is not { } inner)
                return null;
            foreach (var one in inner)
                results.Add(call.Arguments.Length > 2 && call[2] is Closure result ? interpreter.Call(result, call.Operation, item, one) : one);
        }

        return results.ToImmutable();
    });

    private static Value? Zip(Interpreter interpreter, Call call) => call.Arguments.Length switch
    {
        2 => Deferred(call, static items => items[0].Zip(items[1], static (one, other) => (Value)new TupleValue(ImmutableArray.Create(one, other))), call[0], call[1]),
        3 when call[2] is Closure result => Deferred(call, items => items[0].Zip(items[1], (one, other) => interpreter.Call(result, call.Operation, one, other)).ToList(), call[0], call[1]),
        _ => null,
    };

    private static Value? OrderBy(Interpreter interpreter, Call call)
    {
        if (call.Method.Name.StartsWith("Then", StringComparison.Ordinal))
            return null;
        return Deferred(
            call,
            items =>
            {
                var keyed = items[0].Select(item => (Item: item, Key: call.Arguments.Length > 1 && call[1] is Closure key ? interpreter.Call(key, call.Operation, item) : item)).ToList();
                if (keyed.All(static one => one.Key is Constant { Raw: int }))
                    keyed = Sort(keyed, static one => (int)((Constant)one.Key).Raw!, Comparer<int>.Default, call);
                else if (keyed.All(static one => one.Key.AsString() is { } text && text.All(static character => character is >= 'a' and <= 'z' or >= '0' and <= '9')))
                    keyed = Sort(keyed, static one => one.Key.AsString()!, StringComparer.Ordinal, call);
                else if (keyed.Count > 1)
                    return null;
                return keyed.Select(static one => one.Item);
            },
            call[0]);
    }

    private static List<(Value Item, Value Key)> Sort<TKey>(List<(Value Item, Value Key)> keyed, Func<(Value Item, Value Key), TKey> key, IComparer<TKey> comparer, Call call) =>
        (call.Method.Name.EndsWith("Descending", StringComparison.Ordinal) ? keyed.OrderByDescending(key, comparer) : keyed.OrderBy(key, comparer)).ToList();

    private static Value? First(Interpreter interpreter, Call call, bool last)
    {
        var hasPredicate = call.Arguments.Length > 1 && call[1] is Closure;
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return interpreter.Enumerate(call[0], call.Operation) is Unknown unknown ? new Unknown(unknown.Reason, unknown.Origin) : null;
        var candidates = new List<Value>();
        foreach (var item in last ? items.Reverse() : items)
        {
            bool? matches = hasPredicate ? Values.AsBoolean(Apply(interpreter, call, item, 0)) : true;
            if (matches == false)
                continue;
            candidates.Add(item);
            if (matches == true)
                return Values.OneOf(candidates, interpreter.OriginOf(call.Operation));
        }

        if (call.Method.Name.EndsWith("OrDefault", StringComparison.Ordinal) || call.Method.Name == "Find")
            candidates.Add(call.Method.ReturnType.IsReferenceType ? Constant.Null : new Unknown("a default value"));
        return candidates.Count == 0 ? interpreter.Throw() : Values.OneOf(candidates, interpreter.OriginOf(call.Operation));
    }

    private static Value? All(Interpreter interpreter, Call call) => Quantify(interpreter, call, decides: false);

    private static Value? Quantify(Interpreter interpreter, Call call, bool decides)
    {
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return null;
        var known = true;
        foreach (var item in items)
        {
            switch (Values.AsBoolean(Apply(interpreter, call, item, 0)))
            {
                case { } result when result == decides:
                    return new Constant(decides, interpreter.OriginOf(call.Operation));
                case null:
                    known = false;
                    break;
            }
        }

        return known ? new Constant(!decides, interpreter.OriginOf(call.Operation)) : new Unknown("a condition", interpreter.OriginOf(call.Operation));
    }

    private static ImmutableArray<Value>? Filtered(Interpreter interpreter, Call call) =>
        interpreter.ItemsOf(call.Arguments.Length == 1 ? call[0] : Where(interpreter, call));

    private static int[]? Numbers(Interpreter interpreter, Call call) =>
        interpreter.ItemsOf(call.Arguments.Length == 1 ? call[0] : Select(interpreter, call)) is { } items && items.All(static item => item is Constant { Raw: int })
            ? items.Select(static item => (int)((Constant)item).Raw!).ToArray()
            : null;

    private static Value? Aggregate(Interpreter interpreter, Call call)
    {
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return null;
        var (seed, function) = call.Arguments switch
        {
            [_, Closure only] when !items.IsEmpty => (null, only),
            [_, var given, Closure fold] => (given, fold),
            _ => ((Value?)null, (Closure?)null),
        };
        if (function is null)
            return null;
        var result = seed ?? items[0];
        foreach (var item in seed is null ? items.RemoveAt(0) : items)
            result = interpreter.Call(function, call.Operation, result, item);
        return result;
    }
}
