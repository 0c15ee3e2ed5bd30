using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Arrays, collections, indexers and collection expressions.</content>
internal sealed partial class Interpreter
{
    // `OperationKind.CollectionExpression`, which the oldest Roslyn does not name.
    private const OperationKind CollectionExpression = (OperationKind)0x7f;

    /// <summary>A new list-like collection; a set keeps equal items once, a sorted one puts them in order.</summary>
    internal ObjectReference NewList(IEnumerable<Value> items, ITypeSymbol type, Origin? origin, bool ignoresCase = false)
    {
        var held = CollectionKind.Held(items.Select(CopyOf).ToImmutableArray(), type, new KeyComparer(this, ignoresCase));
        return held is { } known
            ? NewObject(new ObjectState { Type = type, Items = new Sequence(known, origin) { IsUnordered = CollectionKind.IsUnordered(type) && known.Length > 1 }, IgnoresCase = ignoresCase }, origin)
            : NewLost(type, "a set whose items may be equal", origin);
    }

    /// <summary>A new map-like collection. Of entries with equal keys the last counts.</summary>
    internal ObjectReference NewMap(IEnumerable<KeyValuePair<Value, Value>> entries, ITypeSymbol type, Origin? origin, bool ignoresCase = false)
    {
        var held = CollectionKind.Held(entries.Select(entry => new KeyValuePair<Value, Value>(entry.Key, CopyOf(entry.Value))).ToImmutableArray(), type, new KeyComparer(this, ignoresCase));
        return held is { } known
            ? NewObject(new ObjectState { Type = type, Entries = known, IgnoresCase = ignoresCase }, origin)
            : NewLost(type, "a dictionary whose keys are not known", origin);
    }

    private ObjectReference NewCollection(ITypeSymbol type, Origin? origin) =>
        _pulumi.IsInputMap(type) ? NewMap([], type, origin) : NewList([], type, origin);

    private Value EvaluateArray(IArrayCreationOperation array)
    {
        var origin = Written(array);
        if (array.Initializer is { } initializer && array.DimensionSizes.Length == 1)
            return NewList(EvaluateCopies(initializer.ElementValues), array.Type!, origin);
        var sizes = EvaluateAll(array.DimensionSizes);
        if (array.Type is not IArrayTypeSymbol { ElementType: var element } || !sizes.All(static size => size is Constant { Raw: int and >= 0 }))
            return NewLost(array.Type!, "an array whose length is not known", origin);
        var lengths = sizes.Select(static size => (int)((Constant)size).Raw!).ToImmutableArray();
        var count = lengths.Aggregate(1L, static (product, length) => System.Math.Min(product * length, int.MaxValue));
        if (count > _options.LoopBudget)
            return NewLost(array.Type, "an array whose length is not known", origin);
        var items = array.Initializer is null ? Enumerable.Range(0, (int)count).Select(_ => DefaultOf(Resolve(element), array)) : EvaluateCopies(Leaves(array.Initializer).ToImmutableArray());
        var created = NewList(items, array.Type, origin);
        if (lengths.Length > 1 && StateOf(created) is { } state)
            _store.Write(created.Cell, state with { Lengths = lengths });
        return created;
    }

    private static IEnumerable<IOperation> Leaves(IArrayInitializerOperation initializer) =>
        initializer.ElementValues.SelectMany(static element => element is IArrayInitializerOperation inner ? Leaves(inner) : [element]);

    private Value EvaluateElement(IArrayElementReferenceOperation element)
    {
        var array = Evaluate(element.ArrayReference);
        return ReadElement(array, IndexIn(array, EvaluateAll(element.Indices), element), element);
    }

    // Where an element stands among all; before the first where it is out of range.
    private Value IndexIn(Value array, ImmutableArray<Value> indexes, IOperation operation)
    {
        if (indexes.Length == 1)
            return indexes[0];
        if (array is not ObjectReference reference || StateOf(reference) is not { Lengths: { IsDefault: false } lengths } || lengths.Length != indexes.Length || !indexes.All(static index => index is Constant { Raw: int }))
            return NotKnown("an index", operation);
        var at = indexes.Select(static index => (int)((Constant)index).Raw!).ToList();
        return new Constant(at.Where((index, dimension) => index < 0 || index >= lengths[dimension]).Any() ? -1 : at.Select((index, dimension) => (index, dimension)).Aggregate(0, (before, one) => (before * lengths[one.dimension]) + one.index));
    }

