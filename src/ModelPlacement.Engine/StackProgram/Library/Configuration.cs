using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>What a program reads from its stack's configuration, with the meaning of <c>Pulumi.Config</c>.</summary>
internal static class Configuration
{
    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
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
        Constant { Raw: null } absent => required ? interpreter.Throw() : absent,
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
            Constant { Raw: null } absent => required ? interpreter.Throw() : absent,
            Unknown unknown => unknown,
            var value => Materialize(interpreter, value, type, call.Operation),
        };
    }

    /// <summary>Configuration data as an object of the program: records and classes by property name, lists and dictionaries by their items.</summary>
    private static Value Materialize(Interpreter interpreter, Value value, ITypeSymbol type, IOperation operation)
    {
        switch (value)
        {
            case Sequence sequence:
                var element = type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() ?? interpreter.ObjectType;
                return interpreter.NewList(sequence.Items.Select(item => Materialize(interpreter, item, element, operation)), type, value.Origin);
            case Mapping mapping when type is INamedTypeSymbol { TypeArguments.Length: 2 } dictionary:
                return interpreter.NewMap(
                    mapping.Entries.Select(entry => new KeyValuePair<Value, Value>(new Constant(entry.Key, value.Origin), Materialize(interpreter, entry.Value, dictionary.TypeArguments[1], operation))),
                    type,
                    value.Origin);
            case Mapping mapping when type is INamedTypeSymbol named:
                return MaterializeObject(interpreter, mapping, named, operation);
            case Constant { Raw: string text } when type.SpecialType is SpecialType.System_Int32:
                return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? new Constant(number, value.Origin) : new Unknown("a number in the configuration", value.Origin);
            case Constant { Raw: string text } when type.SpecialType is SpecialType.System_Boolean:
                return bool.TryParse(text, out var flag) ? new Constant(flag, value.Origin) : new Unknown("a boolean in the configuration", value.Origin);
            default:
                return value;
        }
    }

    // System.Text.Json calls the constructor, with what the data has for its parameters, and then sets properties by their names as written.
    private static Value MaterializeObject(Interpreter interpreter, Mapping mapping, INamedTypeSymbol type, IOperation operation)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        var constructor = constructors.FirstOrDefault(static candidate => candidate.Parameters.IsEmpty) ?? (constructors.Count == 1 ? constructors[0] : null);
        if (constructor is null || type.IsAbstract)
            return new Unknown("configuration read into " + type.Name, mapping.Origin) { IsForeign = true };
        var properties = Properties(type).ToList();
        var arguments = constructor.Parameters.Select(parameter =>
            properties.FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } property && mapping[Json.NameOf(property)] is { } given
                ? Materialize(interpreter, given, parameter.Type, operation)
                : parameter.HasExplicitDefaultValue ? new Constant(parameter.ExplicitDefaultValue) : interpreter.Default(parameter.Type, operation)).ToImmutableArray();
        if (interpreter.Create(type, constructor, arguments, operation) is not ObjectReference created)
            return new Unknown("configuration read into " + type.Name, mapping.Origin) { IsForeign = true };
        foreach (var property in properties)
        {
            if (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && mapping[Json.NameOf(property)] is { } value && !constructor.Parameters.Any(parameter => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
                interpreter.SetProperty(created, property, Materialize(interpreter, value, property.Type, operation), operation);
        }

        return created.WithOrigin(mapping.Origin);
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
                    yield return property;
            }
        }
    }
}
