using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Assignments, and what they write to.</content>
internal sealed partial class Interpreter
{
    private Place PlaceOf(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return VariablePlace(local.Local);
            case IParameterReferenceOperation parameter:
                return VariablePlace(parameter.Parameter);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IParenthesizedOperation parenthesized:
                return PlaceOf(parenthesized.Operand);
            case IConversionOperation { Conversion.IsIdentity: true } conversion:
                return PlaceOf(conversion.Operand);
            case IFieldReferenceOperation field:
                return FieldPlace(field);
            case IPropertyReferenceOperation { Property.ReturnsByRef: false, Property.ReturnsByRefReadonly: false } property:
                var receiver = EvaluateReceiver(property.Instance);
                return new Place.Property(property, receiver, property.Arguments.Select(argument => Evaluate(argument.Value)).ToImmutableArray());
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                return new Place.Element(array, IndexIn(array, EvaluateAll(element.Indices), element), element);
            case IEventReferenceOperation @event:
                return @event.Event.IsStatic || EvaluateReceiver(@event.Instance) is not { } source
                    ? new Place.Static(OfPresentType(@event.Event), @event)
                    : new Place.Captured(source, @event.Event.OriginalDefinition);
            case IDiscardOperation:
                return Place.Discard.Instance;
            default:
                Evaluate(target);
                return Place.Unclear.Instance;
        }
    }

    private Place VariablePlace(ISymbol variable)
    {
        if (_frame.Scope.Find(variable) is { } cell)
            return _store.Read(cell) is ReferenceValue reference ? reference.Place : new Place.Variable(cell);
        if (variable is IParameterSymbol && _frame.This is ObjectReference self && StateOf(self)?.Fields.ContainsKey(variable) == true)
            return new Place.Captured(self, variable);
        if (variable is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out })
            return Place.Unclear.Instance;
        var declared = _store.Allocate(variable);
        _frame.Scope.DeclareAtHome(variable, declared);
        return new Place.Variable(declared);
    }

    private Place FieldPlace(IFieldReferenceOperation reference)
    {
        if (reference.Field.IsStatic)
            return new Place.Static(OfPresentType(reference.Field.AssociatedSymbol ?? reference.Field), reference);
        if (reference.Instance is { Type.IsTupleType: true } tuple && TupleIndex(reference.Field) is { } index)
            return new Place.TupleElement(PlaceOf(tuple), index, reference);
        return new Place.Field(EvaluateReceiver(reference.Instance) ?? NotKnown("the object itself", reference), reference.Field, reference);
    }

    private Value Read(Place place, IOperation operation) => place switch
    {
        Place.Variable variable => _store.Read(variable.Cell) as Value ?? NotKnown("a variable that is not assigned", operation),
        Place.Static @static => ReadStatic(@static.Member, operation),
        Place.Field field => ReadField(field.Symbol, field.Receiver, operation),
        Place.Captured captured => OnEach(captured.Receiver, operation, one => one is ObjectReference reference ? ReadMember(reference, captured.Symbol, ObjectType, operation) : NotKnown("'" + captured.Symbol.Name + "'", operation)),
        Place.Property { Keys.IsEmpty: true } property => property.Receiver is null
            ? ReadStaticProperty(property.Reference.Property, property.Reference)
            : ReadProperty(property.Reference.Property, property.Receiver, property.Reference),
        Place.Property property => ReadIndexed(property.Reference, property.Receiver ?? NotKnown("an indexer", operation), property.Keys),
        Place.Element element => ReadElement(element.Collection, element.Index, element.Operation),
        Place.TupleElement element => Element(Read(element.Tuple, operation), element.Index) ?? NotKnown("an element of a tuple", operation),
        _ => NotKnown("what a reference leads to", operation),
    };

    private void Write(Place place, Value value)
    {
        if (!_reachable)
            return;
        switch (place)
        {
            case Place.Variable variable:
                _store.Write(variable.Cell, value);
                break;
            case Place.Static @static:
                InitializeType(@static.Member.ContainingType, @static.Operation);
                _store.Write(StaticCell(@static.Member), value);
                break;
            case Place.Field field:
                WriteMember(KeyOf(field.Symbol), field.Receiver, value);
                break;
            case Place.Captured captured:
                WriteMember(captured.Symbol, captured.Receiver, value);
                break;
            case Place.Property property:
                WriteProperty(property.Reference, property.Receiver, property.Keys, value);
                break;
            case Place.Element element:
                WriteElement(element.Collection, element.Index, value, element.Operation.Type);
                break;
            case Place.TupleElement element:
                Write(element.Tuple, WithElement(Read(element.Tuple, element.Operation), element.Index, value));
                break;
            case Place.Discard:
                break;
            default:
                LoseAll("an assignment through a reference");
                break;
        }
    }

    private static Value WithElement(Value tuple, int index, Value value) => Values.Map(tuple, one => one is TupleValue { Elements: var elements } && index < elements.Length
        ? new TupleValue(elements.SetItem(index, value), one.Origin)
        : new Unknown("a tuple that is not known", one.Origin));

    private Value EvaluateAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
            return AssignReference(assignment);
        if (assignment.Target is ITupleOperation tuple)
        {
            var parts = Evaluate(assignment.Value);
            Deconstruct(tuple, parts, assignment);
            return parts;
        }

        // The receiver and the index are evaluated before the value, as the language does.
        var place = PlaceOf(assignment.Target);
        var value = CopyOf(Evaluate(assignment.Value));
        Write(place, value);
        return value;
    }

    // `x = ref y`: the variable stands for another place from here on.
    private Value AssignReference(ISimpleAssignmentOperation assignment)
    {
        var place = PlaceOf(assignment.Value);
        if (assignment.Target is ILocalReferenceOperation { Local: var local })
            DeclareVariable(local, new ReferenceValue(place));
        else if (assignment.Target is IParameterReferenceOperation { Parameter: var parameter })
            DeclareVariable(parameter, new ReferenceValue(place));
        else
            LoseAll("a reference field");
        return Read(place, assignment);
    }

    private Value EvaluateCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        var place = PlaceOf(compound.Target);
        var before = Read(place, compound.Target);
        var operand = Evaluate(compound.Value);

        // An operator that is an instance method changes the object in its place.
        if (compound.OperatorMethod is { IsStatic: false } inPlace)
        {
            OnEach(before, compound, one => CallMethod(inPlace, one, ImmutableArray.Create(operand), compound));
            return before;
        }

        var after = compound switch
        {
            { OperatorKind: BinaryOperatorKind.Add } when compound.Type?.SpecialType == SpecialType.System_String =>
                ConcatenateChoices([PieceOf(before, compound.Target), PieceOf(operand, compound.Value)], compound),
            { Type.TypeKind: TypeKind.Delegate, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } =>
                CombineDelegates(compound.OperatorKind == BinaryOperatorKind.Add, before, operand, compound),
            { OperatorMethod: { } method } when method.IsAbstract || _bodies.Body(method.OriginalDefinition, _cancellation) is not null => CallMethod(method, null, ImmutableArray.Create(before, operand), compound),
            { OperatorMethod: not null } => CallUnknown(compound.OperatorMethod, null, ImmutableArray.Create(before, operand), compound),
            _ => Calculate(compound.OperatorKind, before, operand, compound, compound.IsChecked),
        };
        Write(place, after);
        return after;
    }

    private Value EvaluateCoalesceAssignment(ICoalesceAssignmentOperation coalesce)
    {
        var place = PlaceOf(coalesce.Target);
        var before = Read(place, coalesce.Target);
        if (!_reachable)
            return before;
        switch (Values.IsNull(before))
        {
            case false:
                return before;
            case true:
                return AssignNow();
            default:
                var present = Values.NotNull(before);
                return Fork(
                    coalesce,
                    () =>
                    {
                        Write(place, present);
                        return present;
                    },
                    AssignNow);
        }

        Value AssignNow()
        {
            var value = CopyOf(Evaluate(coalesce.Value));
            Write(place, value);
            return value;
        }
    }

    private Value EvaluateIncrement(IIncrementOrDecrementOperation increment)
    {
        var place = PlaceOf(increment.Target);
        var before = Read(place, increment.Target);
        if (increment.OperatorMethod is { IsStatic: false } inPlace)
        {
            OnEach(before, increment, one => CallMethod(inPlace, one, ImmutableArray<Value>.Empty, increment));
            return before;
        }

        var kind = increment.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        var after = increment.OperatorMethod is { } method
            ? CallMethod(method, null, ImmutableArray.Create(before), increment)
            : Calculate(kind, before, new Constant(1), increment.Target, increment.IsChecked);
        Write(place, after);
        return increment.IsPostfix ? before : after;
    }

    private Value EvaluateEventAssignment(IEventAssignmentOperation assignment)
    {
        var place = PlaceOf(assignment.EventReference);
        var handler = Evaluate(assignment.HandlerValue);
        var reference = assignment.EventReference as IEventReferenceOperation;
        var accessor = assignment.Adds ? reference?.Event.AddMethod : reference?.Event.RemoveMethod;
        if (reference is null || accessor is null || !IsOfProgram(accessor))
        {
            // Somebody else calls it, and when is not known.
            Escape(handler, "a handler of an event");
            return Constant.Null;
        }

        if (_bodies.Body(accessor.OriginalDefinition, _cancellation) is not null)
            return CallMethod(accessor, (place as Place.Captured)?.Receiver, ImmutableArray.Create(handler), assignment);
        Write(place, CombineDelegates(assignment.Adds, Read(place, assignment), handler, assignment));
        return Constant.Null;
    }

    private Value CombineDelegates(bool adds, Value before, Value operand, IOperation operation) => (before, operand) switch
    {
        (Constant { Raw: null }, _) => adds ? operand : before,
        (_, Constant { Raw: null }) => before,
        (Closure or DelegateList, Closure or DelegateList) when adds => new DelegateList(Targets(before).AddRange(Targets(operand)), Written(operation)),
        (Closure or DelegateList, Closure) => RemoveTarget(Targets(before), operand),
        _ => NotKnown("a combination of delegates", operation),
    };

    private static ImmutableArray<Value> Targets(Value value) => value is DelegateList list ? list.Targets : ImmutableArray.Create(value);

    private static Value RemoveTarget(ImmutableArray<Value> targets, Value removed)
    {
        var left = targets.LastIndexOf(removed) is >= 0 and var index ? targets.RemoveAt(index) : targets;
        return left.Length switch { 0 => Constant.Null, 1 => left[0], _ => new DelegateList(left) };
    }

    private Value EvaluateDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        var places = target is ITupleOperation tuple ? tuple.Elements.Select(element => element is ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation } ? null : PlaceOf(element)).ToImmutableArray() : default;
        var value = Evaluate(deconstruction.Value);
        if (target is ITupleOperation elements)
            Deconstruct(elements, value, deconstruction, places);
        return value;
    }

    private void Deconstruct(ITupleOperation target, Value value, IOperation operation, ImmutableArray<Place?> places = default)
    {
        if (!_reachable)
            return;
        var elements = Elements(value, target.Elements.Length, operation);
        for (var index = 0; index < target.Elements.Length; index++)
        {
            var element = CopyOf(elements[index]);
            var part = target.Elements[index] is IDeclarationExpressionOperation declaration ? declaration.Expression : target.Elements[index];
            if (part is ITupleOperation nested)
                Deconstruct(nested, element, operation);
            else
                Write((places.IsDefault ? null : places[index]) ?? PlaceOf(part), element);
        }
    }

    /// <summary>The parts of a value that a deconstruction takes it into.</summary>
    private ImmutableArray<Value> Elements(Value value, int count, IOperation operation)
    {
        if (value is Choice choice)
        {
            var parts = choice.Alternatives.Where(static alternative => alternative is not Constant { Raw: null }).Select(alternative => Elements(alternative, count, operation)).ToList();
            return Enumerable.Range(0, count).Select(index => Values.OneOf(parts.Select(part => part[index]), choice.Origin)).ToImmutableArray();
        }

        if (value is ObjectReference reference && StateOf(reference) is { } state)
            return DeconstructObject(reference, state, count, operation);
        return Enumerable.Range(0, count).Select(index => Element(value, index) ?? NotKnown("a deconstructed value", operation)).ToImmutableArray();
    }

    // Where a class and its base class both come apart into so many parts, the type of the expression decides, which is not known here.
    private ImmutableArray<Value> DeconstructObject(ObjectReference reference, ObjectState state, int count, IOperation operation)
    {
        var ways = new List<Func<ImmutableArray<Value>>>();
        for (var type = state.Type as INamedTypeSymbol; type is not null && IsOfProgram(type); type = type.BaseType)
        {
            if (DeconstructMethod(type.OriginalDefinition, count) is { } written)
                ways.Add(() => CallDeconstruct(written, reference, operation));
            else if (type.IsRecord && PositionalProperties(type.OriginalDefinition) is { } properties && properties.Length == count)
                ways.Add(() => properties.Select(property => ReadMember(reference, property, property.Type, operation)).ToImmutableArray());
        }

        return ways.Count == 1 ? ways[0]() : Enumerable.Range(0, count).Select(_ => (Value)NotKnown("a deconstructed value", operation)).ToImmutableArray();
    }

    /// <summary>The part of a value that a deconstruction puts at a position, or null where that is not known.</summary>
    private Value? Element(Value value, int index)
    {
        switch (value)
        {
            case TupleValue tuple when index < tuple.Elements.Length:
                return tuple.Elements[index];
            case EntryValue entry:
                return index == 0 ? entry.Key : Values.Certain(entry.Value);
            case Choice choice:
                return Values.OneOf(choice.Alternatives.Select(alternative => Element(alternative, index) ?? new Unknown("a deconstructed value")), choice.Origin);
            case ResourceReference resource:
                return new ResourceReference(resource.Instance, Join(resource.Output, "item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), resource.Origin);
            case Unknown unknown:
                return unknown.Part();
            default:
                return null;
        }
    }

    private IMethodSymbol? DeconstructMethod(INamedTypeSymbol type, int count) => type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method =>
        method.Parameters.Length == count && method.Parameters.All(static parameter => parameter.RefKind == RefKind.Out) && _bodies.Body(method, _cancellation) is not null);

    private ImmutableArray<Value> CallDeconstruct(IMethodSymbol method, ObjectReference reference, IOperation operation)
    {
        var results = method.Parameters.Select(_ => new Place.Variable(_store.Allocate())).ToImmutableArray();
        CallMethod(method, reference, results.Select(static result => (Value)new ReferenceValue(result)).ToImmutableArray(), operation);
        return results.Select(result => Read(result, operation)).ToImmutableArray();
    }

    // A record comes apart into what its primary constructor took; null where that is not in properties of its own or of a base record.
    private IPropertySymbol[]? PositionalProperties(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.FirstOrDefault(constructor => PrimaryDeclaration(constructor) is not null) is not { } primary)
            return null;
        var properties = primary.Parameters.Select(parameter => Chain(type).Select(one => PositionalProperty(one, parameter)).OfType<IPropertySymbol>().FirstOrDefault()).OfType<IPropertySymbol>().ToArray();
        return properties.Length == primary.Parameters.Length ? properties : null;

        static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
        {
            for (var current = type; current is not null; current = current.BaseType)
                yield return current.OriginalDefinition;
        }
    }
}
