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
    private readonly Dictionary<ISymbol, LibraryMethod?> _libraryMethods = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _iterators = new(SymbolEqualityComparer.Default);

    private Value EvaluateInvocation(IInvocationOperation invocation)
    {
        var receiver = EvaluateReceiver(invocation.Instance);
        var method = invocation.TargetMethod;
        var arguments = EvaluateArguments(invocation.Arguments, method);
        if (!_reachable)
            return new Unknown("code that is not reached");
        var outputs = invocation.Arguments.Any(static argument => argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            ? new Dictionary<IParameterSymbol, Value>(SymbolEqualityComparer.Default)
            : null;
        var result = Invoke(method, receiver, arguments, invocation, outputs);
        if (outputs is not null)
            AssignOutputs(invocation.Arguments, outputs);
        return result;
    }

    private Value Invoke(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation, Dictionary<IParameterSymbol, Value>? outputs = null)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return InvokeBaseConstructor(method, arguments, operation.Syntax.GetLocation());
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return InvokeDelegate(receiver, arguments, operation);
        if (method.MethodKind == MethodKind.LocalFunction)
            return InvokeLocalFunction(method, arguments, operation, outputs);
        if (receiver is Choice choice)
            return Fork(operation, choice.Alternatives.Select(alternative => (Func<Value>)(() => Invoke(method, alternative, arguments, operation, outputs))).ToArray());
        if (!IsOfProgram(method) && LibraryMethodFor(method) is { } library && library(this, new Call(this, method, receiver, arguments, operation, outputs)) is { } known)
            return known;
        return CallMethod(method, receiver, arguments, operation, outputs);
    }

    private ImmutableArray<Value> EvaluateArguments(ImmutableArray<IArgumentOperation> arguments, IMethodSymbol method)
    {
        var values = new Value[method.Parameters.Length];
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || parameter.Ordinal >= values.Length)
                continue;
            if (parameter.RefKind == RefKind.Out)
            {
                values[parameter.Ordinal] = new Unknown("an out argument");
                continue;
            }

            var value = CopyOf(Evaluate(argument.Value), parameter.Type);
            values[parameter.Ordinal] = argument.ArgumentKind == ArgumentKind.DefaultValue ? value : AsArgument(value, argument.Value);
        }

        for (var index = 0; index < values.Length; index++)
            values[index] ??= new Unknown("an argument that is not given");
        return values.ToImmutableArray();
    }

    private Value AsArgument(Value value, IOperation expression) =>
        value is Closure ? value : value.WithOrigin(new Origin(OriginKind.Argument, expression.Syntax.GetLocation(), _frame.Depth, value.Origin));

    private void AssignOutputs(ImmutableArray<IArgumentOperation> arguments, Dictionary<IParameterSymbol, Value> outputs)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter)
                Assign(argument.Value, outputs.TryGetValue(parameter.OriginalDefinition, out var value) ? value : new Unknown("an argument passed by reference"));
        }
    }

    private LibraryMethod? LibraryMethodFor(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_libraryMethods.TryGetValue(definition, out var found))
            _libraryMethods[definition] = found = LibraryTable.Find(definition);
        return found;
    }

    /// <summary>Calls a method of the program, or gives up on one that is not.</summary>
    private Value CallMethod(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation, Dictionary<IParameterSymbol, Value>? outputs = null)
    {
        var target = Target(method, ref receiver);
        if (_bodies.Body(target.OriginalDefinition, _cancellation) is { } body)
            return CallBody(target, body, target.IsStatic ? null : receiver, arguments, operation, outputs);
        if (target.MethodKind == MethodKind.Ordinary && RecordMethod(target, receiver, arguments, operation) is { } generated)
            return generated;
        return CallUnknown(target, receiver, arguments, operation);
    }

    /// <summary>What the call of a method that cannot be looked into leaves: nothing known of its result, nor of what it was given.</summary>
    private Value CallUnknown(IMethodSymbol method, Value? receiver, ImmutableArray<Value> arguments, IOperation operation)
    {
        var reason = "the result of " + method.ContainingType?.Name + "." + method.Name;
        foreach (var closure in arguments.OfType<Closure>())
            RunForAnyRound(() => CallClosure(closure, closure.Method.Parameters.Select(parameter => (Value)NotKnown("an argument that " + method.Name + " passes", operation)).ToImmutableArray(), operation, fromLibrary: true));
        if (receiver is not null)
            Lose(receiver, "passed to " + method.Name);
        if (!LibraryTable.KeepsArguments(method))
        {
            foreach (var argument in arguments)
                Lose(argument, "passed to " + method.Name);
        }

        return receiver is Unknown unknown && arguments.IsEmpty ? new Unknown(unknown.Reason, unknown.Origin) : NotKnown(reason, operation);
    }

    private Value InvokeDelegate(Value? target, ImmutableArray<Value> arguments, IOperation operation) => target switch
    {
        Closure closure => CallClosure(closure, arguments, operation, fromLibrary: false),
        Choice choice => Fork(operation, choice.Alternatives.Select(alternative => (Func<Value>)(() => InvokeDelegate(alternative, arguments, operation))).ToArray()),
        _ => NotKnown("the result of a delegate", operation),
    };

    private Value InvokeLocalFunction(IMethodSymbol method, ImmutableArray<Value> arguments, IOperation operation, Dictionary<IParameterSymbol, Value>? outputs)
    {
        if (_frame.Scope.Find(method.OriginalDefinition) is { } cell && _store.Read(cell) is Closure { Body: ILocalFunctionOperation { Body: { } body } } closure)
            return CallScoped(closure, method, body, arguments, operation, false, outputs);
        return CallUnknown(method, null, arguments, operation);
    }

    /// <summary>Calls a delegate. One that a library calls stands where it was written: its parameters are no arguments of a call in the program.</summary>
    internal Value CallClosure(Closure closure, ImmutableArray<Value> arguments, IOperation operation, bool fromLibrary) => closure switch
    {
        { Body: ILocalFunctionOperation { Body: { } local } } => CallScoped(closure, closure.Method, local, arguments, operation, fromLibrary, null),
        { Body: { } body } => CallScoped(closure, closure.Method, body, arguments, operation, fromLibrary, null),
        _ => Invoke(closure.Method, closure.Receiver, Fit(arguments, closure.Method), operation),
    };

    private static ImmutableArray<Value> Fit(ImmutableArray<Value> arguments, IMethodSymbol method) =>
        method.Parameters.Select((parameter, index) => index < arguments.Length
            ? arguments[index]
            : parameter.HasExplicitDefaultValue ? new Constant(parameter.ExplicitDefaultValue) : new Unknown("an argument that is not given")).ToImmutableArray();

    private Value CallScoped(Closure closure, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation, bool fromLibrary, Dictionary<IParameterSymbol, Value>? outputs)
    {
        var home = closure.Frame ?? _frame;
        var depth = fromLibrary ? home.Depth : _frame.Depth + 1;
        var trail = fromLibrary ? home.Trail : _frame.Trail.Add(operation.Syntax.GetLocation());
        var frame = NewFrame(closure.Method, home.This, depth, trail, TypeArguments(method, home.TypeArguments), new Scope(closure.Scope), _store.Marks + 1);
        return Run(frame, closure.Method, body, Fit(arguments, closure.Method), operation, outputs);
    }

    private Value CallBody(IMethodSymbol method, IOperation body, Value? receiver, ImmutableArray<Value> arguments, IOperation operation, Dictionary<IParameterSymbol, Value>? outputs = null)
    {
        var frame = NewFrame(
            method,
            receiver,
            _frame.Depth + 1,
            _frame.Trail.Add(operation.Syntax.GetLocation()),
            TypeArguments(method, _frame.TypeArguments),
            new Scope(null),
            _store.Marks + 1);
        return Run(frame, method.OriginalDefinition, body, arguments, operation, outputs);
    }

    private Value Run(Frame frame, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation, Dictionary<IParameterSymbol, Value>? outputs)
    {
        if (IsIterator(method, body))
        {
            var captured = _frame;
            return new DeferredSequence(() => RunIterator(frame, captured, method, body, arguments, operation), Written(operation));
        }

        return RunBody(frame, method, body, arguments, operation, outputs);
    }

    private Value RunBody(Frame frame, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation, Dictionary<IParameterSymbol, Value>? outputs)
    {
        if (TooDeep(method) is { } reason)
        {
            LoseAll(reason);
            return NotKnown(reason, operation);
        }

        NoteReached(method);
        _active.Add((method, _conditions));
        var outer = _frame;
        var mark = _store.Mark();
        _frame = frame;
        for (var index = 0; index < method.Parameters.Length && index < arguments.Length; index++)
            DeclareVariable(method.Parameters[index], arguments[index]);
        Execute(body);
        if (_reachable)
            frame.Returns.Add((_store.Since(mark), Constant.Null));
        _reachable = frame.Returns.Count > 0;
        _store.Rollback(mark);
        if (_reachable)
            _store.Join(frame.Returns.ConvertAll(static ending => ending.Delta));
        var result = _reachable ? Values.OneOf(frame.Returns.Select(static ending => ending.Value)) : new Unknown("a call that does not return");
        if (outputs is not null)
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameter.RefKind is RefKind.Ref or RefKind.Out && frame.Scope.Find(parameter) is { } cell && _store.Read(cell) is Value value)
                    outputs[parameter.OriginalDefinition] = value;
            }
        }

        _frame = outer;
        _active.RemoveAt(_active.Count - 1);
        return method.ReturnsVoid ? Constant.Null : Returned(result, operation);
    }

    private static Value Returned(Value value, IOperation operation) => value.Origin is null ? value.WithOrigin(new Origin(OriginKind.Returned, operation.Syntax.GetLocation(), 0)) : value;

    private void NoteReached(IMethodSymbol method)
    {
        if (_trials == 0 && !Exhausted)
            _reached.Add(method.OriginalDefinition);
    }

    private string? TooDeep(ISymbol method)
    {
        if (_active.Count >= _options.CallDepth)
            return "budget: calls within calls";
        var repeats = 0;
        foreach (var active in _active)
        {
            if (SymbolEqualityComparer.Default.Equals(active.Method, method) && active.Conditions < _conditions)
                repeats++;
        }

        // A recursion that a condition not known decides has no end of its own.
        return repeats >= 2 ? "budget: recursion" : null;
    }

    private ImmutableDictionary<ISymbol, ITypeSymbol> TypeArguments(IMethodSymbol method, ImmutableDictionary<ISymbol, ITypeSymbol> outer)
    {
        var arguments = outer;
        for (var index = 0; index < method.TypeParameters.Length; index++)
            arguments = arguments.SetItem(method.OriginalDefinition.TypeParameters[index], Resolve(method.TypeArguments[index]));
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            for (var index = 0; index < type.TypeParameters.Length; index++)
            {
                if (type.TypeArguments[index] is not ITypeParameterSymbol)
                    arguments = arguments.SetItem(type.OriginalDefinition.TypeParameters[index], Resolve(type.TypeArguments[index]));
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
            case INamedTypeSymbol { IsGenericType: true } named when !_frame.TypeArguments.IsEmpty && named.TypeArguments.Any(static argument => argument is ITypeParameterSymbol):
                return named.OriginalDefinition.Construct(named.TypeArguments.Select(Resolve).ToArray());
            default:
                return type;
        }
    }

    private bool IsIterator(IMethodSymbol method, IOperation body)
    {
        if (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_String || method.ReturnType.TypeKind is not (TypeKind.Interface or TypeKind.Class))
            return false;
        if (!_iterators.TryGetValue(method, out var isIterator))
        {
            isIterator = method.ReturnType.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable
                && body.Descendants().Any(static operation => operation is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak });
            _iterators[method] = isIterator;
        }

        return isIterator;
    }

    private Value RunIterator(Frame template, Frame caller, IMethodSymbol method, IOperation body, ImmutableArray<Value> arguments, IOperation operation)
    {
        var frame = NewFrame(template.Method, template.This, template.Depth, template.Trail, template.TypeArguments, template.Scope, _store.Marks + 1);
        frame.Yields = new List<Value>();
        var conditions = _conditions;
        frame.YieldsAt = conditions;
        var present = _frame;
        _frame = caller;
        RunBody(frame, method, body, arguments, operation, null);
        _frame = present;
        return frame.YieldsUnknown ? NotKnown("what " + method.Name + " yields depends on a condition", operation) : new Sequence(frame.Yields.ToImmutableArray(), Written(operation));
    }

    private void Yield(Value value)
    {
        if (_frame.Yields is not { } yields)
            return;
        if (_conditions > _frame.YieldsAt || yields.Count > _options.LoopBudget)
            _frame.YieldsUnknown = true;
        yields.Add(value);
    }

    /// <summary>The method that runs: the override of the receiver's class, or the only implementation there is.</summary>
    private IMethodSymbol Target(IMethodSymbol method, ref Value? receiver)
    {
        if (method.IsStatic || receiver is null || !(method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType?.TypeKind == TypeKind.Interface))
            return method;
        var type = receiver switch
        {
            ObjectReference reference => StateOf(reference)?.Type,
            ResourceReference { Output.Length: 0 } resource => resource.Instance.Type,
            _ => null,
        };
        if (type is not null)
            return IsBaseCall(method) ? method : (IMethodSymbol)Implementation(method, type);
        return receiver is Unknown && _implementations.Only(method, _cancellation) is { } only ? only : method;
    }

    // `base.M()` names the method of the base class: it is not dispatched.
    private bool IsBaseCall(IMethodSymbol method) =>
        _frame.Method is { } current && SymbolEqualityComparer.Default.Equals(current.OverriddenMethod?.OriginalDefinition, method.OriginalDefinition);

    /// <summary>The member of a class that stands for a virtual or interface member.</summary>
    private static ISymbol Implementation(ISymbol member, ITypeSymbol type)
    {
        if (member.ContainingType?.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(member) ?? member;
        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride)
            return member;
        for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, member.ContainingType?.OriginalDefinition); current = current.BaseType)
        {
            foreach (var candidate in current.GetMembers(member.Name))
            {
                for (var overridden = Overridden(candidate); overridden is not null; overridden = Overridden(overridden))
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                        return candidate;
                }
            }
        }

        return member;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private Value EvaluateMethodReference(IMethodReferenceOperation reference)
    {
        if (reference.Method.MethodKind == MethodKind.LocalFunction && _frame.Scope.Find(reference.Method.OriginalDefinition) is { } cell && _store.Read(cell) is Closure local)
            return local;
        return new Closure(reference.Method, null, null, _frame, EvaluateReceiver(reference.Instance), Written(reference));
    }
}
