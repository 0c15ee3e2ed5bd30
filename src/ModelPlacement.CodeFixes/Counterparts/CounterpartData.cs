using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>The data of what becomes what. Read once; held to its shape and to the SDKs by tests, so a fault in it is an exception.</summary>
internal sealed class CounterpartData
{
    private const string TypeKey = "$type";
    private const string EachKey = "$each";

    /// <summary>The kind of capacity where nothing says which.</summary>
    public const string DefaultSku = "GlobalStandard";

    private static readonly Lazy<CounterpartData> LazyBuiltIn = new(static () => Load("Counterparts/counterparts.yaml"));

    private readonly ILookup<string, CounterpartSource> _sources;

    private CounterpartData(YamlMappingNode root)
    {
        Targets = Items(root, "targets").Select(ReadTarget).ToImmutableArray();
        Sources = Items(root, "sources").Select(ReadSource).ToImmutableArray();
        _sources = Sources.SelectMany(static source => source.Tokens.Select(token => (token, source))).ToLookup(static pair => pair.token, static pair => pair.source, StringComparer.Ordinal);
        Leftovers = Texts(root, "leftovers").ToImmutableHashSet(StringComparer.Ordinal);
        Carriers = Texts(root, "carriers").ToImmutableHashSet(StringComparer.Ordinal);
        Consumers = ReadConsumers((YamlMappingNode)Get(root, "consumers")!);
        var kubernetes = (YamlMappingNode)Get(root, "kubernetes")!;
        var machines = (YamlMappingNode)Get(kubernetes, "machines")!;
        ClusterRules = new ClusterRules(TargetOf(kubernetes), Required(machines, "default"), Required(machines, "withGraphics"), Texts(kubernetes, "graphics").ToImmutableHashSet(StringComparer.Ordinal));
        Clusters = Texts(kubernetes, "clusters").ToImmutableHashSet(StringComparer.Ordinal);
        Internal = ReadAnnotation((YamlMappingNode)Get(kubernetes, "internal")!);
        InternalElsewhere = Items(kubernetes, "internalElsewhere").Select(ReadAnnotation).ToImmutableHashSet();
        Attached = Items(root, "attached").SelectMany(static item => Texts(item, "tokens").Select(token => new AttachedResource(token, Texts(item, "by"), Text(item, "serves")))).ToImmutableDictionary(static attached => attached.Token, StringComparer.Ordinal);
        Fronts = Items(root, "fronts").SelectMany(static item => Texts(item, "tokens").Select(token => (token, outputs: Pairs(item, "outputs").ToImmutableDictionary(StringComparer.Ordinal)))).ToImmutableDictionary(static front => front.token, static front => front.outputs, StringComparer.Ordinal);
    }

    public static CounterpartData BuiltIn => LazyBuiltIn.Value;

    public ImmutableArray<CounterpartTarget> Targets { get; }

    public ImmutableArray<CounterpartSource> Sources { get; }

    /// <summary>Tokens of resources that go when nothing uses them any more.</summary>
    public ImmutableHashSet<string> Leftovers { get; }

    /// <summary>Whether a resource goes when nothing uses it any more: one of those, or a Kubernetes cluster.</summary>
    public bool IsLeftover(string token) => Leftovers.Contains(token) || ResourceCatalog.BuiltIn.Find(token) is { IsKubernetesCluster: true };

    /// <summary>By token, resources that belong to another one and go with it.</summary>
    public ImmutableDictionary<string, AttachedResource> Attached { get; }

    /// <summary>By token, resources through which others are reached, with what their outputs mean on the target: they go with what they lead to, or that is not replaced.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, string>> Fronts { get; }

    /// <summary>Tokens of resources whose inputs may pass any text on to clients.</summary>
    public ImmutableHashSet<string> Carriers { get; }

    /// <summary>What calls a vendor's own API, and how it is made to call the counterpart.</summary>
    public ConsumerRules Consumers { get; }

    /// <summary>Tokens of the compliant cloud's Kubernetes clusters.</summary>
    public ImmutableHashSet<string> Clusters { get; }

    /// <summary>The cluster that workloads move to where the program has none.</summary>
    public ClusterRules ClusterRules { get; }

    /// <summary>The annotation that makes a load balancer of the compliant cloud internal.</summary>
    public (string Key, string Value) Internal { get; }

    /// <summary>The annotations that do so on other clouds.</summary>
    public ImmutableHashSet<(string Key, string Value)> InternalElsewhere { get; }