    private Value ReadElement(Value collection, Value index, IOperation operation) => OnEach(collection, operation, one =>
    {
        if (!_reachable)
            return new Unknown("code that is not reached");
        var found = Values.Alternatives(index).Select(at => ElementAt(one, at, operation)).OfType<Value>().ToList();
        return found.Count == 0 ? Throw() : Values.OneOf(found, found.Count == 1 ? found[0].Origin : Written(operation));
    });

    // The element at an index or under a key; null where there is none, which ends in an exception.
    private Value? ElementAt(Value collection, Value index, IOperation operation)
    {
        if (collection is ObjectReference map && StateOf(map) is { Entries: { } entries } state)
            return ReadEntry(state, entries, index, operation) ?? (state.Type.Name == "JsonObject" ? Constant.Null : null);
        if (collection is Constant { Raw: string text })
            return index is RangeValue slice
                ? Bounds(slice, text.Length) is var (from, to) ? new Constant(text.Substring(from, to - from), collection.Origin) : Unbounded(slice, operation)
                : Position(index, text.Length) is { } position ? position < 0 || position >= text.Length ? null : new Constant(text[position], collection.Origin) : NotKnown("a character of a string", operation);
        if (collection is MatchValue match)
            return RegularExpressions.GroupOf(match, index) ?? NotKnown("a group of a match", operation);
        if (collection is Unknown unknown)
            return unknown.Part();
        if (collection is ResourceReference resource)
            return new ResourceReference(resource.Instance, resource.Output + "[]", resource.Origin);
        if (collection is ObjectReference { } parted && StateOf(parted) is { Ends: { } ends })
            return AtEnd(ends, index) is { } known ? Passed(known, parted) : NotKnown("a part of a string that is not known", operation);
        if (ItemsOf(collection) is not { } items)
            return collection is ObjectReference reference && StateOf(reference)?.Lost is { } lost ? NotKnown(lost, operation) : NotKnown("an element of a collection", operation);
        if (index is RangeValue range)
            return Bounds(range, items.Length) is var (start, end) ? NewList(items.Skip(start).Take(end - start), TypeOfCollection(collection), Written(operation)) : Unbounded(range, operation);
        if (Position(index, items.Length) is { } at)
            return at >= 0 && at < items.Length ? Passed(items[at], collection) : null;

        // Which one is not known: any of them.
        return items.IsEmpty ? null : Values.OneOf(items, Written(operation));
    }

    /// <summary>The item at an index, or null where it is none of those that are known.</summary>
    internal static Value? AtEnd(KnownEnds ends, Value index) => index switch
    {
        Constant { Raw: int and >= 0 and var at } when at < ends.Start.Items.Length => ends.Start.Items[at],
        IndexFromEnd { Distance: Constant { Raw: int and > 0 and var distance } } when distance <= ends.End.Items.Length => ends.End.Items[ends.End.Items.Length - distance],
        _ => null,
    };

    private static Value Passed(Value item, Value collection) => collection is ObjectReference reference ? Passed(item, reference) : item;

    private ITypeSymbol TypeOfCollection(Value collection) => collection is ObjectReference reference ? StateOf(reference)?.Type ?? ObjectType : ObjectType;

    private Value? Unbounded(RangeValue range, IOperation operation) =>
        range is { Start: Constant or IndexFromEnd { Distance: Constant }, End: Constant or IndexFromEnd { Distance: Constant } } ? null : NotKnown("a part of a collection", operation);

    private static int? Position(Value index, int length) => index switch
    {
        Constant { Raw: int number } => number,
        Constant { Raw: long and >= 0 and <= int.MaxValue and var number } => (int)number,
        IndexFromEnd { Distance: Constant { Raw: int distance } } => length - distance,
        _ => null,
    };

    private static (int Start, int End)? Bounds(RangeValue range, int length)
    {
        var start = range.Start is Constant { Raw: null } ? 0 : Position(range.Start, length);
        var end = range.End is Constant { Raw: null } ? length : Position(range.End, length);
        return start is >= 0 and { } from && end is { } to && from <= to && to <= length ? (from, to) : null;
    }

