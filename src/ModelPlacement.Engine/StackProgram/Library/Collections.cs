using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;
using Entries = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<ModelPlacement.Engine.StackProgram.Value, ModelPlacement.Engine.StackProgram.Value>>;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Lists, maps, sets, queues and stacks, Pulumi's <c>InputList</c> and <c>InputMap</c> among them: what their methods do, by what kind of collection they are.</summary>
internal static class Collections
{
    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("Pulumi.InputMap", "Merge", static (interpreter, call) => interpreter.PossibleEntriesOf(call[0]) is { } first && interpreter.PossibleEntriesOf(call[1]) is { } second
            ? interpreter.NewMap(first.AddRange(second), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null),
        ("Pulumi.InputListExtensions", "Add", static (interpreter, call) => Add(interpreter, call.OnFirst())),
        ("Pulumi.InputMapExtensions", "Add", static (interpreter, call) => Add(interpreter, call.OnFirst())),
        ("System.Array", "Empty", static (interpreter, call) => interpreter.NewList([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Array", "ConvertAll", static (interpreter, call) => call[1] is Closure convert && interpreter.ItemsOf(call[0]) is { } items
            ? interpreter.NewList(items.Select(item => interpreter.Call(convert, call.Operation, item)).ToList(), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null),
        ("System.Array", "ForEach", static (interpreter, call) => ForEach(interpreter, call.OnFirst())),
        ("System.Array", "Find", static (interpreter, call) => Sequences.First(interpreter, call)),
        ("System.Array", "FindLast", static (interpreter, call) => Sequences.Last(interpreter, call)),
        ("System.Array", "Exists", static (interpreter, call) => Sequences.Any(interpreter, call)),
        ("System.Array", "TrueForAll", static (interpreter, call) => Sequences.All(interpreter, call)),
        ("System.Array", "AsReadOnly", View),
        ("System.Array", "FindAll", static (interpreter, call) => List(interpreter, call, Sequences.Where(interpreter, call))),
        ("System.Array", "FindIndex", static (interpreter, call) => call.Arguments is [_, Closure] ? Sequences.FindIndex(interpreter, call) : null),
        ("System.Array", "IndexOf", static (interpreter, call) => call.Arguments.Length == 2 ? IndexOf(interpreter, call.OnFirst()) : null),
        ("System.Array", "Reverse", static (interpreter, call) => call.Arguments.Length == 1 ? Reverse(interpreter, call.OnFirst()) : null),
        ("System.Array", "CopyTo", CopyTo),

        // From C# 14 on, what is asked of an array may be asked of it as a span.
        ("System.MemoryExtensions", "Contains", Sequences.Contains),
        ("System.MemoryExtensions", "SequenceEqual", Sequences.SequenceEqual),
        ("System.MemoryExtensions", "IndexOf", static (interpreter, call) => call.Arguments.Length == 2 ? IndexOf(interpreter, call.OnFirst()) : null),
        ("System.MemoryExtensions", "Reverse", static (interpreter, call) => Reverse(interpreter, call.OnFirst())),
        ("System.Array", "GetLength", static (interpreter, call) => call is { Receiver: ObjectReference array, Arguments: [Constant { Raw: int and >= 0 and var dimension }] } && interpreter.State(array) is { Items: { } items, Lengths: var lengths } && dimension < (lengths.IsDefault ? 1 : lengths.Length)
            ? new Constant(lengths.IsDefault ? items.Items.Length : lengths[dimension], interpreter.OriginOf(call.Operation))
            : null),
        ("System.Array", "Sort", static (interpreter, call) => Sort(interpreter, call.OnFirst())),
        ("System.Collections.Immutable.ImmutableArray", "Create CreateRange ToImmutableArray", Create),
        ("System.Collections.Immutable.ImmutableList", "Create CreateRange ToImmutableList", Create),
        ("System.Collections.Immutable.ImmutableHashSet", "Create CreateRange ToImmutableHashSet", Create),
        ("System.Collections.Immutable.ImmutableSortedSet", "Create CreateRange ToImmutableSortedSet", Create),
        ("System.Collections.Immutable.ImmutableDictionary", "ToImmutableDictionary CreateRange", CreateMap),
        ("System.Collections.Immutable.ImmutableSortedDictionary", "ToImmutableSortedDictionary CreateRange", CreateMap),
        ("System.Collections.Frozen.FrozenDictionary", "ToFrozenDictionary", CreateMap),
        ("System.Collections.Frozen.FrozenSet", "ToFrozenSet", Create),
        ("System.Collections.Immutable.ImmutableDictionary", "Create CreateBuilder", static (interpreter, call) => call.Arguments.IsEmpty ? interpreter.NewMap([], call.Method.ReturnType, interpreter.OriginOf(call.Operation)) : null),
        ("System.Collections.Immutable.ImmutableSortedDictionary", "Create CreateBuilder", static (interpreter, call) => call.Arguments.IsEmpty ? interpreter.NewMap([], call.Method.ReturnType, interpreter.OriginOf(call.Operation)) : null),
        ("System.Collections.Immutable.ImmutableArray", "CreateBuilder", static (interpreter, call) => interpreter.NewList([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Collections.Immutable.ImmutableList", "CreateBuilder", static (interpreter, call) => interpreter.NewList([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Collections.Generic.CollectionExtensions", "GetValueOrDefault", static (interpreter, call) => GetValueOrDefault(interpreter, call.OnFirst())),
        ("System.Collections.Immutable.ImmutableDictionary", "GetValueOrDefault", static (interpreter, call) => GetValueOrDefault(interpreter, call.OnFirst())),
        ("System.Collections.Generic.CollectionExtensions", "TryAdd", static (interpreter, call) => TryAdd(interpreter, call.OnFirst())),
        ("System.Collections.Generic.CollectionExtensions", "AsReadOnly", View),
        ("System.Collections.Generic.KeyValuePair", "Create", static (_, call) => new EntryValue(call[0], call[1])),
    ];

    private static readonly ImmutableHashSet<string> Mutators = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add", "AddFirst", "AddLast", "AddOrUpdate", "AddRange", "Clear", "Dequeue", "Enqueue", "ExceptWith", "GetOrAdd", "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "Remove", "RemoveAll",
        "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Reverse", "SetItem", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake", "TryUpdate",
        "UnionWith", "set_Item", "CopyTo", "Fill", "Resize", "Copy");

    private static readonly ImmutableHashSet<string> Questions = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "BinarySearch", "Contains", "ContainsKey", "ContainsValue", "Exists", "Find", "FindIndex", "FindLast", "FindLastIndex", "First", "GetRange", "GetValueOrDefault", "IndexOf", "IsProperSubsetOf",
        "IsProperSupersetOf", "IsSubsetOf", "IsSupersetOf", "LastIndexOf", "Overlaps", "Peek", "SetEquals", "ToArray", "TrueForAll", "TryGetPropertyValue", "TryGetValue", "TryPeek");

    /// <summary>Whether a method only asks something of the collection that it is called on, or of the array that it is given.</summary>
    public static bool Asks(IMethodSymbol method) =>
        method.ContainingType is { } type && (CollectionKind.IsCollection(type) || type.SpecialType == SpecialType.System_Array) && Questions.Contains(method.Name);

    /// <summary>Whether a method may change the contents of a collection.</summary>
    public static bool Changes(IMethodSymbol method) =>
        method.ContainingType is { } type && (CollectionKind.IsCollection(type) || type.SpecialType == SpecialType.System_Array || HoldsText(type)) && (Mutators.Contains(method.Name) || HoldsText(type));

    private static bool HoldsText(ITypeSymbol type) => type.Name is "StringBuilder" or "StringReader" or "TextReader";

    /// <summary>What a method of a collection type does, or null where the type is no collection or the method is not known.</summary>
    public static LibraryMethod? Find(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.IsStatic || !CollectionKind.IsCollection(type))
            return null;
        return method.Name switch
        {
            "Add" or "Enqueue" or "Push" or "AddLast" => Add,
            "AddFirst" => static (interpreter, call) => Changed(interpreter, call, items => items.Insert(0, call[0])),
            "AddRange" or "UnionWith" or "Union" or "Concat" or "SetItems" => AddRange,
            "Insert" => static (interpreter, call) => call[0] is Constant { Raw: int index } ? Changed(interpreter, call, items => index >= 0 && index <= items.Length ? items.Insert(index, call[1]) : null) : null,
            "InsertRange" => static (interpreter, call) => call[0] is Constant { Raw: int index } && interpreter.PossibleItemsOf(call[1]) is { } added ? Changed(interpreter, call, items => index >= 0 && index <= items.Length ? items.InsertRange(index, added) : null) : null,
            "Remove" => Remove,
            "RemoveAt" => static (interpreter, call) => call[0] is Constant { Raw: int index } ? Changed(interpreter, call, items => index >= 0 && index < items.Length ? items.RemoveAt(index) : null) : null,
            "RemoveAll" or "RemoveWhere" => RemoveAll,
            "ExceptWith" or "Except" => Combined(keepsShared: false, keepsOwn: true, addsOther: false),
            "IntersectWith" or "Intersect" => Combined(keepsShared: true, keepsOwn: false, addsOther: false),
            "SymmetricExceptWith" or "SymmetricExcept" => Combined(keepsShared: false, keepsOwn: true, addsOther: true),
            "IsSubsetOf" => Compared(static (own, other) => own.IsSubsetOf(other)),
            "IsProperSubsetOf" => Compared(static (own, other) => own.IsProperSubsetOf(other)),
            "IsSupersetOf" => Compared(static (own, other) => own.IsSupersetOf(other)),
            "IsProperSupersetOf" => Compared(static (own, other) => own.IsProperSupersetOf(other)),
            "Overlaps" => Compared(static (own, other) => own.Overlaps(other)),
            "SetEquals" => Compared(static (own, other) => own.SetEquals(other)),
            "Clear" => Clear,
            "TryAdd" => TryAdd,
            "Dequeue" or "Pop" => static (interpreter, call) => Take(interpreter, call, removes: true),
            "Peek" => static (interpreter, call) => Take(interpreter, call, removes: false),
            "TryDequeue" or "TryPop" => static (interpreter, call) => TryTake(interpreter, call, removes: true),
            "TryPeek" => static (interpreter, call) => TryTake(interpreter, call, removes: false),
            "SetItem" or "set_Item" => SetItem,
            "Replace" => null,
            "Contains" => Contains,
            "ContainsKey" => ContainsKey,
            "TryGetValue" or "TryGetPropertyValue" => TryGetValue,
            "GetValueOrDefault" => GetValueOrDefault,
            "GetOrAdd" => GetOrAdd,
            "ForEach" => ForEach,
            "ToArray" or "ToList" or "ToImmutable" or "ToBuilder" => Copy,
            "MoveToImmutable" or "DrainToImmutable" => static (interpreter, call) => Copy(interpreter, call) is { } moved && Clear(interpreter, call) is not null ? moved : null,
            "AsReadOnly" => View,
            "GetRange" => static (interpreter, call) => call.Receiver is { } receiver && interpreter.ItemsOf(receiver) is { } items && call is { Arguments: [Constant { Raw: int start }, Constant { Raw: int count }] } && start >= 0 && count >= 0 && count <= items.Length - start
                ? interpreter.NewList(items.Skip(start).Take(count), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
                : null,
            "Find" => static (interpreter, call) => Sequences.First(interpreter, call.AsExtension()),
            "FindLast" => static (interpreter, call) => Sequences.Last(interpreter, call.AsExtension()),
            "Exists" => static (interpreter, call) => Sequences.Any(interpreter, call.AsExtension()),
            "TrueForAll" => static (interpreter, call) => Sequences.All(interpreter, call.AsExtension()),
            "FindAll" => static (interpreter, call) => List(interpreter, call, Sequences.Where(interpreter, call.AsExtension())),
            "ConvertAll" => static (interpreter, call) => List(interpreter, call, Sequences.Select(interpreter, call.AsExtension())),
            "IndexOf" => IndexOf,
            "FindIndex" => static (interpreter, call) => call.Arguments is [Closure] ? Sequences.FindIndex(interpreter, call.AsExtension()) : null,
            "Reverse" => Reverse,
            "Sort" => Sort,
            "GetEnumerator" => View,
            "TrimExcess" or "EnsureCapacity" => static (interpreter, call) => call.Method.ReturnsVoid ? Constant.Null : new Unknown("a capacity", interpreter.OriginOf(call.Operation)),
            "CopyTo" => CopyTo,
            "GetHashCode" or "ToString" or "GetType" or "Equals" => static (interpreter, call) => new Unknown("the result of " + call.Method.Name, interpreter.OriginOf(call.Operation)),
            _ => null,
        };
    }

    /// <summary>A new collection of a library type, or null where the type is none.</summary>
    public static Value? NewCollection(Interpreter interpreter, INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (!CollectionKind.IsCollection(type))
            return null;
        var origin = interpreter.OriginOf(operation);
        var ignoresCase = false;
        Value? copied = null;
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.Name is "comparer" or "keyComparer")
            {
                if (arguments[parameter.Ordinal] is not Constant { Raw: null or "Ordinal" or "OrdinalIgnoreCase" } comparer)
                    return interpreter.NewLost(type, "a collection with a comparer of its own", origin);
                ignoresCase = comparer.Raw is "OrdinalIgnoreCase";
            }
            else if (parameter.Type.SpecialType == SpecialType.None && parameter.Name != "options")
            {
                copied = arguments[parameter.Ordinal];
            }
        }

        if (CollectionKind.IsMap(type))
        {
            return copied is null ? interpreter.NewMap([], type, origin, ignoresCase)
                : EntriesIn(interpreter, copied) is { } entries ? interpreter.NewMap(entries, type, origin, ignoresCase)
                : interpreter.NewLost(type, "a copy of a dictionary that is not known", origin);
        }

        if (ignoresCase && CollectionKind.IsSorted(type))
            return interpreter.NewLost(type, "a collection with a comparer of its own", origin);
        return copied is null ? interpreter.NewList([], type, origin, ignoresCase)
            : interpreter.Enumerate(copied, operation) is Sequence { IsUnordered: var unordered, Items: var items } && (!unordered || CollectionKind.IsSet(type)) ? interpreter.NewList(items, type, origin, ignoresCase)
            : interpreter.NewLost(type, "a copy of a collection that is not known", origin);
    }

    /// <summary>Entries with one set, or null where it is not known which one that is.</summary>
    public static Entries? With(Interpreter interpreter, ObjectState state, Entries entries, Value key, Value value)
    {
        if (!CollectionKind.IsComparable(interpreter.IdentityOf(key)) && !entries.IsEmpty)
            return null;
        for (var index = 0; index < entries.Length; index++)
        {
            switch (interpreter.SameKey(state, entries[index].Key, key))
            {
                case true:
                    return entries.SetItem(index, new KeyValuePair<Value, Value>(entries[index].Key, value));
                case null:
                    return null;
            }
        }

        return CollectionKind.Held(entries.Add(new KeyValuePair<Value, Value>(key, value)), state.Type, ComparerOf(interpreter, state));
    }

    /// <summary>A new list of what a sequence yields.</summary>
    public static Value? List(Interpreter interpreter, Call call, Value? sequence) =>
        sequence is not null && interpreter.Enumerate(sequence, call.Operation) is Sequence { IsUnordered: false } items
            ? interpreter.NewList(items.Items, call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null;

    private static Entries? EntriesIn(Interpreter interpreter, Value value)
    {
        if (interpreter.PossibleEntriesOf(value) is { } entries)
            return entries;
        if (interpreter.PossibleItemsOf(value) is not { } items || !items.All(static item => Values.Certain(item) is EntryValue))
            return null;
        return items.Select(static item => item is OptionalItem { Value: EntryValue optional }
            ? new KeyValuePair<Value, Value>(optional.Key, new OptionalItem(optional.Value))
            : new KeyValuePair<Value, Value>(((EntryValue)item).Key, ((EntryValue)item).Value)).ToImmutableArray();
    }

    private static Value? Create(Interpreter interpreter, Call call)
    {
        var comparer = Sequences.ComparerIn(call);
        if (Sequences.IgnoresCase(call) is not { } ignoresCase || (ignoresCase && CollectionKind.IsSorted(call.Method.ReturnType)))
            return null;
        var items = call.Arguments.RemoveAll(argument => ReferenceEquals(argument, comparer));
        if (call.Method.Name is not "Create" || call.Method.Parameters.Any(static parameter => parameter.IsParams))
        {
            if (items is not [var given] || interpreter.Enumerate(given, call.Operation) is not Sequence { IsUnordered: false } known)
                return null;
            items = known.Items;
        }
        else if (call.Method.OriginalDefinition.Parameters.Count(static parameter => parameter.Type is ITypeParameterSymbol) != items.Length)
        {
            return null;
        }

        return interpreter.NewList(items, call.Method.ReturnType, interpreter.OriginOf(call.Operation), ignoresCase);
    }

    private static Value? CreateMap(Interpreter interpreter, Call call) => call.Method.Parameters.Length == 1 && EntriesIn(interpreter, call[0]) is { } entries
        ? interpreter.NewMap(entries, call.Method.ReturnType, interpreter.OriginOf(call.Operation))
        : Sequences.ToDictionary(interpreter, call);

    private static (ObjectReference Reference, ObjectState State)? Target(Interpreter interpreter, Call call) =>
        call.Receiver is ObjectReference reference && interpreter.State(reference) is { Lost: null } state ? (reference, state) : null;

    // Puts a changed state in place, or gives a changed copy of an immutable collection.
    private static Value Result(Interpreter interpreter, Call call, ObjectReference reference, ObjectState changed, Value? result = null)
    {
        if (CollectionKind.IsImmutable(changed.Type) || call.Method.Name is "Concat" or "Union")
            return interpreter.NewObject(changed, reference.Origin);
        interpreter.Put(reference, changed);
        return result ?? (call.Method.ReturnsVoid ? Constant.Null : new Unknown("the result of " + call.Method.Name, interpreter.OriginOf(call.Operation)) { IsForeign = true });
    }

    private static Value? Changed(Interpreter interpreter, Call call, Func<ImmutableArray<Value>, ImmutableArray<Value>?> change, Value? result = null)
    {
        if (Target(interpreter, call) is not ({ } reference, { Items: { } held } state) || held.Items.Any(static item => item is OptionalItem) && call.Method.Name is not "AddRange")
            return null;
        return change(held.Items) is { } items ? Result(interpreter, call, reference, state with { Items = new Sequence(items, held.Origin) { IsUnordered = held.IsUnordered } }, result) : interpreter.Throw();
    }

    private static Value? Add(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not var (reference, state))
            return null;
        if (state.Entries is { } entries)
            return AddEntry(interpreter, call, reference, state, entries);
        if (state.Items is not { } held)
            return null;
        if (state.Type.Name == "InputList")
            return AddInputs(interpreter, call, reference, state, held);
        if (call.Arguments.Length != 1)
            return null;
        if (CollectionKind.IsSet(state.Type))
            return AddToSet(interpreter, call, reference, state, held);
        var items = CollectionKind.IsStack(state.Type) ? held.Items.Insert(0, call[0]) : held.Items.Add(call[0]);
        return Result(interpreter, call, reference, state with { Items = new Sequence(items, held.Origin) { IsUnordered = CollectionKind.IsUnordered(state.Type) && items.Length > 1 } });
    }

    // A dictionary's Add does not replace an entry: it throws.
    private static Value? AddEntry(Interpreter interpreter, Call call, ObjectReference reference, ObjectState state, Entries entries)
    {
        if (call.Arguments.Length == 1 && call[0] is not EntryValue)
        {
            return interpreter.PossibleEntriesOf(call[0]) is { } added && CollectionKind.Held(entries.AddRange(added), state.Type, ComparerOf(interpreter, state)) is { } merged
                ? Result(interpreter, call, reference, state with { Entries = merged })
                : null;
        }

        var (key, value) = call.Arguments is [EntryValue entry] ? (entry.Key, entry.Value) : (call[0], call[1]);
        if (!CollectionKind.IsImmutable(state.Type) && entries.Any(held => held.Value is not OptionalItem && interpreter.SameKey(state, held.Key, key) == true))
            return interpreter.Throw();
        return With(interpreter, state, entries, key, value) is { } changed ? Result(interpreter, call, reference, state with { Entries = changed }) : null;
    }

    // InputList.Add takes single inputs (params) or a whole list.
    private static Value? AddInputs(Interpreter interpreter, Call call, ObjectReference reference, ObjectState state, Sequence held)
    {
        var added = call.Arguments is [var only] && (call.Method.Parameters[call.Method.Parameters.Length - 1].IsParams || call.Method.Parameters[call.Method.Parameters.Length - 1].Type.Name == "InputList")
            ? interpreter.PossibleItemsOf(only)
            : call.Arguments;
        return added is { } items ? Result(interpreter, call, reference, state with { Items = new Sequence(held.Items.AddRange(items), held.Origin) }) : null;
    }

    private static Value? AddToSet(Interpreter interpreter, Call call, ObjectReference reference, ObjectState state, Sequence held)
    {
        if (!CollectionKind.IsComparable(interpreter.IdentityOf(call[0])) && !held.Items.IsEmpty)
            return null;
        foreach (var item in held.Items)
        {
            switch (interpreter.SameKey(state, Values.Certain(item), call[0]))
            {
                case true when item is not OptionalItem:
                    return call.Method.ReturnType.SpecialType == SpecialType.System_Boolean ? new Constant(false, interpreter.OriginOf(call.Operation)) : CollectionKind.IsImmutable(state.Type) ? reference : Constant.Null;
                case true or null:
                    return null;
            }
        }

        return CollectionKind.Held(held.Items.Add(call[0]), state.Type, ComparerOf(interpreter, state)) is { } items
            ? Result(
                interpreter,
                call,
                reference,
                state with { Items = new Sequence(items, held.Origin) { IsUnordered = held.IsUnordered || (CollectionKind.IsUnordered(state.Type) && items.Length > 1) } },
                call.Method.ReturnType.SpecialType == SpecialType.System_Boolean ? new Constant(true, interpreter.OriginOf(call.Operation)) : null)
            : null;
    }

    private static Value? TryAdd(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not ({ } reference, { Entries: { } entries } state))
            return null;
        foreach (var entry in entries)
        {
            switch (interpreter.SameKey(state, entry.Key, call[0]))
            {
                case true when entry.Value is not OptionalItem:
                    return new Constant(false, interpreter.OriginOf(call.Operation));
                case true or null:
                    return null;
            }
        }

        return With(interpreter, state, entries, call[0], call[1]) is { } changed ? Result(interpreter, call, reference, state with { Entries = changed }, new Constant(true, interpreter.OriginOf(call.Operation))) : null;
    }

