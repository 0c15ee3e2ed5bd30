using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>The data of what becomes what. Read once; held to its shape and to the SDKs by tests, so a fault in it is an exception.</summary>
internal sealed class CounterpartData
{
    private const string TypeKey = "$type";
    private const string DefaultSku = "GlobalStandard";

    private static readonly Lazy<CounterpartData> LazyBuiltIn = new(static () => Load("Counterparts/counterparts.yaml"));

    private readonly ImmutableDictionary<string, CounterpartSource> _sources;

    private CounterpartData(YamlMappingNode root)
    {
        Targets = Items(root, "targets").Select(ReadTarget).ToImmutableArray();
        var sources = ImmutableDictionary.CreateBuilder<string, CounterpartSource>(StringComparer.Ordinal);
        foreach (var item in Items(root, "sources"))
        {
            var source = ReadSource(item);
            foreach (var token in source.Tokens)
                sources.Add(token, source);
        }

        _sources = sources.ToImmutable();
        Leftovers = Texts(root, "leftovers").ToImmutableHashSet(StringComparer.Ordinal);
        Carriers = Texts(root, "carriers").ToImmutableHashSet(StringComparer.Ordinal);
        Attached = Pairs(root, "attached").ToImmutableDictionary(StringComparer.Ordinal);
    }

    public static CounterpartData BuiltIn => LazyBuiltIn.Value;

    public ImmutableArray<CounterpartTarget> Targets { get; }

    public IEnumerable<CounterpartSource> Sources => _sources.Values.Distinct();

    /// <summary>Tokens of resources that go when nothing uses them any more.</summary>
    public ImmutableHashSet<string> Leftovers { get; }

    /// <summary>Tokens of resources that belong to another one, with the input that says to which, and go with it.</summary>
    public ImmutableDictionary<string, string> Attached { get; }

    /// <summary>Tokens of resources whose inputs may pass any text on to clients.</summary>
    public ImmutableHashSet<string> Carriers { get; }

    public CounterpartSource? SourceOf(string token) => _sources.TryGetValue(token, out var source) ? source : null;

    private static CounterpartData Load(string name)
    {
        using var stream = typeof(CounterpartData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException("The assembly has no data file '" + name + "'.");
        using var reader = new StreamReader(stream);
        var document = new YamlStream();
        document.Load(reader);
        return new CounterpartData((YamlMappingNode)document.Documents[0].RootNode);
    }

    private static CounterpartTarget ReadTarget(YamlMappingNode node) =>
        new(Required(node, "id"), Required(node, "title"), Items(node, "families").Select(ReadFamily).ToImmutableArray());

    private static CounterpartFamily ReadFamily(YamlMappingNode node)
    {
        var resource = (YamlMappingNode)Get(node, "resource")!;
        return new CounterpartFamily(
            Required(node, "id"),
            Required(node, "namespace"),
            Text(node, "oneAtATime"),
            Items(node, "supports").Select(ReadSupport).ToImmutableArray(),
            ReadResource(resource),
            Pairs(resource, "outputs").ToImmutableDictionary(StringComparer.Ordinal));
    }

    private static SupportResource ReadSupport(YamlMappingNode node)
    {
        var reuse = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (Get(node, "reuse") is YamlMappingNode wanted)
        {
            foreach (var input in wanted.Children.Keys)
                reuse.Add(TextOf(input), Texts(wanted, TextOf(input)));
        }

        return new SupportResource(Required(node, "id"), ReadResource(node), reuse.ToImmutable(), Pairs(node, "lends").ToImmutableArray());
    }

    private static TemplateObject ReadResource(YamlMappingNode node) =>
        new(Required(node, "class"), Get(node, "inputs") is YamlMappingNode inputs ? ReadInputs(inputs) : ImmutableArray<KeyValuePair<string, Template>>.Empty);

    private static ImmutableArray<KeyValuePair<string, Template>> ReadInputs(YamlMappingNode node) =>
        node.Children.Where(static pair => TextOf(pair.Key) != TypeKey)
            .Select(static pair => new KeyValuePair<string, Template>(TextOf(pair.Key), ReadTemplate(pair.Value)))
            .ToImmutableArray();

    private static Template ReadTemplate(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new TemplateObject(Required(mapping, TypeKey), ReadInputs(mapping)),
        YamlScalarNode { Value: { Length: > 1 } text } when text[0] == '$' => new TemplateSlot(text.Substring(1)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when text.All(char.IsDigit) => new TemplateNumber(text),
        YamlScalarNode { Value: { } text } => new TemplateText(text),
        _ => throw Fault(node, "neither an object nor a text"),
    };

    private CounterpartSource ReadSource(YamlMappingNode node)
    {
        var target = Required(node, "target");
        return new CounterpartSource(
            Texts(node, "tokens"),
            Targets.FirstOrDefault(known => known.Id == target) ?? throw Fault(node, "there is no target '" + target + "'"),
            Pairs(node, "outputs").ToImmutableDictionary(StringComparer.Ordinal),
            Text(node, "capacity"),
            Get(node, "sku") is YamlMappingNode sku ? ReadSku(sku) : new SkuChoice(DefaultSku, ImmutableArray<SkuRule>.Empty),
            Items(node, "dependents")
                .Select(static item => new Dependent(Required(item, "token"), Pairs(item, "outputs").ToImmutableDictionary(StringComparer.Ordinal)))
                .ToImmutableArray());
    }

    private static SkuChoice ReadSku(YamlMappingNode node) =>
        new(Required(node, "default"), Items(node, "rules").Select(static rule => new SkuRule(PatternOf(rule), Required(rule, "sku"))).ToImmutableArray());

    private static Regex PatternOf(YamlMappingNode rule) =>
        new(Required(rule, "match"), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(100));

    private static YamlNode? Get(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static string TextOf(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Fault(node, "not a text");

    private static string? Text(YamlMappingNode node, string key) => Get(node, key) is { } value ? TextOf(value) : null;

    private static string Required(YamlMappingNode node, string key) => Text(node, key) ?? throw Fault(node, "'" + key + "' is missing");

    private static ImmutableArray<string> Texts(YamlMappingNode node, string key) =>
        Get(node, key) is YamlSequenceNode sequence ? sequence.Children.Select(TextOf).ToImmutableArray() : ImmutableArray<string>.Empty;

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode node, string key) =>
        Get(node, key) is YamlSequenceNode sequence ? sequence.Children.Cast<YamlMappingNode>() : Enumerable.Empty<YamlMappingNode>();

    private static IEnumerable<KeyValuePair<string, string>> Pairs(YamlMappingNode node, string key) =>
        Get(node, key) is YamlMappingNode mapping
            ? mapping.Children.Select(static pair => new KeyValuePair<string, string>(TextOf(pair.Key), TextOf(pair.Value)))
            : Enumerable.Empty<KeyValuePair<string, string>>();

    private static InvalidOperationException Fault(YamlNode node, string message) =>
        new(FormattableString.Invariant($"Counterparts, line {node.Start.Line}: {message}."));
}
