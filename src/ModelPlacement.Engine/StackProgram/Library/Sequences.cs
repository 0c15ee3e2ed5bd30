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

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        (Enumerable, "Select", Select),
        (Enumerable, "SelectMany", SelectMany),
        (Enumerable, "Where", Where),
        (Enumerable, "TakeWhile", static (interpreter, call) => While(interpreter, call, takes: true)),
        (Enumerable, "SkipWhile", static (interpreter, call) => While(interpreter, call, takes: false)),
        (Enumerable, "ToList ToArray ToHashSet", ToList),
        (Enumerable, "AsEnumerable Cast", static (interpreter, call) => Staged(interpreter, call, static (_, items) => items)),
        (Enumerable, "ToDictionary", ToDictionary),
        (Enumerable, "GroupBy", GroupBy),
        (Enumerable, "ToLookup", static (interpreter, call) => GroupBy(interpreter, call) is { } groups && interpreter.Enumerate(groups, call.Operation) is Sequence { IsUnordered: false } known && known.Items.All(static item => item is GroupValue) ? known : null),
        (Enumerable, "Join GroupJoin", Join),
        ("System.Linq.ILookup", "Contains", static (interpreter, call) => call.Receiver is Sequence lookup && InLookup(interpreter, lookup, call[0]) is { } found ? new Constant(found is GroupValue, interpreter.OriginOf(call.Operation)) : null),
        (Enumerable, "Range", static (interpreter, call) => call is { Arguments: [Constant { Raw: int start }, Constant { Raw: int count }] } && count is >= 0 and <= Limit && start <= int.MaxValue - count
            ? new Sequence(System.Linq.Enumerable.Range(start, count).Select(number => (Value)new Constant(number, call[1].Origin)).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Enumerable, "Repeat", static (interpreter, call) => call[1] is Constant { Raw: int count } && count is >= 0 and <= Limit
            ? new Sequence(System.Linq.Enumerable.Repeat(call[0], count).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Enumerable, "Empty", static (interpreter, call) => new Sequence(ImmutableArray<Value>.Empty, interpreter.OriginOf(call.Operation))),
        (Enumerable, "Index", static (interpreter, call) => Ordered(interpreter, call, static (_, items) => items.Select(static (item, index) => (Value)new TupleValue(ImmutableArray.Create(new Constant(index), item))))),
        (Enumerable, "Zip", Zip),
        (Enumerable, "Concat", static (interpreter, call) => Staged(interpreter, call, (enumeration, items) => items.Concat(enumeration.Others(call[1])), call[1])),
        (Enumerable, "Append", static (interpreter, call) => Staged(interpreter, call, (_, items) => items.Append(call[1]))),
        (Enumerable, "Prepend", static (interpreter, call) => Staged(interpreter, call, (_, items) => items.Prepend(call[1]))),
        (Enumerable, "Take", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Ordered(interpreter, call, (_, items) => items.Take(count)) : null),
        (Enumerable, "Skip", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Ordered(interpreter, call, (_, items) => Skip(interpreter, call, items, count)) : null),
        (Enumerable, "TakeLast", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Ordered(interpreter, call, (_, items) => TakeLast(items, count)) : null),
        (Enumerable, "SkipLast", static (interpreter, call) => call[1] is Constant { Raw: int count } ? Ordered(interpreter, call, (_, items) => SkipLast(items, count)) : null),
        (Enumerable, "Reverse", static (interpreter, call) => Staged(interpreter, call, static (_, items) => items.Reverse())),
        (Enumerable, "Chunk", Chunk),
        (Enumerable, "OfType", static (interpreter, call) => Ordered(interpreter, call, (enumeration, items) => OfType(interpreter, call, enumeration, items))),
        (Enumerable, "Distinct", static (interpreter, call) => ComparerOf(interpreter, call) is not { } comparer ? null : Ordered(interpreter, call, (enumeration, items) => Different(enumeration, items, static item => item, new(comparer), comparer))),
        (Enumerable, "DistinctBy", static (interpreter, call) => ComparerOf(interpreter, call) is not { } comparer ? null : Ordered(interpreter, call, (enumeration, items) => Different(enumeration, items, item => Apply(interpreter, call, item, 0), new(comparer), comparer))),
        (Enumerable, "Union", static (interpreter, call) => ComparerOf(interpreter, call) is not { } comparer ? null : Ordered(interpreter, call, (enumeration, items) => Different(enumeration, items.Concat(enumeration.Others(call[1])), static item => item, new(comparer), comparer), call[1])),
        (Enumerable, "Except", static (interpreter, call) => ComparerOf(interpreter, call) is not { } comparer ? null : Ordered(interpreter, call, (enumeration, items) => Except(enumeration, items, call[1], comparer), call[1])),
        (Enumerable, "Intersect", static (interpreter, call) => ComparerOf(interpreter, call) is not { } comparer ? null : Ordered(interpreter, call, (enumeration, items) => Intersect(enumeration, items, call[1], comparer), call[1])),
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
        (Enumerable, "Sum", static (interpreter, call) => Aggregated(interpreter, call, numbers => numbers.Count > 0 ? Arithmetic.Sum(numbers) : (interpreter.Default(call.Method.ReturnType, call.Operation) as Constant)?.Raw)),
        (Enumerable, "Max", static (interpreter, call) => Aggregated(interpreter, call, static numbers => Arithmetic.Greatest(numbers, sign: 1))),
        (Enumerable, "Min", static (interpreter, call) => Aggregated(interpreter, call, static numbers => Arithmetic.Greatest(numbers, sign: -1))),
        (Enumerable, "Average", static (interpreter, call) => Aggregated(interpreter, call, Arithmetic.Average)),
        (Enumerable, "MaxBy", static (interpreter, call) => By(interpreter, call, descending: true)),
        (Enumerable, "MinBy", static (interpreter, call) => By(interpreter, call, descending: false)),
        (Enumerable, "Aggregate", Aggregate),
        (Enumerable, "DefaultIfEmpty", static (interpreter, call) => Ordered(interpreter, call, (_, items) => items.DefaultIfEmpty(call.Arguments.Length == 2 ? call[1] : interpreter.Default(call.Method.TypeArguments[0], call.Operation)))),
    ];

    public static Value? Contains(Interpreter interpreter, Call call) =>
        ComparerOf(interpreter, call) is not { } comparer ? null : interpreter.OnEachEnumeration(call[0], call.Operation, isWhole: false, enumeration =>
        {
            bool? result = false;
            using var items = enumeration.Items().GetEnumerator();
            while (result != true && Moves(interpreter, call, items, isConditional: result is null))
            {
                var isSame = comparer.AreSame(Values.Certain(items.Current), call[1], call.Operation);
                result = isSame == false ? result : isSame == true && items.Current is not OptionalItem ? true : null;
            }

            return result is null || (result == false && enumeration.Broken is not null) ? new Unknown("a condition", interpreter.OriginOf(call.Operation)) : new Constant(result, interpreter.OriginOf(call.Operation));
        });

    public static Value? SequenceEqual(Interpreter interpreter, Call call) =>
        call.Arguments.Length == 2 && Loose(interpreter, call, call[0]) is { } one && Loose(interpreter, call, call[1]) is { } other && one.Concat(other).All(static item => item is Constant)
            ? new Constant(one.SequenceEqual(other), interpreter.OriginOf(call.Operation))
            : null;

    public static DeferredSequence Select(Interpreter interpreter, Call call) => Staged(interpreter, call, (enumeration, items) => Numbered(enumeration, items).Select(entry => entry.Item is OptionalItem optional
        ? new OptionalItem(interpreter.RunOnSomeRuns(call.Operation, () => Apply(interpreter, call, optional.Value, entry.Index)))
        : Apply(interpreter, call, entry.Item, entry.Index)));

    public static DeferredSequence Where(Interpreter interpreter, Call call) => Staged(interpreter, call, (enumeration, items) => Where(interpreter, call, enumeration, items));

    private static IEnumerable<Value> Where(Interpreter interpreter, Call call, Enumeration enumeration, IEnumerable<Value> items)
    {
        foreach (var (item, index) in Numbered(enumeration, items))
        {
            switch (Values.AsBoolean(Asked(interpreter, call, item, index)))
            {
                case true:
                    yield return item;
                    break;
                case null:
                    yield return item as OptionalItem ?? new OptionalItem(item);
                    break;
            }
        }
    }

    // What a predicate says of an item, which it is asked only where the item is there.
    private static Value Asked(Interpreter interpreter, Call call, Value item, int? index, bool isConditional = false) => item is OptionalItem || isConditional
        ? interpreter.RunOnSomeRuns(call.Operation, () => Apply(interpreter, call, Values.Certain(item), index))
        : Apply(interpreter, call, item, index);

    // Items with their positions, which are not known after one that is there on some runs only, or in no order.
    private static IEnumerable<(Value Item, int? Index)> Numbered(Enumeration enumeration, IEnumerable<Value> items)
    {
        int? index = 0;
        foreach (var item in items)
        {
            yield return (item, enumeration.IsUnordered ? null : index);
            index = item is OptionalItem ? null : index + 1;
        }
    }

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

        var made = interpreter.Enumerate(Staged(interpreter, call, (_, items) => items.Select(item => EntryOf(interpreter, call, item, closures))), call.Operation);
        if (made is not Sequence { Items: var entries })
            return interpreter.NewLost(call.Method.ReturnType, "a dictionary made of a collection that is not known", origin);
        if (call.Method.Name is "ToDictionary" && entries.All(static entry => entry is EntryValue))
        {
            var comparer = new KeyComparer(interpreter, ignoresCase);
            if (entries.Select(static entry => ((EntryValue)entry).Key).ToList() is var keys && keys.TrueForAll(comparer.CanCompare) && keys.Distinct(comparer).Count() < keys.Count)
                return interpreter.Throw();
        }

        return entries.All(static entry => Values.Certain(entry) is EntryValue)
            ? interpreter.NewMap(
                entries.Select(static item => Values.Certain(item) is EntryValue entry && item is OptionalItem ? (entry.Key, Value: new OptionalItem(entry.Value)) : (((EntryValue)item).Key, ((EntryValue)item).Value))
                    .Select(static entry => new KeyValuePair<Value, Value>(entry.Key, entry.Value)),
                call.Method.ReturnType,
                origin,
                ignoresCase)
            : interpreter.NewLost(call.Method.ReturnType, "a dictionary made of what is not known", origin);
    }

    private static Value EntryOf(Interpreter interpreter, Call call, Value item, List<Closure> closures)
    {
        if (item is OptionalItem optional)
            return new OptionalItem(interpreter.RunOnSomeRuns(call.Operation, () => EntryOf(interpreter, call, optional.Value, closures)));
        if (closures.Count > 0)
            return new EntryValue(interpreter.Call(closures[0], call.Operation, item), closures.Count > 1 ? interpreter.Call(closures[1], call.Operation, item) : item);
        return item is TupleValue { Elements: { Length: 2 } pair } ? new EntryValue(pair[0], pair[1]) : item;
    }

    public static Value? First(Interpreter interpreter, Call call) => Pick(interpreter, call, last: false);

    public static Value? Last(Interpreter interpreter, Call call) => Pick(interpreter, call, last: true);

    public static Value? Any(Interpreter interpreter, Call call)
    {
        if (call.Arguments.Length > 1)
            return Quantify(interpreter, call, decides: true);
        return interpreter.OnEachEnumeration(call[0], call.Operation, isWhole: false, enumeration =>
        {
            bool? any = false;
            foreach (var item in Loosely(interpreter, call, enumeration).TakeWhile(_ => any != true))
                any = item is OptionalItem ? null : true;
            return any is null || enumeration.Broken is not null ? new Unknown("a condition", interpreter.OriginOf(call.Operation)) : new Constant(any, interpreter.OriginOf(call.Operation));
        });
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

    /// <summary>Whether a method that may be given a comparer takes upper and lower case for the same; null where the comparer is not known.</summary>
    public static bool? IgnoresCase(Call call) => ComparerIn(call) switch
    {
        null or Constant { Raw: null or "Ordinal" } => false,
        Constant { Raw: "OrdinalIgnoreCase" } => true,
        _ => null,
    };

    /// <summary>The comparer that a method is given, or null where it has no such parameter.</summary>
    public static Value? ComparerIn(Call call) => call.Argument("comparer") ?? call.Argument("equalityComparer");

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

    private static Value Apply(Interpreter interpreter, Call call, Value item, int? index) => call[1] is Closure { Method.Parameters.Length: 2 }
        ? interpreter.CallDelegate(call[1], call.Operation, item, index is null ? new Unknown("a position in a sequence") : new Constant(index))
        : interpreter.CallDelegate(call[1], call.Operation, item);

    private static DeferredSequence Staged(Interpreter interpreter, Call call, EnumerationStage stage, params Value[] others) => Staged(interpreter, call, stage, mayStop: false, others);

    private static DeferredSequence Staged(Interpreter interpreter, Call call, EnumerationStage stage, bool mayStop, params Value[] others) => new(call[0], stage, interpreter.OriginOf(call.Operation))
    {
        Involved = call.Arguments.Skip(1).Where(Interpreter.IsDelegate).Concat(others).ToImmutableArray(),
        MayStop = mayStop,
    };

    // What depends on the order and the number of the items.
    private static DeferredSequence Ordered(Interpreter interpreter, Call call, EnumerationStage stage, params Value[] others) => Staged(
        interpreter,
        call,
        (enumeration, items) =>
        {
            return stage(enumeration, Certain(items)).TakeWhile(_ => enumeration.Broken is null);

            IEnumerable<Value> Certain(IEnumerable<Value> all)
            {
                foreach (var item in all)
                {
                    if (item is OptionalItem || enumeration.IsUnordered)
                    {
                        enumeration.Break("a sequence that depends on a condition");
                        yield break;
                    }

                    yield return item;
                }
            }
        },
        mayStop: true,
        others);

    // Items that whoever asks for them may do without: the lambdas that make them run or do not.
    private static IEnumerable<Value> Loosely(Interpreter interpreter, Call call, Enumeration enumeration) =>
        enumeration.RunsCode ? Loosely(interpreter, call, enumeration.Items()) : enumeration.Items();

    private static IEnumerable<Value> Loosely(Interpreter interpreter, Call call, IEnumerable<Value> items)
    {
        using var enumerator = items.GetEnumerator();
        while (Moves(interpreter, call, enumerator, isConditional: true))
            yield return enumerator.Current;
    }

    private static bool Moves(Interpreter interpreter, Call call, IEnumerator<Value> items, bool isConditional)
    {
        if (!isConditional)
            return items.MoveNext();
        var moved = false;
        interpreter.RunOnSomeRuns(call.Operation, () =>
        {
            moved = items.MoveNext();
            return Constant.Null;
        });
        return moved;
    }

    private static IEnumerable<Value> Skip(Interpreter interpreter, Call call, IEnumerable<Value> items, int count)
    {
        using var enumerator = items.GetEnumerator();
        for (var index = 0; Moves(interpreter, call, enumerator, isConditional: index < count); index++)
        {
            if (index >= count)
                yield return enumerator.Current;
        }
    }

    private static IEnumerable<Value> TakeLast(IEnumerable<Value> items, int count)
    {
        var all = items.ToList();
        return all.Skip(all.Count - count);
    }

    private static IEnumerable<Value> SkipLast(IEnumerable<Value> items, int count)
    {
        var held = new Queue<Value>();
        foreach (var item in items)
        {
            held.Enqueue(item);
            if (held.Count > count)
                yield return held.Dequeue();
        }
    }

    // How a method compares that may be given a comparer; null where that is not known.
    private static KeyComparer? ComparerOf(Interpreter interpreter, Call call) => IgnoresCase(call) is { } ignoresCase ? new KeyComparer(interpreter, ignoresCase) : null;

    // Items whose keys differ from those seen: told apart only where all of them are known.
    private static IEnumerable<Value> Different(Enumeration enumeration, IEnumerable<Value> items, Func<Value, Value> key, HashSet<Value> seen, KeyComparer comparer)
    {
        foreach (var item in items)
        {
            var one = key(item);
            if (!comparer.CanCompare(one))
            {
                enumeration.Break("a sequence of which not all items are known");
                yield break;
            }

            if (seen.Add(one))
                yield return item;
        }
    }

    private static IEnumerable<Value> Except(Enumeration enumeration, IEnumerable<Value> items, Value others, KeyComparer comparer)
    {
        var excluded = enumeration.Others(others).ToList();
        if (!excluded.TrueForAll(comparer.CanCompare))
            enumeration.Break("a sequence of which not all items are known");
        return Different(enumeration, items, static item => item, new(excluded, comparer), comparer);
    }

    private static IEnumerable<Value> Intersect(Enumeration enumeration, IEnumerable<Value> items, Value others, KeyComparer comparer)
    {
        var wanted = new HashSet<Value>(enumeration.Others(others), comparer);
        if (!wanted.All(comparer.CanCompare))
            enumeration.Break("a sequence of which not all items are known");
        return Different(enumeration, items, static item => item, new(comparer), comparer).Where(wanted.Contains);
    }

    private static Value ToList(Interpreter interpreter, Call call)
    {
        var origin = interpreter.OriginOf(call.Operation);
        return interpreter.OnEachSequence(call[0], call.Operation, source => source switch
        {
            Sequence { IsUnordered: true } when !CollectionKind.IsSet(call.Method.ReturnType) => interpreter.NewLost(call.Method.ReturnType, "a list in an order that is not known", origin),
            Sequence when IgnoresCase(call) is null => interpreter.NewLost(call.Method.ReturnType, "a collection with a comparer of its own", origin),
            Sequence sequence => interpreter.NewList(sequence.Items, call.Method.ReturnType, origin, IgnoresCase(call) is true),
            Unknown unknown => interpreter.NewLost(call.Method.ReturnType, unknown.Reason, origin),
            _ => interpreter.NewLost(call.Method.ReturnType, "a collection", origin),
        });
    }

    private static Value? SelectMany(Interpreter interpreter, Call call) => call[1] is not Closure ? null : Staged(interpreter, call, (enumeration, items) => SelectMany(interpreter, call, enumeration, items));

    private static IEnumerable<Value> SelectMany(Interpreter interpreter, Call call, Enumeration enumeration, IEnumerable<Value> items)
    {
        foreach (var (item, index) in Numbered(enumeration, items))
        {
            var outer = Values.Certain(item);
            Value made = Constant.Null;
            if (item is OptionalItem)
                interpreter.RunOnSomeRuns(call.Operation, () => made = Apply(interpreter, call, outer, index));
            else
                made = Apply(interpreter, call, outer, index);
            if (made is not (Sequence or ObjectReference or DeferredSequence))
                made = interpreter.Enumerate(made, call.Operation);
            foreach (var one in item is OptionalItem ? Loosely(interpreter, call, enumeration.Others(made)) : enumeration.Others(made))
            {
                var result = call.Arguments.Length > 2 && call[2] is Closure combine ? interpreter.Call(combine, call.Operation, outer, Values.Certain(one)) : Values.Certain(one);
                yield return item is OptionalItem || one is OptionalItem ? new OptionalItem(result) : result;
            }

            if (enumeration.Broken is not null)
                yield break;
        }
    }

    private static DeferredSequence While(Interpreter interpreter, Call call, bool takes) => Ordered(interpreter, call, (enumeration, items) => While(interpreter, call, takes, enumeration, items));

    private static IEnumerable<Value> While(Interpreter interpreter, Call call, bool takes, Enumeration enumeration, IEnumerable<Value> items)
    {
        var isOver = false;
        foreach (var (item, index) in Numbered(enumeration, items))
        {
            if (!isOver)
            {
                if (Values.AsBoolean(Apply(interpreter, call, item, index)) is not { } holds)
                {
                    enumeration.Break("a sequence that depends on a condition");
                    yield break;
                }

                isOver = !holds;
                if (isOver && takes)
                    yield break;
            }

            if (takes || isOver)
                yield return item;
        }
    }

    private static Value? Zip(Interpreter interpreter, Call call) => call.Arguments.Length switch
    {
        2 => Ordered(interpreter, call, (enumeration, items) => items.Zip(enumeration.Others(call[1]), static (one, other) => (Value)new TupleValue(ImmutableArray.Create(one, other))), call[1]),
        3 when call[2] is Closure result => Ordered(interpreter, call, (enumeration, items) => items.Zip(enumeration.Others(call[1]), (one, other) => interpreter.Call(result, call.Operation, one, other)), call[1]),
        3 => Ordered(
            interpreter,
            call,
            (enumeration, items) => items.Zip(enumeration.Others(call[1]), static (one, other) => (one, other)).Zip(enumeration.Others(call[2]), static (two, third) => (Value)new TupleValue(ImmutableArray.Create(two.one, two.other, third))),
            call[1],
            call[2]),
        _ => null,
    };

    private static Value? Chunk(Interpreter interpreter, Call call) => call[1] is not Constant { Raw: int and > 0 and var size } ? null : Ordered(interpreter, call, (_, items) => Chunk(interpreter, call, items, size));

    private static IEnumerable<Value> Chunk(Interpreter interpreter, Call call, IEnumerable<Value> items, int size)
    {
        var chunk = new List<Value>();
        foreach (var item in items)
        {
            chunk.Add(item);
            if (chunk.Count < size)
                continue;
            yield return interpreter.NewList(chunk, interpreter.ObjectType, interpreter.OriginOf(call.Operation));
            chunk.Clear();
        }

        if (chunk.Count > 0)
            yield return interpreter.NewList(chunk, interpreter.ObjectType, interpreter.OriginOf(call.Operation));
    }

    private static IEnumerable<Value> OfType(Interpreter interpreter, Call call, Enumeration enumeration, IEnumerable<Value> items)
    {
        var type = interpreter.TypeArgument(call.Method, 0);
        foreach (var item in items)
        {
            if (interpreter.IsOf(item, type) is not { } isOfType)
            {
                enumeration.Break("a sequence of which not all types are known");
                yield break;
            }

            if (isOfType)
                yield return item;
        }
    }

    private static Value? GroupBy(Interpreter interpreter, Call call)
    {
        var closures = call.Arguments.OfType<Closure>().ToList();
        var isGiven = call.Method.Name == "GroupBy" && call.Argument("comparer") is not null;
        return closures.Count is 0 or > 3 || closures.Count != call.Arguments.Length - (isGiven ? 2 : 1) || ComparerOf(interpreter, call) is not { } comparer
            ? null
            : Ordered(interpreter, call, (enumeration, items) => Grouped(interpreter, call, closures, comparer, enumeration, items));
    }

    // Groups by key, in the order in which the keys first appear.
    private static IEnumerable<Value> Grouped(Interpreter interpreter, Call call, List<Closure> closures, KeyComparer comparer, Enumeration enumeration, IEnumerable<Value> items)
    {
        var hasResult = call.Method.Parameters.Any(static parameter => parameter.Name == "resultSelector");
        var element = closures.Count == (hasResult ? 3 : 2) ? closures[1] : null;
        var keys = new List<Value>();
        var groups = new Dictionary<Value, List<Value>>(comparer);
        foreach (var item in items)
        {
            var key = interpreter.Call(closures[0], call.Operation, item);
            if (!comparer.CanCompare(key))
            {
                enumeration.Break("groups whose keys are not known");
                yield break;
            }

            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = new List<Value>();
                keys.Add(key);
            }

            group.Add(element is null ? item : interpreter.Call(element, call.Operation, item));
        }

        foreach (var key in keys.TakeWhile(_ => enumeration.Broken is null))
        {
            yield return hasResult
                ? interpreter.Call(closures[closures.Count - 1], call.Operation, key, new Sequence(groups[key].ToImmutableArray()))
                : new GroupValue(key, groups[key].ToImmutableArray(), interpreter.OriginOf(call.Operation));
        }
    }

    private static Value? Join(Interpreter interpreter, Call call) => call is { Arguments: [_, _, Closure outerKey, Closure innerKey, Closure result] }
        ? Ordered(interpreter, call, (enumeration, items) => Joined(interpreter, call, (outerKey, innerKey, result), enumeration, items), call[1])
        : null;

    // The inner sequence is gone through once, when the first item of the outer one is there.
    private static IEnumerable<Value> Joined(Interpreter interpreter, Call call, (Closure OuterKey, Closure InnerKey, Closure Result) functions, Enumeration enumeration, IEnumerable<Value> items)
    {
        List<(Value Key, Value Item)>? inner = null;
        var comparer = new KeyComparer(interpreter, ignoresCase: false);
        foreach (var item in items)
        {
            inner ??= enumeration.Others(call[1]).Select(other => (interpreter.Call(functions.InnerKey, call.Operation, other), other)).ToList();
            var key = interpreter.Call(functions.OuterKey, call.Operation, item);
            if (!comparer.CanCompare(key) || !inner.TrueForAll(one => comparer.CanCompare(one.Key)))
            {
                enumeration.Break("a join whose keys are not known");
                yield break;
            }

            var matching = inner.Where(one => comparer.Equals(one.Key, key) && key is not Constant { Raw: null }).Select(static one => one.Item).ToImmutableArray();
            if (call.Method.Name == "GroupJoin")
            {
                yield return interpreter.Call(functions.Result, call.Operation, item, new Sequence(matching));
                continue;
            }

            foreach (var match in matching)
                yield return interpreter.Call(functions.Result, call.Operation, item, match);
        }
    }

    /// <summary>The items under a key of a lookup: none where there is no such key.</summary>
    public static Value? InLookup(Interpreter interpreter, Sequence lookup, Value key)
    {
        var comparer = new KeyComparer(interpreter, ignoresCase: false);
        return !comparer.CanCompare(key) || !lookup.Items.All(group => group is GroupValue { Key: var one } && comparer.CanCompare(one)) ? null
            : lookup.Items.FirstOrDefault(group => comparer.Equals(((GroupValue)group).Key, key)) ?? new Sequence(ImmutableArray<Value>.Empty);
    }

    private static OrderedSequence OrderBy(Interpreter interpreter, Call call, OrderedSequence? before)
    {
        var descending = call.Method.Name.EndsWith("Descending", StringComparison.Ordinal);
        var key = call.Arguments.Length > 1 ? call[1] as Closure : null;
        var comparer = call.Arguments.Skip(1).FirstOrDefault(static argument => argument is not (Closure or Constant { Raw: null }));
        var orders = (before?.Orders ?? ImmutableArray<KeyOrder>.Empty).Add(new KeyOrder(key, descending, IsOrdinal: comparer is not null, IgnoresCase: comparer is Constant { Raw: "OrdinalIgnoreCase" }));
        var isKnown = (before?.IsKnown ?? true) && comparer is null or Constant { Raw: "Ordinal" or "OrdinalIgnoreCase" };
        return new OrderedSequence(before?.Unordered ?? call[0], orders, isKnown, (enumeration, items) => Sorted(interpreter, call, orders, isKnown, enumeration, items), interpreter.OriginOf(call.Operation))
        {
            Involved = orders.Select(static order => order.Key).OfType<Value>().ToImmutableArray(),
        };
    }

    private static IEnumerable<Value> Sorted(Interpreter interpreter, Call call, ImmutableArray<KeyOrder> orders, bool isKnown, Enumeration enumeration, IEnumerable<Value> items)
    {
        var sorted = (ImmutableArray<Value>?)items.ToImmutableArray();
        if (!isKnown || sorted.Value.Any(static item => item is OptionalItem))
            sorted = null;

        // The order of what is equal is that of the source; so the last key first.
        for (var index = orders.Length - 1; index >= 0 && sorted is not null && enumeration.Broken is null; index--)
        {
            var (by, down, ordinal, ignoresCase) = orders[index];
            var comparer = new KeyComparer(interpreter, ignoresCase);
            var keys = sorted.Value.Select(item => (Item: item, Key: comparer.OrderOf(by is null ? item : interpreter.Call(by, call.Operation, item)))).ToImmutableArray();
            sorted = CollectionKind.Sorted(keys, static one => one.Key, down, ordinal)?.Select(static one => one.Item).ToImmutableArray();
            if (enumeration.IsUnordered && keys.Select(static one => one.Key).Distinct().Count() < keys.Length)
                sorted = null;
        }

        if (sorted is null)
            enumeration.Break("a sequence whose order is not known");
        else
            enumeration.IsUnordered = false;
        return enumeration.Broken is null ? sorted! : ImmutableArray<Value>.Empty;
    }

    private static Value? By(Interpreter interpreter, Call call, bool descending)
    {
        if (call.Arguments.Length != 2 || interpreter.ItemsOf(Ordered(interpreter, call, (_, all) => all.Select((item, index) => (Value)new EntryValue(Apply(interpreter, call, item, index), item)))) is not { IsEmpty: false } items)
            return null;
        return CollectionKind.Sorted(items.Select(static item => (EntryValue)item).ToImmutableArray(), static one => one.Key, descending) is { } sorted ? sorted[0].Value : null;
    }

    // The first (or last) item that matches: one of those that may, up to the first that surely does.
    private static Value? Pick(Interpreter interpreter, Call call, bool last) => interpreter.OnEachOf(call[0], call.Operation, one => Ended(interpreter, call, one, last) ?? PickOf(interpreter, call, one, last));

    // What an array is known to begin or to end with of which no more is known.
    private static Value? Ended(Interpreter interpreter, Call call, Value array, bool last) => call.Arguments.Length == 1 && array is ObjectReference reference && interpreter.State(reference) is { Ends: { } ends }
        ? Interpreter.AtEnd(ends, last ? new IndexFromEnd(new Constant(1)) : new Constant(0))
        : null;

    private static Value PickOf(Interpreter interpreter, Call call, Value source, bool last) => interpreter.OnEachEnumeration(source, call.Operation, isWhole: last, enumeration =>
    {
        var predicate = call.Arguments.Length > 1 && Interpreter.IsDelegate(call[1]);
        var name = call.Method.Name;
        var candidates = new List<Value>();
        var isFound = false;
        using var items = Candidates().GetEnumerator();
        while (!isFound && Moves(interpreter, call, items, isConditional: candidates.Count > 0))
        {
            var matches = predicate ? Values.AsBoolean(Asked(interpreter, call, items.Current, null, isConditional: candidates.Count > 0)) : true;
            if (matches == false)
                continue;
            candidates.Add(Values.Certain(items.Current));
            isFound = matches == true && items.Current is not OptionalItem;
        }

        if (enumeration.Broken is { } unknown && !isFound)
        {
            if (predicate)
                interpreter.RunForAnyItem(call[1], call.Operation, unknown);
            return unknown.Part();
        }

        if (enumeration.IsUnordered)
            return new Unknown("an item of a collection in an order that is not known", interpreter.OriginOf(call.Operation));
        if (!isFound && (name.EndsWith("OrDefault", StringComparison.Ordinal) || name.StartsWith("Find", StringComparison.Ordinal)))
            candidates.Add(call.Arguments.Length > 1 && !Interpreter.IsDelegate(call[call.Arguments.Length - 1]) ? call[call.Arguments.Length - 1] : interpreter.Default(call.Method.ReturnType, call.Operation));
        return candidates.Count switch { 0 => interpreter.Throw(), 1 when isFound => candidates[0], _ => Values.OneOf(candidates, interpreter.OriginOf(call.Operation)) };

        // A list is asked from its end; of a sequence all items are made, or only the last.
        IEnumerable<Value> Candidates() => !last ? enumeration.Items() : Loosely(interpreter, call, enumeration).Reverse();
    });

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

    private static Value? ElementAt(Interpreter interpreter, Call call) => call[1] is not Constant { Raw: int index } ? null : interpreter.OnEachEnumeration(call[0], call.Operation, isWhole: false, enumeration =>
    {
        var items = Loosely(interpreter, call, enumeration).Take(Math.Max(0, index) + 1).ToList();
        if (enumeration.Broken is not null || enumeration.IsUnordered || items.Exists(static item => item is OptionalItem))
            return new Unknown("an item of a sequence that is not known", interpreter.OriginOf(call.Operation));
        return index >= 0 && index < items.Count ? items[index]
            : call.Method.Name == "ElementAt" ? interpreter.Throw() : interpreter.Default(call.Method.ReturnType, call.Operation);
    });

    private static Value Quantify(Interpreter interpreter, Call call, bool decides) => interpreter.OnEachEnumeration(call[0], call.Operation, isWhole: false, enumeration =>
    {
        var known = true;
        using var items = enumeration.Items().GetEnumerator();
        while (Moves(interpreter, call, items, isConditional: !known))
        {
            var result = Values.AsBoolean(Asked(interpreter, call, items.Current, null, isConditional: !known));
            if (result == decides && known && items.Current is not OptionalItem && !enumeration.IsUnordered)
                return new Constant(decides, interpreter.OriginOf(call.Operation));
            known &= result is not null && result != decides;
        }

        if (enumeration.Broken is { } unknown)
            interpreter.RunForAnyItem(call[1], call.Operation, unknown);
        return known && enumeration.Broken is null ? new Constant(!decides, interpreter.OriginOf(call.Operation)) : new Unknown("a condition", interpreter.OriginOf(call.Operation));
    });

    private static ImmutableArray<Value>? Filtered(Interpreter interpreter, Call call)
    {
        var source = call.Arguments.Length > 1 && call[1] is Closure ? Where(interpreter, call) : call[0];
        return interpreter.Enumerate(source, call.Operation) is Sequence { Items: var items } && !items.Any(static item => item is OptionalItem) ? items : null;
    }

    private static Constant? Aggregated(Interpreter interpreter, Call call, Func<IReadOnlyList<object>, object?> aggregate)
    {
        if (call.Arguments.Length > 1 && call[1] is not Closure)
            return null;
        var source = call.Arguments.Length > 1 ? Select(interpreter, call) : call[0];
        return interpreter.Enumerate(source, call.Operation) is Sequence { Items: var items } numbers && items.All(static item => item is Constant { Raw: int or long or double or decimal, EnumType: null })
            && (!numbers.IsUnordered || items.All(static item => item is Constant { Raw: int or long }))
            && aggregate(items.Select(static item => ((Constant)item).Raw!).ToList()) is { } result
            ? new Constant(result, interpreter.OriginOf(call.Operation))
            : null;
    }

    // The items of a sequence that may not be asked for all of them.
    private static ImmutableArray<Value>? Loose(Interpreter interpreter, Call call, Value value)
    {
        var enumeration = interpreter.Open(value, call.Operation, isWhole: false);
        var items = Loosely(interpreter, call, enumeration).ToImmutableArray();
        return enumeration.Broken is null && !enumeration.IsUnordered ? items : null;
    }

    private static Value? Aggregate(Interpreter interpreter, Call call)
    {
        var (seed, function, result) = call.Arguments switch
        {
            [_, Closure only] => (null, only, null),
            [_, var given, Closure fold] => (given, fold, null),
            [_, var given, Closure fold, Closure select] => (given, fold, select),
            _ => ((Value?)null, (Closure?)null, (Closure?)null),
        };
        if (function is null)
            return null;
        return interpreter.OnEachEnumeration(call[0], call.Operation, isWhole: true, enumeration =>
        {
            var value = seed;
            foreach (var item in enumeration.Items())
            {
                if (item is OptionalItem optional && value is { } before)
                    value = Values.Join(before, interpreter.RunOnSomeRuns(call.Operation, () => interpreter.Call(function, call.Operation, before, optional.Value)));
                else
                    value = value is null ? item : interpreter.Call(function, call.Operation, value, item);
            }

            if (enumeration.Broken is { } unknown)
                interpreter.RunForAnyItem(function, call.Operation, unknown);
            if (enumeration.Broken is not null || enumeration.IsUnordered || value is OptionalItem)
                return new Unknown("what a sequence that is not known makes", interpreter.OriginOf(call.Operation));
            if (value is null)
                return interpreter.Throw();
            return result is null ? value : interpreter.Call(result, call.Operation, value);
        });
    }
}
