using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Arrays, collections, indexers and collection expressions.</content>
internal sealed partial class Interpreter
{
    internal ObjectReference NewList(IEnumerable<Value> items, ITypeSymbol type, Origin? origin) =>
        NewObject(new ObjectState { Type = type, Items = new Sequence(items.ToImmutableArray(), origin) }, origin);

    internal ObjectReference NewMap(IEnumerable<KeyValuePair<Value, Value>> entries, ITypeSymbol type, Origin? origin) =>
        NewObject(new ObjectState { Type = type, Entries = entries.ToImmutableArray() }, origin);

    private ObjectReference NewCollection(ITypeSymbol type, Origin? origin) =>
        _pulumi.IsInputMap(type) ? NewMap([], type, origin) : NewList([], type, origin);

    private Value EvaluateArray(IArrayCreationOperation array)
    {
        var origin = Written(array);
        if (array.Initializer is { } initializer)
            return NewList(EvaluateAll(initializer.ElementValues), array.Type!, origin);
        var sizes = EvaluateAll(array.DimensionSizes);
        if (sizes.Length == 1 && sizes[0] is Constant { Raw: int length } && length >= 0 && length <= _options.LoopBudget && array.Type is IArrayTypeSymbol { ElementType: var element })
            return NewList(Enumerable.Range(0, length).Select(_ => DefaultOf(Resolve(element), array)), array.Type, origin);
        return NewObject(new ObjectState { Type = array.Type!, Lost = "an array whose length is not known" }, origin);
    }

    private Value EvaluateElement(IArrayElementReferenceOperation element)
    {
        var array = Evaluate(element.ArrayReference);
        var indexes = EvaluateAll(element.Indices);
        return indexes.Length == 1 ? ReadElement(array, indexes[0], element) : NotKnown("an element of an array", element);
    }

    private Value ReadElement(Value collection, Value index, IOperation operation) => Values.Map(collection, index, (one, at) =>
    {
        if (one is Constant { Raw: string text } && at is Constant { Raw: int position })
            return position >= 0 && position < text.Length ? new Constant(text[position], one.Origin) : Throws(operation);
        if (one is ObjectReference { } map && StateOf(map) is { Entries: { } entries })
            return ReadEntry(entries, at, operation);
        if (ItemsOf(one) is not { } items)
            return one is Unknown unknown ? new Unknown(unknown.Reason, unknown.Origin) : one is ResourceReference resource ? new ResourceReference(resource.Instance, resource.Output + "[]", resource.Origin) : NotKnown("an element of a collection", operation);
        if (at is Constant { Raw: int number })
            return number >= 0 && number < items.Length ? items[number] : Throws(operation);
        if (at is TupleValue { Elements: { Length: 2 } bounds } && bounds[0] is Constant { Raw: null or int } low && bounds[1] is Constant { Raw: null or int } high)
        {
            var start = low.Raw as int? ?? 0;
            var end = high.Raw as int? ?? items.Length;
            return start <= end && end <= items.Length ? new Sequence(items.Skip(start).Take(end - start).ToImmutableArray(), Written(operation)) : Throws(operation);
        }

        // Which one is not known: any of them.
        return items.IsEmpty ? Throws(operation) : Values.OneOf(items, Written(operation));
    });

    private Value ReadEntry(ImmutableArray<KeyValuePair<Value, Value>> entries, Value key, IOperation operation)
    {
        for (var index = entries.Length - 1; index >= 0; index--)
        {
            if (entries[index].Key.Equals(key))
                return entries[index].Value;
        }

        if (key is Constant && entries.All(static entry => entry.Key is Constant))
            return Throws(operation);
        return entries.IsEmpty ? NotKnown("an entry of a dictionary", operation) : Values.Join(Values.OneOf(entries.Select(static entry => entry.Value), Written(operation)), NotKnown("an entry of a dictionary", operation));
    }

    private Value Throws(IOperation operation)
    {
        _ = operation;
        _reachable = false;
        return new Unknown("an exception");
    }

    private Value ReadIndexed(IPropertyReferenceOperation reference, Value receiver, ImmutableArray<Value> keys, IOperation? operation = null)
    {
        if (reference.Property.GetMethod is { } getter && IsOfProgram(reference.Property) && receiver is ObjectReference self && _bodies.Body(getter.OriginalDefinition, _cancellation) is { } body)
            return CallBody(getter, body, self, keys, reference);
        return keys.Length == 1 ? ReadElement(receiver, keys[0], operation ?? reference) : NotKnown("an indexer", reference);
    }

    private void WriteIndexed(IPropertyReferenceOperation reference, Value? receiver, ImmutableArray<Value> keys, Value value)
    {
        if (reference.Property.SetMethod is { } setter && IsOfProgram(reference.Property) && receiver is ObjectReference self && _bodies.Body(setter.OriginalDefinition, _cancellation) is { } body)
        {
            CallBody(setter, body, self, keys.Add(value), reference);
            return;
        }

        WriteElement(receiver ?? new Unknown("an indexer"), keys.Length == 1 ? keys[0] : new Unknown("an index"), value);
    }

