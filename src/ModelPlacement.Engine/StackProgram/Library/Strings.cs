using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Strings, numbers and other plain values of the base class library.</summary>
internal static class Strings
{
    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        ("System.String", "ToLower ToLowerInvariant", On(static (text, _) => text.ToLowerInvariant())),
        ("System.String", "ToUpper ToUpperInvariant", On(static (text, _) => text.ToUpperInvariant())),
        ("System.String", "Trim", On(static (text, given) => given is [] ? text.Trim() : Characters(given) is { } characters ? text.Trim(characters) : null)),
        ("System.String", "TrimStart", On(static (text, given) => given is [] ? text.TrimStart() : Characters(given) is { } characters ? text.TrimStart(characters) : null)),
        ("System.String", "TrimEnd", On(static (text, given) => given is [] ? text.TrimEnd() : Characters(given) is { } characters ? text.TrimEnd(characters) : null)),
        ("System.String", "Replace", On(static (text, given) => given switch
        {
            [string { Length: > 0 } old, var with, ..] when with is null or string && Ordinal(given, 2) => text.Replace(old, (string?)with ?? ""),
            [char old, char with] => text.Replace(old, with),
            _ => null,
        })),
        ("System.String", "Substring", On(static (text, given) => given switch
        {
            [int start] when start >= 0 && start <= text.Length => text.Substring(start),
            [int start, int length] when start >= 0 && length >= 0 && start + length <= text.Length => text.Substring(start, length),
            _ => null,
        })),
        ("System.String", "Insert", On(static (text, given) => given is [int at, string inserted] && at >= 0 && at <= text.Length ? text.Insert(at, inserted) : null)),
        ("System.String", "Remove", On(static (text, given) => given switch
        {
            [int start] when start >= 0 && start <= text.Length => text.Substring(0, start),
            [int start, int length] when start >= 0 && length >= 0 && start + length <= text.Length => text.Remove(start, length),
            _ => null,
        })),
        ("System.String", "PadLeft", On(static (text, given) => given switch { [int width] => text.PadLeft(width), [int width, char with] => text.PadLeft(width, with), _ => null })),
        ("System.String", "PadRight", On(static (text, given) => given switch { [int width] => text.PadRight(width), [int width, char with] => text.PadRight(width, with), _ => null })),
        ("System.String", "Contains", StartsWith(static (text, part) => text.IndexOf(part, StringComparison.Ordinal) >= 0, static (text, part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0, prefixDecides: false)),
        ("System.String", "StartsWith", StartsWith(static (text, part) => text.StartsWith(part, StringComparison.Ordinal), static (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase), prefixDecides: true)),
        ("System.String", "EndsWith", StartsWith(static (text, part) => text.EndsWith(part, StringComparison.Ordinal), static (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase), prefixDecides: false)),
        ("System.String", "IndexOf", On(static (text, given) => given switch { [string part] => text.IndexOf(part, StringComparison.Ordinal), [string part, 4 or 5] => text.IndexOf(part, Comparison(given, 1)), [char character] => text.IndexOf(character), _ => null })),
        ("System.String", "LastIndexOf", On(static (text, given) => given switch { [string part] => text.LastIndexOf(part, StringComparison.Ordinal), [string part, 4 or 5] => text.LastIndexOf(part, Comparison(given, 1)), [char character] => text.LastIndexOf(character), _ => null })),
        ("System.String", "Equals", Equal),
        ("System.String", "IsNullOrEmpty", Blank(static text => text.Length == 0)),
        ("System.String", "IsNullOrWhiteSpace", Blank(static text => string.IsNullOrWhiteSpace(text))),
        ("System.String", "Concat", static (interpreter, call) => interpreter.ConcatenateAll(Flatten(interpreter, call.Arguments), "", call)),
        ("System.String", "Join", static (interpreter, call) => (call[0].AsString() ?? ((call[0] as Constant)?.Raw as char?)?.ToString()) is { } separator
            ? interpreter.ConcatenateAll(Flatten(interpreter, call.Arguments.RemoveAt(0)), separator, call)
            : null),
        ("System.String", "Format", static (interpreter, call) => interpreter.Format(call)),
        ("System.String", "Split", Split),
        ("System.String", "ToString", static (_, call) => call.Receiver),
        ("System.String", "Clone Normalize Intern", static (_, call) => call.Receiver is Constant ? call.Receiver : null),
        ("System.String", "Compare CompareOrdinal", static (_, call) => call[0].AsString() is { } one && call[1].AsString() is { } other ? new Constant(Math.Sign(string.CompareOrdinal(one, other))) : null),
        ("System.String", "ToCharArray", static (_, call) => call.Receiver is { } receiver && receiver.AsString() is { } text ? new Sequence(text.Select(static character => (Value)new Constant(character)).ToImmutableArray()) : null),
        ("System.Int32", "Parse", Parse(static text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)),
        ("System.Int64", "Parse", Parse(static text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null)),
        ("System.Double", "Parse", Parse(static text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null)),
        ("System.Boolean", "Parse", Parse(static text => bool.TryParse(text, out var value) ? value : null)),
        ("System.Int32", "TryParse", TryParse(static text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null, 0)),
        ("System.Boolean", "TryParse", TryParse(static text => bool.TryParse(text, out var value) ? value : null, false)),
        ("System.Math", "Max Min Abs", static (_, call) => call.Arguments.Select(static argument => (argument as Constant)?.Raw).ToArray() switch
        {
            [int one, int other] => new Constant(call.Method.Name == "Max" ? Math.Max(one, other) : Math.Min(one, other)),
            [int one] => new Constant(Math.Abs(one)),
            [double one, double other] => new Constant(call.Method.Name == "Max" ? Math.Max(one, other) : Math.Min(one, other)),
            _ => null,
        }),
        ("System.Convert", "ToBase64String", static (_, call) => call.Arguments is [Constant { Raw: byte[] bytes }] ? new Constant(Convert.ToBase64String(bytes), call[0].Origin) : null),
        ("System.Convert", "ToString", static (interpreter, call) => interpreter.TextOf(call[0], call.Method.Parameters[0].Type, null)),
        ("System.Text.Encoding", "GetBytes", static (_, call) => call.Method.Parameters is [{ Type.SpecialType: Microsoft.CodeAnalysis.SpecialType.System_String }] && call[0].AsString() is { } text
            ? new Constant(System.Text.Encoding.UTF8.GetBytes(text), call[0].Origin)
            : null),
    ];

