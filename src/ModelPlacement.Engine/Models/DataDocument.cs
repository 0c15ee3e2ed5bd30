using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.Engine.Models;

/// <summary>
/// Reads the data files that ship inside the assembly. They are held to their shape by tests, so a fault in one is an exception that names the file
/// and line, not a result.
/// </summary>
internal static class DataDocument
{
    /// <summary>The mapping at the root of an embedded data file.</summary>
    public static YamlMappingNode Load(string name)
    {
        using var stream = typeof(DataDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("The assembly has no data file '" + name + "'.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static YamlMappingNode Parse(string yaml)
    {
        var document = new YamlStream();
        using var reader = new StringReader(yaml);
        document.Load(reader);
        return (YamlMappingNode)document.Documents[0].RootNode;
    }

    public static void AllowOnly(this YamlMappingNode node, params string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            if (!keys.Contains(((YamlScalarNode)key).Value, StringComparer.Ordinal))
                throw Fault(key, "unknown key '" + key + "'");
        }
    }

    public static string? Text(this YamlMappingNode node, string key) =>
        node.Get(key) switch
        {
            null => null,
            YamlScalarNode scalar => scalar.Value,
            var other => throw Fault(other, "'" + key + "' is not a string"),
        };

    public static string Required(this YamlMappingNode node, string key) => node.Text(key) ?? throw Fault(node, "'" + key + "' is missing");

    public static bool Flag(this YamlMappingNode node, string key, bool otherwise = false) =>
        node.Text(key) switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            var other => throw Fault(node, "'" + key + "' is neither true nor false but '" + other + "'"),
        };

    public static int? Number(this YamlMappingNode node, string key) =>
        node.Text(key) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public static DateTime? Date(this YamlMappingNode node, string key) =>
        node.Text(key) is { } text ? DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>A list of strings; a single string is a list of one, nothing is an empty list.</summary>
    public static ImmutableArray<string> Texts(this YamlMappingNode node, string key) =>
        node.Get(key) switch
        {
            null => ImmutableArray<string>.Empty,
            YamlScalarNode { Value: { } value } => ImmutableArray.Create(value),
            YamlSequenceNode sequence => sequence.Children.Select(static child => ((YamlScalarNode)child).Value ?? "").ToImmutableArray(),
            var other => throw Fault(other, "'" + key + "' is not a list of strings"),
        };

    public static IEnumerable<YamlMappingNode> Items(this YamlMappingNode node, string key) =>
        node.Get(key) switch
        {
            null => [],
            YamlSequenceNode sequence => sequence.Children.Cast<YamlMappingNode>(),
            var other => throw Fault(other, "'" + key + "' is not a list"),
        };

    public static YamlMappingNode Mapping(this YamlMappingNode node, string key) =>
        node.Get(key) as YamlMappingNode ?? throw Fault(node, "'" + key + "' is not a mapping");

    /// <summary>The entries of a list, whatever they are; nothing is an empty list.</summary>
    public static IEnumerable<YamlNode> Entries(this YamlMappingNode node, string key) =>
        node.Get(key) switch
        {
            null => [],
            YamlSequenceNode sequence => sequence.Children,
            var other => throw Fault(other, "'" + key + "' is not a list"),
        };

    public static IEnumerable<KeyValuePair<string, string>> Pairs(this YamlMappingNode node, string key) =>
        node.Get(key) switch
        {
            null => [],
            YamlMappingNode mapping => mapping.Children.Select(static child =>
                new KeyValuePair<string, string>(((YamlScalarNode)child.Key).Value ?? "", ((YamlScalarNode)child.Value).Value ?? "")),
            var other => throw Fault(other, "'" + key + "' is not a mapping"),
        };

    public static InvalidOperationException Fault(YamlNode node, string what) =>
        new("Line " + node.Start.Line.ToString(CultureInfo.InvariantCulture) + ": " + what + ".");

    private static YamlNode? Get(this YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