    private void WriteElement(Value collection, Value key, Value value)
    {
        if (!_reachable)
            return;
        foreach (var one in Values.Alternatives(collection))
        {
            if (one is not ObjectReference reference || StateOf(reference) is not { } state)
                continue;
            if (collection is Choice)
                Lose(one, "an element set on one of several collections");
            else if (state.Entries is { } entries)
                SetEntry(reference, state, entries, key, value);
            else if (state.Items is { } items && key is Constant { Raw: int index } && index >= 0 && index < items.Items.Length)
                _store.Write(reference.Cell, state with { Items = new Sequence(items.Items.SetItem(index, value), items.Origin) });
            else
                Lose(one, "an element set at an index that is not known");
        }
    }

    internal void SetEntry(ObjectReference reference, ObjectState state, ImmutableArray<KeyValuePair<Value, Value>> entries, Value key, Value value)
    {
        if (key is not Constant)
        {
            Lose(reference, "a dictionary entry whose key is not known");
            return;
        }

        var builder = entries.ToBuilder();
        var position = 0;
        while (position < builder.Count && !builder[position].Key.Equals(key))
            position++;
        if (position < builder.Count)
            builder[position] = new KeyValuePair<Value, Value>(builder[position].Key, value);
        else
            builder.Add(new KeyValuePair<Value, Value>(key, value));
        _store.Write(reference.Cell, state with { Entries = builder.ToImmutable() });
    }

    /// <summary>The items of a list-like value, or null where they are not known.</summary>
    internal ImmutableArray<Value>? ItemsOf(Value value) => Enumerate(value, null) is Sequence sequence ? sequence.Items : null;

    /// <summary>What enumerating a value yields: a <see cref="Sequence"/>, a <see cref="Choice"/> of them, or an unknown.</summary>
    internal Value Enumerate(Value value, IOperation? operation)
    {
        switch (value)
        {
            case Sequence:
                return value;
            case ObjectReference reference when StateOf(reference) is { } state:
                if (state.Items is { } items)
                    return new Sequence(items.Items.Select(item => Passed(item, reference)).ToImmutableArray(), reference.Origin);
                if (state.Entries is { } entries)
                    return new Sequence(entries.Select(entry => (Value)new EntryValue(entry.Key, Passed(entry.Value, reference))).ToImmutableArray(), reference.Origin);
                if (IsOfProgram(state.Type) && operation is not null && OwnEnumerator(state.Type) is { } own && _bodies.Body(own, _cancellation) is { } body && own.ReturnType.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                    return Enumerate(CallBody(own, body, reference, ImmutableArray<Value>.Empty, operation), operation);
                return new Unknown(state.Lost ?? "a collection", reference.Origin);
            case DeferredSequence deferred:
                return deferred.Enumerate();
            case Constant { Raw: string text }:
                return new Sequence(text.Select(character => (Value)new Constant(character)).ToImmutableArray(), value.Origin);
            case Choice choice:
                return Values.OneOf(choice.Alternatives.Select(alternative => Enumerate(alternative, operation)), choice.Origin);
            case Unknown:
                return value;
            default:
                return new Unknown("a collection", value.Origin);
        }
    }

    private static IMethodSymbol? OwnEnumerator(ITypeSymbol type) => type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.IsEmpty);

    /// <summary>What Pulumi takes as a list: one value, or the items of a collection.</summary>
    private Value ToInputList(Value value, ITypeSymbol? from, IOperation operation)
    {
        if (value is Constant { Raw: null })
            return value;
        if (_pulumi.IsInputList(from))
            return value;
        return Values.Map(value, one => one switch
        {
            ObjectReference reference when StateOf(reference) is { Items: { } items } => NewList(items.Items, operation.Type!, reference.Origin),
            Sequence items => NewList(items.Items, operation.Type!, items.Origin),
            DeferredSequence deferred => deferred.Enumerate() is Sequence items ? NewList(items.Items, operation.Type!, items.Origin) : NotKnown("a list", operation),
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
        switch (operation)
        {
            case { Syntax: CollectionExpressionSyntax collection }:
                return EvaluateCollectionExpression(operation, collection);
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation);
            case IUtf8StringOperation utf8:
                return NotKnown("a UTF-8 literal", utf8);
        }

        foreach (var child in operation.ChildOperations)
        {
            if (child is IAnonymousFunctionOperation)
                continue;
            Evaluate(child);
        }

        return NotKnown("an expression of kind " + operation.Syntax.GetType().Name.Replace("Syntax", ""), operation);
    }

    private Value EvaluateCollectionExpression(IOperation operation, CollectionExpressionSyntax syntax)
    {
        var items = new List<Value>();
        foreach (var child in operation.ChildOperations)
        {
            if (child.Syntax is not SpreadElementSyntax)
            {
                items.Add(Evaluate(child));
                continue;
            }

            var spread = child.ChildOperations.FirstOrDefault();
            if (spread is null || Enumerate(Evaluate(spread), spread) is not Sequence sequence)
                return NotKnown("a spread of a collection that is not known", operation);
            items.AddRange(sequence.Items);
        }

        if (items.Count != syntax.Elements.Count && !syntax.Elements.Any(static element => element is SpreadElementSyntax))
            return NotKnown("a collection expression", operation);
        return NewList(items, operation.Type ?? _compilation.ObjectType, Written(operation));
    }
}