    private static Value? AddRange(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not var (reference, state))
            return null;
        if (state.Entries is { } entries)
        {
            return EntriesIn(interpreter, call[0]) is { } merged && CollectionKind.Held(entries.AddRange(merged), state.Type, ComparerOf(interpreter, state)) is { } all
                ? Result(interpreter, call, reference, state with { Entries = all })
                : null;
        }

        if (state.Items is not { } held || interpreter.Enumerate(call[0], call.Operation) is not Sequence added || (added.IsUnordered && !CollectionKind.IsSet(state.Type)))
            return null;
        if (CollectionKind.IsSet(state.Type) && held.IsUnordered)
            return null;
        return CollectionKind.Held(held.Items.AddRange(added.Items.Select(interpreter.CopyOf)), CollectionKind.IsStack(state.Type) ? interpreter.ObjectType : state.Type, ComparerOf(interpreter, state)) is { } items
            ? Result(interpreter, call, reference, state with { Items = new Sequence(items, held.Origin) })
            : null;
    }

    // What comes after a removal may be put in its place: the order is not known from then on.
    private static Value? Remove(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not var (reference, state))
            return null;
        var keys = state.Entries is { } entries ? entries.Select(static entry => entry.Key).ToImmutableArray() : state.Items?.Items ?? default;
        if (keys.IsDefault || (call.Outputs is not null && state.Entries is null))
            return null;
        var position = -1;
        for (var index = 0; index < keys.Length && position < 0; index++)
        {
            switch (interpreter.SameKey(state, Values.Certain(keys[index]), call[0]))
            {
                case true when keys[index] is not OptionalItem:
                    position = index;
                    break;
                case true or null:
                    return null;
            }
        }

        if (position >= 0 && state.Entries is { } all && all[position].Value is OptionalItem)
            return null;
        if (call.Outputs is not null)
            call.Outputs[call.Method.Parameters[1].OriginalDefinition] = position >= 0 ? state.Entries!.Value[position].Value : interpreter.Default(call.Method.Parameters[1].Type, call.Operation);
        var removed = new Constant(position >= 0, interpreter.OriginOf(call.Operation));
        if (position < 0)
            return CollectionKind.IsImmutable(state.Type) ? reference : call.Method.ReturnsVoid ? Constant.Null : removed;
        var left = state.Entries is { } from
            ? state with { Entries = from.RemoveAt(position), ReusesPlaces = CollectionKind.ReusesPlaces(state.Type) }
            : state with { Items = new Sequence(state.Items!.Items.RemoveAt(position), state.Items.Origin) { IsUnordered = state.Items.IsUnordered }, ReusesPlaces = LeavesPlaces(state) };
        return Result(interpreter, call, reference, left, removed);
    }

    private static Value? RemoveAll(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not ({ } reference, { Items: { } held } state) || call[0] is not Closure predicate || held.Items.Any(static item => item is OptionalItem))
            return null;
        var kept = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in held.Items)
        {
            switch (Values.AsBoolean(interpreter.Call(predicate, call.Operation, item)))
            {
                case false:
                    kept.Add(item);
                    break;
                case null:
                    return null;
            }
        }

        return Result(interpreter, call, reference, state with { Items = new Sequence(kept.ToImmutable(), held.Origin), ReusesPlaces = state.ReusesPlaces || (kept.Count < held.Items.Length && LeavesPlaces(state)) }, new Constant(held.Items.Length - kept.Count, interpreter.OriginOf(call.Operation)));
    }

    // A set and another collection, both known item by item.
    private static (ObjectReference Reference, ObjectState State, Sequence Own, Sequence Other)? Both(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not ({ } reference, { Items: { } own } state) || !CollectionKind.IsSet(state.Type) || interpreter.Enumerate(call[0], call.Operation) is not Sequence other)
            return null;
        return own.Items.Concat(other.Items).All(ComparerOf(interpreter, state).CanCompare) ? (reference, state, own, other) : null;
    }

    // What becomes of a set by what another collection holds: of its own items those in both or those in itself alone stay, and others may join them.
    private static LibraryMethod Combined(bool keepsShared, bool keepsOwn, bool addsOther) => (interpreter, call) =>
    {
        if (Both(interpreter, call) is not var (reference, state, own, other))
            return null;
        var comparer = ComparerOf(interpreter, state);
        var (mine, theirs) = (new HashSet<Value>(own.Items, comparer), new HashSet<Value>(other.Items, comparer));
        var kept = own.Items.Where(item => theirs.Contains(item) ? keepsShared : keepsOwn).ToImmutableArray();
        var added = addsOther ? other.Items.Where(item => !mine.Contains(item)).Distinct(comparer).ToImmutableArray() : ImmutableArray<Value>.Empty;
        if (CollectionKind.Held(kept.AddRange(added), state.Type, comparer) is not { } items)
            return null;
        var reuses = state.ReusesPlaces || (kept.Length < own.Items.Length && LeavesPlaces(state));
        return Result(interpreter, call, reference, state with
        {
            Items = new Sequence(items, own.Origin) { IsUnordered = (own.IsUnordered || CollectionKind.IsUnordered(state.Type)) && items.Length > 1 },
            ReusesPlaces = reuses,
            HasLostOrder = state.HasLostOrder || (!added.IsEmpty && !CollectionKind.IsSorted(state.Type) && (reuses || other.IsUnordered)),
        });
    };

    private static LibraryMethod Compared(Func<HashSet<Value>, HashSet<Value>, bool> test) => (interpreter, call) => Both(interpreter, call) is var (_, state, own, other)
        ? AsCondition(interpreter, call, test(new HashSet<Value>(own.Items, ComparerOf(interpreter, state)), new HashSet<Value>(other.Items, ComparerOf(interpreter, state))))
        : null;

    private static KeyComparer ComparerOf(Interpreter interpreter, ObjectState state) => new(interpreter, state.IgnoresCase);

    // Whether what is added to it after a removal may come to stand in the place that was left.
    private static bool LeavesPlaces(ObjectState state) => CollectionKind.IsSet(state.Type) && CollectionKind.ReusesPlaces(state.Type);

    private static Value? Clear(Interpreter interpreter, Call call)
    {
        if (call.Receiver is not ObjectReference reference || interpreter.State(reference) is not { Lost: null } state)
            return null;
        return Result(interpreter, call, reference, state with { Items = state.Items is null ? null : new Sequence(ImmutableArray<Value>.Empty, state.Items.Origin), Entries = state.Entries is null ? null : Entries.Empty });
    }

    private static Value? Take(Interpreter interpreter, Call call, bool removes)
    {
        if (Target(interpreter, call) is not ({ } reference, { Items: { IsUnordered: false } held } state) || held.Items.Any(static item => item is OptionalItem))
            return null;
        if (held.Items.IsEmpty)
            return interpreter.Throw();
        if (CollectionKind.IsImmutable(state.Type))
            return removes ? interpreter.NewObject(state with { Items = new Sequence(held.Items.RemoveAt(0), held.Origin) }, reference.Origin) : held.Items[0];
        if (removes)
            interpreter.Put(reference, state with { Items = new Sequence(held.Items.RemoveAt(0), held.Origin) });
        return held.Items[0];
    }

    private static Value? TryTake(Interpreter interpreter, Call call, bool removes)
    {
        if (call.Outputs is null || call.Arguments.Length != 1 || Target(interpreter, call) is not ({ }, { Items: { } held }))
            return null;
        var output = call.Method.Parameters[0];
        if ((held.Items.IsEmpty ? interpreter.Default(output.Type, call.Operation) : Take(interpreter, call, removes)) is not { } taken)
            return null;
        call.Outputs[output.OriginalDefinition] = taken;
        return new Constant(!held.Items.IsEmpty, interpreter.OriginOf(call.Operation));
    }

    private static Value? SetItem(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not var (reference, state))
            return null;
        if (state.Entries is { } entries)
            return With(interpreter, state, entries, call[0], call[1]) is { } changed ? Result(interpreter, call, reference, state with { Entries = changed }) : null;
        return call[0] is Constant { Raw: int index } ? Changed(interpreter, call, items => index >= 0 && index < items.Length ? items.SetItem(index, call[1]) : null) : null;
    }

    private static Value? Contains(Interpreter interpreter, Call call)
    {
        if (call.Receiver is not { } receiver || call.Arguments.Length != 1)
            return null;
        if (interpreter.PossibleItemsOf(receiver) is not { } items)
            return null;
        return receiver is ObjectReference reference && interpreter.State(reference) is { IgnoresCase: true } state
            ? AsCondition(interpreter, call, Find(interpreter, state, items.Select(static item => new KeyValuePair<Value, Value>(Values.Certain(item), item)).ToImmutableArray(), call[0]).Contains)
            : Sequences.ContainsValue(interpreter, items, call[0], call.Operation);
    }

    private static Value? ContainsKey(Interpreter interpreter, Call call) =>
        Target(interpreter, call) is ({ }, { Entries: { } entries } state) ? AsCondition(interpreter, call, Find(interpreter, state, entries, call[0]).Contains) : null;

    // Whether there is an entry under a key, and what it can be.
    private static (bool? Contains, List<Value> Possible) Find(Interpreter interpreter, ObjectState state, Entries entries, Value key)
    {
        var possible = new List<Value>();
        foreach (var entry in entries)
        {
            var same = interpreter.SameKey(state, entry.Key, key);
            if (same == true && entry.Value is not OptionalItem)
                return (true, [entry.Value]);
            if (same != false)
                possible.Add(Values.Certain(entry.Value));
        }

        return (possible.Count == 0 ? false : null, possible);
    }

    private static Value AsCondition(Interpreter interpreter, Call call, bool? known) =>
        known is { } value ? new Constant(value, interpreter.OriginOf(call.Operation)) : new Unknown("a condition", interpreter.OriginOf(call.Operation));

    private static Value? TryGetValue(Interpreter interpreter, Call call)
    {
        if (call.Outputs is null || Target(interpreter, call) is not ({ }, { Entries: { } entries } state))
            return null;
        var output = call.Method.Parameters[1];
        var (contains, possible) = Find(interpreter, state, entries, call[0]);
        if (contains != true)
            possible.Add(interpreter.Default(output.Type, call.Operation));
        call.Outputs[output.OriginalDefinition] = Values.OneOf(possible);
        return AsCondition(interpreter, call, contains);
    }

    private static Value? GetValueOrDefault(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not ({ }, { Entries: { } entries } state))
            return null;
        var (contains, possible) = Find(interpreter, state, entries, call[0]);
        if (contains != true)
            possible.Add(call.Arguments.Length > 1 ? call[1] : interpreter.Default(call.Method.ReturnType, call.Operation));
        return Values.OneOf(possible);
    }

    private static Value? GetOrAdd(Interpreter interpreter, Call call)
    {
        if (Target(interpreter, call) is not ({ } reference, { Entries: { } entries } state) || call.Arguments.Length != 2)
            return null;
        var (contains, possible) = Find(interpreter, state, entries, call[0]);
        if (contains == true)
            return possible[0];
        var value = call[1] is Closure factory ? interpreter.Call(factory, call.Operation, call[0]) : call[1];
        if (contains is null || interpreter.State(reference) is not { Entries: { } now } present || With(interpreter, present, now, call[0], value) is not { } changed)
            return null;
        interpreter.Put(reference, present with { Entries = changed });
        return value;
    }

    private static Value? ForEach(Interpreter interpreter, Call call)
    {
        if (call.Receiver is null || call[0] is not Closure action || interpreter.ItemsOf(call.Receiver) is not { } items)
            return null;
        foreach (var item in items)
            interpreter.Call(action, call.Operation, item);
        return Constant.Null;
    }

    private static Value? IndexOf(Interpreter interpreter, Call call)
    {
        if (call.Receiver is null || call.Arguments.Length != 1 || interpreter.ItemsOf(call.Receiver) is not { } items)
            return null;
        for (var index = 0; index < items.Length; index++)
        {
            switch (Values.AsBoolean(interpreter.Compare(items[index], call[0], call.Operation)))
            {
                case true:
                    return new Constant(index, interpreter.OriginOf(call.Operation));
                case null:
                    return null;
            }
        }

        return new Constant(-1, interpreter.OriginOf(call.Operation));
    }

    private static Value? Reverse(Interpreter interpreter, Call call) => call.Arguments.IsEmpty ? Changed(interpreter, call, static items => items.Reverse().ToImmutableArray()) : null;

    // What it is copied into is not followed: only what it is copied from is left as it is.
    private static Value CopyTo(Interpreter interpreter, Call call)
    {
        foreach (var argument in call.Arguments)
            interpreter.Forget(argument, "copied into");
        return Constant.Null;
    }

    private static Value? Sort(Interpreter interpreter, Call call)
    {
        // What is equal need not stay in its order: it must be the same.
        if (call.Arguments.IsEmpty && Target(interpreter, call) is ({ } reference, { Items: { IsUnordered: false } held } state) && held.Items.All(static item => item is Constant { Raw: not (decimal or double or float) }) && CollectionKind.Sorted(held.Items, static item => item) is { } sorted)
            return Result(interpreter, call, reference, state with { Items = new Sequence(sorted, held.Origin) });
        return null;
    }

    private static Value? Copy(Interpreter interpreter, Call call) =>
        Target(interpreter, call) is ({ } reference, { Items: { } items } state) && !(items.IsUnordered && !CollectionKind.IsUnordered(call.Method.ReturnType))
            ? interpreter.NewObject(state with { Type = call.Method.ReturnType, Items = new Sequence(items.Items.Select(interpreter.CopyOf).ToImmutableArray(), items.Origin) { IsUnordered = items.IsUnordered } }, reference.Origin)
            : Target(interpreter, call) is ({ } map, { Entries: not null } entries) && CollectionKind.IsMap(call.Method.ReturnType) ? interpreter.NewObject(entries with { Type = call.Method.ReturnType }, map.Origin) : null;

    // A view shows what the collection holds whenever it is looked at.
    private static Value? View(Interpreter interpreter, Call call)
    {
        var viewed = call.Receiver ?? call[0];
        return CollectionKind.IsMap(call.Method.ReturnType) ? viewed : new DeferredSequence(() => interpreter.Enumerate(viewed, call.Operation), interpreter.OriginOf(call.Operation));
    }
}
