using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Objects: creation, constructors, initializers, records.</content>
internal sealed partial class Interpreter
{
    internal ObjectReference NewObject(ObjectState state, Origin? origin)
    {
        var cell = _store.Allocate();
        _store.Write(cell, Kept(state));
        return new ObjectReference(cell, origin);
    }

    private static ObjectState Kept(ObjectState state) => state.Count > Values.MostItems ? state.Lose("budget: the items of a collection") : state;

    private bool IsOfProgram(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    private Value EvaluateCreation(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { } constructor || Resolve(creation.Type) is not INamedTypeSymbol type)
        {
            EvaluateAll(creation.ChildOperations.ToImmutableArray());
            return NotKnown("an object creation that does not compile", creation);
        }

        var arguments = EvaluateArguments(creation.Arguments, constructor);
        if (!_reachable)
            return new Unknown("code that is not reached");
        var created = Create(type, constructor, arguments, creation);
        return creation.Initializer is { } initializer ? Initialize(created, initializer) : created;
    }

    private Value EvaluateTypeParameterCreation(ITypeParameterObjectCreationOperation creation)
    {
        if (Resolve(creation.Type) is not INamedTypeSymbol type || type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is not { } constructor)
            return NotKnown("a new object of a type parameter", creation);
        var created = Create(type, constructor, ImmutableArray<Value>.Empty, creation);
        return creation.Initializer is { } initializer ? Initialize(created, initializer) : created;
    }

    private Value Initialize(Value created, IObjectOrCollectionInitializerOperation initializer)
    {
        _frame.Initialized.Push(created);
        EvaluateInitializers(initializer);
        _frame.Initialized.Pop();
        return created;
    }

    private void EvaluateInitializers(IObjectOrCollectionInitializerOperation initializer)
    {
        var spared = _demand?.Spared(initializer);
        var members = initializer.Initializers;
        for (var index = 0; index < members.Length; index++)
        {
            if (spared?[index] is true)
                Write(PlaceOf(Demand.Target(members[index])!), Demand.NotAsked);
            else
                Evaluate(members[index]);
        }
    }

    // `Tags = { { "a", "b" } }`: adds to what the member holds.
    private Value EvaluateMemberInitializer(IMemberInitializerOperation member)
    {
        var held = Evaluate(member.InitializedMember);

        // Whoever adds to a member of a library knows that it is made there.
        if (held is Constant { Raw: null } && member.InitializedMember is IMemberReferenceOperation { Member: var made } && !IsOfProgram(made))
            held = NotKnown("what '" + made.Name + "' holds", member);
        return Initialize(held, member.Initializer);
    }