    private static LibraryMethod On(Func<string, object?[], object?> function) => (_, call) =>
    {
        if (call.Receiver is null)
            return null;
        return Pure(call.Arguments.Insert(0, call.Receiver), call, values => values[0] is string text ? function(text, values.Skip(1).ToArray()) : null);
    };

    /// <summary>A function of constants, applied to every combination of alternatives; null where one of the values is not a constant.</summary>
    private static Value? Pure(ImmutableArray<Value> values, Call call, Func<object?[], object?> function)
    {
        if (values.Any(static value => Values.Alternatives(value).Any(static alternative => alternative is not Constant && alternative is not Sequence)))
            return Unknowable(values, call);
        var combinations = new List<object?[]> { Array.Empty<object?>() };
        foreach (var value in values)
        {
            combinations = combinations.SelectMany(before => Values.Alternatives(value).Select(alternative => before.Append(alternative is Constant constant ? constant.Raw : alternative).ToArray())).ToList();
            if (combinations.Count > 64)
                return new Unknown("budget: combinations of alternatives");
        }

        var origin = new Origin(OriginKind.Written, call.Operation.Syntax.GetLocation(), 0, values[0].Origin);
        return Values.OneOf(combinations.Select(combination => function(combination) is { } result ? (Value)new Constant(result, values[0].Origin ?? origin) : new Unknown("the result of " + call.Method.Name, origin)));
    }

    private static Value Unknowable(ImmutableArray<Value> values, Call call) =>
        values.OfType<Unknown>().FirstOrDefault() is { } unknown
            ? new Unknown(unknown.Reason, unknown.Origin)
            : new Unknown("the result of " + call.Method.Name + " on a value that is known only once deployed", values[0].Origin);

    private static char[]? Characters(object?[] given)
    {
        if (given.All(static one => one is char))
            return given.Cast<char>().ToArray();
        return given is [Sequence sequence] && sequence.Items.All(static item => item is Constant { Raw: char }) ? sequence.Items.Select(static item => (char)((Constant)item).Raw!).ToArray() : null;
    }

    // StringComparison.Ordinal is 4, OrdinalIgnoreCase 5; without one given, Replace is ordinal.
    private static bool Ordinal(object?[] given, int index) => given.Length <= index || given[index] is 4;

    private static StringComparison Comparison(object?[] given, int index) => given.Length > index && given[index] is int and 5 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static LibraryMethod StartsWith(Func<string, string, bool> ordinal, Func<string, string, bool> ignoringCase, bool prefixDecides) => (interpreter, call) =>
    {
        if (call.Receiver is null)
            return null;
        var part = call[0] is Constant { Raw: char character } ? new Constant(character.ToString(), call[0].Origin) : call[0];
        var ignores = call.Arguments.Length > 1 && call[1] is Constant { Raw: 1 or 3 or 5 };
        return Values.Map(call.Receiver, part, (text, piece) =>
        {
            if (text.AsString() is { } known && piece.AsString() is { } wanted)
                return new Constant((ignores ? ignoringCase : ordinal)(known, wanted), call.Receiver.Origin);
            if (prefixDecides && text is Text { Pieces: var pieces } && pieces[0].AsString() is { } prefix && piece.AsString() is { } start)
            {
                if (prefix.Length >= start.Length)
                    return new Constant((ignores ? ignoringCase : ordinal)(prefix, start));
            }

            return new Unknown("a condition", interpreter.OriginOf(call.Operation));
        });
    };