    // The entry under a key; null where there is none, which ends in an exception.
    private Value? ReadEntry(ObjectState state, ImmutableArray<KeyValuePair<Value, Value>> entries, Value key, IOperation operation)
    {
        var possible = new List<Value>();
        for (var index = entries.Length - 1; index >= 0; index--)
        {
            switch (SameKey(state, entries[index].Key, key))
            {
                case true:
                    possible.Add(Values.Certain(entries[index].Value));
                    return Values.OneOf(possible, possible.Count == 1 ? possible[0].Origin : Written(operation));
                case null:
                    possible.Add(Values.Certain(entries[index].Value));
                    break;
            }
        }

        return possible.Count == 0 ? null : Values.OneOf(possible, Written(operation));
    }

    /// <summary>Whether two keys of a dictionary are the same, null where that is not known.</summary>
    internal bool? SameKey(ObjectState state, Value one, Value other)
    {
        if (state.IgnoresCase && one.AsString() is { } left && other.AsString() is { } right)
            return string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
        var same = AreEqual(IdentityOf(one), IdentityOf(other));

        // A boxed 1 is not a boxed 1L; what was changed since it became a key is looked for in the wrong place.
        return same == true && (AreOfTwoTypes(one, other) || MayHaveChanged(one) || MayHaveChanged(other)) ? null : same;
    }

    private static bool AreOfTwoTypes(Value one, Value other) => one is Constant { Raw: { } left } && other is Constant { Raw: { } right } && left.GetType() != right.GetType();

    private bool MayHaveChanged(Value key) => key is TupleValue tuple
        ? tuple.Elements.Any(MayHaveChanged)
        : key is ObjectReference reference && StateOf(reference) is { Type: INamedTypeSymbol { IsRecord: true } type } && !IsComparedByMembers(type);

    private Value ReadIndexed(IPropertyReferenceOperation reference, Value receiver, ImmutableArray<Value> keys) => OnEach(receiver, reference, one =>
    {
        if (IsOfProgram(reference.Property) && reference.Property.GetMethod is { } getter)
        {
            var targets = Targets(getter, one, reference.Instance);
            return targets.IsEmpty ? NotKnown("an indexer", reference) : EachMethod(targets, reference, target => CallTarget(target, one, keys, reference));
        }

        if (one is Sequence lookup && reference.Property.ContainingType.Name == "ILookup" && keys.Length == 1)
            return Sequences.InLookup(this, lookup, keys[0]) ?? NotKnown("the items under a key that is not known", reference);
        return keys.Length == 1 ? ReadElement(one, keys[0], reference) : NotKnown("an indexer", reference);
    });

    private void WriteIndexed(IPropertyReferenceOperation reference, Value? receiver, ImmutableArray<Value> keys, Value value)
    {
        if (receiver is null)
            return;
        OnEach(receiver, reference, one =>
        {
            if (IsOfProgram(reference.Property) && reference.Property.SetMethod is { } setter)
            {
                var targets = Targets(setter, one, reference.Instance);
                return targets.IsEmpty ? CallUnknown(setter, one, keys.Add(value), reference) : EachMethod(targets, reference, target => CallTarget(target, one, keys.Add(value), reference));
            }

            WriteElement(one, keys.Length == 1 ? keys[0] : new Unknown("an index"), value, reference.Instance?.Type);
            return Constant.Null;
        });
    }

    private void WriteElement(Value collection, Value key, Value value, ITypeSymbol? type)
    {
        if (!_reachable)
            return;
        switch (collection)
        {
            case ObjectReference reference when StateOf(reference) is { } state:
                SetElement(reference, state, key, value);
                break;
            case Constant { Raw: null }:
                Throw();
                break;
            case Choice choice:
                foreach (var alternative in choice.Alternatives)
                    Lose(alternative, "an element set on one of several collections");
                break;
            case Unknown { IsForeign: false } when type is not null:
                LoseAlike(type, "an element set through another reference");
                break;
        }
    }

