using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Pulumi.Testing;
using Xunit;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Runs small programs and looks at what came of them.</summary>
internal static class Program
{
    /// <summary>Records a program that must succeed.</summary>
    public static async Task<Recording> RecordAsync(Action program, RecorderOptions? options = null) =>
        (await Recorder.RunAsync(() => Deployment.RunAsync(program), options)).EnsureSuccess();

    public static async Task<Recording> RecordAsync(Func<Task> program, RecorderOptions? options = null) =>
        (await Recorder.RunAsync(() => Deployment.RunAsync(program), options)).EnsureSuccess();

    public static RecorderOptions Configured(params (string Key, string Value)[] configuration) =>
        new() { Configuration = configuration.ToDictionary(entry => entry.Key, entry => entry.Value) };

    public static Registration Named(this Recording recording, string name) =>
        Assert.Single(recording.Registrations, registration => registration.Name == name);

    public static void Equal(string expectedJson, JsonNode? actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expectedJson), actual),
            $"Expected {JsonNode.Parse(expectedJson)?.ToJsonString() ?? "null"}{Environment.NewLine}but got {actual?.ToJsonString() ?? "null"}");
}

/// <summary>A resource with an input of each kind.</summary>
[ResourceType("test:index:Thing", "1.0.0")]
internal sealed class Thing : CustomResource
{
    public const string Token = "test:index:Thing";

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new ThingArgs(), options)
    {
    }

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("number")]
    public Output<int?> Number { get; private set; } = null!;

    [Output("items")]
    public Output<System.Collections.Immutable.ImmutableArray<string>> Items { get; private set; } = null!;

    [Output("labels")]
    public Output<System.Collections.Immutable.ImmutableDictionary<string, string>> Labels { get; private set; } = null!;

    [Output("part")]
    public Output<ThingPart?> Part { get; private set; } = null!;

    [Output("color")]
    public Output<Color?> Color { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("items")]
    private InputList<string>? items;

    [Input("labels")]
    private InputMap<string>? labels;

    [Input("parts")]
    private InputList<ThingPartArgs>? parts;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<int>? Number { get; set; }

    [Input("plain")]
    public string? Plain { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("color")]
    public InputUnion<string, Color>? Color { get; set; }

    [Input("body")]
    public Input<object>? Body { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("code")]
    public Input<AssetOrArchive>? Code { get; set; }

    [Input("other")]
    public Input<Thing>? Other { get; set; }

    [Input("part")]
    public Input<ThingPartArgs>? Part { get; set; }

    public InputList<string> Items
    {
        get => items ??= [];
        set => items = value;
    }

    public InputMap<string> Labels
    {
        get => labels ??= [];
        set => labels = value;
    }

    public InputList<ThingPartArgs> Parts
    {
        get => parts ??= [];
        set => parts = value;
    }
}

internal sealed class ThingPartArgs : ResourceArgs
{
    [Input("size", required: true)]
    public Input<double>? Size { get; set; }
}

[OutputType]
internal sealed class ThingPart
{
    public readonly double Size;

    [OutputConstructor]
    private ThingPart(double size) => Size = size;
}

[EnumType]
internal readonly struct Color
{
    private readonly string value;

    private Color(string value) => this.value = value;

    public static Color Red { get; } = new("red");

    public static explicit operator string(Color color) => color.value;
}

/// <summary>Gives each resource the id <c>name-id</c>, and as its outputs its inputs and a text <c>name-text</c>.</summary>
internal sealed class EchoMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var state = new Dictionary<string, object>(args.Inputs);
        state.TryAdd("text", args.Name + "-text");
        return Task.FromResult<(string?, object)>((args.Name + "-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
