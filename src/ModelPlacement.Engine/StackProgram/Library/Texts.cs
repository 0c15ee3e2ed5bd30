using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary><c>StringBuilder</c>, the text put together so far, and <c>StringReader</c>, the text that is left to read.</summary>
internal static class Texts
{
    private const string Builder = "System.Text.StringBuilder";
    private const string Reader = "System.IO.StringReader";
    private const string AnyReader = "System.IO.TextReader";

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
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
        (Builder, "Insert", static (interpreter, call) => call is { Arguments: [Constant { Raw: 0 }, _] } && Held(interpreter, call) is { } after
            ? Put(interpreter, call, interpreter.ConcatenateAll([Text(interpreter, call, 1), after], null, call))
            : call is { Arguments: [Constant { Raw: int and >= 0 and var at }, Constant { Raw: string inserted }] } && Held(interpreter, call)?.AsString() is { } text && at <= text.Length
            ? Put(interpreter, call, new Constant(text.Insert(at, inserted), interpreter.OriginOf(call.Operation)))
            : null),
        (Builder, "Remove", static (interpreter, call) => call is { Arguments: [Constant { Raw: int and >= 0 and var at }, Constant { Raw: int and >= 0 and var count }] } && Held(interpreter, call)?.AsString() is { } text && count <= text.Length - at
            ? Put(interpreter, call, new Constant(text.Remove(at, count), interpreter.OriginOf(call.Operation)))
            : null),
        (Builder, "ToString", static (interpreter, call) => call.Arguments.IsEmpty ? Held(interpreter, call) : null),
        .. new[] { Reader, AnyReader }.SelectMany(static type => new (string, string, LibraryMethod)[]
        {
            (type, "ReadLine", ReadLine),
            (type, "ReadToEnd", static (interpreter, call) => Held(interpreter, call) is { } rest && Put(interpreter, call, new Constant("")) is not null ? rest : null),
            (type, "Dispose Close", static (interpreter, call) => Held(interpreter, call) is null ? null : Constant.Null),
        }),
    ];

    /// <summary>Whether a type is a builder, which prints as the text in it.</summary>
    public static bool IsBuilder(ITypeSymbol type) => type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } };

    /// <summary>A new builder or reader, or null where the type is another.</summary>
    public static Value? Create(Interpreter interpreter, INamedTypeSymbol type, ImmutableArray<Value> arguments, IOperation operation)
    {
        if (type is { Name: "StringReader", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } } && arguments is [Constant { Raw: string } read])
            return interpreter.NewObject(new ObjectState { Type = type, Text = read }, interpreter.OriginOf(operation));
        if (!IsBuilder(type) || arguments.Length > 2)
            return null;
        Value text = arguments.FirstOrDefault(static argument => argument is not Constant { Raw: int }) is { } given ? interpreter.TextOf(given, null, null) : new Constant("", interpreter.OriginOf(operation));
        return interpreter.NewObject(new ObjectState { Type = type, Text = text }, interpreter.OriginOf(operation));
    }

    // Up to the end of the line, or of the text; null where nothing is left.
    private static Value? ReadLine(Interpreter interpreter, Call call)
    {
        if (Held(interpreter, call) is not Constant { Raw: string rest } text)
            return null;
        if (rest.Length == 0)
            return new Constant(null, text.Origin);
        var end = rest.IndexOfAny(['\r', '\n']);
        var next = end < 0 ? rest.Length : end + 1;
        if (end >= 0 && rest[end] == '\r' && next < rest.Length && rest[next] == '\n')
            next++;
        return Put(interpreter, call, new Constant(rest.Substring(next), text.Origin)) is null ? null : new Constant(end < 0 ? rest : rest.Substring(0, end), text.Origin);
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
