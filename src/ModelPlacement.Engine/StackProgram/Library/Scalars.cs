using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Durations, GUIDs, versions and addresses: constants of their own types, which never leave the evaluation.</summary>
internal static class Scalars
{
    // Beyond it a double does not hold every whole number.
    private const double MostTicks = 1L << 53;

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.TimeSpan", "FromDays", From(TimeSpan.TicksPerDay)),
        ("System.TimeSpan", "FromHours", From(TimeSpan.TicksPerHour)),
        ("System.TimeSpan", "FromMinutes", From(TimeSpan.TicksPerMinute)),
        ("System.TimeSpan", "FromSeconds", From(TimeSpan.TicksPerSecond)),
        ("System.TimeSpan", "FromMilliseconds", From(TimeSpan.TicksPerMillisecond)),
        ("System.TimeSpan", "Parse", Parse(Duration)),
        ("System.TimeSpan", "TryParse", TryParse(Duration)),
        ("System.TimeSpan", "Add", static (interpreter, call) => call is { Receiver: Constant { Raw: TimeSpan one }, Arguments: [Constant { Raw: TimeSpan other }] } ? Known(interpreter, call, () => one + other) : null),
        ("System.TimeSpan", "Subtract", static (interpreter, call) => call is { Receiver: Constant { Raw: TimeSpan one }, Arguments: [Constant { Raw: TimeSpan other }] } ? Known(interpreter, call, () => one - other) : null),
        ("System.Guid", "Parse", Parse(Identifier)),
        ("System.Guid", "TryParse", TryParse(Identifier)),
        ("System.Version", "Parse", Parse(VersionOf)),
        ("System.Version", "TryParse", TryParse(VersionOf)),
        ("System.Version", "CompareTo", static (interpreter, call) => call is { Receiver: Constant { Raw: Version one }, Arguments: [Constant { Raw: Version other }] } ? Known(interpreter, call, () => one.CompareTo(other)) : null),
        ("System.Uri", "TryCreate", static (interpreter, call) => call is { Arguments: [Constant { Raw: string }, Constant { Raw: int and (0 or 1) }, _], Outputs: not null } ? TryParse(Address)(interpreter, call) : null),
        ("System.Uri", "EscapeDataString", static (interpreter, call) => call[0].AsString() is { } text && text.All(static character => character is >= ' ' and <= '~') ? Known(interpreter, call, () => Uri.EscapeDataString(text)) : null),
        .. Of("TimeSpan"),
        .. Of("Guid"),
        .. Of("Version"),
        .. Of("Uri"),
    ];

    /// <summary>Whether a value of a constant is one of these.</summary>
    public static bool IsScalar(object raw) => raw is TimeSpan or Guid or Version or Uri;

    /// <summary>Whether a type is one of these.</summary>
    public static bool IsScalar(ITypeSymbol type) => type is { Name: "TimeSpan" or "Guid" or "Version" or "Uri", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A new value of one of these types, or null where the type is another or the value is not known.</summary>
    public static Value? Create(INamedTypeSymbol type, ImmutableArray<Value> arguments, Origin? origin)
    {
        if (!IsScalar(type) || !arguments.All(static argument => argument is Constant { Raw: not null }))
            return null;
        return Attempt(() => (type.Name, arguments.Select(static argument => ((Constant)argument).Raw!).ToArray()) switch
        {
            ("TimeSpan", []) => TimeSpan.Zero,
            ("TimeSpan", [long ticks]) => new TimeSpan(ticks),
            ("TimeSpan", [int hours, int minutes, int seconds]) => new TimeSpan(hours, minutes, seconds),
            ("TimeSpan", [int days, int hours, int minutes, int seconds]) => new TimeSpan(days, hours, minutes, seconds),
            ("Guid", []) => Guid.Empty,
            ("Guid", [string text]) => Identifier(text),
            ("Version", [string text]) => VersionOf(text),
            ("Version", [int major, int minor]) => new Version(major, minor),
            ("Version", [int major, int minor, int build]) => new Version(major, minor, build),
            ("Version", [int major, int minor, int build, int revision]) => new Version(major, minor, build, revision),
            ("Uri", [string text]) => Address(text),
            ("Uri", [string text, 0 or 1]) => Address(text),
            ("Uri", [Uri root, string path]) when path.All(IsPlain) && !path.Contains(':') && !path.Contains("//") => Address(new Uri(root, path).AbsoluteUri),
            _ => null,
        }) is { } raw ? new Constant(raw, arguments.IsEmpty ? origin : arguments[0].Origin ?? origin) : null;
    }

    /// <summary>What a property of one of these is, or null where it is none or not known.</summary>
    public static object? Property(object raw, string name) => (raw, name) switch
    {
        (TimeSpan duration, "Days") => duration.Days,
        (TimeSpan duration, "Hours") => duration.Hours,
        (TimeSpan duration, "Minutes") => duration.Minutes,
        (TimeSpan duration, "Seconds") => duration.Seconds,
        (TimeSpan duration, "Milliseconds") => duration.Milliseconds,
        (TimeSpan duration, "Ticks") => duration.Ticks,
        (TimeSpan duration, "TotalDays") => duration.Ticks / (double)TimeSpan.TicksPerDay,
        (TimeSpan duration, "TotalHours") => duration.Ticks / (double)TimeSpan.TicksPerHour,
        (TimeSpan duration, "TotalMinutes") => duration.Ticks / (double)TimeSpan.TicksPerMinute,
        (TimeSpan duration, "TotalSeconds") => duration.Ticks / (double)TimeSpan.TicksPerSecond,
        (TimeSpan duration, "TotalMilliseconds") => duration.Ticks / (double)TimeSpan.TicksPerMillisecond,
        (Version version, "Major") => version.Major,
        (Version version, "Minor") => version.Minor,
        (Version version, "Build") => version.Build,
        (Version version, "Revision") => version.Revision,
        (Uri address, "Host" or "IdnHost" or "DnsSafeHost") => address.Host,
        (Uri address, "Port") => address.Port,
        (Uri address, "Scheme") => address.Scheme,
        (Uri address, "Authority") => address.Authority,
        (Uri address, "AbsolutePath" or "LocalPath") => address.AbsolutePath,
        (Uri address, "AbsoluteUri") => address.AbsoluteUri,
        (Uri address, "OriginalString") => address.OriginalString,
        (Uri address, "PathAndQuery") => address.PathAndQuery,
        (Uri address, "Query") => address.Query,
        (Uri address, "Fragment") => address.Fragment,
        (Uri, "IsAbsoluteUri") => true,
        (Uri address, "IsDefaultPort") => address.IsDefaultPort,
        _ => null,
    };

    /// <summary>What one of these prints as, or null where that is not known (a format that the culture has a say in).</summary>
    public static string? Print(object raw, string? format) => (raw, format) switch
    {
        (TimeSpan duration, null or "" or "c" or "t" or "T") => duration.ToString("c", CultureInfo.InvariantCulture),
        (TimeSpan duration, { Length: > 1 and < 32 }) when format.All(static character => character is 'd' or 'h' or 'm' or 's' or '\\' or ':' or '.') => Attempt(() => duration.ToString(format, CultureInfo.InvariantCulture)) as string,
        (Guid identifier, null or "" or "D" or "d" or "N" or "n" or "B" or "b" or "P" or "p") => identifier.ToString(format),
        (Version version, null) => version.ToString(),
        (Uri address, null) => address.AbsoluteUri,
        _ => null,
    };

    /// <summary>The result of an operator on one of these, or null where it is not defined here.</summary>
    public static object? Calculate(BinaryOperatorKind kind, object left, object right) => (kind, left, right) switch
    {
        (BinaryOperatorKind.Add, TimeSpan one, TimeSpan other) => Attempt(() => one + other),
        (BinaryOperatorKind.Subtract, TimeSpan one, TimeSpan other) => Attempt(() => one - other),
        (BinaryOperatorKind.Multiply, TimeSpan one, double factor) => Whole(one.Ticks * factor),
        (BinaryOperatorKind.Multiply, double factor, TimeSpan one) => Whole(one.Ticks * factor),
        (BinaryOperatorKind.Divide, TimeSpan one, double divisor) when divisor != 0 => Whole(one.Ticks / divisor),
        (BinaryOperatorKind.Divide, TimeSpan one, TimeSpan other) when other.Ticks != 0 => one.Ticks / (double)other.Ticks,
        (_, TimeSpan one, TimeSpan other) => Order(kind, one.CompareTo(other)),
        (_, Version one, Version other) => Order(kind, one.CompareTo(other)),
        _ => null,
    };

    // What values of each type can do.
    private static (string Type, string Names, LibraryMethod Method)[] Of(string type) =>
    [
        ("System." + type, "ToString", Print),
        ("System." + type, "Equals", static (interpreter, call) => call is { Receiver: Constant { Raw: { } one }, Arguments: [Constant { Raw: { } other }] } && IsScalar(one) ? new Constant(one.Equals(other), interpreter.OriginOf(call.Operation)) : null),
    ];

    private static object? Order(BinaryOperatorKind kind, int comparison) => kind switch
    {
        BinaryOperatorKind.LessThan => comparison < 0,
        BinaryOperatorKind.LessThanOrEqual => comparison <= 0,
        BinaryOperatorKind.GreaterThan => comparison > 0,
        BinaryOperatorKind.GreaterThanOrEqual => comparison >= 0,
        _ => null,
    };

    // What is no whole number of ticks is rounded in ways that differ between versions of the class library.
    private static object? Whole(double ticks) => Math.Abs(ticks) <= MostTicks && Math.Floor(ticks).Equals(ticks) ? new TimeSpan((long)ticks) : null;

    private static LibraryMethod From(long unit) => (interpreter, call) =>
        call.Arguments.Skip(1).All(static argument => argument is Constant { Raw: 0 or 0L }) && call[0] is Constant { Raw: int or long or double } number && Whole(Convert.ToDouble(number.Raw, CultureInfo.InvariantCulture) * unit) is { } duration
            ? new Constant(duration, interpreter.OriginOf(call.Operation))
            : null;

    private static Value? Known(Interpreter interpreter, Call call, Func<object?> compute) => Attempt(compute) is { } raw ? new Constant(raw, interpreter.OriginOf(call.Operation)) : null;

    private static object? Attempt(Func<object?> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException or FormatException)
        {
            return null;
        }
    }

    // Digits and colons: what has a fraction is read in a way that the culture decides.
    private static object? Duration(string text) => text.All(static character => character is >= '0' and <= '9' or ':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration : null;

    private static object? Identifier(string text) => Guid.TryParse(text, out var identifier) ? identifier : null;

    private static object? VersionOf(string text) => text.All(static character => character is >= '0' and <= '9' or '.') && Version.TryParse(text, out var version) ? version : null;

    // Addresses that every version of the class library reads alike: a host by its name, and nothing that has to be escaped or resolved.
    private static object? Address(string text)
    {
        if (!text.StartsWith("https://", StringComparison.Ordinal) && !text.StartsWith("http://", StringComparison.Ordinal))
            return null;
        var rest = text.Substring(text.IndexOf('/') + 2);
        var host = new string(rest.TakeWhile(static character => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.').ToArray());
        var isNamed = host.Length > 0 && host.Split('.').All(static label => label.Length is > 0 and < 64 && label[0] != '-' && label[label.Length - 1] != '-') && host.Split('.').Last().Any(char.IsLetter);
        var after = rest.Substring(host.Length);
        return isNamed && (after.Length == 0 || after[0] is ':' or '/' or '?' or '#') && after.All(IsPlain) && !after.Contains("/.") && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
    }

    private static bool IsPlain(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.' or '_' or '~' or ':' or '/' or '?' or '#' or '=' or '&';

    private static LibraryMethod Parse(Func<string, object?> parse) => (_, call) => call[0].AsString() is { } text && parse(text) is { } parsed ? new Constant(parsed, call[0].Origin) : null;

    // What is not read may still be what another version reads: only what is read is known.
    private static LibraryMethod TryParse(Func<string, object?> parse) => (interpreter, call) =>
    {
        if (call.Outputs is null || call[0].AsString() is not { } text || parse(text) is not { } parsed)
            return null;
        call.Outputs[call.Method.Parameters[call.Method.Parameters.Length - 1].OriginalDefinition] = new Constant(parsed, call[0].Origin);
        return new Constant(true, interpreter.OriginOf(call.Operation));
    };

    private static Value? Print(Interpreter interpreter, Call call) => (call.Receiver, call.Arguments) switch
    {
        (Constant { Raw: Version version }, [Constant { Raw: int count }]) => Known(interpreter, call, () => version.ToString(count)),
        (Constant one, []) => interpreter.TextOf(one, null, null),
        (Constant one, [Constant { Raw: string or null } format, ..]) => interpreter.TextOf(one, null, format.Raw as string),
        _ => null,
    };
}