    /// <summary>What a resource can become, the preferred way first.</summary>
    public IEnumerable<CounterpartSource> SourcesOf(string token) => _sources[token];

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
        new(Required(node, "id"), Required(node, "title"), Required(node, "name"), Required(node, "variable"), Text(node, "asksForModel") == "true", Get(node, "sizes") is YamlMappingNode sizes ? ReadSizes(sizes) : null, Get(node, "probes") is YamlMappingNode probes ? new ProbeLimits(Whole(probes, "delay"), Whole(probes, "seconds"), Whole(probes, "times")) : null, Items(node, "families").Select(ReadFamily).ToImmutableArray());

    private static ContainerSizes ReadSizes(YamlMappingNode node) =>
        new(((YamlSequenceNode)Get(node, "all")!).Children.Select(ReadSize).ToImmutableArray(), ReadSize(Get(node, "default")!));

    private static ContainerSize ReadSize(YamlNode node) =>
        node is YamlSequenceNode { Children: [var cpu, var memory] } ? new ContainerSize(Number(cpu), Number(memory)) : throw Fault(node, "not processors and GiB");

    private static SizeRule ReadSizeRule(YamlMappingNode node) => new(
        OneOrMore(node, "cpu"),
        Get(node, "cpuUnit") is { } cpuUnit ? Number(cpuUnit) : 1,
        OneOrMore(node, "memory"),
        Get(node, "memoryUnit") is { } memoryUnit ? Number(memoryUnit) : 1,
        OneOrMore(node, "named"),
        Get(node, "names") is YamlMappingNode names
            ? names.Children.ToImmutableDictionary(static pair => TextOf(pair.Key), static pair => ReadSize(pair.Value), StringComparer.Ordinal)
            : ImmutableDictionary<string, ContainerSize>.Empty);

    private static ProbeRule ReadProbe(YamlMappingNode node)
    {
        var says = (YamlMappingNode)Get(node, "says")!;
        return new ProbeRule(Required(node, "kind"), Required(node, "at"), OneOrMore(says, "http"), OneOrMore(says, "tcp"), Lists(says, "only"), Text(says, "headers"), Lists(says, "values"), Pairs(says, "defaults").ToImmutableDictionary(StringComparer.Ordinal));
    }

    private static int Whole(YamlMappingNode node, string key) => int.Parse(Required(node, key), CultureInfo.InvariantCulture);

    private static decimal Number(YamlNode node) => decimal.Parse(TextOf(node), CultureInfo.InvariantCulture);

    private static ImmutableArray<string> OneOrMore(YamlMappingNode node, string key) => Get(node, key) switch
    {
        null => ImmutableArray<string>.Empty,
        YamlSequenceNode several => several.Children.Select(TextOf).ToImmutableArray(),
        var one => ImmutableArray.Create(TextOf(one)),
    };

    private static CounterpartFamily ReadFamily(YamlMappingNode node)
    {
        var resource = (YamlMappingNode)Get(node, "resource")!;
        return new CounterpartFamily(
            Required(node, "id"),
            Required(node, "namespace"),
            Text(node, "oneAtATime"),
            Items(node, "supports").Select(ReadSupport).ToImmutableArray(),
            ReadResource(resource),
            Pairs(resource, "outputs").ToImmutableDictionary(StringComparer.Ordinal),
            Pairs(node, "reads").ToImmutableDictionary(StringComparer.Ordinal));
    }

    private static SupportResource ReadSupport(YamlMappingNode node)
    {
        var reuse = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (Get(node, "reuse") is YamlMappingNode wanted)
        {
            foreach (var input in wanted.Children.Keys)
                reuse.Add(TextOf(input), Texts(wanted, TextOf(input)));
        }

        return new SupportResource(Required(node, "id"), ReadResource(node), reuse.ToImmutable(), Texts(node, "needs"), Pairs(node, "lends").ToImmutableArray());
    }

    private static TemplateObject ReadResource(YamlMappingNode node) =>
        new(Required(node, "class"), Get(node, "inputs") is YamlMappingNode inputs ? ReadInputs(inputs) : ImmutableArray<KeyValuePair<string, Template>>.Empty);

    private static ImmutableArray<KeyValuePair<string, Template>> ReadInputs(YamlMappingNode node) =>
        node.Children.Where(static pair => TextOf(pair.Key) is not (TypeKey or EachKey))
            .Select(static pair => new KeyValuePair<string, Template>(TextOf(pair.Key), ReadTemplate(pair.Value)))
            .ToImmutableArray();

