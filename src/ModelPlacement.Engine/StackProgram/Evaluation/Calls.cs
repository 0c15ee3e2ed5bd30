using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Calls: of the program's own code, of delegates, of libraries.</content>
internal sealed partial class Interpreter
{
    private readonly List<(ISymbol Method, int Conditions)> _active = new();

    // Methods that called themselves too deep. Until they are left they do not call themselves again: two calls at each of many depths would be exponential.
    private readonly HashSet<ISymbol> _tooDeep = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, LibraryMethod?> _libraryMethods = new(SymbolEqualityComparer.Default);
    private const string YieldedBeforeThrow = "what an iterator yields before it throws";
    private const string UnknownDelegate = "a call of a delegate that is not known";

    // The delegates made so far, the newest of each place.
    private readonly Dictionary<IOperation, Closure> _delegates = new();
    private bool _runsAnyDelegate;

    private readonly Dictionary<ISymbol, bool> _iterators = new(SymbolEqualityComparer.Default);

    private Value EvaluateInvocation(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.IsConditional && !ConditionalCalls.IsCompiled(invocation, _cancellation))
            return Constant.Null;
        var receiver = EvaluateReceiver(invocation.Instance);
        var arguments = EvaluateArguments(invocation.Arguments, invocation.TargetMethod);
        return _reachable ? Invoke(invocation.TargetMethod, receiver, arguments, invocation) : new Unknown("code that is not reached");
    }

    private Value Invoke(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return InvokeBaseConstructor(method, arguments, operation.Syntax.GetLocation());
        if (method.MethodKind == MethodKind.LocalFunction)
            return InvokeLocalFunction(method, arguments, operation);
        if (!method.IsStatic && receiver is Choice { Alternatives: var alternatives } && _pulumi.IsOutputOrInput(method.ContainingType))
            return ForkEach(operation, alternatives, one => Invoke(method, one, arguments, operation));
        if (!method.IsStatic && receiver is Choice or Constant { Raw: null } && !HasNullAsValue(method.ContainingType))
            return OnEach(receiver, operation, one => Invoke(method, one, arguments, operation));
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return InvokeDelegate(receiver, arguments, operation);
        if (IsOfProgram(method) && Library.RegularExpressions.Generated(this, method, method.ReturnType, operation) is { } generated)
            return generated;
        _goesOn |= !IsOfProgram(method) && Library.Tasks.GoesOn(method, method.ReturnType);
        if (!IsOfProgram(method) && CallLibrary(method, receiver, arguments, operation) is { } known)
            return known;
        return CallMethod(method, receiver, arguments, operation);
    }

    // What is called where the value is null: an output of null is an object as any other.
    private bool HasNullAsValue(INamedTypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || _pulumi.IsOutputOrInput(type);

    /// <summary>The values of arguments by parameter. What is passed by reference is passed as the place that it stands for.</summary>
    private ImmutableArray<Value> EvaluateArguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var values = new Value[method.Parameters.Length];
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= values.Length)
                continue;
            if (parameter.RefKind is RefKind.Ref or RefKind.Out && argument.Value is not IInterpolatedStringHandlerCreationOperation)
            {
                values[parameter.Ordinal] = new ReferenceValue(PlaceOf(argument.Value));
                continue;
            }

            var value = CopyOf(Evaluate(argument.Value));
            values[parameter.Ordinal] = argument.ArgumentKind == ArgumentKind.DefaultValue ? value : AsArgument(value, argument.Value);
        }

        for (var index = 0; index < values.Length; index++)
            values[index] ??= new Unknown("an argument that is not given");
        return values.ToImmutableArray();
    }

    private Value AsArgument(Value value, IOperation expression) =>
        value is Closure ? value : value.WithOrigin(new Origin(OriginKind.Argument, expression.Syntax.GetLocation(), _frame.Depth, value.Origin));

    private LibraryMethod? LibraryMethodFor(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_libraryMethods.TryGetValue(definition, out var found))
            _libraryMethods[definition] = found = _pulumi.IsStringEnum(definition.ContainingType) && definition.Name == "ToString" ? Strings.ToText : LibraryTable.Find(definition);
        return found;
    }

    /// <summary>What a library method does, or null where it is not known.</summary>
    private Value? CallLibrary(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (LibraryMethodFor(method) is not { } library)
            return null;
        if (!arguments.Any(static argument => argument is ReferenceValue))
            return Run(new Call(this, method, receiver, arguments, operation, null));
        var outputs = new Dictionary<IParameterSymbol, Value>(SymbolEqualityComparer.Default);
        var values = arguments.Select((argument, index) => argument is not ReferenceValue reference
            ? argument
            : method.Parameters[index].RefKind == RefKind.Ref ? Read(reference.Place, operation) : new Unknown("an out argument")).ToImmutableArray();
        if (Run(new Call(this, method, receiver, values, operation, outputs)) is not { } result)
            return null;
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index] is ReferenceValue { Place: var place })
                Write(place, outputs.TryGetValue(method.Parameters[index].OriginalDefinition, out var value) ? value : NotKnown("an argument passed by reference", operation));
        }

        return result;

        Value? Run(Call call) => TakesInvariantCulture(operation) ? WithCulture(isInvariant: true, () => library(this, call)) : library(this, call);
    }

    /// <summary>Calls a method of the program, or gives up on one that is not.</summary>
    private Value CallMethod(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        var targets = IsOfConstraint(method) ? StaticTargets(method, ConstraintOf(operation)) : Targets(method, receiver, (operation as IInvocationOperation)?.Instance);
        return targets.IsEmpty ? CallUnknown(method, receiver, arguments, operation) : EachMethod(targets, operation, target => CallTarget(CalledAs(target, method), receiver, arguments, operation));
    }

    // An implementation or override is called with the type arguments of the call.
    private static IMethodSymbol CalledAs(IMethodSymbol target, IMethodSymbol method) =>
        target.Arity == 0 || target.Arity != method.Arity ? target : target.ConstructedFrom.Construct(method.TypeArguments.ToArray());

    private Value EachMethod(ImmutableArray<IMethodSymbol> targets, IOperation operation, Func<IMethodSymbol, Value> call) =>
        targets.Length == 1 ? call(targets[0]) : Fork(operation, targets.Select(target => (Func<Value>)(() => call(target))).ToArray());

    private Value CallTarget(IMethodSymbol target, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (_bodies.Body(target.OriginalDefinition, _cancellation) is { } body)
            return CallBody(target, body, target.IsStatic ? null : receiver, arguments, operation);
        if (target.MethodKind == MethodKind.Ordinary && RecordMethod(target, receiver, arguments, operation) is { } generated)
            return generated;
        return CallUnknown(target, receiver, arguments, operation);
    }

    /// <summary>What the call of a method that cannot be looked into leaves: nothing known of its result, nor of what it was given.</summary>
    private Value CallUnknown(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        // `Environment.Exit`, and helpers that only throw.
        if (method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "DoesNotReturnAttribute", ContainingNamespace.Name: "CodeAnalysis" }))
            return ThrowOwn();
        var reason = "passed to " + method.Name;
        var keeps = LibraryTable.KeepsArguments(method);
        for (var index = 0; index < arguments.Length; index++)
        {
            // It may enumerate what is not enumerated yet, as often as it likes.
            var argument = arguments[index];
            if (argument is DeferredSequence)
                RunForAnyRound(() => Enumerate(argument, operation));
            if (arguments[index] is ReferenceValue reference)
                Write(reference.Place, NotKnown("an argument passed by reference", operation));
            else if (arguments[index] is Closure or DelegateList or Choice { Alternatives: [Closure or DelegateList, ..] })
                Escape(arguments[index], reason);
            else if (!keeps)
                Lose(arguments[index], reason, forever: true);
            else if (index < method.Parameters.Length && LibraryTable.MayChange(method.Parameters[index]))
                Lose(arguments[index], reason);
        }

        if (receiver is not null && method.ContainingType?.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum) && !Collections.Asks(method))
            Lose(receiver, reason, forever: !keeps);
        var involved = receiver is null ? arguments : arguments.Add(receiver);
        return new Unknown(receiver is Unknown { Reason: var why } && arguments.IsEmpty ? why : "the result of " + method.ContainingType?.Name + "." + method.Name, Written(operation))
        {
            // It may hand back what it was given.
            IsForeign = !keeps || !involved.Any(static value => value is ObjectReference or Closure or DelegateList or Choice or TupleValue or Sequence or DeferredSequence or Unknown { IsForeign: false }),
            From = Values.Sources(involved),
        };
    }

    private Value InvokeDelegate(Value? target, ImmutableArray<Value> arguments, IOperation operation)
    {
        switch (target)
        {
            case Closure closure:
                return CallClosure(closure, arguments, operation, fromLibrary: false);
            case DelegateList list:
                Value result = Constant.Null;
                foreach (var one in list.Targets)
                    result = InvokeDelegate(one, arguments, operation);
                return result;
            case Unknown { IsForeign: true }:
                LoseEach(arguments, "passed to a delegate", forever: true);
                return new Unknown("the result of a delegate", Written(operation)) { IsForeign = true };
            default:
                LoseAll(UnknownDelegate);
                RunAnyDelegate(arguments.Length);
                return NotKnown("the result of a delegate", operation);
        }
    }

    // It may be any delegate of the program that was made so far.
    private void RunAnyDelegate(int arguments)
    {
        if (_runsAnyDelegate)
            return;
        _runsAnyDelegate = true;
        foreach (var closure in _delegates.Values.Where(closure => closure.Method.Parameters.Length == arguments).ToList())
            RunForAnyRound(() => CallWithAnything(closure, UnknownDelegate));
        _runsAnyDelegate = false;
        LoseAll(UnknownDelegate);
    }

    private Closure Made(Closure closure)
    {
        if (closure.Body is not null || IsOfProgram(closure.Method))
            _delegates[closure.Site] = closure;
        return closure;
    }

    private Value InvokeLocalFunction(IMethodSymbol method, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (_frame.Scope.FindFunction(method.OriginalDefinition) is { Body: ILocalFunctionOperation { Body: { } body } } closure)
            return CallScoped(closure, method, body, arguments, operation, false);
        LoseAll("a call of a local function that is not known");
        return NotKnown("the result of a local function", operation);
    }

    /// <summary>Calls a delegate. One that a library calls stands where it was written: its parameters are no arguments of a call in the program.</summary>
    internal Value CallClosure(Closure closure, ImmutableArray<Value> arguments, IOperation operation, bool fromLibrary) => closure switch
    {
        { Body: ILocalFunctionOperation { Body: { } local } } => CallScoped(closure, closure.Method, local, arguments, operation, fromLibrary),
        { Body: { } body } => CallScoped(closure, closure.Method, body, arguments, operation, fromLibrary),
        _ => Invoke(closure.Method, closure.Receiver, Fit(arguments, closure.Method), operation),
    };

    private static ImmutableArray<Value> Fit(ImmutableArray<Value> arguments, IMethodSymbol method) =>
        method.Parameters.Select((parameter, index) => index < arguments.Length
            ? arguments[index]
            : parameter.HasExplicitDefaultValue ? new Constant(parameter.ExplicitDefaultValue) { EnumType = AsEnum(parameter.Type) } : new Unknown("an argument that is not given")).ToImmutableArray();

    private Value CallScoped(Closure closure, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation, bool fromLibrary)
    {
        var home = closure.Frame ?? _frame;
        var depth = fromLibrary ? home.Depth : _frame.Depth + 1;
        var trail = fromLibrary ? home.Trail : _frame.Trail.Add(operation.Syntax.GetLocation());
        var frame = NewFrame(closure.Method, home.This, depth, trail, OwnTypeArguments(method, home.TypeArguments), new Scope(closure.Scope), _store.Marks + 1);
        return Run(frame, closure.Method, body, Fit(arguments, closure.Method), operation);
    }

    private Value CallBody(IMethodSymbol method, IOperation body, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        var frame = NewFrame(
            method,
            receiver,
            _frame.Depth + 1,
            _frame.Trail.Add(operation.Syntax.GetLocation()),
            TypeArguments(method),
            new Scope(null),
            _store.Marks + 1);
        return Run(frame, method.OriginalDefinition, body, arguments, operation);
    }

    private Value Run(Frame frame, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (IsIterator(method, body))
        {
            var captured = _frame;
            return new DeferredSequence(
                new Sequence(ImmutableArray<Value>.Empty),
                (enumeration, _) => Iterate(enumeration, () => RunIterator(frame, captured, method, body, arguments, operation), operation),
                Written(operation));
        }

        return method.IsAsync && !Library.Tasks.IsAwaited(operation)
            ? RunTask(operation, () => RunBody(frame, method, body, arguments, operation))
            : RunBody(frame, method, body, arguments, operation);
    }

    private Value RunBody(Frame frame, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (TooDeep(method) is { } reason)
            return GiveUp(frame, body, arguments, reason, operation);

        NoteReached(method);
        Enter(method);
        var outer = _frame;
        var mark = _store.Mark();
        var path = EnterPath();
        frame.Level = path.Level;
        frame.Body = body;
        _frame = frame;
        var parameters = ProgramBodies.Implementation(method).Parameters;
        for (var index = 0; index < parameters.Length && index < arguments.Length; index++)
            DeclareVariable(parameters[index], arguments[index]);
        Execute(body);
        var result = EndFrame(frame, mark);
        LeavePath(path, landsAll: true);
        _frame = outer;
        Leave();
        return method.ReturnsVoid ? Constant.Null : method.IsAsync && result is Constant { Raw: null } && IsBareTask(method.ReturnType) ? Library.Tasks.Done : Returned(result, operation);
    }

    // Joins what the ways out of a call left behind, and gives what it returns.
    private Value EndFrame(Frame frame, int mark)
    {
        if (_reachable && frame.Returns.Count == 0)
        {
            _store.Commit(mark);
            return Constant.Null;
        }

        if (!_reachable && frame.Returns is [var last] && frame.ReturnedAt == _store.Version)
        {
            _reachable = true;
            _store.Commit(mark);
            return last.Value;
        }

        if (_reachable)
            frame.Returns.Add((_store.Since(mark), Constant.Null));
        _reachable = frame.Returns.Count > 0;
        _store.Rollback(mark);
        if (!_reachable)
            return new Unknown("a call that does not return");
        _store.Join(frame.Returns.ConvertAll(static ending => ending.Delta));
        return frame.Returns is [var only] ? only.Value : Values.OneOf(frame.Returns.Select(static ending => ending.Value));
    }

    private static bool IsBareTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true };

    // What a call that is not followed any deeper may have changed is not known.
    private Value GiveUp(Frame frame, IOperation body, ImmutableArray<Value> arguments, string reason, IOperation operation)
    {
        foreach (var argument in arguments)
        {
            if (argument is ReferenceValue { Place: var place })
                Write(place, NotKnown(reason, operation));
        }

        LoseEffects(_effects.Of(body, _cancellation), frame.Scope, reason, operation);
        return NotKnown(reason, operation);
    }

    private static Value Returned(Value value, IOperation operation) => value.Origin is null ? value.WithOrigin(new Origin(OriginKind.Returned, operation.Syntax.GetLocation(), 0)) : value;

    private void NoteReached(IMethodSymbol method)
    {
        if (_trials == 0 && !Exhausted)
            _reached.Add(method.OriginalDefinition);
    }

    private string? TooDeep(ISymbol method)
    {
        const string TooManyCalls = "budget: calls within calls";
        if (_active.Count >= _options.CallDepth)
        {
            if (IsActive(method))
                _tooDeep.Add(method);
            return TooManyCalls;
        }

        if (_tooDeep.Contains(method))
            return TooManyCalls;
        var repeats = 0;
        foreach (var active in _active)
        {
            if (active.Conditions < _conditions && SymbolEqualityComparer.Default.Equals(active.Method, method))
                repeats++;
        }

        // A recursion that a condition not known decides has no end of its own.
        return repeats >= 2 ? "budget: recursion" : null;
    }

    private bool IsActive(ISymbol method) => _active.Exists(active => SymbolEqualityComparer.Default.Equals(active.Method, method));

    private void Enter(ISymbol method) => _active.Add((method, _conditions));

    private void Leave()
    {
        var left = _active[_active.Count - 1].Method;
        _active.RemoveAt(_active.Count - 1);
        if (_tooDeep.Count > 0 && !IsActive(left))
            _tooDeep.Remove(left);
    }

    // What the type parameters of a method and of the classes around it stand for in a call from here.
    private ImmutableDictionary<ISymbol, ITypeSymbol> TypeArguments(IMethodSymbol method) => OwnTypeArguments(method, TypeArguments(method.ContainingType));

    private ImmutableDictionary<ISymbol, ITypeSymbol> OwnTypeArguments(IMethodSymbol method, ImmutableDictionary<ISymbol, ITypeSymbol> outer)
    {
        var parameters = ProgramBodies.Implementation(method.OriginalDefinition).TypeParameters;
        for (var index = 0; index < parameters.Length; index++)
            outer = outer.SetItem(parameters[index], Resolve(method.TypeArguments[index]));
        return outer;
    }

    private ImmutableDictionary<ISymbol, ITypeSymbol> TypeArguments(INamedTypeSymbol? type)
    {
        var arguments = _frame.TypeArguments;
        for (var outer = type; outer is { IsGenericType: true }; outer = outer.ContainingType)
        {
            for (var current = outer; current is not null; current = current.BaseType)
            {
                for (var index = 0; index < current.TypeParameters.Length; index++)
                    arguments = arguments.SetItem(current.OriginalDefinition.TypeParameters[index], Resolve(current.TypeArguments[index]));
            }
        }

        return arguments;
    }

    /// <summary>What a type stands for in the present call: type parameters replaced by what the caller gave.</summary>
    private ITypeSymbol Resolve(ITypeSymbol? type)
    {
        switch (type)
        {
            case null:
                return _compilation.ObjectType;
            case ITypeParameterSymbol parameter when _frame.TypeArguments.TryGetValue(parameter.OriginalDefinition, out var argument):
                return argument;
            case INamedTypeSymbol { IsGenericType: true } named when !_frame.TypeArguments.IsEmpty && IsOpen(named):
                var definition = named.ContainingType is { IsGenericType: true } container
                    ? Resolve(container).GetTypeMembers(named.Name, named.Arity).FirstOrDefault() ?? named.OriginalDefinition
                    : named.OriginalDefinition;
                return named.Arity == 0 ? definition : definition.Construct(named.TypeArguments.Select(Resolve).ToArray());
            case IArrayTypeSymbol array when !_frame.TypeArguments.IsEmpty && IsOpen(array.ElementType):
                return _compilation.CreateArrayTypeSymbol(Resolve(array.ElementType), array.Rank);
            default:
                return type;
        }
    }

    // Whether it is not one type but many, as long as nothing says what a type parameter in it stands for.
    private static bool IsOpen(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(IsOpen) || IsOpen(named.ContainingType),
        _ => false,
    };

    private bool IsIterator(IMethodSymbol method, IOperation body)
    {
        if (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_String || method.ReturnType.TypeKind is not (TypeKind.Interface or TypeKind.Class))
            return false;
        if (!_iterators.TryGetValue(method, out var isIterator))
        {
            isIterator = method.ReturnType.OriginalDefinition is { Name: "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" } && Yields(body);
            _iterators[method] = isIterator;
        }

        return isIterator;
    }

    // A local function within it that yields makes no iterator of the method around it.
    private static bool Yields(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } || (child is not (ILocalFunctionOperation or IAnonymousFunctionOperation) && Yields(child)))
                return true;
        }

        return false;
    }

    private Value RunIterator(Frame template, Frame caller, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation)
    {
        var frame = NewFrame(template.Method, template.This, template.Depth, template.Trail, template.TypeArguments, template.Scope, _store.Marks + 1);
        frame.Yields = new List<Value>();
        frame.YieldsAt = _conditions;
        frame.YieldsWithin = _openRounds;
        var (present, throws) = (_frame, _throws);
        _frame = caller;
        RunBody(frame, method, body, arguments, operation);
        _frame = present;
        if (!_reachable && _throws != throws && frame.Yields.Count > 0)
        {
            // What it throws it throws once the items before are taken, if they all are.
            _reachable = true;
            LoseEffects(_effects.Of(body, _cancellation), frame.Scope, YieldedBeforeThrow, operation);
            return NotKnown(YieldedBeforeThrow, operation);
        }

        return frame.YieldsUnknown ? NotKnown("what " + method.Name + " yields depends on a condition", operation) : new Sequence(frame.Yields.ToImmutableArray(), Written(operation));
    }

    private void Yield(Value value)
    {
        if (_frame.Yields is not { } yields)
            return;
        if (yields.Count > _options.LoopBudget || _openRounds > _frame.YieldsWithin)
            _frame.YieldsUnknown = true;
        else
            yields.Add(_conditions > _frame.YieldsAt ? new OptionalItem(value) : value);
    }

    /// <summary>
    /// The methods that may run for a call: the override of the receiver's class; where that is not known, every one that the program has. Empty where nothing is known.
    /// </summary>
    private ImmutableArray<IMethodSymbol> Targets(IMethodSymbol method, Value? receiver, IOperation? instance)
    {
        if (method.IsStatic || receiver is null || !(method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface))
            return ImmutableArray.Create(method);

        // `base.M()` names the method of the base class: it is not dispatched.
        if (instance?.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax)
            return ImmutableArray.Create(method);
        var type = receiver switch
        {
            ObjectReference reference => StateOf(reference)?.Type,
            ResourceReference { Output.Length: 0 } resource => resource.Instance.Type,
            _ => null,
        };
        if (type is not null)
            return ImmutableArray.Create((IMethodSymbol)Implementations.Of(IsOpen(method.ContainingType) ? OfPresentType(method) : method, type));
        return receiver is Unknown && IsOfProgram(method) ? _implementations.All(method, _cancellation) : ImmutableArray.Create(method);
    }

    // A static member of an interface is, on a type parameter, that of the type which it stands for.
    private static bool IsOfConstraint(ISymbol member) => member is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && (member.IsAbstract || member.IsVirtual);

    private ImmutableArray<IMethodSymbol> StaticTargets(IMethodSymbol method, ITypeSymbol? constraint)
    {
        var type = constraint is null ? method.ContainingType : Resolve(constraint);
        if (IsOpen(type) || constraint is null)
            return IsOfProgram(method) ? _implementations.All(method, _cancellation) : ImmutableArray<IMethodSymbol>.Empty;
        return Implementations.OfStatic(method, type) is IMethodSymbol implementation
            ? ImmutableArray.Create(CalledAs(implementation, method))
            : ImmutableArray<IMethodSymbol>.Empty;
    }

    private static ITypeSymbol? ConstraintOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.ConstrainedToType,
        IMemberReferenceOperation reference => reference.ConstrainedToType,
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        ICompoundAssignmentOperation compound => compound.ConstrainedToType,
        IIncrementOrDecrementOperation increment => increment.ConstrainedToType,
        _ => null,
    };

    private Value EvaluateMethodReference(IMethodReferenceOperation reference)
    {
        if (IsOfConstraint(reference.Method))
            return Made(new Closure(StaticTargets(reference.Method, reference.ConstrainedToType) is [var target] ? target : reference.Method, null, null, _frame, null, reference, Written(reference)));
        if (reference.Method.MethodKind == MethodKind.LocalFunction && _frame.Scope.FindFunction(reference.Method.OriginalDefinition) is { } local)
            return Made(local);
        return Made(new Closure(reference.Method, null, null, _frame, EvaluateReceiver(reference.Instance), reference, Written(reference)));
    }
}