    private void SetElement(ObjectReference reference, ObjectState state, Value key, Value value)
    {
        if (state.Entries is { } entries)
            SetEntry(reference, state, entries, key, value);
        else if (state.Items is not { } items)
            Lose(reference, "an element set in a collection that is not known");
        else if (Position(key, items.Items.Length) is not { } index || items.Items.Any(static item => item is OptionalItem))
            Lose(reference, "an element set at an index that is not known");
        else if (index < 0 || index >= items.Items.Length)
            Throw();
        else
            Put(reference, state with { Items = new Sequence(items.Items.SetItem(index, value), items.Origin) });
    }

    internal void SetEntry(ObjectReference reference, ObjectState state, ImmutableArray<KeyValuePair<Value, Value>> entries, Value key, Value value)
    {
        if (Collections.With(this, state, entries, key, value) is { } changed)
            Put(reference, state with { Entries = changed });
        else
            Lose(reference, "a dictionary entry whose key is not known");
    }

    /// <summary>The items of a list-like value in their order, or null where they are not known, or not all on every run.</summary>
    internal ImmutableArray<Value>? ItemsOf(Value value) =>
        Enumerate(value, Here) is Sequence { IsUnordered: false, Items: var items } && !items.Any(static item => item is OptionalItem) ? items : null;

    /// <summary>The items of a list-like value whatever their order, those that are there on some runs only marked; or null where they are not known.</summary>
    internal ImmutableArray<Value>? PossibleItemsOf(Value value) => Enumerate(value, Here) is Sequence { Items: var items } ? items : null;

    /// <summary>What enumerating a value yields: a <see cref="Sequence"/>, a <see cref="Choice"/> of them, or an unknown.</summary>
    internal Value Enumerate(Value value, IOperation operation)
    {
        switch (value)
        {
            case Sequence:
                return value;
            case ObjectReference reference when StateOf(reference) is { } state:
                return EnumerateObject(reference, state, operation);
            case DeferredSequence:
                return Drain(value, operation);
            case Constant { Raw: string text }:
                return new Sequence(text.Select(character => (Value)new Constant(character)).ToImmutableArray(), value.Origin);
            case Choice or Constant { Raw: null }:
                return OnEach(value, operation, one => Enumerate(one, operation));
            case MatchValue match:
                return RegularExpressions.GroupsOf(match);
            case BoxedOutput:
                return new Unknown("an Output enumerated", value.Origin);
            case Unknown unknown:
                return unknown.Part();
            case ResourceReference:
                return new Unknown("a collection that is known only once deployed", value.Origin) { From = Values.Sources([value]) };
            default:
                return new Unknown("a collection", value.Origin);
        }
    }

