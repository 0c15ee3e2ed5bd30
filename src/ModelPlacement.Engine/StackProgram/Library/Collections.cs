using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Lists, maps and sets, Pulumi's <c>InputList</c> and <c>InputMap</c> among them: what their methods do, by what kind of collection they are.</summary>
internal static class Collections
{
    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        ("Pulumi.InputMap", "Merge", static (interpreter, call) => interpreter.EntriesOf(call[0]) is { } first && interpreter.EntriesOf(call[1]) is { } second
            ? interpreter.NewMap(Merge(first, second), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null),
        ("System.Array", "Empty", static (interpreter, call) => interpreter.NewList([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Array", "ConvertAll", static (interpreter, call) => call[1] is Closure convert && interpreter.ItemsOf(call[0]) is { } items
            ? interpreter.NewList(items.Select(item => interpreter.Call(convert, call.Operation, item)), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null),
        ("System.Collections.Immutable.ImmutableArray", "Create CreateRange ToImmutableArray", List),
        ("System.Collections.Immutable.ImmutableList", "Create CreateRange ToImmutableList", List),
        ("System.Collections.Immutable.ImmutableDictionary", "ToImmutableDictionary CreateRange", static (interpreter, call) => call.Method.Parameters.Length == 1 && interpreter.EntriesOf(call[0]) is { } entries
            ? interpreter.NewMap(entries, call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : Sequences.ToDictionary(interpreter, call)),
        ("System.Collections.Immutable.ImmutableDictionary", "Create", static (interpreter, call) => interpreter.NewMap([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Collections.Immutable.ImmutableDictionary", "CreateBuilder", static (interpreter, call) => interpreter.NewMap([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Collections.Immutable.ImmutableArray", "CreateBuilder", static (interpreter, call) => interpreter.NewList([], call.Method.ReturnType, interpreter.OriginOf(call.Operation))),
        ("System.Collections.Generic.CollectionExtensions", "GetValueOrDefault", static (interpreter, call) => GetValueOrDefault(interpreter, call, call[0], 1)),
        ("System.Collections.Generic.KeyValuePair", "Create", static (_, call) => new EntryValue(call[0], call[1])),
    ];

    /// <summary>What a method of a collection type does, or null where the type is no collection or the method is not known.</summary>
    public static LibraryMethod? Find(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.IsStatic || !IsCollection(type))
            return null;
        return method.Name switch
        {
            "Add" or "Enqueue" or "Push" or "AddLast" => Add,
            "AddRange" or "UnionWith" or "Concat" => AddRange,
            "Insert" => Insert,
            "Remove" => Remove,
            "RemoveAt" => RemoveAt,
            "Clear" => Clear,
            "TryAdd" => Add,
            "SetItem" => SetItem,
            "Contains" => Contains,
            "ContainsKey" => ContainsKey,
            "TryGetValue" => TryGetValue,
            "GetValueOrDefault" => static (interpreter, call) => call.Receiver is null ? null : GetValueOrDefault(interpreter, call, call.Receiver, 0),
            "ForEach" => ForEach,
            "ToArray" or "ToList" or "ToImmutable" or "MoveToImmutable" or "AsReadOnly" or "ToBuilder" or "AsEnumerable" => Copy,
            "get_Item" => null,
            "Find" => static (interpreter, call) => call.Receiver is null ? null : Sequences.First(interpreter, call with { Arguments = call.Arguments.Insert(0, call.Receiver) }),
            "Exists" => static (interpreter, call) => call.Receiver is null ? null : Sequences.Any(interpreter, call with { Arguments = call.Arguments.Insert(0, call.Receiver) }),
            "FindAll" => static (interpreter, call) => call.Receiver is null ? null : Sequences.Where(interpreter, call with { Arguments = call.Arguments.Insert(0, call.Receiver) }),
            "ConvertAll" => static (interpreter, call) => call.Receiver is null ? null : Sequences.Select(interpreter, call with { Arguments = call.Arguments.Insert(0, call.Receiver) }),
            "IndexOf" => static (interpreter, call) => call.Receiver is not null && interpreter.ItemsOf(call.Receiver) is { } items && items.All(static item => item is Constant) && call[0] is Constant ? new Constant(items.IndexOf(call[0])) : null,
            "Reverse" or "Sort" => Reorder,
            "GetHashCode" or "ToString" or "GetType" or "Equals" => static (interpreter, call) => new Unknown("the result of " + call.Method.Name, interpreter.OriginOf(call.Operation)),
            _ => null,
        };
    }

    /// <summary>A new collection of a library type, or null where the type is none.</summary>
    public static Value? NewCollection(Interpreter interpreter, INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (!IsCollection(type))
            return null;
        var origin = interpreter.OriginOf(operation);
        var copied = constructor.Parameters.FirstOrDefault(static parameter => parameter.Type.SpecialType == SpecialType.None && parameter.Name is "collection" or "dictionary" or "list");
        if (IsMap(type))
        {
            if (copied is null)
                return interpreter.NewMap([], type, origin);
            return interpreter.EntriesOf(arguments[copied.Ordinal]) is { } entries
                ? interpreter.NewMap(entries, type, origin)
                : interpreter.NewLost(type, "a copy of a dictionary that is not known", origin);
        }

        if (copied is null)
            return interpreter.NewList([], type, origin);
        return interpreter.ItemsOf(arguments[copied.Ordinal]) is { } items
            ? interpreter.NewList(items, type, origin)
            : interpreter.NewLost(type, "a copy of a collection that is not known", origin);
    }

    private static bool IsCollection(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString();
        return space is "System.Collections.Generic" or "System.Collections.Immutable" or "System.Collections.ObjectModel" or "System.Collections.Concurrent" or "System.Collections.Frozen"
            || (string.Equals(space, "Pulumi", StringComparison.Ordinal) && type.Name is "InputList" or "InputMap");
    }

    private static bool IsMap(INamedTypeSymbol type) => type.Name.Contains("Dictionary") || type.Name is "InputMap" or "SortedList";

    private static bool IsImmutable(INamedTypeSymbol? type) => type is not null && type.Name.StartsWith("Immutable", StringComparison.Ordinal) && type.ContainingType is null;

    private static Value? List(Interpreter interpreter, Call call)
    {
        IEnumerable<Value> items = call.Arguments;
        if (call.Arguments.Length == 1 && (call.Method.Name is not "Create" || call.Method.Parameters[0].IsParams))
        {
            if (interpreter.ItemsOf(call[0]) is not { } known)
                return null;
            items = known;
        }

        return interpreter.NewList(items, call.Method.ReturnType, interpreter.OriginOf(call.Operation));
    }

    private static IEnumerable<KeyValuePair<Value, Value>> Merge(ImmutableArray<KeyValuePair<Value, Value>> first, ImmutableArray<KeyValuePair<Value, Value>> second)
    {
        var merged = first.Where(entry => !second.Any(other => other.Key.Equals(entry.Key)));
        return merged.Concat(second);
    }

    private static Value? Change(Interpreter interpreter, Call call, Func<ImmutableArray<Value>, ImmutableArray<Value>?> items, Func<ImmutableArray<KeyValuePair<Value, Value>>, ImmutableArray<KeyValuePair<Value, Value>>?> entries)
    {
        var immutable = IsImmutable(call.Method.ContainingType);
        if (call.Receiver is not ObjectReference reference || interpreter.State(reference) is not { Lost: null } state)
            return call.Receiver is Unknown unknown ? new Unknown(unknown.Reason, unknown.Origin) : null;
        var changed = state switch
        {
            { Items: { } held } when items(held.Items) is { } after => state with { Items = new Sequence(after, held.Origin) },
            { Entries: { } held } when entries(held) is { } after => state with { Entries = after },
            _ => null,
        };
        if (changed is null)
            return null;
        if (immutable || call.Method.Name == "Concat")
            return interpreter.NewObject(changed, reference.Origin);
        interpreter.Put(reference, changed);
        return call.Method.ReturnsVoid ? Constant.Null : call.Method.ReturnType.SpecialType == SpecialType.System_Boolean ? new Constant(true) : reference;
    }

    private static Value? Add(Interpreter interpreter, Call call)
    {
        if (call.Receiver is ObjectReference reference && call.Method.ContainingType.Name == "InputList")
            return AddInputs(interpreter, call, reference);
        if (call.Arguments.Length == 2)
        {
            if (call[0] is not Constant)
                return null;
            return Change(interpreter, call, static _ => null, entries => entries.Any(entry => entry.Key.Equals(call[0])) && call.Method.Name == "TryAdd" ? entries : Merge(entries, ImmutableArray.Create(new KeyValuePair<Value, Value>(call[0], call[1]))).ToImmutableArray());
        }

        if (call.Method.ContainingType.Name == "InputMap" && interpreter.EntriesOf(call[0]) is { } merged)
            return Change(interpreter, call, static _ => null, entries => Merge(entries, merged).ToImmutableArray());
        if (call[0] is EntryValue pair)
            return Change(interpreter, call, items => items.Add(pair), entries => Merge(entries, ImmutableArray.Create(new KeyValuePair<Value, Value>(pair.Key, pair.Value))).ToImmutableArray());
        var isSet = call.Method.ContainingType.Name.Contains("Set");
        return Change(interpreter, call, items => isSet && items.Contains(call[0]) ? items : isSet && !(call[0] is Constant && items.All(static item => item is Constant)) ? null : items.Add(call[0]), static _ => null);
    }

    // InputList.Add takes single inputs (params) or a whole list.
    private static Value? AddInputs(Interpreter interpreter, Call call, ObjectReference reference)
    {
        if (call.Arguments.Length != 1 || interpreter.ItemsOf(call[0]) is not { } added)
        {
            if (call.Arguments.Length == 2 && call.Method.Parameters.Length == 2)
                added = ImmutableArray.Create(call[1]);
            else if (call.Arguments.Length == 1 && call.Method.Parameters[0].IsParams)
                added = ImmutableArray.Create(call[0]);
            else
                return null;
        }

        _ = reference;
        return Change(interpreter, call, items => items.AddRange(added), static _ => null);
    }

    private static Value? AddRange(Interpreter interpreter, Call call)
    {
        if (interpreter.EntriesOf(call[0]) is { } merged)
            return Change(interpreter, call, static _ => null, entries => Merge(entries, merged).ToImmutableArray());
        return interpreter.ItemsOf(call[0]) is { } added
            ? Change(interpreter, call, items => items.AddRange(added), entries => added.All(static item => item is EntryValue) ? Merge(entries, added.Cast<EntryValue>().Select(static entry => new KeyValuePair<Value, Value>(entry.Key, entry.Value)).ToArray().ToImmutableArray()).ToImmutableArray() : null)
            : null;
    }

    private static Value? Insert(Interpreter interpreter, Call call) =>
        call[0] is Constant { Raw: int index } ? Change(interpreter, call, items => index >= 0 && index <= items.Length ? items.Insert(index, call[1]) : null, static _ => null) : null;

    private static Value? Remove(Interpreter interpreter, Call call) => call[0] is not Constant ? null : Change(
        interpreter,
        call,
        items => items.All(static item => item is Constant) ? items.Remove(call[0]) : null,
        entries => entries.All(static entry => entry.Key is Constant) ? entries.Where(entry => !entry.Key.Equals(call[0])).ToImmutableArray() : null);

    private static Value? RemoveAt(Interpreter interpreter, Call call) =>
        call[0] is Constant { Raw: int index } ? Change(interpreter, call, items => index >= 0 && index < items.Length ? items.RemoveAt(index) : null, static _ => null) : null;

    private static Value? Clear(Interpreter interpreter, Call call) =>
        Change(interpreter, call, static _ => ImmutableArray<Value>.Empty, static _ => ImmutableArray<KeyValuePair<Value, Value>>.Empty);

    private static Value? SetItem(Interpreter interpreter, Call call) => Change(
        interpreter,
        call,
        items => call[0] is Constant { Raw: int index } && index >= 0 && index < items.Length ? items.SetItem(index, call[1]) : null,
        entries => call[0] is Constant ? Merge(entries, ImmutableArray.Create(new KeyValuePair<Value, Value>(call[0], call[1]))).ToImmutableArray() : null);

    private static Value? Contains(Interpreter interpreter, Call call) =>
        call.Receiver is not null && interpreter.ItemsOf(call.Receiver) is { } items ? Sequences.ContainsValue(interpreter, items, call[0], call.Operation) : null;

    private static Value? ContainsKey(Interpreter interpreter, Call call)
    {
        if (call.Receiver is null || interpreter.EntriesOf(call.Receiver) is not { } entries)
            return null;
        return Sequences.ContainsValue(interpreter, entries.Select(static entry => entry.Key).ToImmutableArray(), call[0], call.Operation);
    }

    private static Value? TryGetValue(Interpreter interpreter, Call call)
    {
        if (call.Receiver is null || call.Outputs is null || interpreter.EntriesOf(call.Receiver) is not { } entries)
            return null;
        var output = call.Method.Parameters[1].OriginalDefinition;
        var keys = entries.Select(static entry => entry.Key).ToImmutableArray();
        var contains = Sequences.ContainsValue(interpreter, keys, call[0], call.Operation);
        var found = entries.LastOrDefault(entry => entry.Key.Equals(call[0])).Value;
        call.Outputs[output] = Values.AsBoolean(contains) switch
        {
            true when found is not null => found,
            false => Constant.Null,
            _ => Values.OneOf(entries.Select(static entry => entry.Value).Append(Constant.Null)),
        };
        return contains;
    }

    private static Value? GetValueOrDefault(Interpreter interpreter, Call call, Value receiver, int first)
    {
        if (interpreter.EntriesOf(receiver) is not { } entries)
            return null;
        var key = call[first];
        var fallback = call.Arguments.Length > first + 1 ? call[first + 1] : Constant.Null;
        var keys = entries.Select(static entry => entry.Key).ToImmutableArray();
        return Values.AsBoolean(Sequences.ContainsValue(interpreter, keys, key, call.Operation)) switch
        {
            true => entries.LastOrDefault(entry => entry.Key.Equals(key)).Value,
            false => fallback,
            null => Values.OneOf(entries.Select(static entry => entry.Value).Append(fallback)),
        };
    }

    private static Value? ForEach(Interpreter interpreter, Call call)
    {
        if (call.Receiver is null || call[0] is not Closure action || interpreter.ItemsOf(call.Receiver) is not { } items)
            return null;
        foreach (var item in items)
            interpreter.Call(action, call.Operation, item);
        return Constant.Null;
    }

    private static Value? Reorder(Interpreter interpreter, Call call)
    {
        if (call.Receiver is not null)
            interpreter.Forget(call.Receiver, "a collection whose order changed");
        return Constant.Null;
    }

    private static Value? Copy(Interpreter interpreter, Call call)
    {
        if (call.Receiver is not ObjectReference reference || interpreter.State(reference) is not { Lost: null } state)
            return null;
        return interpreter.NewObject(state with { Type = call.Method.ReturnType }, reference.Origin);
    }
}