    private static Template ReadTemplate(YamlNode node) => node switch
    {
        YamlMappingNode mapping when Text(mapping, EachKey) is { } slot => new TemplateElements(slot, Get(mapping, TypeKey) is null ? null : ReadObject(mapping)),
        YamlMappingNode mapping => ReadObject(mapping),
        YamlSequenceNode sequence => new TemplateSequence(sequence.Children.Select(ReadTemplate).ToImmutableArray()),
        YamlScalarNode { Value: { Length: > 1 } text } when text[0] == '$' => new TemplateSlot(text.Substring(1)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when text is "true" or "false" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => new TemplateLiteral(text),
        YamlScalarNode { Value: { } text } => new TemplateText(text),
        _ => throw Fault(node, "neither an object nor a text"),
    };

    private static TemplateObject ReadObject(YamlMappingNode mapping) => new(Required(mapping, TypeKey), ReadInputs(mapping));

    private CounterpartTarget TargetOf(YamlMappingNode node)
    {
        var target = Required(node, "target");
        return Targets.FirstOrDefault(known => known.Id == target) ?? throw Fault(node, "there is no target '" + target + "'");
    }

    private CounterpartSource ReadSource(YamlMappingNode node)
    {
        return new CounterpartSource(
            Texts(node, "tokens"),
            TargetOf(node),
            Pairs(node, "outputs").ToImmutableDictionary(StringComparer.Ordinal),
            Text(node, "consumed") == "true",
            Text(node, "guarded") == "true",
            Pairs(node, "opens").ToImmutableDictionary(StringComparer.Ordinal),
            Get(node, "model") is YamlMappingNode model ? new CounterpartModel(Required(model, "name"), Required(model, "format"), Version: null, Notes: null, Retires: null, Sku: null) : null,
            Text(node, "capacity"),
            Text(node, "tags") ?? "tags",
            Get(node, "sku") is YamlMappingNode sku ? ReadSku(sku) : new SkuChoice(DefaultSku, Bought: null, ImmutableArray<SkuRule>.Empty),
            Objects(node, "callers"),
            Items(node, "dependents")
                .Select(static item => new Dependent(
                    Required(item, "token"),
                    Pairs(item, "outputs").ToImmutableDictionary(StringComparer.Ordinal),
                    Pairs(item, "opens").ToImmutableDictionary(StringComparer.Ordinal)))
                .ToImmutableArray(),
            Lists(node, "values"),
            Items(node, "composed").Select(static item => new ComposedValue(Required(item, "slot"), Required(item, "at"), Pairs(item, "of").ToImmutableDictionary(StringComparer.Ordinal), Required(item, "text"))).ToImmutableArray(),
            Pairs(node, "defaults").ToImmutableDictionary(StringComparer.Ordinal),
            Get(node, "size") is YamlMappingNode size ? ReadSizeRule(size) : null,
            Items(node, "probes").Select(ReadProbe).ToImmutableArray(),
            Texts(node, "refused"),
            Texts(node, "told"));
    }

    private ConsumerRules ReadConsumers(YamlMappingNode node) => new(
        TargetOf(node),
        Required(node, "ofAny"),
        Pairs(node, "hosts").ToImmutableArray(),
        Items(node, "variables").Select(static item => new ClientVariables(Texts(item, "keys"), Texts(item, "addresses"), Texts(item, "dropped"), Required(item, "api"))).ToImmutableArray(),
        Objects(node, "objects"));

    private static ImmutableArray<ConsumerObject> Objects(YamlMappingNode node, string key) =>
        Items(node, key).Select(static item => new ConsumerObject(Required(item, "token"), Required(item, "at"), Pairs(item, "sets").ToImmutableArray(), Texts(item, "drops").ToImmutableHashSet(StringComparer.Ordinal), Texts(item, "keys"), Text(item, "key") ?? ConsumerObject.KeyPlace, Text(item, "models"))).ToImmutableArray();

    private static (string Key, string Value) ReadAnnotation(YamlMappingNode node) => (Required(node, "key"), Required(node, "value"));

    private static ImmutableDictionary<string, ImmutableArray<string>> Lists(YamlMappingNode node, string key) =>
        Get(node, key) is YamlMappingNode lists
            ? lists.Children.ToImmutableDictionary(static pair => TextOf(pair.Key), static pair => pair.Value is YamlSequenceNode paths ? paths.Children.Select(TextOf).ToImmutableArray() : ImmutableArray.Create(TextOf(pair.Value)), StringComparer.Ordinal)
            : ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    private static SkuChoice ReadSku(YamlMappingNode node) =>
        new(Required(node, "default"), Text(node, "bought"), Items(node, "rules").Select(static rule => new SkuRule(PatternOf(rule), Required(rule, "sku"))).ToImmutableArray());

    private static Regex PatternOf(YamlMappingNode rule) =>
        new(Required(rule, "match"), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

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
