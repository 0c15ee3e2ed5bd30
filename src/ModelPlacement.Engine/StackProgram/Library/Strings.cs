using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Strings, numbers and other plain values of the base class library.</summary>
internal static class Strings
{
    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.String", "ToLower ToLowerInvariant", OnPieces(static text => text.ToLowerInvariant())),
        ("System.String", "ToUpper ToUpperInvariant", OnPieces(static text => text.ToUpperInvariant())),
        ("System.String", "Trim", On(static (text, given) => given is [] ? text.Trim() : Characters(given) is { } characters ? text.Trim(characters) : null)),
        ("System.String", "TrimStart", On(static (text, given) => given is [] ? text.TrimStart() : Characters(given) is { } characters ? text.TrimStart(characters) : null)),
        ("System.String", "TrimEnd", On(static (text, given) => given is [] ? text.TrimEnd() : Characters(given) is { } characters ? text.TrimEnd(characters) : null)),
        ("System.String", "Replace", Replace),
        ("System.String", "Substring", On(static (text, given) => given switch
        {
            [int start] when start >= 0 && start <= text.Length => text.Substring(start),
            [int start, int length] when start >= 0 && length >= 0 && length <= text.Length - start => text.Substring(start, length),
            _ => null,
        })),
        ("System.String", "Insert", On(static (text, given) => given is [int at, string inserted] && at >= 0 && at <= text.Length ? text.Insert(at, inserted) : null)),
        ("System.String", "Remove", On(static (text, given) => given switch
        {
            [int start] when start >= 0 && start <= text.Length => text.Substring(0, start),
            [int start, int length] when start >= 0 && length >= 0 && length <= text.Length - start => text.Remove(start, length),
            _ => null,
        })),
        ("System.String", "PadLeft", On(static (text, given) => given is [int and > Values.LongestText, ..] ? null : given switch { [int width] => text.PadLeft(width), [int width, char with] => text.PadLeft(width, with), _ => null })),
        ("System.String", "PadRight", On(static (text, given) => given is [int and > Values.LongestText, ..] ? null : given switch { [int width] => text.PadRight(width), [int width, char with] => text.PadRight(width, with), _ => null })),
        ("System.String", "Contains", Compare(static (text, part, comparison) => text.IndexOf(part, comparison) >= 0, decidedByStart: false, ordinal: true)),
        ("System.String", "StartsWith", Compare(static (text, part, comparison) => text.StartsWith(part, comparison), decidedByStart: true, ordinal: false)),
        ("System.String", "EndsWith", Compare(static (text, part, comparison) => text.EndsWith(part, comparison), decidedByStart: false, ordinal: false)),
        ("System.String", "IndexOf", On(static (text, given) => given switch
        {
            [string part] when IsPlain(text) && IsPlain(part) => text.IndexOf(part, StringComparison.Ordinal),
            [string part, StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase] => text.IndexOf(part, (StringComparison)given[1]!),
            [string part, int start] when IsPlain(text) && IsPlain(part) && start >= 0 && start <= text.Length => text.IndexOf(part, start, StringComparison.Ordinal),
            [char character] => text.IndexOf(character),
            [char character, int start] when start >= 0 && start <= text.Length => text.IndexOf(character, start),
            _ => null,
        })),
        ("System.String", "LastIndexOf", On(static (text, given) => given switch
        {
            [string { Length: > 0 } part] when IsPlain(text) && IsPlain(part) => text.LastIndexOf(part, StringComparison.Ordinal),
            [string { Length: > 0 } part, StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase] => text.LastIndexOf(part, (StringComparison)given[1]!),
            [char character] => text.LastIndexOf(character),
            _ => null,
        })),
        ("System.String", "IndexOfAny", On(static (text, given) => given is [Sequence characters] && Characters([characters]) is { } any ? text.IndexOfAny(any) : null)),
        ("System.String", "ReplaceLineEndings", On(static (text, given) => given is [string with] && text.All(static character => character is not ('\f' or '\u0085' or '\u2028' or '\u2029')) ? text.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\n", with) : null)),
        ("System.IO.Path", "GetFileName GetFileNameWithoutExtension GetExtension", static (_, call) => call[0].AsString() is { } path && path.All(static character => character is > ' ' and <= '~' and not ('\\' or ':' or '"' or '<' or '>' or '|')) ? new Constant(PartOf(path, call.Method.Name), call[0].Origin) : null),
        ("System.String", "Equals", Equal),
        ("System.String", "IsNullOrEmpty", Blank(static text => text.Length == 0)),
        ("System.String", "IsNullOrWhiteSpace", Blank(static text => string.IsNullOrWhiteSpace(text))),
        ("System.String", "Concat", static (interpreter, call) => interpreter.ConcatenateAll(Flatten(interpreter, call, call.Arguments), null, call)),
        ("System.String", "Join", static (interpreter, call) => call.Arguments.Length == 2 && Separator(call[0]) is { } separator
            ? interpreter.ConcatenateAll(Flatten(interpreter, call, call.Arguments.RemoveAt(0)), separator, call)
            : null),
        ("System.String", "Create", static (_, call) => call.Arguments.Length == 2 && call[1] is Constant or Text ? call[1] : null),
        ("System.FormattableString", "Invariant", static (interpreter, call) => call[0] is Constant or Text && !PrintsOutputs(interpreter, call.Operation) ? call[0] : null),
        ("System.String", "Format", static (interpreter, call) => interpreter.Format(call)),
        ("System.String", "Split", Split),
        ("System.String", "ToString", static (_, call) => call.Receiver),
        ("System.String", "Clone Intern", static (_, call) => call.Receiver is Constant ? call.Receiver : null),
        ("System.String", "Normalize", On(static (text, given) => given is [] && IsPlain(text) ? text : null)),
        ("System.String", "CompareOrdinal", static (_, call) => call is { Arguments: [Constant { Raw: string one }, Constant { Raw: string other }] } && string.Equals(one, other, StringComparison.Ordinal) ? new Constant(0) : null),
        ("System.String", "ToCharArray", static (interpreter, call) => call.Arguments.IsEmpty && call.Receiver?.AsString() is { } text
            ? interpreter.NewList(text.Select(character => (Value)new Constant(character, call.Receiver.Origin)).ToImmutableArray(), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : null),
        ("System.Object", "ToString", ToText),
        ("System.Enum", "ToString", ToText),
        ("System.ValueTuple", "ToString", ToText),
        ("System.Object", "Equals", static (interpreter, call) => (call.Receiver is null ? call.Arguments : call.Arguments.Insert(0, call.Receiver)) is [Constant one, Constant other] && Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(one.EnumType, other.EnumType)
            ? new Constant(Equals(one.Raw, other.Raw), interpreter.OriginOf(call.Operation))
            : null),
        ("System.Object", "ReferenceEquals", static (interpreter, call) => call is { Arguments: [ObjectReference one, ObjectReference other] } ? new Constant(one.Cell == other.Cell, interpreter.OriginOf(call.Operation)) : null),
        ("System.Object", "GetType", static (interpreter, call) => call.Receiver switch
        {
            ObjectReference reference when interpreter.State(reference) is { } state => new TypeValue(state.Type, interpreter.OriginOf(call.Operation)),
            Constant { EnumType: { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum } type } => new TypeValue(type, interpreter.OriginOf(call.Operation)),
            _ => null,
        }),
        ("System.Convert", "ToBase64String", static (_, call) => call.Arguments is [var given] && Values.Alternatives(given).All(static one => one is Constant { Raw: byte[] })
            ? Values.Map(given, static one => new Constant(Convert.ToBase64String((byte[])((Constant)one).Raw!), one.Origin))
            : null),
        ("System.Convert", "ToHexString", static (_, call) => call.Arguments is [Constant { Raw: byte[] bytes }] ? new Constant(BitConverter.ToString(bytes).Replace("-", ""), call[0].Origin) : null),
        ("System.Convert", "FromBase64String", static (interpreter, call) => call[0].AsString() is { } text && Bytes(text) is { } bytes ? new Constant(bytes, call[0].Origin) : null),
        ("System.Convert", "ToString", static (interpreter, call) => call.Arguments switch
        {
            [_] => interpreter.TextOf(call[0], call.Method.Parameters[0].Type, null),
            [Constant { Raw: int number }, Constant { Raw: int @base and (2 or 8 or 10 or 16) }] => new Constant(Convert.ToString(number, @base), call[0].Origin),
            _ => null,
        }),
        ("System.Text.Encoding", "GetBytes", static (_, call) => call.Method.Parameters is [{ Type.SpecialType: Microsoft.CodeAnalysis.SpecialType.System_String }] && call.Receiver is Constant { Raw: "utf-8" } && Values.WithLineEnds(call[0]) is var text && Values.Alternatives(text).All(static one => one is Constant { Raw: string })
            ? Values.Map(text, static one => new Constant(System.Text.Encoding.UTF8.GetBytes(one.AsString()!), one.Origin))
            : null),
        ("System.Text.Encoding", "GetString", static (_, call) => call is { Receiver: Constant { Raw: "utf-8" }, Arguments: [Constant { Raw: byte[] bytes }] } ? new Constant(System.Text.Encoding.UTF8.GetString(bytes), call[0].Origin) : null),
    ];

    /// <summary>A new string, or null where it is not known: of characters, or of one repeated.</summary>
    public static Value? Create(Interpreter interpreter, ImmutableArray<Value> arguments, Microsoft.CodeAnalysis.IOperation operation) => arguments switch
    {
        [Constant { Raw: char character }, Constant { Raw: int and >= 0 and < 10_000 and var count }] => new Constant(new string(character, count), interpreter.OriginOf(operation)),
        [var characters] when interpreter.ItemsOf(characters) is { } items && items.All(static item => item is Constant { Raw: char }) =>
            new Constant(new string(items.Select(static item => (char)((Constant)item).Raw!).ToArray()), interpreter.OriginOf(operation)),
        _ => null,
    };

    private static readonly LibraryMethod ReplaceKnown = On(static (text, given) => given switch
    {
        [string { Length: > 0 } old, var with, ..] when with is null or string && Ordinal(given, 2) && (long)text.Length * ((string?)with ?? "").Length <= 64L * Values.LongestText => text.Replace(old, (string?)with ?? ""),
        [char old, char with] => text.Replace(old, with),
        _ => null,
    });

    // Where a piece of the text, or what is put into it, is not known.
    private static Value? Replace(Interpreter interpreter, Call call)
    {
        if (call is not { Receiver: { } receiver, Arguments: { Length: 2 } given } || given[0] is not (Constant { Raw: string } or Unknown { IsLineEnd: true }) || given.Insert(0, receiver).All(static value => value is Constant))
            return ReplaceKnown(interpreter, call);
        return Values.Map(receiver, given[1], (text, with) => Replacements.Replace(text, given[0], with, receiver.Origin ?? interpreter.OriginOf(call.Operation)) is { } replaced ? replaced : Unknowable(ImmutableArray.Create(text, with), call));
    }

    // What is done to each character by itself is done to the pieces that are known.
    private static LibraryMethod OnPieces(Func<string, string> function) => (interpreter, call) => call.Receiver is null || !call.Arguments.IsEmpty && !interpreter.HasInvariantCulture ? null : Values.Map(call.Receiver, value => value switch
    {
        Constant { Raw: string text } => new Constant(function(text), value.Origin),
        Text { Pieces: var pieces } => Values.Concatenate(pieces.Select(piece => piece is Constant { Raw: string known } ? new Constant(function(known), piece.Origin) : piece is Unknown { IsLineEnd: true } ? piece : Unknowable(ImmutableArray.Create(piece), call)), value.Origin),
        _ => Unknowable(ImmutableArray.Create(value), call),
    });

    // A formattable string keeps an output as what it is; printed it is not its value.
    private static bool PrintsOutputs(Interpreter interpreter, Microsoft.CodeAnalysis.IOperation call) =>
        Microsoft.CodeAnalysis.Operations.OperationExtensions.Descendants(call).OfType<Microsoft.CodeAnalysis.Operations.IInterpolationOperation>().Any(hole => interpreter.IsOutput(hole.Expression.Type));

    /// <summary>What stands between joined texts, or null where that is not known.</summary>
    public static Value? Separator(Value given) => given switch
    {
        Constant { Raw: char character } => new Constant(character.ToString()),
        Constant { Raw: string or null } or Unknown { IsLineEnd: true } => given,
        _ => null,
    };

    // What the culture of the machine cannot make a difference to.
    private static bool IsPlain(string text) => text.All(static character => character is >= ' ' and <= '~');

    // Of a path that Windows and others read alike.
    private static string PartOf(string path, string part) => part switch
    {
        "GetFileName" => System.IO.Path.GetFileName(path),
        "GetExtension" => System.IO.Path.GetExtension(path),
        _ => System.IO.Path.GetFileNameWithoutExtension(path),
    };

    private static byte[]? Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static Value? ToText(Interpreter interpreter, Call call) => call.Receiver switch
    {
        Constant or Text or ObjectReference or TupleValue when call.Arguments.IsEmpty => interpreter.TextOf(call.Receiver, ReceiverType(call), null),
        Constant when call.Arguments is [Constant { Raw: string format }] => interpreter.TextOf(call.Receiver, ReceiverType(call), format),
        Constant when call.Arguments is [var culture] && culture is not Constant { Raw: string } && call.Method.Parameters[0].Name == "provider" => interpreter.TextOf(call.Receiver, ReceiverType(call), null),
        _ => null,
    };

    private static Microsoft.CodeAnalysis.ITypeSymbol? ReceiverType(Call call) => (call.Operation as Microsoft.CodeAnalysis.Operations.IInvocationOperation)?.Instance?.Type;

    private static LibraryMethod On(Func<string, object?[], object?> function) => (interpreter, call) =>
    {
        if (call.Receiver is null)
            return null;
        var arguments = call.Arguments.Select((argument, index) => argument switch
        {
            ObjectReference when interpreter.ItemsOf(argument) is { } items => new Sequence(items),
            Constant { Raw: int comparison } when call.Method.Parameters[index].Type.Name is nameof(StringComparison) => new Constant((StringComparison)comparison),
            _ => argument,
        }).ToImmutableArray();
        return Pure(arguments.Insert(0, Values.WithLineEnds(call.Receiver)), call, values => values[0] is string text ? function(text, values.Skip(1).ToArray()) : null);
    };

    /// <summary>A function of constants, applied to every combination of alternatives; not known where one of the values is not a constant.</summary>
    private static Value Pure(ImmutableArray<Value> values, Call call, Func<object?[], object?> function)
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
        return Values.OneOf(combinations.Select(combination => Attempt(combination) is { } result ? (Value)new Constant(result, values[0].Origin ?? origin) : new Unknown("the result of " + call.Method.Name, origin)));

        // What is out of range ends the program by an exception, here too.
        object? Attempt(object?[] combination)
        {
            try
            {
                return function(combination);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }

    private static Unknown Unknowable(ImmutableArray<Value> values, Call call) => new(
        values.OfType<Unknown>().FirstOrDefault()?.Reason ?? "the result of " + call.Method.Name + " on a value that is known only once deployed",
        values[0].Origin)
    {
        IsNeverNull = true,
        From = Values.Sources(values),
    };

    private static char[]? Characters(object?[] given)
    {
        if (given.All(static one => one is char))
            return given.Cast<char>().ToArray();
        return given is [Sequence sequence] && sequence.Items.All(static item => item is Constant { Raw: char }) ? sequence.Items.Select(static item => (char)((Constant)item).Raw!).ToArray() : null;
    }

    // StringComparison.Ordinal is 4, OrdinalIgnoreCase 5; without one given, Replace is ordinal.
    private static bool Ordinal(object?[] given, int index) => given.Length <= index || given[index] is StringComparison.Ordinal;

    // StringComparison: CurrentCulture 0, InvariantCulture 2, Ordinal 4, each with IgnoreCase one more. Cultures agree on plain text only; without a comparison given,
    // Contains is ordinal, StartsWith and EndsWith are of the culture (of a single character, ordinal too).
    private static LibraryMethod Compare(Func<string, string, StringComparison, bool> test, bool decidedByStart, bool ordinal) => (interpreter, call) =>
    {
        if (call.Receiver is null || call.Arguments.Length > 2 || call.Arguments.Length == 2 && call[1] is not Constant { Raw: int and >= 0 and <= 5 })
            return null;
        var given = call.Arguments.Length == 2 ? (int)((Constant)call[1]).Raw! : call[0] is Constant { Raw: char } || ordinal ? 4 : 0;
        var comparison = given % 2 == 1 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var part = call[0] is Constant { Raw: char character } ? new Constant(character.ToString(), call[0].Origin) : call[0];
        return Values.Map(call.Receiver, part, (text, piece) =>
        {
            if (text.AsString() is { } known && piece.AsString() is { } wanted && (given >= 4 || (IsPlain(known) && IsPlain(wanted))))
                return new Constant(test(known, wanted, comparison), call.Receiver.Origin);
            if (decidedByStart && text is Text { Pieces: var pieces } && pieces[0].AsString() is { } prefix && piece.AsString() is { } start && prefix.Length >= start.Length && IsPlain(prefix) && IsPlain(start))
                return new Constant(test(prefix, start, comparison), call.Receiver.Origin);
            if (!decidedByStart && ordinal && text is Text { Pieces: var known2 } && piece.AsString() is { } part2 && known2.Any(one => one.AsString() is { } sure && test(sure, part2, comparison)))
                return new Constant(true, call.Receiver.Origin);
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

    // The values that are put together: the arguments, or the items of the one collection that is given.
    private static IEnumerable<Value>? Flatten(Interpreter interpreter, Call call, ImmutableArray<Value> arguments)
    {
        if (call.Method.TypeArguments.Any(interpreter.IsOutput))
            return [new Unknown("Outputs printed into a string")];
        if (arguments.Length != 1 || arguments[0] is Constant or Text or ResourceReference)
            return arguments;
        return interpreter.ItemsOf(arguments[0]);
    }

    private static Value? Split(Interpreter interpreter, Call call)
    {
        if (call.Receiver is not { } receiver || Separators(interpreter, call[0]) is not { } separators)
            return null;
        var count = int.MaxValue;
        var options = StringSplitOptions.None;
        foreach (var parameter in call.Method.Parameters.Skip(1))
        {
            if (call[parameter.Ordinal] is not Constant { Raw: int number } || number < 0)
                return null;
            if (parameter.Name == "count")
                count = number;
            else
                options = (StringSplitOptions)number;
        }

        // StringSplitOptions: RemoveEmptyEntries 1, TrimEntries 2 (newer than this assembly's framework).
        if ((int)options > 3 || (count != int.MaxValue && options != StringSplitOptions.None))
            return null;
        var whole = Values.WithLineEnds(receiver);
        if (Values.Alternatives(whole).All(static one => one.AsString() is not null) && Values.Alternatives(whole).Select(one => Parts(one.AsString()!)).ToList() is var all && all.TrueForAll(parts => parts.SequenceEqual(all[0], StringComparer.Ordinal)))
            whole = Values.Alternatives(whole).First();
        return Values.Map(whole, value => value.AsString() is { } text
            ? interpreter.NewList(Parts(text).Select(part => (Value)new Constant(part, value.Origin)).ToImmutableArray(), call.Method.ReturnType, interpreter.OriginOf(call.Operation))
            : value is Text partly && PartsOf(partly) is { } ends ? interpreter.NewObject(ends with { Type = call.Method.ReturnType }, interpreter.OriginOf(call.Operation))
            : new Unknown("the parts of a string that is not known", interpreter.OriginOf(call.Operation)) { IsNeverNull = true, From = Values.Sources([value]) });

        // What stands before the last separator that comes before any hole, and after the first one that comes after all of them.
        ObjectState? PartsOf(Text text)
        {
            if (!separators.All(static separator => separator.Length == 1) || count != int.MaxValue)
                return null;
            var start = text.Pieces[0].AsString()?.Split(separators, StringSplitOptions.None) ?? [];
            var end = text.Pieces[text.Pieces.Length - 1].AsString()?.Split(separators, StringSplitOptions.None) ?? [];
            return new ObjectState { Type = interpreter.ObjectType, Ends = new KnownEnds(Known(start.Take(start.Length - 1)), Known(end.Skip(1))) };

            Sequence Known(IEnumerable<string> parts) => new(Kept(parts).Select(part => (Value)new Constant(part, text.Origin)).ToImmutableArray());
        }

        List<string> Parts(string text) => Kept(text.Split(separators, count, StringSplitOptions.None)).ToList();

        IEnumerable<string> Kept(IEnumerable<string> parts)
        {
            if (((int)options & 2) != 0)
                parts = parts.Select(static part => part.Trim());
            if (((int)options & 1) != 0)
                parts = parts.Where(static part => part.Length > 0);
            return parts;
        }
    }

    private static string[]? Separators(Interpreter interpreter, Value value) => value switch
    {
        Constant { Raw: char separator } => [separator.ToString()],
        Constant { Raw: string { Length: > 0 } separator } => [separator],
        ObjectReference or Sequence when interpreter.ItemsOf(value) is { IsEmpty: false } items && items.All(static item => item is Constant { Raw: char or string { Length: > 0 } }) =>
            items.Select(static item => ((Constant)item).Raw!.ToString()).ToArray(),
        _ => null,
    };
}
