using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Library;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>What the Library folder may do with an evaluation.</content>
internal sealed partial class Interpreter
{
    internal StackConfiguration? Configuration => _options.Configuration;

    internal ITypeSymbol ObjectType => _compilation.ObjectType;

    internal Origin OriginOf(IOperation operation) => Written(operation);

    internal void NoteConfiguration() => UsedConfiguration = true;

    internal ObjectState? State(ObjectReference reference) => StateOf(reference);

    internal void Put(ObjectReference reference, ObjectState state)
    {
        if (_reachable)
            _store.Write(reference.Cell, state);
    }

    internal void Forget(Value value, string reason) => Lose(value, reason);

    internal ObjectReference NewLost(ITypeSymbol type, string reason, Origin? origin) => NewObject(new ObjectState { Type = type, Lost = reason }, origin);

    internal ImmutableArray<KeyValuePair<Value, Value>>? EntriesOf(Value value) => value is ObjectReference reference ? StateOf(reference)?.Entries : null;

    internal Value Call(Closure closure, IOperation operation, params Value[] arguments) => CallClosure(closure, arguments.ToImmutableArray(), operation, fromLibrary: true);

    internal void CallForAnyItem(Closure closure, IOperation operation) => RunForAnyRound(() => Call(closure, operation, closure.Method.Parameters.Select(_ => (Value)new Unknown("an element of a collection that is not known")).ToArray()));

    internal Value ForkEach(IOperation operation, ImmutableArray<Value> alternatives, Func<Value, Value> run) =>
        Fork(operation, alternatives.Select(alternative => (Func<Value>)(() => run(alternative))).ToArray());

    internal Value Compare(Value left, Value right, IOperation operation) => AsValue(AreEqual(left, right), operation);

    internal Value ElementAt(Value collection, Value index, IOperation operation) => ReadElement(collection, index, operation);

    internal Value PropertyOf(ObjectReference reference, IPropertySymbol property, IOperation operation) => ReadPropertyOf(property, reference, operation);

    internal Value TextOf(Value value, ITypeSymbol? type, string? format) => _pulumi.IsOutputOrInput(type) ? new Unknown("an Output printed into a string") : Values.Map(value, one => AsText(one, type, format));

    internal ITypeSymbol TypeArgument(IMethodSymbol method, int index) => Resolve(method.TypeArguments[index]);

    internal bool IsResource(ITypeSymbol type) => _pulumi.IsResource(type);

    internal string TokenOf(INamedTypeSymbol type) => _pulumi.Token(type) ?? WellKnownToken(type);

    /// <summary>The program leaves here by an exception.</summary>
    internal Value Throw()
    {
        _reachable = false;
        return new Unknown("an exception");
    }

    /// <summary>Runs a stack class: <c>RunAsync&lt;MyStack&gt;()</c>. What a service provider gives its constructor is not known.</summary>
    internal void RunStack(INamedTypeSymbol stack, IOperation operation)
    {
        if (stack.InstanceConstructors.OrderBy(static constructor => constructor.Parameters.Length).FirstOrDefault() is { } constructor)
            Create(stack, constructor, constructor.Parameters.Select(static parameter => (Value)new Unknown("service '" + parameter.Name + "'")).ToImmutableArray(), operation);
    }

    internal Value ConcatenateAll(IEnumerable<Value>? values, string separator, Call call)
    {
        if (values is null)
            return new Unknown("a joined collection that is not known", Written(call.Operation));
        var pieces = new List<Value>();
        foreach (var value in values)
        {
            if (pieces.Count > 0 && separator.Length > 0)
                pieces.Add(new Constant(separator));
            pieces.Add(Values.Map(value, one => AsText(one, null, null)));
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
            var name = colon < 0 ? hole : hole.Substring(0, colon);
            if (!int.TryParse(name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) || index >= values.Length)
                return null;
            pieces.Add(Values.Map(values[index], one => AsText(one, null, colon < 0 ? null : hole.Substring(colon + 1))));
            rest = close + 1;
        }

        pieces.Add(new Constant(format.Substring(rest), arguments[0].Origin));
        return ConcatenateChoices(pieces, call.Operation);
    }
}
