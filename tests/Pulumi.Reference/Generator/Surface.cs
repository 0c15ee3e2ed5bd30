using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Pulumi.Reference.Generator;

/// <summary>What one provider assembly looks like from outside: names and types, as kept in <c>surface/*.json</c>.</summary>
/// <remarks>In the data <c>~</c> stands for the package name, and a member is its type followed by marks (see <see cref="Member"/>).</remarks>
/// <param name="Settings">Configuration that the provider reads beside its inputs.</param>
internal sealed record Surface(
    string Package,
    string Version,
    ImmutableArray<Member> Settings,
    ImmutableArray<ResourceShape> Resources,
    ImmutableArray<FunctionShape> Functions,
    ImmutableArray<InputTypeShape> Inputs,
    ImmutableArray<OutputTypeShape> Outputs,
    ImmutableArray<EnumShape> Enums)
{
    /// <summary>The last part of the package name, which also names its attribute: <c>AzureNative</c>.</summary>
    public string ShortName => Package[(Package.LastIndexOf('.') + 1)..];

    /// <summary>Providers bridged from Terraform have module tokens with a slash, and a state class beside the args class.</summary>
    public bool IsBridged => Resources.Any(resource => resource.Token.Contains('/', StringComparison.Ordinal))
        && !string.Equals(Package, "Pulumi.Kubernetes", StringComparison.Ordinal);

    public static Surface Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var package = root.GetProperty("package").GetString()!;

        string Full(string name) => name.Replace("~", package + ".", StringComparison.Ordinal);
        ImmutableArray<Member> Members(JsonElement element) =>
            [.. element.EnumerateObject().Select(member => Member.Parse(member.Name, Full(member.Value.GetString()!)))];

        return new Surface(
            package,
            root.GetProperty("version").GetString()!,
            root.TryGetProperty("settings", out var settings) ? Members(settings) : [],
            [.. root.GetProperty("resources").EnumerateObject().Select(resource => new ResourceShape(
                resource.Name,
                Full(resource.Value.GetProperty("class").GetString()!),
                Full(resource.Value.GetProperty("args").GetString()!),
                resource.Value.TryGetProperty("base", out var baseClass) ? Full(baseClass.GetString()!) : "Pulumi.CustomResource",
                resource.Value.GetProperty("optional").GetBoolean(),
                Members(resource.Value.GetProperty("inputs")),
                Members(resource.Value.GetProperty("outputs"))))],
            [.. root.GetProperty("functions").EnumerateObject().Select(function => new FunctionShape(
                Full(function.Name),
                Full(function.Value.GetProperty("result").GetString()!),
                function.Value.TryGetProperty("args", out var args) ? Full(args.GetString()!) : null,
                function.Value.TryGetProperty("invokeArgs", out var invokeArgs) ? Full(invokeArgs.GetString()!) : null,
                function.Value.TryGetProperty("optional", out var optional) && optional.GetBoolean()))],
            [.. root.GetProperty("inputs").EnumerateObject().Select(type => new InputTypeShape(Full(type.Name), Members(type.Value)))],
            [.. root.GetProperty("outputs").EnumerateObject().Select(type => new OutputTypeShape(
                Full(type.Name),
                [.. type.Value.EnumerateObject().Select(field => new Field(field.Name, Full(field.Value.GetString()!)))]))],
            [.. root.GetProperty("enums").EnumerateObject().Select(type => new EnumShape(
                Full(type.Name),
                [.. type.Value.EnumerateObject().Select(value => new KeyValuePair<string, string>(value.Name, value.Value.GetString()!))]))]);
    }
}

internal sealed record ResourceShape(
    string Token,
    string Class,
    string Args,
    string Base,
    bool ArgsAreOptional,
    ImmutableArray<Member> Inputs,
    ImmutableArray<Member> Outputs)
{
    public bool IsProvider => string.Equals(Base, "Pulumi.ProviderResource", StringComparison.Ordinal);

    public bool IsComponent => string.Equals(Base, "Pulumi.ComponentResource", StringComparison.Ordinal);
}

/// <summary>A data source, <c>GetX.Invoke</c>. Without <paramref name="Args"/> it takes options only.</summary>
internal sealed record FunctionShape(string Class, string Result, string? Args, string? InvokeArgs, bool ArgsAreOptional);

internal sealed record InputTypeShape(string Class, ImmutableArray<Member> Members);

internal sealed record OutputTypeShape(string Class, ImmutableArray<Field> Fields);

internal sealed record EnumShape(string Class, ImmutableArray<KeyValuePair<string, string>> Values);

internal sealed record Field(string Name, string Type);
