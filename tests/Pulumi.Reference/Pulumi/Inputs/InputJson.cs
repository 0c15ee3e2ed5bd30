using System.Text.Json;

namespace Pulumi;

/// <summary>An input of JSON, given as text or parsed.</summary>
public sealed class InputJson : Input<JsonElement>
{
    public InputJson()
        : this(Output.Create(default(JsonElement)))
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    public static implicit operator InputJson(string json) => Output.Create(json);

    public static implicit operator InputJson(JsonDocument document) => new(Output.Create(document.RootElement));

    public static implicit operator InputJson(JsonElement element) => new(Output.Create(element));

    public static implicit operator InputJson(Output<string> json) => new(json.Convert(text =>
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }));

    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Convert(value => value.RootElement));

    public static implicit operator InputJson(Output<JsonElement> element) => new(element);
}
