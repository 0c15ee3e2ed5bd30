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

    private const int Limit = 10_000;

    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        (Enumerable, "Select", Select),
        (Enumerable, "SelectMany", SelectMany),
        (Enumerable, "Where", Where),
        (Enumerable, "TakeWhile", static (interpreter, call) => While(interpreter, call, takes: true)),
        (Enumerable, "SkipWhile", static (interpreter, call) => While(interpreter, call, takes: false)),
        (Enumerable, "ToList ToArray ToHashSet", ToList),
        (Enumerable, "AsEnumerable Cast", static (interpreter, call) => new DeferredSequence(() => interpreter.Enumerate(call[0], call.Operation), interpreter.OriginOf(call.Operation))),
        (Enumerable, "ToDictionary", ToDictionary),
        (Enumerable, "GroupBy", static (interpreter, call) => Deferring(interpreter, call, () => Grouped(interpreter, call) is { } groups ? new Sequence(groups, interpreter.OriginOf(call.Operation)) : null)),
        (Enumerable, "Range", static (interpreter, call) => call is { Arguments: [Constant { Raw: int start }, Constant { Raw: int count }] } && count is >= 0 and <= Limit
            ? new Sequence(System.Linq.Enumerable.Range(start, count).Select(number => (Value)new Constant(number, call[1].Origin)).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Enumerable, "Repeat", static (interpreter, call) => call[1] is Constant { Raw: int count } && count is >= 0 and <= Limit
            ? new Sequence(System.Linq.Enumerable.Repeat(call[0], count).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Enumerable, "Empty", static (interpreter, call) => new Sequence(ImmutableArray<Value>.Empty, interpreter.OriginOf(call.Operation))),
        (Enumerable, "Zip", Zip),
        (Enumerable, "Concat", static (interpreter, call) => Combined(interpreter, call, static items => items[0].Concat(items[1]), keepsOptional: true, call[0], call[1])),
        (Enumerable, "Append", static (interpreter, call) => Combined(interpreter, call, items => items[0].Append(call[1]), keepsOptional: true, call[0])),
        (Enumerable, "Prepend", static (interpreter, call) => Combined(interpreter, call, items => items[0].Prepend(call[1]), keepsOptional: true, call[0])),
        (Enumerable, "Take", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Combined(interpreter, call, items => items[0].Take(count), keepsOptional: false, call[0]) : null),
        (Enumerable, "Skip", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Combined(interpreter, call, items => items[0].Skip(count), keepsOptional: false, call[0]) : null),
        (Enumerable, "TakeLast", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Combined(interpreter, call, items => items[0].Skip(Math.Max(0, items[0].Count - count)), keepsOptional: false, call[0]) : null),
        (Enumerable, "SkipLast", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Combined(interpreter, call, items => items[0].Take(Math.Max(0, items[0].Count - count)), keepsOptional: false, call[0]) : null),
        (Enumerable, "Reverse", static (interpreter, call) => Combined(interpreter, call, static items => items[0].Reverse(), keepsOptional: true, call[0])),
        (Enumerable, "Chunk", Chunk),
        (Enumerable, "OfType", static (interpreter, call) => Deferring(interpreter, call, () => OfType(interpreter, call))),
        (Enumerable, "Distinct", static (interpreter, call) => call.Arguments.Length == 1 ? Combined(interpreter, call, static items => Comparable(items[0].Distinct(), items), keepsOptional: false, call[0]) : null),
        (Enumerable, "DistinctBy", static (interpreter, call) => call.Arguments.Length == 2 ? Combined(interpreter, call, items => DistinctBy(interpreter, call, items[0]), keepsOptional: false, call[0]) : null),
        (Enumerable, "Union", static (interpreter, call) => call.Arguments.Length == 2 ? Combined(interpreter, call, static items => Comparable(items[0].Union(items[1]), items), keepsOptional: false, call[0], call[1]) : null),
        (Enumerable, "Except", static (interpreter, call) => call.Arguments.Length == 2 ? Combined(interpreter, call, static items => Comparable(items[0].Except(items[1]), items), keepsOptional: false, call[0], call[1]) : null),
        (Enumerable, "Intersect", static (interpreter, call) => call.Arguments.Length == 2 ? Combined(interpreter, call, static items => Comparable(items[0].Intersect(items[1]), items), keepsOptional: false, call[0], call[1]) : null),
        (Enumerable, "OrderBy OrderByDescending Order OrderDescending", static (interpreter, call) => OrderBy(interpreter, call, null)),
        (Enumerable, "ThenBy ThenByDescending", static (interpreter, call) => call[0] is OrderedSequence ordered ? OrderBy(interpreter, call, ordered) : null),
        (Enumerable, "First FirstOrDefault", First),
        (Enumerable, "Single SingleOrDefault", Single),
        (Enumerable, "Last LastOrDefault", Last),
        (Enumerable, "ElementAt ElementAtOrDefault", ElementAt),
        (Enumerable, "Any", Any),
        (Enumerable, "All", All),
        (Enumerable, "Count LongCount", static (interpreter, call) => Filtered(interpreter, call) is { } items ? new Constant(call.Method.Name == "Count" ? items.Length : (long)items.Length, interpreter.OriginOf(call.Operation)) : null),
        (Enumerable, "TryGetNonEnumeratedCount", static (_, _) => null),
        (Enumerable, "Contains", Contains),
        (Enumerable, "SequenceEqual", SequenceEqual),
        (Enumerable, "Sum", static (interpreter, call) => Numbers(interpreter, call) is { } numbers ? Total(numbers) is { } sum ? new Constant(sum, interpreter.OriginOf(call.Operation)) : null : null),
        (Enumerable, "Max", static (interpreter, call) => Numbers(interpreter, call) is { Length: > 0 } numbers ? new Constant(numbers.Max(), interpreter.OriginOf(call.Operation)) : null),
        (Enumerable, "Min", static (interpreter, call) => Numbers(interpreter, call) is { Length: > 0 } numbers ? new Constant(numbers.Min(), interpreter.OriginOf(call.Operation)) : null),
        (Enumerable, "MaxBy", static (interpreter, call) => By(interpreter, call, descending: true)),
        (Enumerable, "MinBy", static (interpreter, call) => By(interpreter, call, descending: false)),
        (Enumerable, "Aggregate", Aggregate),
        (Enumerable, "DefaultIfEmpty", static (interpreter, call) => Combined(interpreter, call, items => items[0].Count > 0 ? items[0] : [call.Arguments.Length == 2 ? call[1] : interpreter.Default(call.Method.TypeArguments[0], call.Operation)], keepsOptional: false, call[0])),
    ];

    public static Value? Contains(Interpreter interpreter, Call call) =>
        call.Arguments.Length == 2 && interpreter.PossibleItemsOf(call[0]) is { } items ? ContainsValue(interpreter, items, call[1], call.Operation) : null;

    public static Value? SequenceEqual(Interpreter interpreter, Call call) =>
        call.Arguments.Length == 2 && interpreter.ItemsOf(call[0]) is { } one && interpreter.ItemsOf(call[1]) is { } other && one.Concat(other).All(static item => item is Constant)
            ? new Constant(one.SequenceEqual(other), interpreter.OriginOf(call.Operation))
            : null;

    public static Value Select(Interpreter interpreter, Call call) => Enumerating(interpreter, call, items => items.Select((item, index) => item is OptionalItem optional
        ? new OptionalItem(interpreter.RunOnSomeRuns(call.Operation, () => Apply(interpreter, call, optional.Value, index)))
        : Apply(interpreter, call, item, index)).ToImmutableArray());

    public static Value Where(Interpreter interpreter, Call call) => Enumerating(interpreter, call, items =>
    {
        var kept = ImmutableArray.CreateBuilder<Value>();
        for (var index = 0; index < items.Length; index++)
        {
            switch (Values.AsBoolean(Apply(interpreter, call, Values.Certain(items[index]), index)))
            {
                case true:
                    kept.Add(items[index]);
                    break;
                case null:
                    kept.Add(items[index] as OptionalItem ?? new OptionalItem(items[index]));
                    break;
            }
        }

        return kept.ToImmutable();
    });

    public static Value? ToDictionary(Interpreter interpreter, Call call)
    {
        var origin = interpreter.OriginOf(call.Operation);
        var ignoresCase = false;
        var closures = new List<Closure>();
        foreach (var argument in call.Arguments.Skip(1))
        {
            if (argument is Closure closure)
                closures.Add(closure);
            else if (argument is Constant { Raw: null or "Ordinal" or "OrdinalIgnoreCase" } comparer)
                ignoresCase = comparer.Raw is "OrdinalIgnoreCase";
            else
                return null;
        }

        if (interpreter.PossibleItemsOf(call[0]) is not { } items)
        {
            foreach (var closure in closures)
                interpreter.CallForAnyItem(closure, call.Operation, call[0] as Unknown);
            return interpreter.NewLost(call.Method.ReturnType, "a dictionary made of a collection that is not known", origin);
        }

        var entries = new List<KeyValuePair<Value, Value>>();
        foreach (var item in items)
        {
            var one = Values.Certain(item);
            KeyValuePair<Value, Value> entry;
            if (closures.Count > 0)
                entry = new KeyValuePair<Value, Value>(interpreter.Call(closures[0], call.Operation, one), closures.Count > 1 ? interpreter.Call(closures[1], call.Operation, one) : one);
            else if (one is EntryValue given)
                entry = new KeyValuePair<Value, Value>(given.Key, given.Value);
            else if (one is TupleValue { Elements: { Length: 2 } pair })
                entry = new KeyValuePair<Value, Value>(pair[0], pair[1]);
            else
                return null;
            entries.Add(item is OptionalItem ? new KeyValuePair<Value, Value>(entry.Key, new OptionalItem(entry.Value)) : entry);
        }

        return interpreter.NewMap(entries, call.Method.ReturnType, origin, ignoresCase);
    }

    public static Value? First(Interpreter interpreter, Call call) => Pick(interpreter, call, last: false);

    public static Value? Last(Interpreter interpreter, Call call) => Pick(interpreter, call, last: true);

    public static Value? Any(Interpreter interpreter, Call call)
    {
        if (call.Arguments.Length > 1)
            return Quantify(interpreter, call, decides: true);
        if (interpreter.PossibleItemsOf(call[0]) is not { } items)
            return null;
        return items.Any(static item => item is not OptionalItem) ? new Constant(true, interpreter.OriginOf(call.Operation))
            : items.IsEmpty ? new Constant(false, interpreter.OriginOf(call.Operation))
            : new Unknown("a condition", interpreter.OriginOf(call.Operation));
    }

    public static Value? All(Interpreter interpreter, Call call) => Quantify(interpreter, call, decides: false);

    public static Value? FindIndex(Interpreter interpreter, Call call)
    {
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return null;
        for (var index = 0; index < items.Length; index++)
        {
            switch (Values.AsBoolean(Apply(interpreter, call, items[index], index)))
            {
                case true:
                    return new Constant(index, interpreter.OriginOf(call.Operation));
                case null:
                    return null;
            }
        }

        return new Constant(-1, interpreter.OriginOf(call.Operation));
    }

    /// <summary>Whether one of several values equals another: a known boolean only where every comparison is known that matters.</summary>
    public static Value ContainsValue(Interpreter interpreter, ImmutableArray<Value> items, Value wanted, IOperation operation)
    {
        bool? result = false;
        foreach (var item in items)
        {
            switch (Values.AsBoolean(interpreter.Compare(Values.Certain(item), wanted, operation)))
            {
                case true when item is not OptionalItem:
                    return new Constant(true, interpreter.OriginOf(operation));
                case true or null:
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
        () => interpreter.OnEachSequence(call[0], call.Operation, source =>
        {
            if (source is Sequence sequence)
                return make(sequence.Items) is { } items ? new Sequence(items, interpreter.OriginOf(call.Operation)) { IsUnordered = sequence.IsUnordered } : new Unknown("a sequence that depends on a condition", interpreter.OriginOf(call.Operation));
            foreach (var function in call.Arguments.OfType<Closure>())
                interpreter.CallForAnyItem(function, call.Operation, source as Unknown);
            return source is Unknown unknown ? unknown.Part() : new Unknown("a sequence", interpreter.OriginOf(call.Operation));
        }),
        interpreter.OriginOf(call.Operation));

    private static DeferredSequence Deferring(Interpreter interpreter, Call call, Func<Value?> make) =>
        new(() => make() ?? new Unknown("a sequence that is not known", interpreter.OriginOf(call.Operation)), interpreter.OriginOf(call.Operation));

    private static DeferredSequence Combined(Interpreter interpreter, Call call, Func<IReadOnlyList<IReadOnlyList<Value>>, IEnumerable<Value>?> combine, bool keepsOptional, params Value[] sources) => new(
        () =>
        {
            var items = new List<IReadOnlyList<Value>>();
            var unordered = false;
            foreach (var source in sources)
            {
                var known = keepsOptional && interpreter.Enumerate(source, call.Operation) is Sequence sequence ? sequence.Items : interpreter.ItemsOf(source);
                unordered |= known is not null && keepsOptional && interpreter.ItemsOf(source) is null && known.Value.All(static item => item is not OptionalItem);
                if (known is null)
                    return new Unknown("a sequence that is not known", interpreter.OriginOf(call.Operation));
                items.Add(known.Value);
            }

            return combine(items) is { } combined ? new Sequence(combined.ToImmutableArray()) { IsUnordered = unordered } : new Unknown("a sequence that is not known", interpreter.OriginOf(call.Operation));
        },
        interpreter.OriginOf(call.Operation));

    // Sets of values are told apart only where all of them are known.
    private static IEnumerable<Value>? Comparable(IEnumerable<Value> result, IReadOnlyList<IReadOnlyList<Value>> sources) =>
        sources.All(static items => items.All(CollectionKind.IsComparable)) ? result : null;

    private static IEnumerable<Value>? DistinctBy(Interpreter interpreter, Call call, IReadOnlyList<Value> items)
    {
        var seen = new HashSet<Value>();
        var kept = new List<Value>();
        foreach (var item in items)
        {
            var key = Apply(interpreter, call, item, 0);
            if (!CollectionKind.IsComparable(key))
                return null;
            if (seen.Add(key))
                kept.Add(item);
        }

        return kept;
    }

    private static Value ToList(Interpreter interpreter, Call call)
    {
        var origin = interpreter.OriginOf(call.Operation);
        return interpreter.OnEachSequence(call[0], call.Operation, source => source switch
        {
            Sequence { IsUnordered: true } when !CollectionKind.IsSet(call.Method.ReturnType) => interpreter.NewLost(call.Method.ReturnType, "a list in an order that is not known", origin),
            Sequence sequence => interpreter.NewList(sequence.Items, call.Method.ReturnType, origin),
            Unknown unknown => interpreter.NewLost(call.Method.ReturnType, unknown.Reason, origin),
            _ => interpreter.NewLost(call.Method.ReturnType, "a collection", origin),
        });
    }

    private static Value? SelectMany(Interpreter interpreter, Call call) => call[1] is not Closure collection ? null : Enumerating(interpreter, call, items =>
    {
        var results = ImmutableArray.CreateBuilder<Value>();
        for (var index = 0; index < items.Length; index++)
        {
            var item = items[index];
            var outer = Values.Certain(item);
            var made = collection.Method.Parameters.Length == 2 ? interpreter.Call(collection, call.Operation, outer, new Constant(index)) : interpreter.Call(collection, call.Operation, outer);
            if (interpreter.Enumerate(made, call.Operation) is not Sequence { IsUnordered: false } inner)
                return null;
            foreach (var one in inner.Items)
            {
                var result = call.Arguments.Length > 2 && call[2] is Closure combine ? interpreter.Call(combine, call.Operation, outer, Values.Certain(one)) : Values.Certain(one);
                results.Add(item is OptionalItem || one is OptionalItem ? new OptionalItem(result) : result);
            }
        }

        return results.ToImmutable();
    });

    private static Value? While(Interpreter interpreter, Call call, bool takes) => Combined(
        interpreter,
        call,
        items =>
        {
            for (var index = 0; index < items[0].Count; index++)
            {
                switch (Values.AsBoolean(Apply(interpreter, call, items[0][index], index)))
                {
                    case false:
                        return takes ? items[0].Take(index) : items[0].Skip(index);
                    case null:
                        return null;
                }
            }

            return takes ? items[0] : [];
        },
        keepsOptional: false,
        call[0]);

    private static Value? Zip(Interpreter interpreter, Call call) => call.Arguments.Length switch
    {
        2 => Combined(interpreter, call, static items => items[0].Zip(items[1], static (one, other) => (Value)new TupleValue(ImmutableArray.Create(one, other))), keepsOptional: false, call[0], call[1]),
        3 when call[2] is Closure result => Combined(interpreter, call, items => items[0].Zip(items[1], (one, other) => interpreter.Call(result, call.Operation, one, other)).ToList(), keepsOptional: false, call[0], call[1]),
        3 => Combined(interpreter, call, static items => items[0].Zip(items[1], static (one, other) => (one, other)).Zip(items[2], static (two, third) => (Value)new TupleValue(ImmutableArray.Create(two.one, two.other, third))), keepsOptional: false, call[0], call[1], call[2]),
        _ => null,
    };

    private static Value? Chunk(Interpreter interpreter, Call call) => call[1] is not Constant { Raw: int and > 0 and var size } ? null : Combined(
        interpreter,
        call,
        items => System.Linq.Enumerable.Range(0, (items[0].Count + size - 1) / size).Select(chunk => (Value)interpreter.NewList(items[0].Skip(chunk * size).Take(size), interpreter.ObjectType, interpreter.OriginOf(call.Operation))).ToList(),
        keepsOptional: false,
        call[0]);

    private static Value? OfType(Interpreter interpreter, Call call)
    {
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return null;
        var type = interpreter.TypeArgument(call.Method, 0);
        var kept = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in items)
        {
            switch (interpreter.IsOf(item, type))
            {
                case true:
                    kept.Add(item);
                    break;
                case null:
                    return null;
            }
        }

        return new Sequence(kept.ToImmutable(), interpreter.OriginOf(call.Operation));
    }

    // Groups by key, in the order in which the keys first appear.
    private static ImmutableArray<Value>? Grouped(Interpreter interpreter, Call call)
    {
        var closures = call.Arguments.OfType<Closure>().ToList();
        if (closures.Count is 0 or > 3 || closures.Count != call.Arguments.Length - 1 || interpreter.ItemsOf(call[0]) is not { } items)
            return null;
        var hasResult = call.Method.Parameters[call.Method.Parameters.Length - 1].Name == "resultSelector";
        var element = closures.Count == (hasResult ? 3 : 2) ? closures[1] : null;
        var keys = new List<Value>();
        var groups = new Dictionary<Value, List<Value>>();
        foreach (var item in items)
        {
            var key = interpreter.Call(closures[0], call.Operation, item);
            if (!CollectionKind.IsComparable(key))
                return null;
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new List<Value>();
                keys.Add(key);
            }

            group.Add(element is null ? item : interpreter.Call(element, call.Operation, item));
        }

        return keys.Select(key => hasResult
            ? interpreter.Call(closures[closures.Count - 1], call.Operation, key, new Sequence(groups[key].ToImmutableArray()))
            : new GroupValue(key, groups[key].ToImmutableArray(), interpreter.OriginOf(call.Operation))).ToImmutableArray();
    }

    private static OrderedSequence OrderBy(Interpreter interpreter, Call call, OrderedSequence? before)
    {
        var descending = call.Method.Name.EndsWith("Descending", StringComparison.Ordinal);
        var key = call.Arguments.Length > 1 ? call[1] as Closure : null;
        var comparer = call.Arguments.Skip(1).FirstOrDefault(static argument => argument is not (Closure or Constant { Raw: null }));
        var source = before?.Source ?? call[0];
        var orders = (before?.Orders ?? ImmutableArray<KeyOrder>.Empty).Add(new KeyOrder(key, descending, IsOrdinal: comparer is not null));
        var isKnown = (before?.IsKnown ?? true) && comparer is null or Constant { Raw: "Ordinal" };
        return new OrderedSequence(
            source,
            orders,
            isKnown,
            () =>
            {
                if (interpreter.Enumerate(source, call.Operation) is not Sequence sequence || !isKnown || sequence.Items.Any(static item => item is OptionalItem))
                    return new Unknown("a sequence that is not known", interpreter.OriginOf(call.Operation));
                var sorted = (ImmutableArray<Value>?)sequence.Items;

                // The order of what is equal is that of the source; so the last key first.
                for (var index = orders.Length - 1; index >= 0 && sorted is not null; index--)
                {
                    var (by, down, ordinal) = orders[index];
                    var keys = sorted.Value.Select(item => (Item: item, Key: by is null ? item : interpreter.Call(by, call.Operation, item))).ToImmutableArray();
                    sorted = CollectionKind.Sorted(keys, static one => one.Key, down, ordinal)?.Select(static one => one.Item).ToImmutableArray();
                    if (sequence.IsUnordered && keys.Select(static one => one.Key).Distinct().Count() < keys.Length)
                        sorted = null;
                }

                return sorted is { } items ? new Sequence(items, interpreter.OriginOf(call.Operation)) : new Unknown("a sequence whose order is not known", interpreter.OriginOf(call.Operation));
            },
            interpreter.OriginOf(call.Operation));
    }

    private static Value? By(Interpreter interpreter, Call call, bool descending)
    {
        if (call.Arguments.Length != 2 || interpreter.ItemsOf(call[0]) is not { IsEmpty: false } items)
            return null;
        var keyed = items.Select((item, index) => (Item: item, Key: Apply(interpreter, call, item, index))).ToImmutableArray();
        return CollectionKind.Sorted(keyed, static one => one.Key, descending) is { } sorted ? sorted[0].Item : null;
    }

    // The first (or last) item that matches: one of those that may, up to the first that surely does.
    private static Value? Pick(Interpreter interpreter, Call call, bool last)
    {
        var predicate = call.Arguments.Length > 1 && call[1] is Closure;
        var name = call.Method.Name;
        if (interpreter.Enumerate(call[0], call.Operation) is not Sequence { IsUnordered: false, Items: var items })
            return interpreter.Enumerate(call[0], call.Operation) is Unknown unknown ? unknown.Part() : null;
        var candidates = new List<Value>();
        foreach (var item in last ? items.Reverse() : items)
        {
            bool? matches = predicate ? Values.AsBoolean(Apply(interpreter, call, Values.Certain(item), 0)) : true;
            if (matches == false)
                continue;
            candidates.Add(Values.Certain(item));
            if (matches == true && item is not OptionalItem)
                return Values.OneOf(candidates, candidates.Count == 1 ? candidates[0].Origin : interpreter.OriginOf(call.Operation));
        }

        if (name.EndsWith("OrDefault", StringComparison.Ordinal) || name.StartsWith("Find", StringComparison.Ordinal))
            candidates.Add(call.Arguments.Length > 1 && call[call.Arguments.Length - 1] is not Closure ? call[call.Arguments.Length - 1] : interpreter.Default(call.Method.ReturnType, call.Operation));
        return candidates.Count == 0 ? interpreter.Throw() : Values.OneOf(candidates, interpreter.OriginOf(call.Operation));
    }

    private static Value? Single(Interpreter interpreter, Call call)
    {
        if (Filtered(interpreter, call) is not { } matching)
            return Pick(interpreter, call, last: false);
        return matching.Length switch
        {
            1 => matching[0],
            0 when call.Method.Name == "SingleOrDefault" => Pick(interpreter, call, last: false),
            _ => interpreter.Throw(),
        };
    }

    private static Value? ElementAt(Interpreter interpreter, Call call)
    {
        if (interpreter.ItemsOf(call[0]) is not { } items || call[1] is not Constant { Raw: int index })
            return null;
        return index >= 0 && index < items.Length ? items[index]
            : call.Method.Name == "ElementAt" ? interpreter.Throw() : interpreter.Default(call.Method.ReturnType, call.Operation);
    }

    private static Value? Quantify(Interpreter interpreter, Call call, bool decides)
    {
        if (interpreter.PossibleItemsOf(call[0]) is not { } items)
            return null;
        var known = true;
        foreach (var item in items)
        {
            switch (Values.AsBoolean(Apply(interpreter, call, Values.Certain(item), 0)))
            {
                case { } result when result == decides && item is not OptionalItem:
                    return new Constant(decides, interpreter.OriginOf(call.Operation));
                case null:
                    known = false;
                    break;
                case { } result when result == decides:
                    known = false;
                    break;
            }
        }

        return known ? new Constant(!decides, interpreter.OriginOf(call.Operation)) : new Unknown("a condition", interpreter.OriginOf(call.Operation));
    }

    private static ImmutableArray<Value>? Filtered(Interpreter interpreter, Call call)
    {
        var source = call.Arguments.Length > 1 && call[1] is Closure ? Where(interpreter, call) : call[0];
        return interpreter.Enumerate(source, call.Operation) is Sequence { Items: var items } && !items.Any(static item => item is OptionalItem) ? items : null;
    }

    private static int[]? Numbers(Interpreter interpreter, Call call)
    {
        var source = call.Arguments.Length > 1 ? Select(interpreter, call) : call[0];
        return interpreter.Enumerate(source, call.Operation) is Sequence { Items: var items } && items.All(static item => item is Constant { Raw: int, EnumType: null })
            ? items.Select(static item => (int)((Constant)item).Raw!).ToArray()
            : null;
    }

    private static int? Total(int[] numbers)
    {
        var sum = numbers.Sum(static number => (long)number);
        return sum is >= int.MinValue and <= int.MaxValue ? (int)sum : null;
    }

    private static Value? Aggregate(Interpreter interpreter, Call call)
    {
        if (interpreter.ItemsOf(call[0]) is not { } items)
            return null;
        var (seed, function, result) = call.Arguments switch
        {
            [_, Closure only] => (null, only, null),
            [_, var given, Closure fold] => (given, fold, null),
            [_, var given, Closure fold, Closure select] => (given, fold, select),
            _ => ((Value?)null, (Closure?)null, (Closure?)null),
        };
        if (function is null)
            return null;
        if (seed is null && items.IsEmpty)
            return interpreter.Throw();
        var value = seed ?? items[0];
        foreach (var item in seed is null ? items.RemoveAt(0) : items)
            value = interpreter.Call(function, call.Operation, value, item);
        return result is null ? value : interpreter.Call(result, call.Operation, value);
    }
}