    /// <summary>A new object of a class, as its constructor makes it.</summary>
    internal Value Create(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (IsOfProgram(type))
            return CreateOwn(type, constructor, arguments, operation);
        if (_pulumi.IsResource(type))
            return CreateResource(type, constructor, arguments, operation);
        if (PulumiSymbols.Same(type, _pulumi.Config))
            return Library.Configuration.NewConfig(this, arguments.Length > 0 ? arguments[0] : Constant.Null, operation);
        if (Collections.NewCollection(this, type, constructor, arguments, operation) is { } collection)
            return collection;
        if (type.TypeKind == TypeKind.Delegate && arguments.Length == 1)
            return arguments[0];
        if (Library.Texts.Create(this, type, arguments, operation) is { } builder)
            return builder;
        if (Library.Scalars.Create(type, arguments, Written(operation)) is { } scalar)
            return scalar;
        if (Library.RegularExpressions.Create(this, type, constructor, arguments, operation) is { } pattern)
            return pattern;
        if (Library.Tasks.CreateLazy(this, type, constructor, arguments, operation) is { } lazy)
            return lazy;
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return arguments.IsEmpty ? new Constant(null, Written(operation)) : arguments[0];
        if (type.Name is "KeyValuePair" && arguments.Length == 2)
            return new EntryValue(arguments[0], arguments[1], Written(operation));
        if (type.SpecialType == SpecialType.System_String)
            return Library.Strings.Create(this, arguments, operation) ?? NotKnown("a new string", operation);
        if (type is { Name: "ValueTask", TypeArguments.Length: 1, ContainingNamespace.Name: "Tasks" } && arguments.Length == 1)
            return arguments[0];
        if (type.IsTupleType || type.Name is "Tuple" or "ValueTuple" && type.ContainingNamespace?.Name == "System")
            return new TupleValue(arguments, Written(operation));
        if (type is { Name: "DictionaryResourceArgs" or "DictionaryInvokeArgs", ContainingNamespace: { Name: "Pulumi", ContainingNamespace.IsGlobalNamespace: true } } && arguments.Length == 1)
            return arguments[0];
        foreach (var argument in arguments)
        {
            if (argument is Closure or DelegateList)
                Escape(argument, "passed to " + type.Name);
            else if (!LibraryTable.KeepsArguments(constructor))
                Lose(argument, "passed to " + type.Name, forever: true);
        }

        // A class of a library: what its constructor makes of the arguments is not known; they are kept by parameter.
        var fields = ImmutableDictionary.CreateBuilder<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (var parameter in constructor.OriginalDefinition.Parameters)
        {
            if (parameter.Ordinal < arguments.Length)
                fields[parameter] = arguments[parameter.Ordinal];
        }

        return NewObject(new ObjectState { Type = type, Fields = fields.ToImmutable() }, Written(operation));
    }

    private Value CreateOwn(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation)
    {
        var created = NewObject(new ObjectState { Type = type }, Written(operation));
        RunConstructor(type, constructor, created, arguments, operation.Syntax.GetLocation(), DeclarationOf(operation), isRoot: false);
        return created;
    }

