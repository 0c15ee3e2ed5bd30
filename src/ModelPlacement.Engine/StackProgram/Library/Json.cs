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
    public static readonly IReadOnlyList<(string Type, string Names, LibraryMethod Method)> Table =
    [
        ("System.Text.Json.JsonSerializer", "Serialize", Serialize),
        ("Newtonsoft.Json.JsonConvert", "SerializeObject", static (interpreter, call) => Serialize(interpreter, call) is { } value && value.AsString() is null
            ? value
            : new Unknown("JSON written by Newtonsoft.Json", interpreter.OriginOf(call.Operation))),
    ];

    public static Value? Serialize(Interpreter interpreter, Call call)
    {
        var style = StyleOf(interpreter, call.Argument("options"));
        if (style is null)
            return new Unknown("JSON written with options that are not known", interpreter.OriginOf(call.Operation));
        var origin = interpreter.OriginOf(call.Operation);
        return Values.Map(call[0], value =>
        {
            var writer = new JsonWriter(interpreter, style, call.Operation);
            writer.Write(value, 0);
            return Values.Concatenate(writer.Pieces, origin);
        });
    }

    /// <summary>The name of a property in JSON.</summary>
    public static string NameOf(ISymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonPropertyNameAttribute" && attribute.ConstructorArguments is [{ Value: string name }])
                return name;
        }

        return property.Name;
    }

    private static JsonStyle? StyleOf(Interpreter interpreter, Value? options)
    {
        if (options is null or Constant { Raw: null })
            return JsonStyle.Default;
        if (options is not ObjectReference reference || interpreter.State(reference) is not { Lost: null } state)
            return null;
        var style = JsonStyle.Default;
        foreach (var field in state.Fields)
        {
            switch (field.Key.Name, field.Value)
            {
                case ("WriteIndented", Constant { Raw: bool indented }):
                    style = style with { Indented = indented };
                    break;
                case ("PropertyNamingPolicy", Constant { Raw: "CamelCase" }):
                    style = style with { CamelCase = true };
                    break;
                case ("DefaultIgnoreCondition", Constant { Raw: 3 }):
                    style = style with { OmitNull = true };
                    break;
                case ("Encoder", Constant { Raw: "UnsafeRelaxedJsonEscaping" }):
                    style = style with { Relaxed = true };
                    break;
                case ("PropertyNameCaseInsensitive", _):
                    break;
                default:
                    return null;
            }
        }

        return style;
    }

    private sealed record JsonStyle(bool Indented, bool CamelCase, bool OmitNull, bool Relaxed)
    {
        public static readonly JsonStyle Default = new(false, false, false, false);
    }

    private sealed class JsonWriter
    {
        private readonly Interpreter _interpreter;
        private readonly JsonStyle _style;
        private readonly IOperation _operation;
        private readonly StringBuilder _text = new();
        private readonly List<Value> _pieces = new();

        public JsonWriter(Interpreter interpreter, JsonStyle style, IOperation operation)
        {
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

        public void Write(Value value, int depth)
        {
            if (depth > 64)
            {
                Hole(new Unknown("budget: nesting of JSON"));
                return;
            }

            switch (value)
            {
                case Constant constant:
                    WriteConstant(constant);
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
                case ObjectReference reference when _interpreter.State(reference) is { Lost: null } state && state.Instance is null:
                    WriteObject(reference, state, depth);
                    break;
                case Sequence sequence:
                    WriteList(sequence.Items, depth);
                    break;
                case DeferredSequence deferred when _interpreter.Enumerate(deferred, null) is Sequence items:
                    WriteList(items.Items, depth);
                    break;
                case Mapping mapping:
                    WriteMembers(mapping.Entries, depth);
                    break;
                default:
                    Hole(value);
                    break;
            }
        }

        private void WriteObject(ObjectReference reference, ObjectState state, int depth)
        {
            if (state.Items is { } items)
                WriteList(items.Items, depth);
            else if (state.Entries is { } entries)
                WriteMembers(entries.Where(static entry => entry.Key is Constant).Select(static entry => new KeyValuePair<string, Value>(Convert.ToString(((Constant)entry.Key).Raw, CultureInfo.InvariantCulture) ?? "", entry.Value)), depth);
            else
                WriteMembers(Members(reference, state), depth);
        }

        // Properties of the class itself first, then those it inherits, each in the order of declaration.
        private IEnumerable<KeyValuePair<string, Value>> Members(ObjectReference reference, ObjectState state)
        {
            for (var type = state.Type; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                {
                    if (property is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, GetMethod: not null, Parameters.IsEmpty: true } || property.IsImplicitlyDeclared && state.Type.IsRecord && property.Name == "EqualityContract")
                        continue;
                    if (property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonIgnoreAttribute"))
                        continue;
                    var name = NameOf(property);
                    if (_style.CamelCase && string.Equals(name, property.Name, StringComparison.Ordinal))
                        name = PulumiSymbols.CamelCase(name);
                    yield return new KeyValuePair<string, Value>(name, _interpreter.PropertyOf(reference, property, _operation));
                }
            }
        }

        private void WriteMembers(IEnumerable<KeyValuePair<string, Value>> members, int depth)
        {
            var first = true;
            _text.Append('{');
            foreach (var member in members)
            {
                if (_style.OmitNull && member.Value is Constant { Raw: null })
                    continue;
                if (!first)
                    _text.Append(',');
                first = false;
                NewLine(depth + 1);
                _text.Append('"');
                Escape(member.Key);
                _text.Append(_style.Indented ? "\": " : "\":");
                Write(member.Value, depth + 1);
            }

            if (!first)
                NewLine(depth);
            _text.Append('}');
        }

        private void WriteList(IReadOnlyList<Value> items, int depth)
        {
            _text.Append('[');
            for (var index = 0; index < items.Count; index++)
            {
                if (index > 0)
                    _text.Append(',');
                NewLine(depth + 1);
                Write(items[index], depth + 1);
            }

            if (items.Count > 0)
                NewLine(depth);
            _text.Append(']');
        }

        private void NewLine(int depth)
        {
            if (_style.Indented)
                _text.Append('\n').Append(' ', depth * 2);
        }

        private void WriteConstant(Constant constant)
        {
            switch (constant.Raw)
            {
                case null:
                    _text.Append("null");
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
                case double number:
                    _text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                    break;
                case IFormattable number:
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
}
