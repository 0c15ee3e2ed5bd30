using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>
/// Builds a resource graph from its JSON form: an array of <c>{"token", "name", "inputs", "options"}</c> with <c>$unknown</c>, <c>$ref</c>,
/// <c>$choice</c> and <c>$text</c>. A short form keeps tables readable: <c>{"$ref": "name.output"}</c> refers by the target's name alone, and
/// an unknown value may say what it was computed from: <c>{"$unknown": "why", "$from": [...]}</c>.
/// Comments and trailing commas are allowed. Every resource stands on its own line of a made-up file, in order of the array, from 1.
/// </summary>
internal static class GraphBuilder
{
    private static readonly INamedTypeSymbol AnyType = CSharpCompilation.Create("Graph").GetSpecialType(SpecialType.System_Object);

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static ResourceGraph Graph(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        var elements = document.RootElement.EnumerateArray().ToArray();
        var instances = elements.Select(Declare).ToImmutableArray();
        for (var i = 0; i < elements.Length; i++)
        {
            var origin = new Origin(OriginKind.Written, instances[i].Declaration, 0);
            if (elements[i].TryGetProperty("inputs", out var inputs))
                instances[i].Inputs = Read(inputs, instances, origin);
            if (elements[i].TryGetProperty("options", out var options))
                instances[i].Options = Read(options, instances, origin);
        }

        return new ResourceGraph(instances);
    }

    private static ResourceInstance Declare(JsonElement element, int index)
    {
        var position = new LinePosition(index, 0);
        var location = Location.Create("Stack.cs", new TextSpan(index, 0), new LinePositionSpan(position, position));
        var name = element.TryGetProperty("name", out var given) ? given.GetString() : "r" + index.ToString(CultureInfo.InvariantCulture);
        return new ResourceInstance(element.GetProperty("token").GetString()!, AnyType, location, ImmutableArray<Location>.Empty)
        {
            Name = new Constant(name, new Origin(OriginKind.Written, location, 0)),
        };
    }

    private static Value Read(JsonElement element, ImmutableArray<ResourceInstance> instances, Origin origin)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return new Sequence(element.EnumerateArray().Select(item => Read(item, instances, origin)).ToImmutableArray(), origin);
            case JsonValueKind.String:
                return new Constant(element.GetString(), origin);
            case JsonValueKind.True or JsonValueKind.False:
                return new Constant(element.GetBoolean(), origin);
            case JsonValueKind.Number:
                return element.TryGetInt32(out var number) ? new Constant(number, origin) : new Constant(element.GetDouble(), origin);
            case JsonValueKind.Object:
                var entries = element.EnumerateObject().ToArray();
                return entries is [{ Name: ['$', ..] }, ..]
                    ? Special(entries[0].Name, entries[0].Value, entries.Skip(1).SelectMany(entry => entry.Value.EnumerateArray()).ToArray(), instances, origin)
                    : new Mapping(entries.Select(entry => KeyValuePair.Create(entry.Name, Read(entry.Value, instances, origin))).ToImmutableArray(), origin);
            default:
                return new Constant(null, origin);
        }
    }

    private static Value Special(string kind, JsonElement element, JsonElement[] from, ImmutableArray<ResourceInstance> instances, Origin origin)
    {
        switch (kind)
        {
            case "$unknown":
                return new Unknown(element.GetString()!, origin) { From = from.Select(item => Read(item, instances, origin)).ToImmutableArray() };
            case "$choice":
                return new Choice(element.EnumerateArray().Select(item => Read(item, instances, origin)).ToImmutableArray(), origin);
            case "$text":
                var pieces = element.EnumerateArray()
                    .Select(item => item.ValueKind == JsonValueKind.Null ? new Unknown("hole", origin) : Read(item, instances, origin));
                return new Text(pieces.ToImmutableArray(), origin);
            case "$ref" when element.ValueKind == JsonValueKind.String:
                var parts = element.GetString()!.Split('.', 2);
                return new ResourceReference(instances.Single(instance => instance.Name.AsString() == parts[0]), parts.ElementAtOrDefault(1) ?? "", origin);
            case "$ref":
                var target = instances.Single(instance => instance.Token == element.GetProperty("token").GetString()
                    && instance.Name.AsString() == element.GetProperty("name").GetString());
                return new ResourceReference(target, element.TryGetProperty("output", out var output) ? output.GetString() ?? "" : "", origin);
            default:
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"unknown form '{kind}'"));
        }
    }
}
