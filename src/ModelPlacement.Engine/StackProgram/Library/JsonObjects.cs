using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>What <c>System.Text.Json</c> makes of JSON: objects of the program's types, <c>JsonElement</c> and <c>JsonNode</c>.</summary>
/// <remarks>A <c>JsonElement</c> is the mapping, sequence or constant that it stands for. A <c>JsonNode</c> can be changed: it is a dictionary, a list or a constant.</remarks>
internal static class JsonObjects
{
    private const string Element = "System.Text.Json.JsonElement";
    private const string Node = "System.Text.Json.Nodes.JsonNode";

    private static readonly string[] Lists = ["List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "HashSet", "ISet", "ImmutableArray", "ImmutableList"];
    private static readonly string[] Maps = ["Dictionary", "IDictionary", "IReadOnlyDictionary", "ImmutableDictionary"];

    // JsonValueKind, in the order of its members.
    private static readonly string[] Kinds = ["Undefined", "Object", "Array", "String", "Number", "True", "False", "Null"];

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.Text.Json.JsonSerializer", "Deserialize", Deserialize),
        ("System.Text.Json.JsonDocument", "Parse", static (interpreter, call) => ReadDocument(interpreter, call, static json => AsElement(json))),
        ("System.Text.Json.JsonDocument", "Dispose", static (_, _) => Constant.Null),
        (Element, "GetProperty", static (interpreter, call) => call is { Receiver: Mapping mapping } && call[0].AsString() is { } name ? mapping[name] ?? interpreter.Throw() : null),
        (Element, "TryGetProperty", TryGetProperty),
        (Element, "GetString", static (_, call) => call.Receiver is Constant { Raw: string } or Text ? call.Receiver : null),
        (Element, "GetBoolean", static (_, call) => call.Receiver is Constant { Raw: bool } flag ? flag : null),
        (Element, "GetInt32 GetInt64 GetDouble", static (_, call) => call.Receiver is Constant { Raw: int or long or double or string } number ? Number(number, call.Method.ReturnType) : null),
        (Element, "GetArrayLength", static (interpreter, call) => call.Receiver is Sequence array ? new Constant(array.Items.Length, interpreter.OriginOf(call.Operation)) : null),
        (Element, "EnumerateArray", static (_, call) => call.Receiver as Sequence),
        (Element, "EnumerateObject", static (interpreter, call) => call.Receiver is Mapping mapping
            ? new Sequence(mapping.Entries.Select(static entry => (Value)new EntryValue(new Constant(entry.Key, entry.Value.Origin), entry.Value)).ToImmutableArray(), interpreter.OriginOf(call.Operation))
            : null),
        (Element, "Clone", static (_, call) => call.Receiver),
        (Element, "ToString", static (_, call) => call.Receiver switch
        {
            Constant { Raw: double number } => new Constant(number.ToString("R", CultureInfo.InvariantCulture), call.Receiver.Origin),
            Constant { Raw: string or bool or int or long } one => new Constant(Convert.ToString(one.Raw, CultureInfo.InvariantCulture), one.Origin),
            _ => null,
        }),
        (Node, "Parse", static (interpreter, call) => ReadDocument(interpreter, call, json => AsNode(interpreter, json, call.Method.ContainingType, call.Operation))),
        (Node, "AsObject AsArray AsValue", static (_, call) => call.Receiver),
        (Node, "GetValue", static (interpreter, call) => call.Receiver is Constant { Raw: { } raw } one && raw.GetType().Name == interpreter.TypeArgument(call.Method, 0).Name ? one : null),
        (Node, "ToString", static (_, call) => call.Receiver switch
        {
            Constant { Raw: string or int or long } one => new Constant(Convert.ToString(one.Raw, CultureInfo.InvariantCulture), one.Origin),
            Constant { Raw: bool flag } => new Constant(flag ? "true" : "false", call.Receiver.Origin),
            _ => null,
        }),
        (Node, "ToJsonString", static (interpreter, call) => call.Receiver is null ? null : Json.Serialize(interpreter, call.Receiver, call.Argument("options"), call.Operation)),
        ("System.Text.Json.Nodes.JsonValue", "Create", static (_, call) => call.Method.Parameters[0].Type.SpecialType is not SpecialType.None || call[0] is Constant { Raw: string or int or bool } ? call[0] : null),
    ];

    /// <summary>A property of an element, a document or a member of an object, or null where it is not known.</summary>
    public static Value? Property(Interpreter interpreter, IPropertySymbol property, Value receiver, IOperation operation) => (property.ContainingType.Name, property.Name) switch
    {
        ("JsonDocument", "RootElement") => receiver,
        ("JsonProperty", "Name") when receiver is EntryValue entry => entry.Key,
        ("JsonElement", "ValueKind") => KindOf(receiver) is { } kind ? new Constant((byte)Array.IndexOf(Kinds, kind), interpreter.OriginOf(operation)) { EnumType = property.Type } : null,
        _ => null,
    };