    private static Value? Equal(Interpreter interpreter, Call call)
    {
        var both = call.Receiver is null ? call.Arguments : call.Arguments.Insert(0, call.Receiver);
        var comparison = (both.Length > 2 ? both[2] as Constant : null)?.Raw as int?;
        return Values.Map(both[0], both[1], (one, other) => one.AsString() is { } left && other.AsString() is { } right
            ? new Constant(string.Equals(left, right, comparison is 1 or 3 or 5 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            : interpreter.Compare(one, other, call.Operation));
    }

    private static LibraryMethod Blank(Func<string, bool> test) => (interpreter, call) => Values.Map(call[0], value => value switch
    {
        Constant { Raw: null } => new Constant(true),
        Constant { Raw: string text } => new Constant(test(text)),
        Text { Pieces: var pieces } when pieces.Any(static piece => piece.AsString() is { } known && !string.IsNullOrWhiteSpace(known)) => new Constant(false),
        _ => new Unknown("a condition", interpreter.OriginOf(call.Operation)),
    });

    private static LibraryMethod Parse(Func<string, object?> parse) => (_, call) => Values.Map(call[0], value => value.AsString() is { } text && parse(text) is { } parsed
        ? new Constant(parsed, value.Origin)
        : new Unknown(value is Unknown unknown ? unknown.Reason : "a number read from a string", value.Origin));

    private static LibraryMethod TryParse(Func<string, object?> parse, object fallback) => (interpreter, call) =>
    {
        if (call.Outputs is null || call.Method.Parameters[call.Method.Parameters.Length - 1].RefKind != Microsoft.CodeAnalysis.RefKind.Out)
            return null;
        var output = call.Method.Parameters[call.Method.Parameters.Length - 1].OriginalDefinition;
        if (call[0] is Constant { Raw: null or string } constant)
        {
            var parsed = constant.Raw is string text ? parse(text) : null;
            call.Outputs[output] = new Constant(parsed ?? fallback, constant.Origin);
            return new Constant(parsed is not null, interpreter.OriginOf(call.Operation));
        }

        call.Outputs[output] = new Unknown("a number read from a string that is not known");
        return new Unknown("a condition", interpreter.OriginOf(call.Operation));
    };

    private static IEnumerable<Value>? Flatten(Interpreter interpreter, ImmutableArray<Value> arguments)
    {
        if (arguments.Length != 1 || arguments[0].AsString() is not null)
            return arguments;
        return interpreter.ItemsOf(arguments[0]) is { } items ? items : arguments[0] is Text or ResourceReference or Constant ? arguments : null;
    }

    private static Value? Split(Interpreter interpreter, Call call)
    {
        if (call.Receiver?.AsString() is not { } text)
            return call.Receiver is Unknown or Text or ResourceReference or Choice ? new Unknown("the parts of a string that is not known", interpreter.OriginOf(call.Operation)) : null;
        string[]? parts = null;
        var options = StringSplitOptions.None;
        foreach (var argument in call.Arguments.Skip(1))
        {
            // StringSplitOptions: RemoveEmptyEntries 1, TrimEntries 2 (newer than this assembly's framework).
            if (argument is not Constant { Raw: int flags } || flags is < 0 or > 3)
                return null;
            options = (StringSplitOptions)flags;
        }

        switch (call[0])
        {
            case Constant { Raw: char separator }:
                parts = text.Split(separator);
                break;
            case Constant { Raw: string { Length: > 0 } separator }:
                parts = text.Split(new[] { separator }, StringSplitOptions.None);
                break;
            default:
                if (interpreter.ItemsOf(call[0]) is not { } separators)
                    return null;
                if (separators.All(static item => item is Constant { Raw: char }))
                    parts = text.Split(separators.Select(static item => (char)((Constant)item).Raw!).ToArray());
                else if (separators.All(static item => item.AsString() is not null))
                    parts = text.Split(separators.Select(static item => item.AsString()!).ToArray(), StringSplitOptions.None);
                break;
        }

        if (parts is null)
            return null;
        if (((int)options & 2) != 0)
            parts = Array.ConvertAll(parts, static part => part.Trim());
        if (((int)options & 1) != 0)
            parts = parts.Where(static part => part.Length > 0).ToArray();
        return interpreter.NewList(parts.Select(part => (Value)new Constant(part, call.Receiver.Origin)), call.Method.ReturnType, interpreter.OriginOf(call.Operation));
    }
}