    // A component's declaration is where it is created, not where its base constructor is called.
    private static Location DeclarationOf(IOperation operation) => operation.Syntax switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        _ => operation.Syntax.GetLocation(),
    };

    private void RunConstructor(INamedTypeSymbol type, IMethodSymbol constructor, ObjectReference self, ImmutableArray<Value> arguments, Location site, Location declaration, bool isRoot)
    {
        var frame = NewFrame(
            constructor,
            self,
            isRoot ? 0 : _frame.Depth + 1,
            isRoot ? ImmutableArray<Location>.Empty : _frame.Trail.Add(site),
            TypeArguments(constructor),
            new Scope(null),
            _store.Marks + 1);
        frame.Declaration = declaration;
        var definition = ProgramBodies.Implementation(constructor.OriginalDefinition);
        var body = _bodies.Body(definition, _cancellation);
        if (TooDeep(definition) is { } reason)
        {
            if (body is not null)
                LoseEffects(_effects.Of(body, _cancellation), frame.Scope, reason, body);
            Lose(self, reason);
            return;
        }

        NoteReached(constructor);
        Enter(definition);
        var outer = _frame;
        var mark = _store.Mark();
        var path = EnterPath();
        frame.Level = path.Level;
        frame.Body = body;
        _frame = frame;
        var primary = PrimaryDeclaration(definition);
        if (primary is not null)
            CapturePrimaryParameters(type, definition, self, arguments, primary is RecordDeclarationSyntax);
        for (var index = 0; primary is null && index < definition.Parameters.Length && index < arguments.Length; index++)
            DeclareVariable(definition.Parameters[index], arguments[index]);
        var chained = (body as IConstructorBodyOperation)?.Initializer;
        if (!IsThisInitializer(chained))
            InitializeMembers(type, self);
        if (primary is not null && body is not null)
            Execute(body);
        else if (chained is null)
            InvokeImplicitBase(type, site);
        if (primary is null)
            Execute(body);
        EndFrame(frame, mark);
        LeavePath(path, landsAll: true);
        _frame = outer;
        Leave();
    }

    private static bool IsThisInitializer(IOperation? initializer) => initializer?.Syntax is ConstructorInitializerSyntax { ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword };

    private TypeDeclarationSyntax? PrimaryDeclaration(IMethodSymbol constructor)
    {
        foreach (var reference in constructor.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellation) is TypeDeclarationSyntax declaration)
                return declaration;
        }

        return null;
    }

    private void CapturePrimaryParameters(INamedTypeSymbol type, IMethodSymbol constructor, ObjectReference self, ImmutableArray<Value> arguments, bool isRecord)
    {
        if (StateOf(self) is not { } state)
            return;
        var fields = state.Fields;
        for (var index = 0; index < constructor.Parameters.Length && index < arguments.Length; index++)
        {
            var parameter = constructor.Parameters[index];
            fields = fields.SetItem(parameter, arguments[index]);
            if (isRecord && PositionalProperty(type.OriginalDefinition, parameter) is { } property)
                fields = fields.SetItem(property, arguments[index]);
        }

        _store.Write(self.Cell, state with { Fields = fields });
    }

    private IPropertySymbol? PositionalProperty(INamedTypeSymbol type, IParameterSymbol parameter) => type.GetMembers(parameter.Name)
        .OfType<IPropertySymbol>()
        .FirstOrDefault(property => property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(_cancellation) is ParameterSyntax));

    private void InitializeMembers(INamedTypeSymbol type, ObjectReference self)
    {
        var initializers = _bodies.Initializers(type, isStatic: false);
        foreach (var (member, initializer) in initializers)
        {
            var value = InitialValue(initializer, member);
            if (StateOf(self) is { } state)
                _store.Write(self.Cell, state with { Fields = state.Fields.SetItem(member.OriginalDefinition, value) });
        }
    }

    private void InvokeImplicitBase(INamedTypeSymbol type, Location site)
    {
        if (type.BaseType is not { SpecialType: SpecialType.None } baseType)
            return;
        var constructor = baseType.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams));
        if (constructor is not null)
            InvokeBaseConstructor(constructor, Fit(ImmutableArray<Value>.Empty, constructor), site);
    }

    /// <summary>A call of <c>base(...)</c> or <c>this(...)</c>: of the program's own class, or of Pulumi's, which registers the resource.</summary>
    private Value InvokeBaseConstructor(IMethodSymbol constructor, ImmutableArray<Value> arguments, Location site)
    {
        if (_frame.This is not ObjectReference self || StateOf(self) is not { } state)
            return Constant.Null;
        if (IsOfProgram(constructor.ContainingType))
        {
            RunConstructor(constructor.ContainingType, constructor, self, arguments, site, _frame.Declaration ?? site, isRoot: false);
            return Constant.Null;
        }

        if (_pulumi.IsResource(constructor.ContainingType))
        {
            var instance = Register((INamedTypeSymbol)state.Type, constructor, arguments, _frame.Declaration ?? site, ComponentTrail());
            _store.Write(self.Cell, state with { Instance = instance, Fields = state.Fields.SetItems(DeployedOutputs((INamedTypeSymbol)state.Type, constructor, arguments, instance)) });
        }
        else if (PulumiSymbols.DerivesFrom(constructor.ContainingType, _pulumi.KubernetesObjectArgs))
        {
            _store.Write(self.Cell, state with { Fields = state.Fields.SetItems(GivenInputs(constructor, arguments)) });
        }
        else if (Library.Exceptions.IsException(constructor.ContainingType))
        {
            _store.Write(self.Cell, state with { Fields = state.Fields.SetItems(constructor.OriginalDefinition.Parameters.Where(parameter => parameter.Ordinal < arguments.Length).Select(parameter => new KeyValuePair<ISymbol, Value>(parameter, arguments[parameter.Ordinal]))) });
        }

        return Constant.Null;
    }

    // CustomResourceArgs(apiVersion, kind): inputs that nothing else can set.
    private IEnumerable<KeyValuePair<ISymbol, Value>> GivenInputs(IMethodSymbol constructor, ImmutableArray<Value> arguments) =>
        from input in constructor.ContainingType.OriginalDefinition.GetMembers().OfType<IPropertySymbol>()
        where input.SetMethod is null && _pulumi.DeclaredInputName(input) is not null
        from parameter in constructor.Parameters
        where parameter.Ordinal < arguments.Length && string.Equals(parameter.Name, input.Name, System.StringComparison.OrdinalIgnoreCase)
        select new KeyValuePair<ISymbol, Value>(input, arguments[parameter.Ordinal]);

    // The constructors of the component itself are no calls that lead to it.
    private ImmutableArray<Location> ComponentTrail()
    {
        var trail = _frame.Trail;
        var constructors = 0;
        for (var index = _active.Count - 1; index >= 0 && _active[index].Method is IMethodSymbol { MethodKind: MethodKind.Constructor }; index--)
            constructors++;
        return trail.RemoveRange(trail.Length - System.Math.Min(constructors, trail.Length), System.Math.Min(constructors, trail.Length));
    }

    private Value CreateResource(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation) =>
        new ResourceReference(Register(type, constructor, arguments, DeclarationOf(operation), _frame.Trail), "", Written(operation));

    // Pulumi sets what a resource class of the program declares as outputs, whatever their initializers say; those of a component are the program's to set.
    private IEnumerable<KeyValuePair<ISymbol, Value>> DeployedOutputs(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, ResourceInstance instance)
    {
        var isRemote = constructor.Parameters.Any(parameter => parameter.Name is "remote" && parameter.Ordinal < arguments.Length && arguments[parameter.Ordinal] is not Constant { Raw: false });
        if (_pulumi.IsComponent(type) && !isRemote)
            yield break;
        for (var current = type; current is not null && IsOfProgram(current); current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (_pulumi.OutputName(property) is { } output)
                    yield return new(property.OriginalDefinition, new ResourceReference(instance, output, null));
            }
        }
    }

    private ResourceInstance Register(INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, Location declaration, ImmutableArray<Location> trail)
    {
        Value? name = null;
        Value? inputs = null;
        Value? options = null;
        Value? typeToken = null;
        foreach (var parameter in constructor.Parameters)
        {
            var value = parameter.Ordinal < arguments.Length ? arguments[parameter.Ordinal] : null;
            if (value is null)
                continue;
            if (PulumiSymbols.DerivesFrom(parameter.Type, _pulumi.ResourceOptions))
                options = value;
            else if (parameter.Type.SpecialType == SpecialType.System_String && parameter.Name is "type" or "package")
                typeToken = value;
            else if (parameter.Type.SpecialType == SpecialType.System_String && name is null)
                name = value;
            else if (inputs is null && parameter.Type.SpecialType == SpecialType.None)
                inputs = value;
        }

        var token = _pulumi.Token(type) ?? TokenOfBase(type) ?? (typeToken as Constant)?.Raw as string;
        if (token is not null && PulumiSymbols.DerivesFrom(constructor.ContainingType, _pulumi.ProviderResource) && !token.Contains(':'))
            token = "pulumi:providers:" + token;
        if (PulumiSymbols.DerivesFrom(type, _pulumi.Stack))
            (token, name) = ("pulumi:pulumi:Stack", StackResourceName());
        var instance = new ResourceInstance(token ?? WellKnownToken(type), type, declaration, trail)
        {
            IsConditional = _conditions > 0,
            IsLookup = PulumiSymbols.DerivesFrom(type, _pulumi.StackReference),
        };
        instance.Name = name is null ? new Unknown("a name that is not given") : Export(name);
        instance.Inputs = inputs is null or Constant { Raw: null } ? Mapping.Empty : Export(inputs);
        instance.Options = options is null or Constant { Raw: null } ? Mapping.Empty : Export(options);
        if (_trials == 0 && !Exhausted)
            Keep(instance);
        return instance;
    }

    private void Keep(ResourceInstance instance)
    {
        _instancesByDeclaration.TryGetValue(instance.Declaration, out var count);
        if (count >= _options.InstancesPerDeclaration)
            return;
        _instancesByDeclaration[instance.Declaration] = count + 1;
        _instances.Add(instance);
    }

    private string? TokenOfBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (_pulumi.Token(current) is { } token)
                return token;
        }

        return null;
    }

    private string WellKnownToken(INamedTypeSymbol type) =>
        PulumiSymbols.DerivesFrom(type, _pulumi.StackReference) ? "pulumi:pulumi:StackReference" : type.ToDisplayString();

    private Value StackResourceName()
    {
        Reads.AddName();
        return _options.Configuration is { ProjectName: { } project, StackName: { } stack } ? new Constant(project + "-" + stack) : new Unknown("the name of the stack");
    }

    private Value EvaluateAnonymousObject(IAnonymousObjectCreationOperation anonymous)
    {
        var fields = ImmutableDictionary.CreateBuilder<ISymbol, Value>(SymbolEqualityComparer.Default);
        foreach (var initializer in anonymous.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
                fields[property.Property.OriginalDefinition] = CopyOf(Evaluate(assignment.Value));
            else
                Evaluate(initializer);
        }

        return NewObject(new ObjectState { Type = anonymous.Type!, Fields = fields.ToImmutable() }, Written(anonymous));
    }

    // The copy is a new object: what the initializer sets in it is set in it alone.
    private Value EvaluateWith(IWithOperation with) => OnEach(Evaluate(with.Operand), with, one => one is TupleValue tuple ? ChangedTuple(tuple, with) : Initialize(
        one is ObjectReference reference && StateOf(reference) is { } state
            ? NewObject(CopyOf(state), Written(with))
            : NewLost(Resolve(with.Type), (one as Unknown)?.Reason ?? "a copy of an object that is not known", Written(with)),
        with.Initializer));

    private Value ChangedTuple(TupleValue tuple, IWithOperation with)
    {
        var changed = CopyOf(tuple);
        foreach (var member in with.Initializer.Initializers)
        {
            changed = member is ISimpleAssignmentOperation { Target: IFieldReferenceOperation field, Value: var value } && TupleIndex(field.Field) is { } index
                ? WithElement(changed, index, CopyOf(Evaluate(value)))
                : NotKnown("a changed tuple", with);
        }

        return changed;
    }

    /// <summary>The value as a variable, argument or element keeps it: a struct of the program is copied.</summary>
    internal Value CopyOf(Value value)
    {
        switch (value)
        {
            case ObjectReference reference when StateOf(reference) is { Type.TypeKind: TypeKind.Struct, Items: null, Entries: null } state:
                return NewObject(CopyOf(state), value.Origin);
            case TupleValue tuple when tuple.Elements.Any(static element => element is ObjectReference or TupleValue or Choice):
                return new TupleValue(tuple.Elements.Select(CopyOf).ToImmutableArray(), tuple.Origin);
            case Choice choice when choice.Alternatives.Any(static alternative => alternative is ObjectReference or TupleValue):
                return Values.OneOf(choice.Alternatives.Select(CopyOf), choice.Origin);
            case OptionalItem { Value: ObjectReference or TupleValue or Choice } optional:
                return new OptionalItem(CopyOf(optional.Value));
            default:
                return value;
        }
    }

    private ObjectState CopyOf(ObjectState state)
    {
        var fields = state.Fields;
        foreach (var field in state.Fields)
        {
            if (CopyOf(field.Value) is var copy && !ReferenceEquals(copy, field.Value))
                fields = fields.SetItem(field.Key, copy);
        }

        return state with { Fields = fields };
    }

    // What the compiler writes for a record.
    private Value? RecordMethod(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (receiver is not ObjectReference reference || StateOf(reference) is not { } state || !state.Type.IsRecord || !IsOfProgram(state.Type))
            return null;
        return method.Name switch
        {
            "ToString" => PrintObject(reference),
            "Equals" when arguments.Length == 1 && arguments[0] is ObjectReference other => AsValue(EqualRecords(reference, other), operation),
            "GetHashCode" => NotKnown("a hash code", operation),
            _ => null,
        };
    }
}