    /// <summary>Data as a value of a type: records and classes by property name, lists and dictionaries by their items.</summary>
    /// <param name="interpreter">The evaluation in progress.</param>
    /// <param name="json">The data.</param>
    /// <param name="type">What to make of it.</param>
    /// <param name="names">How its names are written.</param>
    /// <param name="operation">Where it is made.</param>
    public static Value Make(Interpreter interpreter, Value json, ITypeSymbol type, JsonNames names, IOperation operation)
    {
        if (json is Unknown)
            return json;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return json is Constant { Raw: null } ? json : Make(interpreter, json, nullable.TypeArguments[0], names, operation);
        if (type.Name is "JsonElement" or "JsonDocument" || type.SpecialType == SpecialType.System_Object)
            return AsElement(json);
        if (type.Name is "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue")
            return AsNode(interpreter, json, (INamedTypeSymbol)type, operation);
        var made = (json, type) switch
        {
            (Constant { Raw: null }, _) => type.IsReferenceType ? json : null,
            (Constant constant, _) => MakeConstant(constant, type, names),
            (Text, { SpecialType: SpecialType.System_String }) => json,
            (Sequence sequence, _) when ElementOf(type) is { } element => interpreter.NewList(sequence.Items.Select(item => Make(interpreter, item, element, names, operation)).ToList(), type, json.Origin),
            (Mapping mapping, INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var element] } map) when Maps.Contains(map.Name, StringComparer.Ordinal) && CollectionKind.IsCollection(map) => interpreter.NewMap(
                mapping.Entries.Select(entry => new KeyValuePair<Value, Value>(new Constant(entry.Key, json.Origin), Make(interpreter, entry.Value, element, names, operation))).ToList(),
                type,
                json.Origin),
            (Mapping mapping, INamedTypeSymbol named) when interpreter.IsWrittenHere(named) => MakeObject(interpreter, mapping, named, names, operation),
            _ => null,
        };
        return made ?? NotMade(type, json);
    }

    private static Unknown NotMade(ITypeSymbol type, Value json) => new("data read into " + type.Name, json.Origin) { IsForeign = true };

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } list when Lists.Contains(list.Name, StringComparer.Ordinal) && CollectionKind.IsCollection(list) => element,
        _ => null,
    };

    private static Value? MakeConstant(Constant constant, ITypeSymbol type, JsonNames names) => (constant.Raw, type) switch
    {
        (string, { SpecialType: SpecialType.System_String }) => constant,
        (bool, { SpecialType: SpecialType.System_Boolean }) => constant,
        (int, INamedTypeSymbol { EnumUnderlyingType.SpecialType: SpecialType.System_Int32 }) => Json.HasConverter(type) ? null : new Constant(constant.Raw, constant.Origin) { EnumType = type },
        (string text, { TypeKind: TypeKind.Enum }) => MemberOf(text, type, names.Enums ?? JsonEnums.Of(type), constant.Origin),
        (string text, { SpecialType: SpecialType.System_Boolean }) when names.IsText => bool.TryParse(text, out var flag) ? new Constant(flag, constant.Origin) : null,
        (string, _) when !names.IsText => null,
        _ => Number(constant, type),
    };

    private static Constant? MemberOf(string text, ITypeSymbol type, JsonEnums? names, Origin? origin) => names?.Read(type, text) is { } value ? new Constant(value, origin) { EnumType = type } : null;

    private static Value? Number(Constant constant, ITypeSymbol type)
    {
        var text = Convert.ToString(constant.Raw, CultureInfo.InvariantCulture);
        object? number = type.SpecialType switch
        {
            SpecialType.System_Int32 => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var small) ? small : null,
            SpecialType.System_Int64 => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var large) ? large : null,
            SpecialType.System_Double => constant.Raw is double ? constant.Raw : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null,
            _ => null,
        };
        return number is null ? null : new Constant(number, constant.Origin);
    }

    /// <summary>The object that JSON stands for, read as the type that the method is called with; null where that is not known.</summary>
    public static Value? Deserialize(Interpreter interpreter, Call call)
    {
        if (call.Method.TypeArguments.Length != 1 || Json.ReadingOf(interpreter, call.Argument("options")) is not var (names, form))
            return null;
        var type = interpreter.TypeArgument(call.Method, 0);
        return call[0] is Mapping or Sequence && call.Method.Parameters[0].Type.Name == "JsonElement"
            ? Make(interpreter, call[0], type, names, call.Operation)
            : Read(interpreter, call, form, json => Make(interpreter, json, type, names, call.Operation));
    }

    // The constructor is called with what the data has for its parameters; properties are then set in the order of the data.
    private static Value? MakeObject(Interpreter interpreter, Mapping mapping, INamedTypeSymbol type, JsonNames names, IOperation operation)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        var constructor = constructors.FirstOrDefault(static candidate => candidate.Parameters.IsEmpty) ?? (constructors.Count == 1 ? constructors[0] : null);
        var properties = Properties(type).Where(static property => !Json.IsIgnored(property)).ToList();
        if (constructor is null || type.IsAbstract || type.AllInterfaces.Any(static contract => contract.Name is "IJsonOnDeserialized" or "IJsonOnDeserializing") || IsSpecial(type) || constructors.Exists(IsSpecial) || properties.Exists(IsSpecial))
            return null;
        var arguments = ImmutableArray.CreateBuilder<Value>();
        foreach (var parameter in constructor.Parameters)
        {
            if (properties.Find(property => IsFor(property, parameter)) is not { } property)
                return null;
            arguments.Add(mapping.Entries.Where(entry => names.Match(property, entry.Key)).Select(static entry => entry.Value).FirstOrDefault() is { } given ? Make(interpreter, given, interpreter.Resolved(parameter.Type), names.For(property), operation)
                : parameter.HasExplicitDefaultValue ? new Constant(parameter.ExplicitDefaultValue) { EnumType = Interpreter.AsEnum(parameter.Type) }
                : interpreter.Default(parameter.Type, operation));
        }

        if (interpreter.Create(type, constructor, arguments.ToImmutable(), operation) is not ObjectReference created)
            return null;
        foreach (var entry in mapping.Entries)
        {
            var property = properties.Find(property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public } && names.Match(property, entry.Key) && !constructor.Parameters.Any(parameter => IsFor(property, parameter)));
            if (property is not null)
                interpreter.SetProperty(created, property, Make(interpreter, entry.Value, property.Type, names.For(property), operation), operation);
        }

        return created.WithOrigin(mapping.Origin);
    }

    private static bool IsFor(IPropertySymbol property, IParameterSymbol parameter) => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSpecial(ISymbol symbol) =>
        Json.HasConverter(symbol) || symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonConstructorAttribute" or "JsonIncludeAttribute" or "JsonUnmappedMemberHandlingAttribute" or "JsonObjectCreationHandlingAttribute");

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public } && (property.OverriddenProperty is null || ReferenceEquals(current, type)))
                    yield return property;
            }
        }
    }

    private static Value? ReadDocument(Interpreter interpreter, Call call, Func<Value, Value> make) =>
        Json.ReadingOf(interpreter, Given(call, "documentOptions") ?? Given(call, "options")) is var (_, form) ? Read(interpreter, call, form, make) : null;

    // An argument that is written, not the default of its parameter.
    private static Value? Given(Call call, string name) =>
        call.Operation is IInvocationOperation invocation && invocation.Arguments.Any(argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.DefaultValue) ? null : call.Argument(name);

    // What is made of the text that is given first.
    private static Value? Read(Interpreter interpreter, Call call, JsonForm form, Func<Value, Value> make) => call.Method.Parameters[0].Type is var type && type.SpecialType != SpecialType.System_String && !interpreter.IsOutput(type) ? null : interpreter.OnEachOf(call[0], call.Operation, text =>
        text is not (Constant { Raw: string } or Text) ? new Unknown("JSON that is not known", interpreter.OriginOf(call.Operation)) { From = Values.Sources([text]) }
        : JsonReader.Read(text, form) is { } read ? make(read)
        : new Unknown("a text that is no JSON", text.Origin));

    // An element that stands for null is itself none.
    private static Value AsElement(Value json) => json switch
    {
        Constant { Raw: null } => new Unknown("null in JSON", json.Origin) { IsNeverNull = true, IsForeign = true },
        Sequence sequence => new Sequence(sequence.Items.Select(AsElement).ToImmutableArray(), json.Origin),
        Mapping mapping => new Mapping(mapping.Entries.Select(static entry => new KeyValuePair<string, Value>(entry.Key, AsElement(entry.Value))).ToImmutableArray(), json.Origin),
        _ => json,
    };

    private static Value AsNode(Interpreter interpreter, Value json, INamedTypeSymbol sibling, IOperation operation)
    {
        return json switch
        {
            Sequence sequence when Type("JsonArray") is { } array => interpreter.NewList(sequence.Items.Select(item => AsNode(interpreter, item, sibling, operation)).ToList(), array, json.Origin),
            Mapping mapping when Type("JsonObject") is { } map => interpreter.NewMap(
                mapping.Entries.Select(entry => new KeyValuePair<Value, Value>(new Constant(entry.Key, json.Origin), AsNode(interpreter, entry.Value, sibling, operation))).ToList(),
                map,
                json.Origin),
            Sequence or Mapping => NotMade(sibling, json),
            _ => json,
        };

        INamedTypeSymbol? Type(string name) => sibling.ContainingNamespace.GetTypeMembers(name).FirstOrDefault();
    }

    private static Value? TryGetProperty(Interpreter interpreter, Call call)
    {
        if (call is not { Receiver: Mapping mapping, Outputs: { } outputs } || call[0].AsString() is not { } name)
            return null;
        var output = call.Method.Parameters[1];
        outputs[output.OriginalDefinition] = mapping[name] ?? interpreter.Default(output.Type, call.Operation);
        return new Constant(mapping[name] is not null, interpreter.OriginOf(call.Operation));
    }

    private static string? KindOf(Value element) => element switch
    {
        Mapping => "Object",
        Sequence => "Array",
        Constant { Raw: string } => "String",
        Constant { Raw: bool flag } => flag ? "True" : "False",
        Constant { Raw: int or long or double } => "Number",
        _ => null,
    };
}