    private Value EnumerateObject(ObjectReference reference, ObjectState state, IOperation operation)
    {
        if (state.Items is { } items)
            return new Sequence(items.Items.Select(item => Passed(item, reference)).ToImmutableArray(), reference.Origin) { IsUnordered = items.IsUnordered || (state.HasLostOrder && items.Items.Length > 1) };
        if (state.Entries is { } entries)
        {
            return new Sequence(entries.Select(entry => Entry(entry.Key, entry.Value, reference)).ToImmutableArray(), reference.Origin)
            {
                IsUnordered = (CollectionKind.IsUnordered(state.Type) || state.HasLostOrder) && entries.Length > 1,
            };
        }

        if (IsOfProgram(state.Type) && state.Type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.IsEmpty) is { } own && _bodies.Body(own, _cancellation) is { } body)
            return Enumerate(CallBody(own, body, reference, ImmutableArray<Value>.Empty, operation), operation);
        return new Unknown(state.Lost ?? "a collection", reference.Origin);
    }

    private static Value Entry(Value key, Value value, ObjectReference reference) => value is OptionalItem optional
        ? new OptionalItem(new EntryValue(key, Passed(optional.Value, reference)))
        : new EntryValue(key, Passed(value, reference));

    // What a loop's variable holds of an element: `foreach (double one in integers)` converts.
    private Value ConvertElement(Value value, ITypeSymbol type) =>
        value is Constant { Raw: { } raw } constant && type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double ? ConvertConstant(constant, raw, type) : value;

    /// <summary>What Pulumi takes as a list: one value, or the items of a collection.</summary>
    private Value ToInputList(Value value, ITypeSymbol? from, IOperation operation)
    {
        if (value is Constant { Raw: null } || _pulumi.IsInputList(from))
            return value;
        return OnEach(value, operation, one => one switch
        {
            ObjectReference reference when StateOf(reference) is { Items: { } items } => NewList(items.Items, operation.Type!, reference.Origin),
            Sequence items => NewList(items.Items, operation.Type!, items.Origin),
            DeferredSequence deferred => Enumerate(deferred, operation) is Sequence items ? NewList(items.Items, operation.Type!, items.Origin) : NotKnown("a list", operation),
            ObjectReference reference when StateOf(reference) is { Lost: { } reason } && IsCollectionType(from) => NotKnown(reason, operation),
            Unknown or ResourceReference when IsCollectionType(from) => one,
            _ => NewList([one], operation.Type!, one.Origin),
        });
    }

    private bool IsCollectionType(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { TypeArguments.Length: 1 } wrapper && _pulumi.IsWrapper(type))
            type = wrapper.TypeArguments[0];
        return type is IArrayTypeSymbol || (type is INamedTypeSymbol named && named.SpecialType != SpecialType.System_String && (named.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T || named.AllInterfaces.Any(static contract => contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)));
    }

    private Value ToInputMap(Value value, IOperation operation) => Values.Map(value, one => one switch
    {
        ObjectReference reference when StateOf(reference) is { Entries: { } entries } state && !_pulumi.IsInputMap(state.Type) => NewMap(entries, operation.Type!, reference.Origin),
        _ => one,
    });

    // Forms that some versions of Roslyn give an operation of their own and others do not: told by their syntax, which all have.
    private Value EvaluateByLanguageVersion(IOperation operation)
    {
        if (operation.Kind == CollectionExpression || operation.Syntax is CollectionExpressionSyntax)
            return EvaluateCollectionExpression(operation);
        foreach (var child in operation.ChildOperations)
        {
            if (child is not IPatternOperation)
                Lose(Evaluate(child), "used in a way that is not known", forever: true);
        }

        return NotKnown("an expression of kind " + operation.Syntax.GetType().Name.Replace("Syntax", ""), operation);
    }

    // Written `[...]`, or what the compiler makes of the arguments of a `params ReadOnlySpan<T>`.
    private Value EvaluateCollectionExpression(IOperation operation)
    {
        var type = operation.Type ?? (operation.Parent as IConversionOperation)?.Type ?? ObjectType;
        var items = new List<Value>();
        foreach (var child in operation.ChildOperations)
        {
            if (child.Syntax is not SpreadElementSyntax)
            {
                items.Add(CopyOf(Evaluate(child)));
                continue;
            }

            var spread = child.ChildOperations.FirstOrDefault();
            if (spread is null || Enumerate(Evaluate(spread), spread) is not Sequence { IsUnordered: false } sequence)
            {
                if (IsOfProgram(type))
                    LoseAll("a collection of the program");
                return NewLost(type, "a spread of a collection that is not known", Written(operation));
            }

            items.AddRange(sequence.Items);
        }

        if (operation.Syntax is CollectionExpressionSyntax { Elements: var elements } && items.Count != elements.Count && !elements.Any(static element => element is SpreadElementSyntax))
            return NewLost(type, "a collection expression", Written(operation));
        if (IsOfProgram(type))
            return NewOwnCollection(items, (INamedTypeSymbol)type, operation);
        if (!CollectionKind.IsCollection(type) || !CollectionKind.IsMap(type))
            return NewList(items, type, Written(operation));
        return items.Count == 0 ? NewMap([], type, Written(operation)) : NewLost(type, "a collection expression", Written(operation));
    }

    // A class of the program is made, and then each item added; what a builder does with the items is not followed.
    private Value NewOwnCollection(List<Value> items, INamedTypeSymbol type, IOperation operation)
    {
        var constructor = type.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.IsEmpty);
        var adders = type.GetMembers("Add").OfType<IMethodSymbol>().Where(static method => method is { IsStatic: false, Parameters.Length: 1 }).ToList();
        if (constructor is null || adders is not [var add] || type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "CollectionBuilderAttribute"))
        {
            LoseAll("a collection that a builder makes");
            return NotKnown("a collection that a builder makes", operation);
        }

        var created = Create(type, constructor, ImmutableArray<Value>.Empty, operation);
        foreach (var item in items)
            Invoke(add, created, ImmutableArray.Create(item), operation);
        return created;
    }
}
