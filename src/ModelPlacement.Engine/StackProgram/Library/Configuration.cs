using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>What a program reads from its stack's configuration, with the meaning of <c>Pulumi.Config</c>.</summary>
internal static class Configuration
{
    private const string NotSet = "configuration that the stack does not set";

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("Pulumi.Config", "Get", Read(static value => value is string ? value : null, required: false)),
        ("Pulumi.Config", "Require", Read(static value => value is string ? value : null, required: true)),
        ("Pulumi.Config", "GetBoolean", Read(static value => bool.TryParse(value as string, out var parsed) ? parsed : null, required: false)),
        ("Pulumi.Config", "RequireBoolean", Read(static value => bool.TryParse(value as string, out var parsed) ? parsed : null, required: true)),
        ("Pulumi.Config", "GetInt32", Read(static value => int.TryParse(value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed : null, required: false)),
        ("Pulumi.Config", "RequireInt32", Read(static value => int.TryParse(value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) ? parsed : null, required: true)),
        ("Pulumi.Config", "GetDouble", Read(static value => double.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null, required: false)),
        ("Pulumi.Config", "RequireDouble", Read(static value => double.TryParse(value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : null, required: true)),
        ("Pulumi.Config", "GetObject", static (interpreter, call) => ReadObject(interpreter, call, required: false)),
        ("Pulumi.Config", "RequireObject", static (interpreter, call) => ReadObject(interpreter, call, required: true)),
        ("Pulumi.Config", "GetSecret GetSecretBoolean GetSecretInt32 GetSecretDouble GetSecretObject", static (interpreter, call) => Secret(interpreter, call, required: false)),
        ("Pulumi.Config", "RequireSecret RequireSecretBoolean RequireSecretInt32 RequireSecretDouble RequireSecretObject", static (interpreter, call) => Secret(interpreter, call, required: true)),
    ];

    /// <summary><c>new Config(name)</c>.</summary>
    public static Value NewConfig(Interpreter interpreter, Value name, IOperation operation) => name switch
    {
        Constant { Raw: null } => new ConfigurationBag(null, interpreter.OriginOf(operation)),
        Constant { Raw: string text } => new ConfigurationBag(text, interpreter.OriginOf(operation)),
        _ => new Unknown("a configuration whose namespace is not known", interpreter.OriginOf(operation)),
    };

    /// <summary>The value of a key of a provider's or the program's namespace.</summary>
    public static Value ReadKey(Interpreter interpreter, string? space, string key, IOperation operation, bool neverNull = false)
    {
        var origin = new Origin(OriginKind.Configuration, operation.Syntax.GetLocation(), 0);
        if (interpreter.Configuration is not { } configuration || configuration.FullKey(space, key) is not { } fullKey)
            return new Unknown("configuration '" + (space is null ? key : space + ":" + key) + "' of the stack", origin) { IsNeverNull = neverNull };
        interpreter.Reads.AddKey(fullKey);
        return Values.Map(configuration.Get(fullKey), value => value is Unknown unknown ? new Unknown(unknown.Reason, origin) { IsNeverNull = neverNull } : value.WithOrigin(origin));
    }

    private static LibraryMethod Read(Func<object?, object?> parse, bool required) => (interpreter, call) =>
    {
        if (call.Receiver is not ConfigurationBag bag)
            return call.Receiver is Unknown unknown ? new Unknown(unknown.Reason, unknown.Origin) : null;
        return Values.Map(call[0], key =>
        {
            if (key.AsString() is not { } name)
                return new Unknown("configuration under a key that is not known", interpreter.OriginOf(call.Operation));
            var value = ReadKey(interpreter, bag.Name, name, call.Operation, required);
            return value is Choice choice
                ? interpreter.ForkEach(call.Operation, choice.Alternatives, one => Parse(interpreter, one, parse, required))
                : Parse(interpreter, value, parse, required);
        });
    };

    private static Value Parse(Interpreter interpreter, Value value, Func<object?, object?> parse, bool required) => value switch
    {
        Constant { Raw: null } absent => required ? interpreter.Throw(NotSet) : absent,
        Constant constant => parse(constant.Raw as string) is { } parsed ? new Constant(parsed, constant.Origin) : interpreter.Throw(),
        Unknown unknown => unknown,
        _ => new Unknown("structured configuration read as text", value.Origin),
    };

    private static Value? Secret(Interpreter interpreter, Call call, bool required)
    {
        if (call.Receiver is not ConfigurationBag)
            return null;
        return new Unknown("secret configuration", interpreter.OriginOf(call.Operation)) { IsNeverNull = required };
    }

    private static Value? ReadObject(Interpreter interpreter, Call call, bool required)
    {
        if (call.Receiver is not ConfigurationBag bag || call[0].AsString() is not { } key || call.Arguments.Skip(1).Any(static options => options is not Constant { Raw: null }))
            return null;
        var type = interpreter.TypeArgument(call.Method, 0);
        return ReadKey(interpreter, bag.Name, key, call.Operation, required) switch
        {
            Constant { Raw: null } absent => required ? interpreter.Throw(NotSet) : absent,
            Unknown unknown => unknown,
            var value => JsonObjects.Make(interpreter, value, type, JsonNames.Default with { IsText = true }, call.Operation),
        };
    }
}
