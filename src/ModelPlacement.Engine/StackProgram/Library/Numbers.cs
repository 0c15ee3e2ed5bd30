using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Numbers, booleans, enums and nullable values: reading them from text, and arithmetic.</summary>
internal static class Numbers
{
    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.Int32", "Parse", Parse(Int32)),
        ("System.Int64", "Parse", Parse(Int64)),
        ("System.Double", "Parse", InOneCulture(Parse(Double))),
        ("System.Boolean", "Parse", Parse(Boolean)),
        ("System.Convert", "ToInt32", static (interpreter, call) => call.Arguments switch
        {
            [Constant { Raw: string }] => Parse(Int32)(interpreter, call),
            [Constant { Raw: string digits }, Constant { Raw: int @base and (2 or 8 or 16) }] when digits.Length is > 0 and < 8 && digits.All(digit => Uri.IsHexDigit(digit) && Convert.ToInt32(digit.ToString(), 16) < @base) => new Constant(Convert.ToInt32(digits, @base), call[0].Origin),
            [Constant { Raw: double and > int.MinValue and < int.MaxValue and var number }] => new Constant(Convert.ToInt32(number), call[0].Origin),
            _ => null,
        }),
        ("System.Convert", "ToBoolean", static (interpreter, call) => call is { Arguments: [Constant { Raw: string }] } ? Parse(Boolean)(interpreter, call) : null),
        ("System.Int32", "TryParse", TryParse(Int32)),
        ("System.Int64", "TryParse", TryParse(Int64)),
        ("System.Double", "TryParse", InOneCulture(TryParse(Double))),
        ("System.Boolean", "TryParse", TryParse(Boolean)),
        ("System.Enum", "Parse", OfEnum(ParseEnum)),
        ("System.Enum", "TryParse", OfEnum(TryParseEnum)),
        ("System.Enum", "GetNames", OfEnum(static (interpreter, call, type) => interpreter.NewList(Members(type).Select(static member => (Value)new Constant(member.Name)), call.Method.ReturnType, interpreter.OriginOf(call.Operation)))),
        ("System.Enum", "GetValues", OfEnum(static (interpreter, call, type) =>
            interpreter.NewList(Members(type).Select(member => (Value)new Constant(member.ConstantValue) { EnumType = type }), call.Method.ReturnType, interpreter.OriginOf(call.Operation)))),
        ("System.Enum", "HasFlag", static (interpreter, call) => call is { Receiver: Constant { Raw: { } value, EnumType: { } type } one, Arguments: [Constant { Raw: { } flag, EnumType: { } other }] } && SymbolEqualityComparer.Default.Equals(type, other)
            ? new Constant((Bits(value) & Bits(flag)) == Bits(flag), interpreter.OriginOf(call.Operation))
            : null),
        ("System.Enum", "IsDefined", OfEnum(static (interpreter, call, type) => call[0] is Constant { Raw: { } value } constant && SymbolEqualityComparer.Default.Equals(constant.EnumType, type)
            ? new Constant(Members(type).Any(member => Equals(member.ConstantValue, value)), interpreter.OriginOf(call.Operation))
            : null)),
        ("System.Enum", "GetName", OfEnum(static (_, call, type) => call[0] is Constant { Raw: { } value } && Members(type).Where(member => Equals(member.ConstantValue, value)).Take(2).ToList() is [var only] ? new Constant(only.Name, call[0].Origin) : null)),
        .. new[] { "Int32", "Int64", "Double", "Decimal" }.Select(static type => ("System." + type, "CompareTo", (LibraryMethod)(static (interpreter, call) =>
            call is { Receiver: Constant { Raw: IComparable one, EnumType: null }, Arguments: [Constant { Raw: { } other, EnumType: null }] } && one.GetType() == other.GetType() && one is not string ? new Constant(one.CompareTo(other), interpreter.OriginOf(call.Operation)) : null))),
        .. new[] { "Boolean", "Byte", "Char", "Decimal", "Double", "Int16", "Int32", "Int64", "SByte", "Single", "UInt16", "UInt32", "UInt64" }.Select(static type => ("System." + type, "ToString", (LibraryMethod)ToText)),
        ("System.Char", "IsDigit", On(char.IsDigit)),
        ("System.Char", "IsLetter", On(char.IsLetter)),
        ("System.Char", "IsLetterOrDigit", On(char.IsLetterOrDigit)),
        ("System.Char", "IsUpper", On(char.IsUpper)),
        ("System.Char", "IsLower", On(char.IsLower)),
        ("System.Char", "IsWhiteSpace", On(char.IsWhiteSpace)),
        ("System.Char", "IsAsciiDigit", On(static character => character is >= '0' and <= '9')),
        ("System.Char", "IsAsciiLetter", On(static character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z')),
        ("System.Char", "IsAsciiLetterOrDigit", On(static character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')),
        ("System.Char", "IsAsciiLetterLower", On(static character => character is >= 'a' and <= 'z')),
        ("System.Char", "IsAsciiLetterUpper", On(static character => character is >= 'A' and <= 'Z')),
        ("System.Char", "ToUpper ToUpperInvariant", static (_, call) => call.Arguments is [Constant { Raw: char character }] ? new Constant(char.ToUpperInvariant(character), call[0].Origin) : null),
        ("System.Char", "ToLower ToLowerInvariant", static (_, call) => call.Arguments is [Constant { Raw: char character }] ? new Constant(char.ToLowerInvariant(character), call[0].Origin) : null),
        ("System.Math", "Max Min", static (interpreter, call) => call.Arguments.Select(static argument => (argument as Constant)?.Raw).ToArray() switch
        {
            [int one, int other] => new Constant(call.Method.Name == "Max" ? Math.Max(one, other) : Math.Min(one, other), interpreter.OriginOf(call.Operation)),
            [double one, double other] => new Constant(call.Method.Name == "Max" ? Math.Max(one, other) : Math.Min(one, other), interpreter.OriginOf(call.Operation)),
            [long one, long other] => new Constant(call.Method.Name == "Max" ? Math.Max(one, other) : Math.Min(one, other), interpreter.OriginOf(call.Operation)),
            _ => null,
        }),
        ("System.Math", "Abs", static (interpreter, call) => call[0] is Constant { Raw: int and > int.MinValue and var number } ? new Constant(Math.Abs(number), interpreter.OriginOf(call.Operation)) : null),
        ("System.Math", "Clamp", static (interpreter, call) => call.Arguments switch
        {
            [Constant { Raw: int value }, Constant { Raw: int low }, Constant { Raw: int high }] when low <= high => new Constant(Math.Min(Math.Max(value, low), high), interpreter.OriginOf(call.Operation)),
            [Constant { Raw: double value }, Constant { Raw: double low }, Constant { Raw: double high }] when low <= high => new Constant(value < low ? low : value > high ? high : value, interpreter.OriginOf(call.Operation)),
            _ => null,
        }),
        ("System.Math", "Round", static (interpreter, call) => call is { Arguments: [Constant { Raw: double number }] } ? new Constant(Math.Round(number), interpreter.OriginOf(call.Operation)) : null),
        ("System.Math", "Sqrt", static (interpreter, call) => call[0] is Constant { Raw: double and >= 0 and var number } ? new Constant(Math.Sqrt(number), interpreter.OriginOf(call.Operation)) : null),
        ("System.Math", "Pow", static (interpreter, call) => call is { Arguments: [Constant { Raw: double number }, Constant { Raw: double exponent }] } && Power(number, exponent) is { } power ? new Constant(power, interpreter.OriginOf(call.Operation)) : null),
        ("System.Math", "Ceiling", static (interpreter, call) => call[0] is Constant { Raw: double number } ? new Constant(Math.Ceiling(number), interpreter.OriginOf(call.Operation)) : null),
        ("System.Math", "Floor", static (interpreter, call) => call[0] is Constant { Raw: double number } ? new Constant(Math.Floor(number), interpreter.OriginOf(call.Operation)) : null),
        ("System.Nullable", "ToString", static (interpreter, call) => call is { Arguments.IsEmpty: true, Receiver: Constant } ? interpreter.TextOf(call.Receiver, null, null) : null),
        ("System.Nullable", "GetValueOrDefault", static (interpreter, call) => call.Receiver is not { } receiver ? null : Values.IsNull(receiver) switch
        {
            false => Values.NotNull(receiver),
            true => Fallback(interpreter, call),
            null => Values.Join(Values.NotNull(receiver), Fallback(interpreter, call)),
        }),
    ];

    // Whole numbers as long as a double holds them all: others differ by machine.
    private static double? Power(double number, double exponent)
    {
        if (!Math.Floor(number).Equals(number) || !Math.Floor(exponent).Equals(exponent) || exponent is < 0 or > 64)
            return null;
        var power = 1.0;
        for (var count = 0; count < exponent; count++)
            power *= number;
        return Math.Abs(power) <= 1L << 53 ? power : null;
    }

    private static object? Int32(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Int64(string text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Double(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? Boolean(string text) => bool.TryParse(text, out var value) ? value : null;

    private static Value? ToText(Interpreter interpreter, Call call) => call.Receiver is not Constant ? null : call.Arguments switch
    {
        [] => interpreter.TextOf(call.Receiver, null, null),
        [Constant { Raw: string format }, ..] => interpreter.TextOf(call.Receiver, null, format),
        [_] when call.Method.Parameters[0].Name == "provider" => interpreter.TextOf(call.Receiver, null, null),
        _ => null,
    };

    private static Value Fallback(Interpreter interpreter, Call call) => call.Arguments.Length == 1 ? call[0] : interpreter.Default(call.Method.ReturnType, call.Operation);

    private static LibraryMethod On(Func<char, bool> test) => (interpreter, call) =>
        call is { Arguments: [Constant { Raw: char character }] } ? new Constant(test(character), interpreter.OriginOf(call.Operation)) : null;

    // Number styles and cultures other than the usual may read the text in another way.
    private static bool IsUsual(Call call) => call.Method.Parameters.All(static parameter => parameter.RefKind == RefKind.Out || parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name == "IFormatProvider");

    // Where the culture puts the separators of a fraction is not known: digits alone are the same everywhere.
    private static LibraryMethod InOneCulture(LibraryMethod parse) => (interpreter, call) =>
        interpreter.HasInvariantCulture || (call[0].AsString() is { Length: > 0 } text && text.All(static character => character is >= '0' and <= '9')) ? parse(interpreter, call) : null;

    private static LibraryMethod Parse(Func<string, object?> parse) => (interpreter, call) => !IsUsual(call) ? null : Values.Map(call[0], value => value.AsString() is { } text && parse(text) is { } parsed
        ? new Constant(parsed, value.Origin)
        : new Unknown(value is Unknown unknown ? unknown.Reason : "a number read from a string", value.Origin) { From = Values.Sources([value]) });

    private static LibraryMethod TryParse(Func<string, object?> parse) => (interpreter, call) =>
    {
        if (call.Outputs is null || !IsUsual(call))
            return null;
        return Try(interpreter, call, text => parse(text) is { } parsed ? new Constant(parsed, call[0].Origin) : null);
    };

    private static Value? Try(Interpreter interpreter, Call call, Func<string, Constant?> parse)
    {
        var output = call.Method.Parameters[call.Method.Parameters.Length - 1];
        if (output.RefKind != RefKind.Out || call.Outputs is null)
            return null;
        if (call[0] is Constant { Raw: null or string } constant)
        {
            var parsed = constant.Raw is string text ? parse(text) : null;
            call.Outputs[output.OriginalDefinition] = parsed ?? interpreter.Default(output.Type, call.Operation);
            return new Constant(parsed is not null, interpreter.OriginOf(call.Operation));
        }

        call.Outputs[output.OriginalDefinition] = new Unknown("a value read from a string that is not known");
        return new Unknown("a condition", interpreter.OriginOf(call.Operation));
    }

    // `Enum.Parse<T>(...)` and `Enum.Parse(typeof(T), ...)`: the rest of the arguments is the same.
    private static LibraryMethod OfEnum(Func<Interpreter, Call, INamedTypeSymbol, Value?> run) => (interpreter, call) => (call.Method.TypeArguments.Length == 1 ? interpreter.TypeArgument(call.Method, 0) : (call[0] as TypeValue)?.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
        ? run(interpreter, call.Method.TypeArguments.Length == 1 ? call : call with { Arguments = call.Arguments.RemoveAt(0) }, type)
        : null;

    // In the order of their bits, as the class library lists them.
    private static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(static member => member.HasConstantValue)
        .OrderBy(static member => Bits(member.ConstantValue!));

    private static ulong Bits(object value) => value is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    // `"Chat, Vision"` names several, which are one value together.
    private static Constant? Member(INamedTypeSymbol type, string names, bool ignoresCase, Origin? origin)
    {
        var found = names.Split(',').Select(name => Members(type).FirstOrDefault(member => string.Equals(member.Name, name.Trim(), ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))).ToList();
        var value = found switch
        {
            [var only] => only?.ConstantValue,
            _ when found.Exists(static member => member is null) => null,
            _ => unchecked((long)found.Aggregate(0UL, static (bits, member) => bits | Bits(member!.ConstantValue!))) is >= 0 and var together ? Convert.ChangeType(together, found[0]!.ConstantValue!.GetType(), CultureInfo.InvariantCulture) : null,
        };
        return value is null ? null : new Constant(value, origin) { EnumType = type };
    }

    private static bool? IgnoresCase(Call call) => call.Argument("ignoreCase") is not { } given ? false : Values.AsBoolean(given);

    private static Value? ParseEnum(Interpreter interpreter, Call call, INamedTypeSymbol type) => IgnoresCase(call) is not { } ignoresCase ? null : Values.Map(call[0], value =>
        value.AsString() is { } name && Member(type, name, ignoresCase, value.Origin) is { } member ? member : new Unknown("an enum value read from a string", interpreter.OriginOf(call.Operation)) { IsNeverNull = true });

    // A name with digits or commas is read as a number or as several names.
    private static Value? TryParseEnum(Interpreter interpreter, Call call, INamedTypeSymbol type) => IgnoresCase(call) is not { } ignoresCase || (call[0].AsString() is { } text && !text.Split(',').All(static name => name.Trim() is { Length: > 0 } trimmed && trimmed.All(char.IsLetter)))
        ? null
        : Try(interpreter, call, name => Member(type, name, ignoresCase, call[0].Origin));
}
