using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>What the reference SDKs say of resource types: their inputs and outputs, as read from the real SDKs.</summary>
internal sealed partial class SdkSurface
{
    private static readonly Lazy<SdkSurface> LazyAll = new(static () => new SdkSurface());

    private readonly Dictionary<string, (JsonElement Resource, JsonElement Types, JsonElement Enums)> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);

    private SdkSurface()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "Pulumi.Reference", "surface"), "*.json"))
        {
            var root = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
            var package = root.GetProperty("package").GetString()!;
            _packages.Add(package);
            foreach (var resource in root.GetProperty("resources").EnumerateObject())
                _resources[resource.Name] = (resource.Value, root.GetProperty("inputs"), root.GetProperty("enums"));
            foreach (var function in root.GetProperty("functions").EnumerateObject())
                _functions.Add(function.Name.Replace("~", package + ".", StringComparison.Ordinal));
        }
    }

    public static SdkSurface All => LazyAll.Value;

    public IEnumerable<string> Tokens => _resources.Keys;

    public bool Has(string token) => _resources.ContainsKey(token);

    public bool HasFunction(string className) => _functions.Contains(className);

    /// <summary>Whether a reference SDK exists for a class's assembly.</summary>
    public bool HasPackageOf(string className) => _packages.Any(package => className.StartsWith(package + ".", StringComparison.Ordinal));

    public bool HasOutput(string token, string output)
    {
        var first = FirstName().Match(output).Value;
        return first.Length == 0 || first is "id" or "urn" || _resources[token].Resource.GetProperty("outputs").TryGetProperty(first, out _);
    }

    /// <summary>Null where a path leads to an input of the type; else where it goes astray.</summary>
    public string? Astray(string token, string path) => Walk(token, path).Astray;

    /// <summary>The values that an input can have, where its type is an enum or a bool; else null.</summary>
    public IReadOnlyCollection<string>? ValuesOf(string token, string path)
    {
        if (Walk(token, path).Type is not { } type)
            return null;
        if (type.Contains("<bool>", StringComparison.Ordinal) || type is "bool")
            return ["true", "false"];
        var enums = _resources[token].Enums.EnumerateObject().Where(values => type.Split('<', '>', ',').Contains(values.Name, StringComparer.Ordinal));
        return enums.Select(static values => values.Value.EnumerateObject().Select(static value => value.Value.ToString()).ToList()).FirstOrDefault();
    }

    private (string? Astray, string? Type) Walk(string token, string path)
    {
        var (resource, types, _) = _resources[token];
        var at = new Shape(ShapeKind.Object, Inputs: [resource.GetProperty("inputs")]);
        foreach (var step in Step().Matches(path).Select(static match => match.Value.TrimStart('.')))
        {
            switch (step[0], at.Kind)
            {
                case (_, ShapeKind.Anything):
                    return (null, null);
                case ('[', ShapeKind.List) or ('{', ShapeKind.Map):
                    at = Resolve(at.Item!, types);
                    break;
                // A filter of the inputs themselves; and a value of each property of an object.
                case ('[', ShapeKind.Object) when step.Contains('=', StringComparison.Ordinal):
                    break;
                case ('{', ShapeKind.Object):
                    at = new Shape(ShapeKind.Anything);
                    break;
                case ('[' or '{', _):
                    return ("no " + (step[0] is '[' ? "list" : "map") + " at '" + step + "'", null);
                case (_, ShapeKind.Object):
                    var found = at.Inputs!.Select(inputs => inputs.TryGetProperty(step, out var input) ? input : (JsonElement?)null).FirstOrDefault(static input => input is not null);
                    if (found is null)
                    {
                        var known = at.Inputs!.SelectMany(static inputs => inputs.EnumerateObject()).Select(static input => input.Name).Take(12);
                        return ("no '" + step + "' among " + string.Join(", ", known), null);
                    }

                    at = Resolve(found.Value.GetString()!, types);
                    break;
                default:
                    return ("'" + step + "' of a " + at.Kind, null);
            }
        }

        return (null, at.Type);
    }

    private static Shape Resolve(string type, JsonElement types) => ShapeOf(type, types) with { Type = type.Split(' ')[0] };

    private static Shape ShapeOf(string type, JsonElement types)
    {
        // A type may be followed by what else there is to say of the input: `required`, `field`.
        type = type.Split(' ')[0].TrimEnd('?');
        if (Generic().Match(type) is not { Success: true } generic)
        {
            return types.TryGetProperty(type, out var nested)
                ? new Shape(ShapeKind.Object, [nested])
                : new Shape(type is "object" ? ShapeKind.Anything : ShapeKind.Leaf);
        }

        var argument = generic.Groups["argument"].Value;
        return generic.Groups["name"].Value switch
        {
            "Input" or "Output" => Resolve(argument, types),
            "InputList" or "List" => new Shape(ShapeKind.List, Item: argument),
            "InputMap" or "Dictionary" => new Shape(ShapeKind.Map, Item: argument.Replace("string,", "", StringComparison.Ordinal)),
            "InputUnion" or "Union" => Union(argument, types),
            _ => new Shape(ShapeKind.Leaf),
        };
    }

    private static Shape Union(string argument, JsonElement types)
    {
        var inputs = argument.Split(',', StringSplitOptions.TrimEntries)
            .Select(name => types.TryGetProperty(name, out var nested) ? nested : (JsonElement?)null)
            .OfType<JsonElement>()
            .ToArray();
        return inputs.Length > 0 ? new Shape(ShapeKind.Object, inputs) : new Shape(ShapeKind.Anything);
    }

    [GeneratedRegex(@"\.?[^.\[\]{}]+|\[[^\]]*\]|\{[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"^(?<name>\w+)<(?<argument>.*)>$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Generic();

    [GeneratedRegex(@"^\w*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstName();

    private enum ShapeKind
    {
        Leaf,
        Object,
        List,
        Map,
        Anything,
    }

    private sealed record Shape(ShapeKind Kind, JsonElement[]? Inputs = null, string? Item = null, string? Type = null);
}
