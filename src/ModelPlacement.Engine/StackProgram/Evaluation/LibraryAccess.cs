using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>What the Library folder may do with an evaluation.</content>
internal sealed partial class Interpreter
{
    // The expressions in use; null for those that are none or take too long.
    private readonly Dictionary<PatternValue, Regex?> _expressions = new();

    // Inline programs of the Automation API in progress.
    private int _inlinePrograms;

    /// <summary>The configuration of the stack, or null where it is not known. An inline program has no stack file: its name and configuration are set by the code that brings it up.</summary>
    internal StackConfiguration? Configuration => _inlinePrograms > 0 ? null : _options.Configuration;

    internal ITypeSymbol ObjectType => _compilation.ObjectType;

    internal Origin OriginOf(IOperation operation) => Written(operation);

    internal ObjectState? State(ObjectReference reference) => StateOf(reference);

    internal void Put(ObjectReference reference, ObjectState state)
    {
        if (!_reachable)
            return;
        if (state.ReusesPlaces && StateOf(reference) is { } before && state.Count > before.Count)
            state = state with { HasLostOrder = true };
        _store.Write(reference.Cell, Kept(state));
    }

    internal void Forget(Value value, string reason) => Lose(value, reason);

    internal ObjectReference NewLost(ITypeSymbol type, string reason, Origin? origin) => NewObject(new ObjectState { Type = type, Lost = reason }, origin);

    /// <summary>The entries of a map-like value, or null where they are not known, or not all there on every run.</summary>
    internal ImmutableArray<KeyValuePair<Value, Value>>? EntriesOf(Value value) =>
        PossibleEntriesOf(value) is { } entries && !entries.Any(static entry => entry.Value is OptionalItem) ? entries : null;

    /// <summary>The entries of a map-like value, those that are there on some runs only marked; or null where they are not known.</summary>
    internal ImmutableArray<KeyValuePair<Value, Value>>? PossibleEntriesOf(Value value) => value is ObjectReference reference ? StateOf(reference)?.Entries : null;

    internal Value Call(Closure closure, IOperation operation, params Value[] arguments) => CallClosure(closure, arguments.ToImmutableArray(), operation, fromLibrary: true);

    /// <summary>Calls a delegate, whichever of several it is.</summary>
    internal Value CallDelegate(Value function, IOperation operation, params Value[] arguments) => function switch
    {
        Closure closure => Call(closure, operation, arguments),
        Choice choice => ForkEach(operation, choice.Alternatives, one => CallDelegate(one, operation, arguments)),
        _ => InvokeDelegate(function, arguments.ToImmutableArray(), operation),
    };

    internal void CallForAnyItem(Closure closure, IOperation operation, Unknown? collection) => RunForAnyRound(() => Call(
        closure,
        operation,
        closure.Method.Parameters.Select(_ => (Value)new Unknown("an element of " + (collection?.Reason ?? "a collection that is not known")) { IsForeign = collection is { IsForeign: true }, From = collection?.From ?? ImmutableArray<Value>.Empty }).ToArray()));

    /// <summary>Does something with what enumerating a value yields, whichever of several collections it is.</summary>
    internal Value OnEachSequence(Value value, IOperation operation, Func<Value, Value> run) => OnEach(Enumerate(value, operation), operation, run);

    /// <summary>Does something with a value, whichever of several it is.</summary>
    internal Value OnEachOf(Value value, IOperation operation, Func<Value, Value> run) => value is Choice choice ? ForkEach(operation, choice.Alternatives, run) : run(value);

    internal void SetProperty(ObjectReference reference, IPropertySymbol property, Value value, IOperation operation)
    {
        if (IsOfProgram(property) && property.SetMethod is { } setter)
            WriteThrough(setter, reference, value, operation);
        else
            WriteMember(property.OriginalDefinition, reference, value);
    }

    internal bool IsWrittenHere(ISymbol symbol) => IsOfProgram(symbol);

    internal ITypeSymbol Resolved(ITypeSymbol type) => Resolve(type);

    internal bool? IsOf(Value value, ITypeSymbol type) => IsOfType(value, type);

    internal Value ForkEach(IOperation operation, ImmutableArray<Value> alternatives, Func<Value, Value> run) =>
        Fork(operation, alternatives.Select(alternative => (Func<Value>)(() => run(alternative))).ToArray());

    internal Value Compare(Value left, Value right, IOperation operation) => AsValue(AreEqual(IdentityOf(left), IdentityOf(right)), operation);

    internal Value ElementIn(Value collection, Value index, IOperation operation) => ReadElement(collection, index, operation);

    internal Value Default(ITypeSymbol type, IOperation operation) => DefaultOf(Resolve(type), operation);

    internal bool IsOutput(ITypeSymbol? type) => _pulumi.IsOutputOrInput(Resolve(type));

    internal void RunEscaped(Value function, string reason) => Escape(function, reason);

    internal int NewCell() => _store.Allocate();

