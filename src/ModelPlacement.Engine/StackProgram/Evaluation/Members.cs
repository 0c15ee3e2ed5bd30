using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Variables, fields, properties.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<ISymbol, int> _statics = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, string> _lostStatics = new(SymbolEqualityComparer.Default);

    private Value ReadVariable(ISymbol variable, IOperation operation)
    {
        if (_frame.Scope.Find(variable) is { } cell && _store.Read(cell) is Value value)
            return value is ReferenceValue reference ? Read(reference.Place, operation) : value;

        // The parameter of an extension block is what its members are called on.
        if (variable is IParameterSymbol { ContainingSymbol: INamedTypeSymbol } && _frame.This is { } extended)
            return extended;

        // A parameter of a primary constructor lives as long as the object.
        if (variable is IParameterSymbol && _frame.This is ObjectReference self && StateOf(self) is { } state && state.Fields.TryGetValue(variable, out var captured))
            return captured;
        return NotKnown((variable is IParameterSymbol ? "parameter '" : "variable '") + variable.Name + "'", operation);
    }

    private Value EvaluateInstance(IInstanceReferenceOperation instance) => instance.ReferenceKind switch
    {
        InstanceReferenceKind.ImplicitReceiver when _frame.Initialized.Count > 0 => _frame.Initialized.Peek(),
        InstanceReferenceKind.ContainingTypeInstance => _frame.This ?? NotKnown("the object itself", instance),
        _ => NotKnown("the object itself", instance),
    };

    /// <summary>The object that a member is used on. A struct that is not in a variable is a copy: what a method changes in it is lost.</summary>
    private Value? EvaluateReceiver(IOperation? instance)
    {
        if (instance is null)
            return null;
        var receiver = Evaluate(instance);
        return IsVariable(instance) ? receiver : CopyOf(receiver);
    }

    // Whether it is a place that can be changed: neither a copy nor read-only.
    private bool IsVariable(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local.RefKind: var kind } => kind is RefKind.None or RefKind.Ref,
        IParameterReferenceOperation { Parameter.RefKind: var kind } => kind is RefKind.None or RefKind.Ref or RefKind.Out,
        IInstanceReferenceOperation => _frame.Method is not IMethodSymbol { IsReadOnly: true },
        IArrayElementReferenceOperation => true,
        IFieldReferenceOperation { Field.IsReadOnly: true } field => field.Instance is null or IInstanceReferenceOperation && _frame.Method is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor },
        IFieldReferenceOperation field => field.Instance is not { Type.IsValueType: true } || IsVariable(field.Instance),
        IPropertyReferenceOperation { Property.ReturnsByRef: true } or IInvocationOperation { TargetMethod.ReturnsByRef: true } => true,
        _ => false,
    };

    /// <summary>Does something with an object, whichever of several it is; where it is null the program leaves here by an exception.</summary>
    private Value OnEach(Value receiver, IOperation operation, Func<Value, Value> run)
    {
        if (!_reachable)
            return new Unknown("code that is not reached");
        if (receiver is not Choice choice)
            return receiver is Constant { Raw: null } ? Throw() : run(receiver);
        var objects = choice.Alternatives.Where(static alternative => alternative is not Constant { Raw: null }).ToArray();
        return objects.Length == 1 ? run(objects[0]) : Fork(operation, Array.ConvertAll<Value, Func<Value>>(objects, one => () => run(one)));
    }

    private Value EvaluateField(IFieldReferenceOperation reference)
    {
        var receiver = EvaluateReceiver(reference.Instance);
        return reference.Field.IsStatic || receiver is null ? ReadStatic(OfPresentType(reference.Field.AssociatedSymbol ?? reference.Field), reference) : ReadField(reference.Field, receiver, reference);
    }

    /// <summary>The symbol under which an object keeps a field: the field itself, or the property that the compiler made it for.</summary>
    private static ISymbol KeyOf(IFieldSymbol field) => (field.AssociatedSymbol as IPropertySymbol)?.OriginalDefinition ?? (ISymbol)field.OriginalDefinition;

    private Value ReadField(IFieldSymbol field, Value receiver, IOperation operation) => OnEach(receiver, operation, one => one switch
    {
        TupleValue tuple => TupleIndex(field) is { } index && index < tuple.Elements.Length ? tuple.Elements[index] : NotKnown("an element of a tuple", operation),
        ObjectReference reference => Passed(ReadMember(reference, KeyOf(field), field.Type, operation), reference),
        Unknown unknown => unknown.Part(),
        ResourceReference resource => new ResourceReference(resource.Instance, Join(resource.Output, PulumiSymbols.CamelCase(field.Name)), resource.Origin),
        _ => NotKnown("field '" + field.Name + "'", operation),
    });

    private static int? TupleIndex(IFieldSymbol field)
    {
        var position = (field.CorrespondingTupleField ?? field).Name;
        return field.ContainingType.IsTupleType
            && position.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(position.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index - 1
            : null;
    }

    private ObjectState? StateOf(ObjectReference reference) => _store.Read(reference.Cell) as ObjectState;

    private Value ReadMember(ObjectReference reference, ISymbol member, ITypeSymbol type, IOperation operation)
    {
        var state = StateOf(reference);
        if (state is null)
            return NotKnown("an object that is not known", operation);
        if (_setLate.Contains(member))
            return NotKnown("'" + member.Name + "' may be set by a lambda that runs later", operation);
        if (state.Fields.TryGetValue(member, out var value))
            return value;
        if (state.Lost is not null)
            return NotKnown(state.Lost, operation);
        if (IsOfProgram(member) && IsMemberOf(member, state.Type))
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

    private Value ReadProperty(IPropertySymbol property, Value receiver, IOperation operation)
    {
        // A nullable value has members that a null has too.
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return property.Name == "Value" ? OnEach(receiver, operation, Values.NotNull) : Values.Map(receiver, one => AsValue(!Values.IsNull(one), operation));
        return OnEach(receiver, operation, one => ReadPropertyOf(property, one, operation));
    }

    private Value ReadPropertyOf(IPropertySymbol property, Value receiver, IOperation operation)
    {
        // A property of a library that the program overrides.
        if (receiver is ObjectReference { } self && !IsOfProgram(property) && (property.IsVirtual || property.IsAbstract || property.IsOverride) && StateOf(self) is { Type: var actual, Instance: null }
            && Implementations.Of(property, actual) is IPropertySymbol { GetMethod: { } overriding } own && IsOfProgram(own))
        {
            return ReadThrough(overriding, receiver, operation);
        }

        if (LibraryProperty(property, receiver, operation) is { } known)
            return known;
        if (IsOfProgram(property) && property.GetMethod is { } getter && receiver is not ResourceReference && Accessors(getter, receiver, operation) is { IsEmpty: false } accessors)
            return EachMethod(accessors, operation, accessor => ReadThrough(accessor, receiver, operation));
        switch (receiver)
        {
            case ObjectReference reference:
                var state = StateOf(reference);
                var member = state is null ? property : (IPropertySymbol)Implementations.Of(property, state.Type);
                if (state?.Instance is { } instance && !IsOfProgram(member))
                    return new ResourceReference(instance, _pulumi.OutputName(member) ?? PulumiSymbols.CamelCase(member.Name), Written(operation));
                return Passed(ReadAutoProperty(reference, member, operation), reference);
            case ResourceReference resource:
                return new ResourceReference(resource.Instance, Join(resource.Output, (resource.Output.Length == 0 ? _pulumi.OutputName(property) : null) ?? PulumiSymbols.CamelCase(property.Name)), Written(operation));
            case Unknown unknown:
                return unknown.Part();
            default:
                return NotKnown("property '" + property.Name + "'", operation);
        }
    }

    // What a getter of the program yields; one without a body reads what the object keeps.
    private Value ReadThrough(IMethodSymbol getter, Value receiver, IOperation operation)
    {
        if (Accessor(getter) is { } body)
            return CallBody(getter, body, receiver, ImmutableArray<Value>.Empty, operation);
        return receiver switch
        {
            ObjectReference reference when getter.AssociatedSymbol is IPropertySymbol property => Passed(ReadAutoProperty(reference, property, operation), reference),
            Unknown unknown => unknown.Part(),
            _ => NotKnown("property '" + getter.AssociatedSymbol?.Name + "'", operation),
        };
    }

    private Value ReadAutoProperty(ObjectReference reference, IPropertySymbol property, IOperation operation)
    {
        var key = property.OriginalDefinition;
        var state = StateOf(reference);
        if (state is null || state.Lost is not null || IsOfProgram(property))
            return ReadMember(reference, key, property.Type, operation);
        if (state.Fields.TryGetValue(key, out var value) && !(ObjectState.IsMadeWhenRead(key) && Values.Alternatives(value).Any(static one => one is Constant { Raw: null })))
            return value is ObjectReference { IsMade: true } ? value.WithOrigin(value.Origin) : value;
        if (!ObjectState.IsMadeWhenRead(key))
        {
            if (PulumiSymbols.DerivesFrom(state.Type, _pulumi.InputArgs) || PulumiSymbols.DerivesFrom(state.Type, _pulumi.ResourceOptions))
                return new Constant(null, Written(operation));

            // What is read may be changed, and with it the object.
            var unset = ReadMember(reference, key, property.Type, operation);
            if (property.Type is { IsReferenceType: true, SpecialType: SpecialType.None })
                Put(reference, state with { Fields = state.Fields.SetItem(key, unset) });
            return unset;
        }

        if (value is not null)
        {
            var present = Values.Map(value, one => one is Constant { Raw: null } ? NewCollection(property.Type, Written(operation)) : one);
            Put(reference, state with { Fields = state.Fields.SetItem(key, present) });
            return present;
        }

        // Where only a branch reads it, the other branches have it too: empty.
        var cell = _store.Allocate();
        _store.Found(cell, StateOf(NewCollection(property.Type, null)));
        var collection = new ObjectReference(cell, Written(operation)) { IsMade = true };
        _store.Amend(reference.Cell, content => content is ObjectState { Lost: null } held && !held.Fields.ContainsKey(key) ? held with { Fields = held.Fields.SetItem(key, collection) } : content);
        return collection.WithOrigin(collection.Origin);
    }

    // The body of an accessor written in the program; null for one that the compiler writes (also beside one with `field`), and for metadata.
    private IOperation? Accessor(IMethodSymbol accessor) =>
        accessor.AssociatedSymbol is { } member && IsOfProgram(member) && member.DeclaringSyntaxReferences.Length > 0 ? _bodies.Body(accessor.OriginalDefinition, _cancellation) : null;

    private Value ReadStaticProperty(IPropertySymbol property, IOperation operation)
    {
        if (LibraryProperty(property, null, operation) is { } known)
            return known;
        if (property.GetMethod is not { } getter)
            return NotKnown("property '" + property.Name + "'", operation);
        if (!IsOfConstraint(property))
            return ReadStaticThrough(getter, operation);
        var targets = StaticTargets(getter, ConstraintOf(operation));
        return targets.IsEmpty ? NotKnown("'" + property.Name + "' of a type that is not known", operation) : EachMethod(targets, operation, target => ReadStaticThrough(target, operation));
    }

    private Value ReadStaticThrough(IMethodSymbol getter, IOperation operation) => Accessor(getter) is { } body
        ? CallBody(getter, body, null, ImmutableArray<Value>.Empty, operation)
        : ReadStatic(OfPresentType(getter.AssociatedSymbol!), operation);

    /// <summary>A member of a generic class as the present call names it: each set of type arguments has one of its own.</summary>
    private ISymbol OfPresentType(ISymbol member)
    {
        if (member.ContainingType is not { IsGenericType: true } type)
            return member;
        return Resolve(type).GetMembers(member.Name).First(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.OriginalDefinition));
    }

    private Value ReadStatic(ISymbol member, IOperation operation)
    {
        if (LibraryField(member, operation) is { } known)
            return known;
        if (!IsOfProgram(member))
            return new Unknown("'" + member.ContainingType?.Name + "." + member.Name + "' of a library", Written(operation)) { IsForeign = true };
        if (!_options.FromStart && !IsReadOnly(member))
            return NotKnown("static '" + member.Name + "' that other code may have set", operation);
        if (_lostStatics.TryGetValue(member.OriginalDefinition, out var reason))
            return NotKnown(reason, operation);
        InitializeType(member.ContainingType, operation);
        return _store.Read(StaticCell(member)) as Value ?? DefaultOf(TypeOf(member), operation);
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    private static bool IsReadOnly(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };

    // A static member of a generic class may be one that no code has named so far.
    private void LoseStatic(ISymbol member, string reason, IOperation operation)
    {
        if (member.ContainingType.IsGenericType)
        {
            _lostStatics[member.OriginalDefinition] = reason;
            return;
        }

        InitializeType(member.ContainingType, operation);
        _store.Write(StaticCell(member), new Unknown(reason));
    }

    private int StaticCell(ISymbol member)
    {
        if (!_statics.TryGetValue(member, out var cell))
            _statics[member] = cell = _store.Allocate(member);
        return cell;
    }

    /// <summary>Runs what initializes the static members of a class, as its first use does. A branch that happens to be the first does not undo it.</summary>
    private void InitializeType(INamedTypeSymbol type, IOperation operation)
    {
        var cell = StaticCell(type);
        if (_store.Read(cell) is not null || !IsOfProgram(type))
            return;
        var mark = _store.Mark();
        var trials = _trials;
        _trials = 0;
        _store.Write(cell, new Constant(true));
        Detached(TypeArguments(type), () =>
        {
            // What has no initializer holds a default, which a branch that assigns it must find to join with.
            foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsStatic: true, IsConst: false }))
                _store.Write(StaticCell(field.AssociatedSymbol ?? field), DefaultOf(field.Type, operation));
            foreach (var (member, initializer) in _bodies.Initializers(type.OriginalDefinition, isStatic: true))
                _store.Write(StaticCell(OfPresentType(member)), InitialValue(initializer, member));
            foreach (var constructor in type.StaticConstructors)
            {
                if (_bodies.Body(constructor.OriginalDefinition, _cancellation) is { } body)
                    CallBody(constructor, body, null, ImmutableArray<Value>.Empty, operation);
            }
        });
        _trials = trials;
        if (_conditions > 0)
            ForgetWhatInitializationSet(mark);
        _store.Settle(mark);
    }

    // Where a branch may not be the first use, or no use at all, only what is the class's own is set for sure once anything asks for it.
    private void ForgetWhatInitializationSet(int mark)
    {
        foreach (var (cell, _) in _store.Before(mark).ToList())
            _store.Write(cell, Store.Forgotten(_store.Read(cell), "may be set where a class is used first"));
    }

    private Value InitialValue(SyntaxNode initializer, ISymbol member) => _bodies.Bind(initializer, _cancellation) switch
    {
        ISymbolInitializerOperation bound => CopyOf(Evaluate(bound.Value)),
        { } value when value is not ISymbolInitializerOperation && initializer is EqualsValueClauseSyntax => CopyOf(Evaluate(value)),
        _ => new Unknown("an initializer of '" + member.Name + "' that does not compile"),
    };

    /// <summary>Evaluates outside of any method's variables: initializers of fields and properties.</summary>
    private void Detached(ImmutableDictionary<ISymbol, ITypeSymbol> typeArguments, Action action)
    {
        var outer = _frame;
        _frame = NewFrame(outer.Method, null, outer.Depth, outer.Trail, typeArguments, new Scope(null), _store.Mark());
        action();
        _store.Commit(_frame.Mark);
        _frame = outer;
    }

    private void WriteMember(ISymbol member, Value receiver, Value value)
    {
        switch (receiver)
        {
            case ObjectReference reference when StateOf(reference) is { Text: { } written } state:
                if (member.Name == "Length" && value is Constant { Raw: int and >= 0 and var length } && written.AsString() is { } text && length <= text.Length)
                    _store.Write(reference.Cell, state with { Text = new Constant(text.Substring(0, length), written.Origin) });
                else
                    Lose(reference, "'" + member.Name + "' of a text set");
                break;
            case ObjectReference reference when StateOf(reference) is { } state:
                _store.Write(reference.Cell, state with { Fields = state.Fields.SetItem(member, value) });
                break;
            case Constant { Raw: null }:
                Throw();
                break;
            case Choice choice:
                var objects = choice.Alternatives.Where(static alternative => alternative is not Constant { Raw: null }).ToList();
                if (objects.Count == 1)
                    WriteMember(member, objects[0], value);
                else
                    WriteOneOf(member, objects, value);
                break;
            case Unknown { IsForeign: false }:
                LoseMember(member);
                break;
        }
    }

    // It is one of these: each may hold the new value, or what it held.
    private void WriteOneOf(ISymbol member, List<Value> objects, Value value)
    {
        foreach (var one in objects)
        {
            if (one is ObjectReference reference && StateOf(reference) is { } state)
                _store.Write(reference.Cell, state with { Fields = state.Fields.SetItem(member, Values.Join(Held(state, member), value)) });
            else if (one is Unknown { IsForeign: false })
                LoseMember(member);
        }
    }

    private Value Held(ObjectState state, ISymbol member)
    {
        if (state.Fields.TryGetValue(member, out var before))
            return before;
        return TypeOf(member) is { IsReferenceType: true } && state.Lost is null ? Constant.Null : new Unknown("'" + member.Name + "' may not be set");
    }

    // An assignment to an object that is not known may be one to any object that has the member.
    private void LoseMember(ISymbol member)
    {
        foreach (var entry in Contents())
        {
            if (entry.Value is ObjectState state && IsMemberOf(member, state.Type))
                _store.Write(entry.Key, state with { Fields = state.Fields.SetItem(member, new Unknown("'" + member.Name + "' may have been set through another reference")) });
        }
    }

    private static bool IsMemberOf(ISymbol member, ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return true;
        }

        return member.ContainingType?.TypeKind == TypeKind.Interface;
    }

    private void WriteProperty(IPropertyReferenceOperation reference, Value? receiver, ImmutableArray<Value> keys, Value value)
    {
        if (keys.Length > 0)
        {
            WriteIndexed(reference, receiver, keys, value);
            return;
        }

        var property = reference.Property;
        if (property.IsStatic || receiver is null)
        {
            WriteStaticProperty(property, value, reference);
            return;
        }

        OnEach(receiver, reference, one =>
        {
            if (IsOfProgram(property) && property.SetMethod is { } setter && Accessors(setter, one, reference) is { IsEmpty: false } accessors)
                EachMethod(accessors, reference, accessor => WriteThrough(accessor, one, value, reference));
            else
                WriteMember((one is ObjectReference self && StateOf(self) is { } state ? Implementations.Of(property, state.Type) : property).OriginalDefinition, one, value);
            return Constant.Null;
        });
    }

    private Value WriteThrough(IMethodSymbol setter, Value receiver, Value value, IOperation operation)
    {
        if (Accessor(setter) is { } body)
            return CallBody(setter, body, receiver, ImmutableArray.Create(value), operation);
        if (setter.AssociatedSymbol is { } property)
            WriteMember(property.OriginalDefinition, receiver, value);
        return Constant.Null;
    }

    private void WriteStaticProperty(IPropertySymbol property, Value value, IOperation operation)
    {
        if (!IsOfProgram(property))
            return;
        if (!IsOfConstraint(property) || property.SetMethod is not { } setter)
        {
            WriteStaticThrough(property, value, operation);
            return;
        }

        var targets = StaticTargets(setter, ConstraintOf(operation));
        if (targets.IsEmpty)
            LoseAll("an assignment to '" + property.Name + "' of a type that is not known");
        else
            EachMethod(targets, operation, target => WriteStaticThrough((IPropertySymbol)target.AssociatedSymbol!, value, operation));
    }

    private Value WriteStaticThrough(IPropertySymbol property, Value value, IOperation operation)
    {
        if (property.SetMethod is { } setter && Accessor(setter) is { } body)
            return CallBody(setter, body, null, ImmutableArray.Create(value), operation);
        var present = OfPresentType(property);
        InitializeType(present.ContainingType, operation);
        _store.Write(StaticCell(present), value);
        return Constant.Null;
    }

    // The accessors that may run: of the receiver's class where that is known, else of each class of the program that has one.
    private ImmutableArray<IMethodSymbol> Accessors(IMethodSymbol accessor, Value receiver, IOperation operation) =>
        Targets(accessor, receiver, (operation as IPropertyReferenceOperation)?.Instance);
}
