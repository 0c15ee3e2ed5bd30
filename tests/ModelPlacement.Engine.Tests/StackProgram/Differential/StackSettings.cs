using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>The name and configuration of a stack, for the run and for the analysis alike.</summary>
internal sealed record StackSettings(string StackName, ImmutableSortedDictionary<string, string> Configuration) : IStackSettings
{
    public static readonly StackSettings None = new("dev", ImmutableSortedDictionary<string, string>.Empty);

    public string ProjectName => "project";

    /// <summary>An object or list is given as JSON; any other value is the text that the program receives.</summary>
    public Value? Read(string key)
    {
        if (!Configuration.TryGetValue(key, out var text))
            return null;
        return text.StartsWith('{') || text.StartsWith('[') ? OfJson(JsonDocument.Parse(text).RootElement) : new Constant(text);
    }

    private static Value OfJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Mapping([.. element.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, OfJson(property.Value)))]),
        JsonValueKind.Array => new Sequence([.. element.EnumerateArray().Select(OfJson)]),
        JsonValueKind.String => new Constant(element.GetString()),
        JsonValueKind.Number => new Constant(element.TryGetInt32(out var number) ? number : element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new Constant(element.GetBoolean()),
        _ => Constant.Null,
    };
}