    internal Value? ReadCell(int cell) => _store.Read(cell) as Value;

    internal void WriteCell(int cell, Value value) => _store.Write(cell, value);

    internal Value PropertyOf(ObjectReference reference, IPropertySymbol property, IOperation operation) => ReadPropertyOf(property, reference, operation);

    internal Value TextOf(Value value, ITypeSymbol? type, string? format) => IsOutput(type) ? new Unknown(OutputInText, value.Origin) : AsText(value, Resolve(type), format);

    /// <summary>What something yields that takes its exceptions with it: the program goes on here, whatever of it had run by then.</summary>
    internal Value RunContained(IOperation operation, Func<Value> run)
    {
        var throws = _throws;
        var mark = _store.Mark();
        _store.WatchPresent();
        var value = run();
        if (_throws == throws)
        {
            _store.Unwatch();
            _store.Commit(mark);
            return value;
        }

        var ends = new List<Delta> { _store.Watched() };
        if (_reachable)
            ends.Add(_store.Since(mark));
        _store.Rollback(mark);
        _reachable = true;
        _store.Join(ends);
        return NotKnown("what may be an exception", operation);
    }

    /// <summary>What something yields that runs on some runs only: its effects may have happened or not.</summary>
    internal Value RunOnSomeRuns(IOperation operation, Func<Value> run)
    {
        Value result = new Unknown("code that is not reached");
        Fork(operation, () => result = run(), static () => Constant.Null);
        return result;
    }

    internal ITypeSymbol TypeArgument(IMethodSymbol method, int index) => Resolve(method.TypeArguments[index]);

    internal Regex? ExpressionOf(PatternValue pattern)
    {
        if (!_expressions.TryGetValue(pattern, out var expression))
            _expressions[pattern] = expression = RegularExpressions.Compile(pattern);
        return expression;
    }

    /// <summary>Follows an expression no more: it takes too long.</summary>
    internal void Abandon(PatternValue pattern) => _expressions[pattern] = null;

    internal bool IsResource(ITypeSymbol type) => _pulumi.IsResource(type);

    internal string TokenOf(INamedTypeSymbol type) => _pulumi.Token(type) ?? WellKnownToken(type);

    /// <summary>Runs a stack class: <c>RunAsync&lt;MyStack&gt;()</c>. What a service provider gives its constructor is not known.</summary>
    internal void RunStack(INamedTypeSymbol stack, IOperation operation)
    {
        if (stack.InstanceConstructors.OrderBy(static constructor => constructor.Parameters.Length).FirstOrDefault() is { } constructor)
            Create(stack, constructor, constructor.Parameters.Select(static parameter => (Value)new Unknown("service '" + parameter.Name + "'")).ToImmutableArray(), operation);
    }

    internal Value ConcatenateAll(IEnumerable<Value>? values, Value? separator, Call call)
    {
        if (values is null)
            return new Unknown("a joined collection that is not known", Written(call.Operation));
        var pieces = new List<Value>();
        foreach (var value in values)
        {
            if (pieces.Count > 0 && separator is not (null or Constant { Raw: null or "" }))
                pieces.Add(separator);
            pieces.Add(AsText(value, null, null));
        }

        return ConcatenateChoices(pieces, call.Operation);
    }

    internal Value? Format(Call call)
    {
        var arguments = call.Arguments;
        if (arguments.Length > 0 && arguments[0].AsString() is null && arguments.Length > 1)
            arguments = arguments.RemoveAt(0);
        if (arguments[0].AsString() is not { } format)
            return null;
        var values = arguments.RemoveAt(0);
        if (values.Length == 1 && ItemsOf(values[0]) is { } items && values[0].AsString() is null)
            values = items;
        var pieces = new List<Value>();
        var rest = 0;
        while (rest < format.Length)
        {
            var open = format.IndexOfAny(['{', '}'], rest);
            if (open < 0)
                break;
            pieces.Add(new Constant(format.Substring(rest, open - rest), arguments[0].Origin));
            if (open + 1 < format.Length && format[open + 1] == format[open])
            {
                pieces.Add(new Constant(format[open].ToString()));
                rest = open + 2;
                continue;
            }

            var close = format.IndexOf('}', open);
            if (format[open] == '}' || close < 0)
                return null;
            var hole = format.Substring(open + 1, close - open - 1);
            var colon = hole.IndexOf(':');
            var place = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',');
            if (place.Length > 2 || !int.TryParse(place[0].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= values.Length)
                return null;
            var text = AsText(values[index], null, colon < 0 ? null : hole.Substring(colon + 1));
            if (place.Length == 2)
            {
                if (!int.TryParse(place[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var width))
                    return null;
                text = Aligned(text, new Constant(width), call.Operation);
            }

            pieces.Add(text);
            rest = close + 1;
        }

        pieces.Add(new Constant(format.Substring(rest), arguments[0].Origin));
        return ConcatenateChoices(pieces, call.Operation);
    }
}
