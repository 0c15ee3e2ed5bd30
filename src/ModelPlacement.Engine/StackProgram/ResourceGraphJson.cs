using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>
/// A resource graph as JSON: an array of <c>{"token","name","inputs","options","location"}</c>. A constant is plain JSON; anything else an object with one key:
/// <c>$unknown</c> (the reason), <c>$ref</c> (token, name and output of another resource), <c>$choice</c> (the alternatives), <c>$text</c> (pieces, null for a hole).
/// </summary>
public static class ResourceGraphJson
{
    /// <summary>Writes a graph, indented, in the order of creation.</summary>
    public static string Write(ResourceGraph graph)
    {
        var writer = new StringBuilder("[");
        for (var index = 0; index < graph.Instances.Length; index++)
        {
            writer.Append(index == 0 ? "\n" : ",\n");
            WriteInstance(writer, graph.Instances[index]);
        }

        return writer.Append(graph.Instances.IsEmpty ? "]" : "\n]").ToString();
    }

    /// <summary>Writes one value.</summary>
    public static string Write(Value value)
    {
        var writer = new StringBuilder();
        WriteValue(writer, value);
        return writer.ToString();
    }

    private static void WriteInstance(StringBuilder writer, ResourceInstance instance)
    {
        writer.Append("  {\"token\":");
        WriteString(writer, instance.Token);
        writer.Append(",\"name\":");
        WriteValue(writer, instance.Name);
        writer.Append(",\"inputs\":");
        WriteValue(writer, instance.Inputs);
        writer.Append(",\"options\":");
        WriteValue(writer, instance.Options);
        writer.Append(",\"location\":");
        WriteString(writer, Place(instance.Declaration));
        if (instance.IsConditional)
            writer.Append(",\"conditional\":true");
        writer.Append('}');
    }

    // File, line and column, counted from 1.
    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }

    private static void WriteValue(StringBuilder writer, Value value)
    {
        switch (value)
        {
            case Constant constant:
                WriteConstant(writer, constant.Raw);
                break;
            case Text text:
                writer.Append("{\"$text\":");
                WriteList(writer, text.Pieces, static (inner, piece) => WriteConstant(inner, piece.AsString()));
                writer.Append('}');
                break;
            case Sequence sequence:
                WriteList(writer, sequence.Items, WriteValue);
                break;
            case Mapping mapping:
                writer.Append('{');
                WriteEntries(writer, mapping.Entries);
                writer.Append('}');
                break;
            case Choice choice:
                writer.Append("{\"$choice\":");
                WriteList(writer, choice.Alternatives, WriteValue);
                writer.Append('}');
                break;
            case ResourceReference reference:
                writer.Append("{\"$ref\":{\"token\":");
                WriteString(writer, reference.Instance.Token);
                writer.Append(",\"name\":");
                WriteValue(writer, reference.Instance.Name);
                writer.Append(",\"output\":");
                WriteString(writer, reference.Output);
                writer.Append("}}");
                break;
            case Unknown unknown:
                writer.Append("{\"$unknown\":");
                WriteString(writer, unknown.Reason);
                writer.Append('}');
                break;
            default:
                throw new ArgumentException("Not a value of a graph: " + value.GetType().Name, nameof(value));
        }
    }

    private static void WriteEntries(StringBuilder writer, IEnumerable<KeyValuePair<string, Value>> entries)
    {
        var first = true;
        foreach (var entry in entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            if (!first)
                writer.Append(',');
            first = false;
            WriteString(writer, entry.Key);
            writer.Append(':');
            WriteValue(writer, entry.Value);
        }
    }

    private static void WriteList(StringBuilder writer, IReadOnlyList<Value> values, Action<StringBuilder, Value> write)
    {
        writer.Append('[');
        for (var index = 0; index < values.Count; index++)
        {
            if (index > 0)
                writer.Append(',');
            write(writer, values[index]);
        }

        writer.Append(']');
    }

    private static void WriteConstant(StringBuilder writer, object? raw)
    {
        switch (raw)
        {
            case null:
                writer.Append("null");
                break;
            case bool flag:
                writer.Append(flag ? "true" : "false");
                break;
            case double or float:
                writer.Append(((IFormattable)raw).ToString("R", CultureInfo.InvariantCulture));
                break;
            case int or long or short or byte or uint or ulong or decimal:
                writer.Append(((IFormattable)raw).ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteString(writer, Convert.ToString(raw, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static void WriteString(StringBuilder writer, string text)
    {
        writer.Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                writer.Append('\\').Append(character);
            else if (character < ' ' || char.IsSurrogate(character))
                writer.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                writer.Append(character);
        }

        writer.Append('"');
    }
}
