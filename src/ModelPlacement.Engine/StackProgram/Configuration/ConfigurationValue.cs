using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>
/// What Pulumi makes of a value in a configuration file. The program receives every top-level value as text, and lists and objects as JSON, so nested values keep their
/// types. What YAML's versions read differently (<c>yes</c>, <c>010</c>, an unquoted date inside an object) is unknown rather than guessed.
/// </summary>
internal static class ConfigurationValue
{
    private static readonly ImmutableHashSet<string> OldBooleans =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "y", "n", "yes", "no", "on", "off");

    /// <summary>With underscores, in base 2, 8, 16 or 60, or a day.</summary>
    private static readonly Regex OldNumbersAndDates = new(
        "^[-+]?(0[bBoOxX][0-9a-fA-F_]+|[0-9][0-9_]*(_[0-9_.]*|:[0-5]?[0-9](:[0-5]?[0-9])*(\\.[0-9_]*)?)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary>A value of a stack file, under <c>config:</c>.</summary>
    public static Value OfStack(DocumentNode node, string key) => node switch
    {
        BrokenNode => Unreadable(node, key),
        DocumentScalar { Kind: ScalarKind.Null } => new Unknown("empty configuration value '" + key + "'", OriginOf(node)),
        DocumentScalar scalar => new Constant(scalar.Text, OriginOf(node)),
        _ => Nested(node, key),
    };

    /// <summary>A <c>default</c> or <c>value</c> of a project file, which Pulumi reads by its type and then writes as text.</summary>
    public static Value OfProject(DocumentNode node, string key) => node is DocumentScalar scalar
        ? Nested(scalar, key) switch
        {
            Constant { Raw: null } => new Unknown("empty configuration value '" + key + "'", OriginOf(node)),
            Constant { Raw: bool truth } => new Constant(truth ? "true" : "false", OriginOf(node)),
            Constant { Raw: double number } when !string.Equals(Shortest(number), scalar.Text, StringComparison.Ordinal) => Ambiguous(scalar, key),
            Constant => new Constant(scalar.Text, OriginOf(node)),
            var other => other,
        }
        : OfStack(node, key);

    /// <summary>The secret of a <c>secure:</c> mapping; its text is a cipher.</summary>
    public static bool IsSecret(DocumentNode node) =>
        node is DocumentMapping { Entries.Length: 1 } mapping && mapping.Entries[0].Key.Text is "secure" && mapping.Entries[0].Value is DocumentScalar;

    public static Unknown Secret(DocumentNode node, string key) => new("secret configuration value '" + key + "'", OriginOf(node));

    public static Origin OriginOf(DocumentNode node) => new(OriginKind.Configuration, node.Position.ToLocation(), Depth: 0);

    private static Value Nested(DocumentNode node, string key)
    {
        if (IsSecret(node))
            return Secret(node, key);
        switch (node)
        {
            case DocumentScalar scalar:
                return Scalar(scalar, key);
            case DocumentSequence { IsBroken: false } sequence:
                return new Sequence(sequence.Items.Select((item, at) => Nested(item, key + "[" + at.ToString(CultureInfo.InvariantCulture) + "]")).ToImmutableArray(), OriginOf(node));
            case DocumentMapping { IsBroken: false } mapping:
                return new Mapping(
                    mapping.Entries.Select(entry => new KeyValuePair<string, Value>(entry.Key.Text, Nested(entry.Value, key + "." + entry.Key.Text))).ToImmutableArray(),
                    OriginOf(node));
            default:
                return Unreadable(node, key);
        }
    }

    private static Value Scalar(DocumentScalar scalar, string key) => scalar.Kind switch
    {
        ScalarKind.Null => new Constant(null, OriginOf(scalar)),
        ScalarKind.Boolean when scalar.Text is "true" or "false" => new Constant(scalar.Text is "true", OriginOf(scalar)),
        ScalarKind.Integer when Integer(scalar.Text) is { } number => new Constant(number is >= int.MinValue and <= int.MaxValue ? (object)(int)number : number, OriginOf(scalar)),
        ScalarKind.Float when Float(scalar.Text) is { } number => new Constant(number, OriginOf(scalar)),
        ScalarKind.Text when !scalar.IsPlain || IsTextInEveryYaml(scalar.Text) => new Constant(scalar.Text, OriginOf(scalar)),
        _ => Ambiguous(scalar, key),
    };

    private static long? Integer(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal)
            ? number
            : null;

    private static double? Float(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) && !double.IsNaN(number) ? number : null;

    private static string Shortest(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>No truth value of YAML 1.1, no number that only it knows, no date.</summary>
    private static bool IsTextInEveryYaml(string text) => !OldBooleans.Contains(text) && !OldNumbersAndDates.IsMatch(text);

    private static Unknown Ambiguous(DocumentScalar scalar, string key) =>
        new("configuration value '" + key + "': " + scalar.Text + " without quotes is read differently by different YAML readers", OriginOf(scalar));

    private static Unknown Unreadable(DocumentNode node, string key) => new("unreadable configuration value '" + key + "'", OriginOf(node));
}
