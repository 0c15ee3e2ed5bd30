using System;

namespace Pulumi.Reference.Generator;

/// <summary>An input or output: its name in Pulumi's schema, its C# property and type.</summary>
/// <param name="Name">Schema name, <c>endpointConfigName</c>.</param>
/// <param name="Property">C# property, <c>EndpointConfigName</c>.</param>
/// <param name="Type">C# type as the property declares it, without the nullable mark of a reference type.</param>
/// <param name="IsRequired">The schema demands a value.</param>
/// <param name="HasField">The attribute sits on a private backing field: lists, maps and secrets.</param>
/// <param name="IsJson">A provider input, which travels as a JSON string.</param>
internal sealed record Member(string Name, string Property, string Type, bool IsRequired, bool HasField, bool IsJson)
{
    /// <summary>Reads <c>Input&lt;string&gt; required field json as Other</c>: the type, then marks in this order, each optional.</summary>
    public static Member Parse(string name, string text)
    {
        var words = text.Split(' ');
        var renamed = Array.IndexOf(words, "as");
        return new Member(
            name,
            renamed < 0 ? char.ToUpperInvariant(name[0]) + name[1..] : words[renamed + 1],
            words[0],
            Array.IndexOf(words, "required") > 0,
            Array.IndexOf(words, "field") > 0,
            Array.IndexOf(words, "json") > 0);
    }
}
