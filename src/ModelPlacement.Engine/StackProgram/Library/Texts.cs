using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary><c>StringBuilder</c>: the text put together so far.</summary>
internal static class Texts
{
    private const string Builder = "System.Text.StringBuilder";

    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        (Builder, "Append", static (interpreter, call) => call.Arguments.Length == 1 || IsInterpolated(call) ? Append(interpreter, call, Text(interpreter, call, call.Arguments.Length - 1)) : call is { Arguments: [Constant { Raw: char character }, Constant { Raw: int and >= 0 and < 10_000 and var count }] }
            ? Append(interpreter, call, new Constant(new string(character, count)))
            : null),
        (Builder, "AppendLine", static (interpreter, call) => Append(interpreter, call, interpreter.ConcatenateAll([call.Arguments.IsEmpty ? new Constant("") : Text(interpreter, call, call.Arguments.Length - 1), Unknown.LineEnd(interpreter.OriginOf(call.Operation))], null, call))),
        (Builder, "AppendFormat", static (interpreter, call) => interpreter.Format(call) is { } text ? Append(interpreter, call, text) : null),
        (Builder, "AppendJoin", static (interpreter, call) => Strings.Separator(call[0]) is { } separator && interpreter.ItemsOf(call[1]) is { } items && !call.Method.TypeArguments.Any(interpreter.IsOutput)
            ? Append(interpreter, call, interpreter.ConcatenateAll(items, separator, call))
            : null),
        (Builder, "Clear", static (interpreter, call) => Put(interpreter, call, new Constant(""))),
        (Builder, "Replace", static (interpreter, call) => call is { Arguments: [Constant { Raw: string { Length: > 0 } } old, var with] } && Held(interpreter, call) is { } text
            ? Put(interpreter, call, Values.Map(text, with, (one, other) => Replacements.Replace(one, old, other, interpreter.OriginOf(call.Operation)) ?? new Unknown("the result of Replace", interpreter.OriginOf(call.Operation)) { IsNeverNull = true }))
            : null),
        (Builder, "Insert", static (interpreter, call) => call is { Arguments: [Constant { Raw: int and >= 0 and var at }, Constant { Raw: string inserted }] } && Held(interpreter, call)?.AsString() is { } text && at <= text.Length
            ? Put(interpreter, call, new Constant(text.Insert(at, inserted), interpreter.OriginOf(call.Operation)))
            : null),
        (Builder, "ToString", static (interpreter, call) => call.Arguments.IsEmpty ? Held(interpreter, call) : null),
    ];

    /// <summary>A new builder, or null where the type is another.</summary>
    public static Value? Create(Interpreter interpreter, INamedTypeSymbol type, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (type is not { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } })
            return null;
        Value text = arguments.FirstOrDefault(static argument => argument is not Constant { Raw: int }) is { } given ? interpreter.TextOf(given, null, null) : new Constant("", interpreter.OriginOf(operation));
        return interpreter.NewObject(new ObjectState { Type = type, Text = text }, interpreter.OriginOf(operation));
    }

    private static Value? Held(Interpreter interpreter, Call call) => call.Receiver is ObjectReference reference && interpreter.State(reference) is { Lost: null, Text: { } text } ? text : null;

    // `Append($"...")`, with a format provider before it or without.
    private static bool IsInterpolated(Call call) => call.Method.Parameters[call.Method.Parameters.Length - 1].Type.Name == "AppendInterpolatedStringHandler";

    private static Value Text(Interpreter interpreter, Call call, int index) => interpreter.TextOf(call[index], call.Method.Parameters[index].Type, null);

    private static Value? Append(Interpreter interpreter, Call call, Value added) =>
        Held(interpreter, call) is { } text ? Put(interpreter, call, interpreter.ConcatenateAll([text, added], null, call)) : null;

    private static Value? Put(Interpreter interpreter, Call call, Value text)
    {
        if (call.Receiver is not ObjectReference reference || interpreter.State(reference) is not { Lost: null } state)
            return null;
        interpreter.Put(reference, state with { Text = Interpreter.Bounded(text) });
        return reference;
    }
}
