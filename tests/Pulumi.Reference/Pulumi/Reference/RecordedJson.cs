using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json.Nodes;

namespace Pulumi.Reference;

/// <summary>Writes plain values (see <see cref="Serialization.ValueSerializer"/>) as JSON.</summary>
internal static class RecordedJson
{
    public static JsonObject Map(IEnumerable<KeyValuePair<string, object?>> map) => new(map.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value))));

    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        ImmutableArray<object?> list => List(list.Select(Value)),
        ImmutableSortedDictionary<string, object?> map => Map(map),
        Resource resource => Reference(resource, ""),
        AssetOrArchive asset => new JsonObject { ["$asset"] = Asset(asset) },
        Trace.Reference reference => Reference(reference.Resource, reference.Output),
        Trace.Text text => new JsonObject { ["$text"] = List(text.Pieces.Select(piece => (JsonNode?)(piece is null ? null : JsonValue.Create(piece)))) },
        Trace trace => new JsonObject { ["$unknown"] = trace.Describe() },
        _ => throw new InvalidOperationException($"{value.GetType().FullName} is no plain value."),
    };

    public static JsonObject Reference(Resource resource, string output) => new()
    {
        ["$ref"] = new JsonObject { ["token"] = resource.GetResourceType(), ["name"] = resource.GetResourceName(), ["output"] = output },
    };

    private static JsonObject Asset(AssetOrArchive asset) => new()
    {
        ["type"] = asset.GetType().Name,
        [asset.Kind] = asset.Value switch
        {
            string text => JsonValue.Create(text),
            IEnumerable<KeyValuePair<string, AssetOrArchive>> members => Map(members.Select(member => KeyValuePair.Create(member.Key, (object?)member.Value))),
            _ => throw new InvalidOperationException($"{asset.Value.GetType().FullName} is not what an asset holds."),
        },
    };

    private static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);
}
