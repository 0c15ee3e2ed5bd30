using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>JSON made of values: the very text that <c>System.Text.Json</c> writes, with holes where a value is not known.</summary>
internal static class Json
{
    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("System.Text.Json.JsonSerializer", "Serialize", static (interpreter, call) => call.Method.Parameters[0].RefKind == RefKind.None && call.Method.ReturnType.SpecialType == SpecialType.System_String ? Serialize(interpreter, call, takesOutputs: false) : null),
    ];

    /// <summary>The text of a value as JSON. An output in it is written as its value where Pulumi writes it; <c>System.Text.Json</c> alone cannot write one.</summary>
    public static Value? Serialize(Interpreter interpreter, Call call, bool takesOutputs)
    {
        if (!takesOutputs && call.Method.TypeArguments.Any(interpreter.IsOutput))
            return new Unknown("JSON of an Output", interpreter.OriginOf(call.Operation));
        var style = StyleOf(interpreter, call.Argument("options"));
        if (style is null)
            return new Unknown("JSON written with options that are not known", interpreter.OriginOf(call.Operation));
        return Written(interpreter, call[0], style, takesOutputs, call.Method.TypeArguments.IsEmpty ? null : interpreter.TypeArgument(call.Method, 0), call.Operation);
    }

    /// <summary>The text of a <c>JsonNode</c>.</summary>
    public static Value? Serialize(Interpreter interpreter, Value node, Value? options, IOperation operation) =>
        StyleOf(interpreter, options) is { } style ? Written(interpreter, node, style, takesOutputs: false, null, operation) : null;

    /// <summary>How options say that JSON is read, or null where that is not known.</summary>
    public static (JsonNames Names, JsonForm Form)? ReadingOf(Interpreter interpreter, Value? options) => StyleOf(interpreter, options) is { } style ? (style.Names, style.Form) : null;

    private static Value Written(Interpreter interpreter, Value json, JsonStyle style, bool takesOutputs, ITypeSymbol? declared, IOperation operation) => interpreter.OnEachOf(json, operation, value =>
    {
        var writer = new JsonWriter(interpreter, style, takesOutputs, operation);
        writer.Write(value, 0, declared);
        return Values.Concatenate(writer.Pieces, interpreter.OriginOf(operation));
    });

    /// <summary>Whether an attribute says that something is read and written in a way of its own.</summary>
    public static bool HasConverter(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonConverterAttribute" ? !JsonEnums.IsNamed(attribute) : attribute.AttributeClass?.Name is "JsonDerivedTypeAttribute" or "JsonPolymorphicAttribute" or "JsonExtensionDataAttribute" or "JsonPropertyOrderAttribute" or "JsonNumberHandlingAttribute");

    /// <summary>Whether a property is neither written nor read.</summary>
    public static bool IsIgnored(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute") is { } ignored
        && ignored.NamedArguments.All(static argument => argument.Key != "Condition" || argument.Value.Value is Always);

    // JsonIgnoreCondition: Never 0, Always 1, WhenWritingDefault 2, WhenWritingNull 3.
    private const int Always = 1;

    private static JsonStyle? StyleOf(Interpreter interpreter, Value? options)
    {
        if (options is null or Constant { Raw: null })
            return JsonStyle.Default;
        if (options is not ObjectReference reference || interpreter.State(reference) is not { Lost: null } state)
            return null;

        // What the constructor sets comes before what is set after it.
        return state.Fields.OrderBy(static field => field.Key is not IParameterSymbol).Aggregate((JsonStyle?)JsonStyle.Default, (style, field) => style is null ? null : With(interpreter, style, field.Key.Name, field.Value));
    }

    private static JsonStyle? With(Interpreter interpreter, JsonStyle style, string option, Value value)
    {
        switch (option, value)
        {
            case ("WriteIndented", Constant { Raw: bool indented }):
                return style with { Indented = indented };
            case ("PropertyNamingPolicy", Constant { Raw: null or string } policy) when policy.AsString() is not { } name || JsonNames.IsKnown(name):
                return style with { Names = style.Names with { Policy = policy.AsString() } };
            case ("DefaultIgnoreCondition", Constant { Raw: 3 }):
                return style with { OmitNull = true };
            case ("Encoder", Constant { Raw: "UnsafeRelaxedJsonEscaping" }):
                return style with { Relaxed = true };
            case ("PropertyNameCaseInsensitive", Constant { Raw: bool ignoresCase }):
                return style with { Names = style.Names with { IgnoresCase = ignoresCase } };
            case ("ReadCommentHandling" or "CommentHandling", Constant { Raw: byte handling and (0 or 1) }):
                return style with { Form = style.Form with { HasComments = handling == 1 } };
            case ("AllowTrailingCommas", Constant { Raw: bool allows }):
                return style with { Form = style.Form with { HasTrailingCommas = allows } };
            case ("Converters", var converters) when interpreter.ItemsOf(converters) is { } items:
                return items.IsEmpty ? style
                    : items.Length == 1 && ByName(interpreter, items[0]) is { } enums ? style with { Names = style.Names with { Enums = enums } } : null;
            case ("defaults", Constant { Raw: 0 }):
                return style;
            case ("defaults", Constant { Raw: 1 }):
                return style with { Names = style.Names with { Policy = "CamelCase", IgnoresCase = true } };
            case ("options", ObjectReference copied):
                return StyleOf(interpreter, copied);
            default:
                return null;
        }
    }

    // `new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)`.
    private static JsonEnums? ByName(Interpreter interpreter, Value converter)
    {
        if (converter is not ObjectReference reference || interpreter.State(reference) is not { Lost: null, Type: INamedTypeSymbol { TypeArguments.IsEmpty: true } type } state || !JsonEnums.IsConverter(type))
            return null;
        var policy = state.Fields.Where(static field => field.Key.Name == "namingPolicy").Select(static field => field.Value).FirstOrDefault();
        return policy is null or Constant { Raw: null } ? new JsonEnums(Policy: null) : policy.AsString() is { } name && JsonNames.IsKnown(name) ? new JsonEnums(name) : null;
    }

    private sealed record JsonStyle(bool Indented, bool OmitNull, bool Relaxed, JsonNames Names, JsonForm Form)
    {
        public static readonly JsonStyle Default = new(false, false, false, JsonNames.Default, JsonForm.Default);
    }

    private sealed class JsonWriter
    {
        private readonly Interpreter _interpreter;
        private readonly JsonStyle _style;
        private readonly IOperation _operation;
        private readonly bool _takesOutputs;
        private readonly StringBuilder _text = new();
        private readonly List<Value> _pieces = new();
        private int _written;

        public JsonWriter(Interpreter interpreter, JsonStyle style, bool takesOutputs, IOperation operation)
        {
            _takesOutputs = takesOutputs;
            _operation = operation;
            _interpreter = interpreter;
            _style = style;
        }

        public IEnumerable<Value> Pieces
        {
            get
            {
                Flush();
                return _pieces;
            }
        }

        /// <summary>
        /// Writes a value. Of an object held as a base class only that class's members are written; where nothing is declared, it is written as what it is.
        /// </summary>
        public void Write(Value value, int depth, ITypeSymbol? declared)
        {
            // What holds one thing twice, and that another, is written as a tree: it doubles each time.
            if (++_written > Values.MostItems)
            {
                Hole(Values.TooLong(null));
                return;
            }

            if (depth > 64)
            {
                Hole(new Unknown("budget: nesting of JSON"));
                return;
            }

            switch (value)
            {
                case Constant constant:
                    WriteConstant(constant, constant.EnumType ?? EnumOf(declared));
                    break;
                case Text text:
                    _text.Append('"');
                    foreach (var piece in text.Pieces)
                    {
                        if (piece.AsString() is { } known)
                            Escape(known);
                        else
                            Hole(piece);
                    }

                    _text.Append('"');
                    break;
                case ObjectReference reference when _interpreter.State(reference) is { Lost: null } state && state.Instance is null && IsWrittenWhole(state, declared):
                    WriteObject(reference, state, depth);
                    break;
                case Sequence { IsUnordered: false } sequence when !sequence.Items.Any(static item => item is OptionalItem):
                    WriteList(sequence.Items, depth, null);
                    break;
                case DeferredSequence deferred when _interpreter.ItemsOf(deferred) is { } items:
                    WriteList(items, depth, null);
                    break;
                case BoxedOutput { Value: var inner } when _takesOutputs:
                    Write(inner, depth, null);
                    break;
                case TupleValue:
                    // Elements of a tuple are fields, which are not written.
                    _text.Append("{}");
                    break;
                case Mapping mapping:
                    WriteMembers(mapping.Entries.Select(static entry => new JsonMember(entry.Key, entry.Value, null, true)), depth);
                    break;
                default:
                    Hole(value);
                    break;
            }
        }

        private void WriteObject(ObjectReference reference, ObjectState state, int depth)
        {
            var elementType = (state.Type as INamedTypeSymbol)?.TypeArguments.LastOrDefault() ?? (state.Type as IArrayTypeSymbol)?.ElementType;
            if (!_takesOutputs && _interpreter.IsOutput(elementType))
                Hole(new Unknown("JSON of an Output"));
            else if (state.Items is not null)
                WriteItems(reference);
            else if (state.Entries is not null)
                WriteEntries(reference);
            else if (HasConverter(state.Type))
                Hole(new Unknown("JSON written by a converter"));
            else if (HasOwnForm(state.Type))
                Hole(new Unknown("JSON of which not all members are known"));
            else
                WriteMembers(Members(reference, state), depth);

            void WriteItems(ObjectReference list)
            {
                if (_interpreter.ItemsOf(list) is { } items)
                    WriteList(items, depth, elementType);
                else
                    Hole(new Unknown("a list whose items are not known"));
            }

            void WriteEntries(ObjectReference map)
            {
                if (_interpreter.ItemsOf(map) is { } entries && entries.All(static entry => entry is EntryValue { Key: Constant { Raw: string or int, EnumType: null } }))
                    WriteMembers(entries.Cast<EntryValue>().Select(entry => new JsonMember(Convert.ToString(((Constant)entry.Key).Raw, CultureInfo.InvariantCulture) ?? "", entry.Value, elementType, true)), depth);
                else
                    Hole(new Unknown("a dictionary whose entries are not known"));
            }
        }

        private bool IsWrittenWhole(ObjectState state, ITypeSymbol? declared) =>
            declared is null or { SpecialType: SpecialType.System_Object }
            || state.Items is not null
            || state.Entries is not null
            || SymbolEqualityComparer.Default.Equals(_interpreter.Resolved(declared).WithNullableAnnotation(NullableAnnotation.None), state.Type.WithNullableAnnotation(NullableAnnotation.None))
            || declared.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;


        // What decides which members are written, and in what order, beside the properties themselves.
        private static bool HasOwnForm(ITypeSymbol written)
        {
            for (var type = written; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                if (type.GetMembers().Any(static member => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonIncludeAttribute" or "JsonPropertyOrderAttribute" or "JsonExtensionDataAttribute")))
                    return true;
            }

            return written.AllInterfaces.Any(static contract => contract.Name is "IJsonOnSerializing" or "IJsonOnSerialized");
        }

        // Properties of the class itself first, then those it inherits, each in the order of declaration; one that hides or overrides another stands for it.
        private IEnumerable<JsonMember> Members(ObjectReference reference, ObjectState state)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var type = state.Type; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    if (property is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, GetMethod.DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true } || property.IsImplicitlyDeclared && state.Type.IsRecord && property.Name == "EqualityContract")
                        continue;
                    if (!seen.Add(property.Name) || IsIgnored(property))
                        continue;
                    var name = _style.Names.Write(property);
                    var value = JsonEnums.Of(property) is { } enums ? Values.Map(_interpreter.PropertyOf(reference, property, _operation), one => one is Constant { Raw: { } raw } && EnumOf(property.Type) is { } type ? NameOf(type, raw, enums) : one)
                        : HasConverter(property) ? new Unknown("JSON written by a converter")
                        : !_takesOutputs && _interpreter.IsOutput(property.Type) ? new Unknown("JSON of an Output")
                        : _interpreter.PropertyOf(reference, property, _operation);
                    yield return new JsonMember(name, value, JsonEnums.Of(property) is null ? property.Type : null, IsThere(property, value));
                }
            }
        }

        // Whether a property is written that may be left out by what it holds; null where that is not known.
        private bool? IsThere(IPropertySymbol property, Value value)
        {
            var condition = property.GetAttributes().Where(static attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute")
                .SelectMany(static attribute => attribute.NamedArguments).Where(static argument => argument.Key == "Condition").Select(static argument => argument.Value.Value).FirstOrDefault();
            return condition switch
            {
                2 or 3 when property.Type.IsReferenceType || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => !Values.IsNull(value),
                2 => value is Constant given && _interpreter.Default(property.Type, _operation) is Constant unset ? !Equals(given.Raw, unset.Raw) : null,
                null when _style.OmitNull => !Values.IsNull(value),
                _ => true,
            };
        }

        private static Value NameOf(ITypeSymbol enumeration, object value, JsonEnums enums) =>
            enums.Write(enumeration, value) is { } name ? new Constant(name) : new Unknown("JSON written by a converter");

        private void WriteMembers(IEnumerable<JsonMember> members, int depth)
        {
            var first = true;
            _text.Append('{');
            foreach (var member in members.Where(static member => member.IsThere != false))
            {
                if (member.IsThere is null)
                {
                    Hole(new Unknown("a member that is written where it is not null"));
                    continue;
                }

                if (!first)
                    _text.Append(',');
                first = false;
                NewLine(depth + 1);
                _text.Append('"');
                Escape(member.Key);
                _text.Append(_style.Indented ? "\": " : "\":");
                Write(member.Value, depth + 1, member.Declared);
            }

            if (!first)
                NewLine(depth);
            _text.Append('}');
        }

        private void WriteList(IReadOnlyList<Value> items, int depth, ITypeSymbol? declared)
        {
            _text.Append('[');
            for (var index = 0; index < items.Count; index++)
            {
                if (index > 0)
                    _text.Append(',');
                NewLine(depth + 1);
                Write(items[index], depth + 1, declared);
            }

            if (items.Count > 0)
                NewLine(depth);
            _text.Append(']');
        }

        private void NewLine(int depth)
        {
            if (!_style.Indented)
                return;
            Flush();
            _pieces.Add(Unknown.LineEnd(_interpreter.OriginOf(_operation)));
            _text.Append(' ', depth * 2);
        }

        private ITypeSymbol? EnumOf(ITypeSymbol? declared) => declared is null ? null : Interpreter.AsEnum(_interpreter.Resolved(declared));

        private void WriteConstant(Constant constant, ITypeSymbol? enumeration)
        {
            switch (constant.Raw)
            {
                case null:
                    _text.Append("null");
                    break;
                case string when enumeration is not null:
                case { } when enumeration is not null && HasConverter(enumeration):
                    Hole(new Unknown("JSON written by a converter"));
                    break;
                case { } value when enumeration is not null && (_style.Names.Enums ?? JsonEnums.Of(enumeration)) is { } enums:
                    Write(NameOf(enumeration, value, enums), 0, null);
                    break;
                case bool flag:
                    _text.Append(flag ? "true" : "false");
                    break;
                case string text:
                    _text.Append('"');
                    Escape(text);
                    _text.Append('"');
                    break;
                case char character:
                    _text.Append('"');
                    Escape(character.ToString());
                    _text.Append('"');
                    break;
                case { } scalar when Scalars.IsScalar(scalar):
                    _text.Append('"');
                    Escape(scalar is Uri address ? address.OriginalString : Scalars.Print(scalar, null)!);
                    _text.Append('"');
                    break;
                case double or float:
                    _text.Append(((IFormattable)constant.Raw).ToString("R", CultureInfo.InvariantCulture));
                    break;
                case IFormattable number when number is IConvertible:
                    _text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    Hole(constant);
                    break;
            }
        }

        private void Hole(Value value)
        {
            Flush();
            _pieces.Add(value is Constant ? new Unknown("a value in JSON") : value is RuntimeValue ? new Unknown("an object in JSON", value.Origin) : value);
        }

        private void Flush()
        {
            if (_text.Length > 0)
                _pieces.Add(new Constant(_text.ToString()));
            _text.Clear();
        }

        // The default encoder of System.Text.Json escapes what HTML gives a meaning and everything beyond ASCII.
        private void Escape(string text)
        {
            foreach (var character in text)
            {
                switch (character)
                {
                    case '\\':
                        _text.Append("\\\\");
                        break;
                    case '\n':
                        _text.Append("\\n");
                        break;
                    case '\r':
                        _text.Append("\\r");
                        break;
                    case '\t':
                        _text.Append("\\t");
                        break;
                    case '\b':
                        _text.Append("\\b");
                        break;
                    case '\f':
                        _text.Append("\\f");
                        break;
                    case '"' when _style.Relaxed:
                        _text.Append("\\\"");
                        break;
                    case '"' or '&' or '\'' or '+' or '<' or '>' or '`' when !_style.Relaxed:
                    case < ' ' or '\u007f':
                    case > '\u007f' when !_style.Relaxed:
                        _text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                        break;
                    default:
                        _text.Append(character);
                        break;
                }
            }
        }
    }

    /// <summary>A member as it is written: as what it is where it is declared as nothing; maybe not where it is not known whether it is there.</summary>
    private sealed record JsonMember(string Key, Value Value, ITypeSymbol? Declared, bool? IsThere);
}
