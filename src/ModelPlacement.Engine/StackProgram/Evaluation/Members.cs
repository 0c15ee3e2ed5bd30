using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Variables, fields, properties and assignments to them.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<ISymbol, int> _statics = new(SymbolEqualityComparer.Default);

    private Value ReadVariable(ISymbol variable, IOperation operation)
    {
        if (_frame.Scope.Find(variable) is { } cell && _store.Read(cell) is Value value)
            return value;

        // A parameter of a primary constructor lives as long as the object.
        if (variable is IParameterSymbol && _frame.This is ObjectReference self && StateOf(self)?.Fields.TryGetValue(variable, out var captured) == true)
            return captured;
        return NotKnown((variable is IParameterSymbol ? "parameter '" : "variable '") + variable.Name + "'", operation);
    }

    private Value EvaluateInstance(IInstanceReferenceOperation instance) => instance.ReferenceKind switch
    {
        InstanceReferenceKind.ImplicitReceiver when _frame.Initialized.Count > 0 => _frame.Initialized.Peek(),
        InstanceReferenceKind.ContainingTypeInstance => _frame.This ?? NotKnown("the object itself", instance),
        _ => NotKnown("the object itself", instance),
    };

    private Value? EvaluateReceiver(IOperation? instance) => instance is null ? null : Evaluate(instance);

    private Value EvaluateField(IFieldReferenceOperation reference)
    {
        var receiver = EvaluateReceiver(reference.Instance);
        return reference.Field.IsStatic || receiver is null ? ReadStatic(reference.Field, reference) : ReadField(reference.Field, receiver, reference);
    }

    private Value ReadField(IFieldSymbol field, Value receiver, IOperation operation) => Values.Map(receiver, one => one switch
    {
        TupleValue tuple => TupleElement(tuple, field) ?? NotKnown("an element of a tuple", operation),
        ObjectReference reference => Passed(ReadMember(reference, field.OriginalDefinition, field.Type, operation), reference),
        Unknown unknown => unknown,
        ResourceReference resource => new ResourceReference(resource.Instance, Join(resource.Output, PulumiSymbols.CamelCase(field.Name)), resource.Origin),
        _ => NotKnown("field '" + field.Name + "'", operation),
    });

    private static Value? TupleElement(TupleValue tuple, IFieldSymbol field)
    {
        var position = (field.CorrespondingTupleField ?? field).Name;
        return position.StartsWith("Item", System.StringComparison.Ordinal)
            && int.TryParse(position.Substring(4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index)
            && index >= 1
            && index <= tuple.Elements.Length
            ? tuple.Elements[index - 1]
            : null;
    }

    private ObjectState? StateOf(ObjectReference reference) => _store.Read(reference.Cell) as ObjectState;

    private Value ReadMember(ObjectReference reference, ISymbol member, ITypeSymbol type, IOperation operation)
    {
        var state = StateOf(reference);
        if (state is null)
            return NotKnown("an object that is not known", operation);
        if (state.Fields.TryGetValue(member, out var value))
            return value;
        if (state.Lost is not null)
            return NotKnown(state.Lost, operation);
        if (IsOfProgram(member))
            return DefaultOf(Resolve(type), operation);
        return NotKnown("'" + member.Name + "' is not set here", operation);
    }

    // What is read from an object that was passed as an argument entered with it.
    private static Value Passed(Value value, ObjectReference holder)
    {
        var entered = holder.Origin?.Steps().FirstOrDefault(static step => step.Kind == OriginKind.Argument);
        return entered is null || value is ObjectReference { Origin: null } ? value : value.WithOrigin(new Origin(OriginKind.Argument, entered.Location, entered.Depth, value.Origin));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private Value EvaluateProperty(IPropertyReferenceOperation reference)
    {
        var receiver = EvaluateReceiver(reference.Instance);
        if (reference.Arguments.Length > 0)
            return ReadIndexed(reference, receiver ?? NotKnown("an indexer", reference), reference.Arguments.Select(argument => Evaluate(argument.Value)).ToImmutableArray());
        return reference.Property.IsStatic || receiver is null ? ReadStaticProperty(reference.Property, reference) : ReadProperty(reference.Property, receiver, reference);
    }

    private Value ReadProperty(IPropertySymbol property, Value receiver, IOperation operation) =>
        receiver is Choice ? Values.Map(receiver, one => ReadPropertyOf(property, one, operation)) : ReadPropertyOf(property, receiver, operation);

    private Value ReadPropertyOf(IPropertySymbol property, Value receiver, IOperation operation)
    {
        if (LibraryProperty(property, receiver, operation) is { } known)
            return known;
        switch (receiver)
        {
            case ObjectReference reference:
                var state = StateOf(reference);
                var member = state is null ? property : (IPropertySymbol)Implementation(property, state.Type);
                if (member.GetMethod is { } getter && Getter(member, getter) is { } body)
                    return CallBody(getter, body, reference, ImmutableArray<Value>.Empty, operation);
                if (state?.Instance is { } instance && !IsOfProgram(member))
                    return new ResourceReference(instance, _pulumi.OutputName(member) ?? PulumiSymbols.CamelCase(member.Name), Written(operation));
                return Passed(ReadAutoProperty(reference, member, operation), reference);
            case ResourceReference resource:
                return new ResourceReference(resource.Instance, Join(resource.Output, (resource.Output.Length == 0 ? _pulumi.OutputName(property) : null) ?? PulumiSymbols.CamelCase(property.Name)), Written(operation));
            case Unknown unknown:
                return new Unknown(unknown.Reason, unknown.Origin);
            default:
                return NotKnown("property '" + property.Name + "'", operation);
        }
    }

    private Value ReadAutoProperty(ObjectReference reference, IPropertySymbol property, IOperation operation)
    {
        var key = property.OriginalDefinition;
        var state = StateOf(reference);
        if (state is null || state.Fields.ContainsKey(key) || state.Lost is not null || IsOfProgram(property))
            return ReadMember(reference, key, property.Type, operation);
        if (!_pulumi.IsInputList(property.Type) && !_pulumi.IsInputMap(property.Type))
            return ReadMember(reference, key, property.Type, operation);

        // Generated arguments classes make their lists and maps when they are first read: `Tags = { { "a", "b" } }` adds to it.
        var collection = NewCollection(property.Type, Written(operation));
        _store.Write(reference.Cell, state with { Fields = state.Fields.SetItem(key, collection) });
        return collection;
    }

    // The body of a getter written in the program; null for an auto-property (also one with `field`, whose accessor is half written) and for metadata.
    private IOperation? Getter(IPropertySymbol property, IMethodSymbol getter) =>
        property.DeclaringSyntaxReferences.Length == 0 ? null : _bodies.Body(getter.OriginalDefinition, _cancellation);

    private Value ReadStaticProperty(IPropertySymbol property, IOperation operation)
    {
        if (LibraryProperty(property, null, operation) is { } known)
            return known;
        if (property.GetMethod is { } getter && Getter(property, getter) is { } body)
            return CallBody(getter, body, null, ImmutableArray<Value>.Empty, operation);
        return ReadStatic(property, operation);
    }

    private Value ReadStatic(ISymbol member, IOperation operation)
    {
        if (LibraryField(member, operation) is { } known)
            return known;
        member = member.OriginalDefinition;
        if (!IsOfProgram(member))
            return NotKnown("'" + member.ContainingType?.Name + "." + member.Name + "' of a library", operation);
        if (!_options.FromStart && !IsReadOnly(member))
            return NotKnown("static '" + member.Name + "' that other code may have set", operation);
        InitializeType(member.ContainingType, operation);
        return _store.Read(StaticCell(member)) as Value ?? DefaultOf(TypeOf(member), operation);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsReadOnly(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };

    private int StaticCell(ISymbol member)
    {
        if (!_statics.TryGetValue(member, out var cell))
            _statics[member] = cell = _store.Allocate();
        return cell;
    }

    private void InitializeType(INamedTypeSymbol type, IOperation operation)
    {
        type = type.OriginalDefinition;
        var mark = StaticCell(type);
        if (_store.Read(mark) is not null)
            return;
        _store.Write(mark, new Constant(true));
        Detached(null, () =>
        {
            foreach (var (member, initializer) in _bodies.Initializers(type, isStatic: true))
                _store.Write(StaticCell(member), InitialValue(initializer, TypeOf(member)));
            foreach (var constructor in type.StaticConstructors)
            {
                if (_bodies.Body(constructor, _cancellation) is { } body)
                    CallBody(constructor, body, null, ImmutableArray<Value>.Empty, operation);
            }
        });
    }

    private Value InitialValue(SyntaxNode initializer, ITypeSymbol? type) => _bodies.Bind(initializer, _cancellation) switch
    {
        ISymbolInitializerOperation bound => CopyOf(Evaluate(bound.Value), type),
        _ => new Unknown("an initializer that does not compile"),
    };

    /// <summary>Evaluates outside of any method's variables: initializers of fields and properties.</summary>
    private void Detached(Value? self, System.Action action)
    {
        var outer = _frame;
        _frame = NewFrame(outer.Method, self, outer.Depth, outer.Trail, outer.TypeArguments, new Scope(null), _store.Mark());
        action();
        _store.Commit(_frame.Mark);
        _frame = outer;
    }

    private Value EvaluateAssignment(ISimpleAssignmentOperation assignment)
    {
        var target = assignment.Target;
        if (target is IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation)
            return AssignMember(target, () => CopyOf(Evaluate(assignment.Value), target.Type));
        var value = CopyOf(Evaluate(assignment.Value), target.Type);
        Assign(target, value);
        return value;
    }

    // The receiver and index are evaluated before the value, as the language does.
    private Value AssignMember(IOperation target, System.Func<Value> valueOf)
    {
        switch (target)
        {
            case IFieldReferenceOperation field:
                var fieldReceiver = EvaluateReceiver(field.Instance);
                var fieldValue = valueOf();
                WriteField(field.Field, fieldReceiver, fieldValue, field);
                return fieldValue;
            case IPropertyReferenceOperation property:
                var propertyReceiver = EvaluateReceiver(property.Instance);
                var keys = property.Arguments.Select(argument => Evaluate(argument.Value)).ToImmutableArray();
                var propertyValue = valueOf();
                WriteProperty(property, propertyReceiver, keys, propertyValue);
                return propertyValue;
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                var indexes = EvaluateAll(element.Indices);
                var elementValue = valueOf();
                WriteElement(array, indexes.Length == 1 ? indexes[0] : NotKnown("an index", element), elementValue);
                return elementValue;
            default:
                return valueOf();
        }
    }

    private void Assign(IOperation target, Value value)
    {
        if (!_reachable)
            return;
        switch (target)
        {
            case ILocalReferenceOperation local:
                WriteVariable(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                WriteVariable(parameter.Parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, value);
                break;
            case ITupleOperation tuple:
                for (var index = 0; index < tuple.Elements.Length; index++)
                    Assign(tuple.Elements[index], Element(value, index) ?? NotKnown("an element of a tuple", target));
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation:
                AssignMember(target, () => value);
                break;
            case IDiscardOperation:
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
            default:
                // A ref return, a pointer: what it points to may be anything.
                LoseAll("an assignment through a reference");
                break;
        }
    }

    private void WriteVariable(ISymbol variable, Value value)
    {
        if (_frame.Scope.Find(variable) is { } cell)
        {
            _store.Write(cell, value);
            return;
        }

        if (variable is IParameterSymbol && _frame.This is ObjectReference self && StateOf(self) is { } state && state.Fields.ContainsKey(variable))
            _store.Write(self.Cell, state with { Fields = state.Fields.SetItem(variable, value) });
        else
            DeclareVariable(variable, value);
    }

    private void WriteField(IFieldSymbol field, Value? receiver, Value value, IOperation operation)
    {
        if (!_reachable)
            return;
        if (field.IsStatic)
        {
            InitializeType(field.ContainingType, operation);
            _store.Write(StaticCell(field.OriginalDefinition), value);
            return;
        }

        WriteMember(field.OriginalDefinition, receiver, value);
    }

    private void WriteMember(ISymbol member, Value? receiver, Value value)
    {
        switch (receiver)
        {
            case ObjectReference reference when StateOf(reference) is { } state:
                _store.Write(reference.Cell, state with { Fields = state.Fields.SetItem(member, value) });
                break;
            case Choice choice:
                // It is one of these: each may hold the new value, or what it held.
                foreach (var one in choice.Alternatives.OfType<ObjectReference>())
                {
                    if (StateOf(one) is { } state)
                        _store.Write(one.Cell, state with { Fields = state.Fields.SetItem(member, Values.Join(state.Fields.TryGetValue(member, out var before) ? before : new Unknown("'" + member.Name + "' may not be set"), value)) });
                }

                break;
            case Unknown:
                LoseMember(member);
                break;
        }
    }

    // An assignment to an object that is not known may be one to any object that has the member.
    private void LoseMember(ISymbol member)
    {
        foreach (var entry in _store.Objects())
        {
            if (entry.Value.Fields.ContainsKey(member))
                _store.Write(entry.Key, entry.Value with { Fields = entry.Value.Fields.SetItem(member, new Unknown("'" + member.Name + "' may have been set through another reference")) });
        }
    }

    private void WriteProperty(IPropertyReferenceOperation reference, Value? receiver, ImmutableArray<Value> keys, Value value)
    {
        if (!_reachable)
            return;
        var property = reference.Property;
        if (keys.Length > 0)
        {
            WriteIndexed(reference, receiver, keys, value);
            return;
        }

        if (receiver is ObjectReference self && StateOf(self) is { } state)
            property = (IPropertySymbol)Implementation(property, state.Type);
        if (property.SetMethod is { } setter && property.DeclaringSyntaxReferences.Length > 0 && _bodies.Body(setter.OriginalDefinition, _cancellation) is { } body)
        {
            CallBody(setter, body, receiver, ImmutableArray.Create(value), reference);
            return;
        }

        if (property.IsStatic)
        {
            InitializeType(property.ContainingType, reference);
            _store.Write(StaticCell(property.OriginalDefinition), value);
            return;
        }

        WriteMember(property.OriginalDefinition, receiver, value);
    }

    private Value EvaluateCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        var before = Evaluate(compound.Target);
        var operand = Evaluate(compound.Value);
        Value after;
        if (compound.OperatorKind == BinaryOperatorKind.Add && compound.Type?.SpecialType == SpecialType.System_String)
            after = ConcatenateChoices([PieceOf(before, compound.Target), PieceOf(operand, compound.Value)], compound);
        else if (compound.OperatorMethod is { } method && _bodies.Body(method.OriginalDefinition, _cancellation) is not null)
            after = CallMethod(method, null, ImmutableArray.Create(before, operand), compound);
        else
            after = Calculate(compound.OperatorKind, before, operand, compound);
        Assign(compound.Target, after);
        return after;
    }

    private Value EvaluateCoalesceAssignment(ICoalesceAssignmentOperation coalesce)
    {
        var before = Evaluate(coalesce.Target);
        switch (Values.IsNull(before))
        {
            case false:
                return before;
            case true:
                return AssignNow();
            default:
                var present = NotNull(before);
                return Fork(
                    coalesce,
                    () =>
                    {
                        Assign(coalesce.Target, present);
                        return present;
                    },
                    AssignNow);
        }

        Value AssignNow()
        {
            var value = Evaluate(coalesce.Value);
            Assign(coalesce.Target, value);
            return value;
        }
    }

    private Value EvaluateDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is ITupleOperation tuple)
            Deconstruct(tuple, value, deconstruction);
        return value;
    }

    private void Deconstruct(ITupleOperation target, Value value, IOperation operation)
    {
        for (var index = 0; index < target.Elements.Length; index++)
        {
            var element = Element(value, index) ?? NotKnown("a deconstructed value", operation);
            var part = target.Elements[index] is IDeclarationExpressionOperation declaration ? declaration.Expression : target.Elements[index];
            if (part is ITupleOperation nested)
                Deconstruct(nested, element, operation);
            else
                Assign(part, element);
        }
    }

    /// <summary>The part of a value that a deconstruction puts at a position, or null where that is not known.</summary>
    private Value? Element(Value value, int index)
    {
        switch (value)
        {
            case TupleValue tuple when index < tuple.Elements.Length:
                return tuple.Elements[index];
            case EntryValue entry:
                return index == 0 ? entry.Key : entry.Value;
            case ObjectReference reference when StateOf(reference) is { } state:
                return DeconstructObject(reference, state, index);
            case Choice choice:
                var parts = choice.Alternatives.Select(alternative => Element(alternative, index) ?? new Unknown("a deconstructed value"));
                return Values.OneOf(parts, choice.Origin);
            case ResourceReference resource:
                return new ResourceReference(resource.Instance, Join(resource.Output, "item" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), resource.Origin);
            case Unknown unknown:
                return unknown;
            default:
                return null;
        }
    }

    // A record deconstructs into what its primary constructor took; another class by its Deconstruct method.
    private Value? DeconstructObject(ObjectReference reference, ObjectState state, int index)
    {
        var type = (INamedTypeSymbol)state.Type.OriginalDefinition;
        var written = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.DeclaringSyntaxReferences.Length > 0 && method.DeclaringSyntaxReferences[0].GetSyntax(_cancellation) is MethodDeclarationSyntax);
        if (written is null)
        {
            var primary = type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(syntax => syntax.GetSyntax(_cancellation) is RecordDeclarationSyntax));
            return primary is not null && index < primary.Parameters.Length && state.Fields.TryGetValue(PositionalProperty(type, primary.Parameters[index]) ?? (ISymbol)primary.Parameters[index], out var value) ? value : null;
        }

        if (index >= written.Parameters.Length || _bodies.Body(written, _cancellation) is not { } body)
            return null;
        var outs = written.Parameters.Select(parameter => (Value)new Unknown("an out parameter")).ToImmutableArray();
        var results = new Dictionary<IParameterSymbol, Value>(SymbolEqualityComparer.Default);
        CallBody(written, body, reference, outs, body, results);
        return results.TryGetValue(written.Parameters[index], out var part) ? part : null;
    }

    /// <summary>Forgets what every object holds.</summary>
    private void LoseAll(string reason)
    {
        foreach (var entry in _store.Objects())
            _store.Write(entry.Key, entry.Value.Lose(reason));
    }

    /// <summary>Forgets what an object holds, and what it leads to: code that is not known had it in its hands.</summary>
    private void Lose(Value value, string reason)
    {
        switch (value)
        {
            case ObjectReference reference when StateOf(reference) is { Lost: null } state:
                _store.Write(reference.Cell, state.Lose(reason));
                foreach (var field in state.Fields)
                    Lose(field.Value, reason);
                foreach (var item in state.Items?.Items ?? ImmutableArray<Value>.Empty)
                    Lose(item, reason);
                foreach (var entry in state.Entries ?? ImmutableArray<KeyValuePair<Value, Value>>.Empty)
                    Lose(entry.Value, reason);
                break;
            case Choice choice:
                foreach (var alternative in choice.Alternatives)
                    Lose(alternative, reason);
                break;
            case TupleValue tuple:
                foreach (var element in tuple.Elements)
                    Lose(element, reason);
                break;
        }
    }
}
