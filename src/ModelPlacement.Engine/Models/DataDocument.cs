using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>
/// Reads the data files of this room. They are held to their shape by tests, so a fault in one is an exception that names the file
/// and line, not a result.
/// </summary>
internal static class DataDocument
{
    /// <summary>The mapping at the root of a data file of this room.</summary>
    public static DocumentMapping Load(string name) => (DocumentMapping)BuiltInData.Read("Models", name).Root!;

    public static void AllowOnly(this DocumentMapping node, params string[] keys)
    {
        foreach (var entry in node.Entries)
        {
            if (!keys.Contains(entry.Key.Text, StringComparer.Ordinal))
                throw Fault(entry.Key, "unknown key '" + entry.Key.Text + "'");
        }
    }

    public static string? Text(this DocumentMapping node, string key) =>
        node.Get(key) switch
        {
            null => null,
            DocumentScalar scalar => scalar.Text,
            var other => throw Fault(other, "'" + key + "' is not a string"),
        };

    public static string Required(this DocumentMapping node, string key) => node.Text(key) ?? throw Fault(node, "'" + key + "' is missing");

    public static bool Flag(this DocumentMapping node, string key, bool otherwise = false) =>
        node.Text(key) switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            var other => throw Fault(node, "'" + key + "' is neither true nor false but '" + other + "'"),
        };

    public static int? Number(this DocumentMapping node, string key) =>
        node.Text(key) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public static DateTime? Date(this DocumentMapping node, string key) =>
        node.Text(key) is { } text ? DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>A list of strings; a single string is a list of one, nothing is an empty list.</summary>
    public static ImmutableArray<string> Texts(this DocumentMapping node, string key) =>
        node.Get(key) switch
        {
            null => ImmutableArray<string>.Empty,
            DocumentScalar scalar => ImmutableArray.Create(scalar.Text),
            DocumentSequence sequence => sequence.Items.Select(static item => ((DocumentScalar)item).Text).ToImmutableArray(),
            var other => throw Fault(other, "'" + key + "' is not a list of strings"),
        };

    public static IEnumerable<DocumentMapping> Items(this DocumentMapping node, string key) => node.Entries(key).Cast<DocumentMapping>();

    public static DocumentMapping Mapping(this DocumentMapping node, string key) =>
        node.Get(key) as DocumentMapping ?? throw Fault(node, "'" + key + "' is not a mapping");

    /// <summary>The entries of a list, whatever they are; nothing is an empty list.</summary>
    public static ImmutableArray<DocumentNode> Entries(this DocumentMapping node, string key) =>
        node.Get(key) switch
        {
            null => ImmutableArray<DocumentNode>.Empty,
            DocumentSequence sequence => sequence.Items,
            var other => throw Fault(other, "'" + key + "' is not a list"),
        };

    public static IEnumerable<KeyValuePair<string, string>> Pairs(this DocumentMapping node, string key) =>
        node.Get(key) switch
        {
            null => [],
            DocumentMapping mapping => mapping.Entries.Select(static entry => new KeyValuePair<string, string>(entry.Key.Text, ((DocumentScalar)entry.Value).Text)),
            var other => throw Fault(other, "'" + key + "' is not a mapping"),
        };

    public static InvalidOperationException Fault(DocumentNode node, string what) =>
        new("Line " + node.Position.Line.ToString(CultureInfo.InvariantCulture) + ": " + what + ".");

    private static DocumentNode? Get(this DocumentMapping node, string key)
    {
        foreach (var entry in node.Entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal))
                return entry.Value;
        }

        return null;
    }
}
