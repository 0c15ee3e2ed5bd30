using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Placement.Documents;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>What an input that links to a resource is set to where that leads to none of the program.</summary>
internal sealed record UnresolvedLink(CatalogLink Link, ReachedValue Reached);

/// <summary>
/// The resources of one stack program with what the catalog says of each, and the links between them. Built on demand: following a reference needs only the
/// resource it refers to; finding one by its name, or those that link to one, asks for the whole graph, once. Safe under concurrent callers.
/// </summary>
internal sealed class ResourceMap
{
    private readonly ResourceCatalog _catalog;
    private readonly ConcurrentDictionary<ResourceInstance, ResourceNode> _nodes = new();
    private readonly ConcurrentDictionary<ResourceNode, ImmutableArray<ResourceNode>> _inside = new();
    private readonly ConcurrentDictionary<string, CatalogEntry?> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LinksOfKind, IReadOnlyList<ResourceLink>> _links = new();
    private readonly ConcurrentDictionary<NamesAt, Dictionary<Value, List<ResourceNode>>> _byName = new();

    // Not ExecutionAndPublication: that would keep the exception of a cancelled first caller for all later ones.
    private readonly Lazy<ImmutableArray<ResourceNode>> _all;
    private readonly Lazy<Dictionary<CatalogEntry, List<ResourceNode>>> _byEntry;
    private readonly Lazy<Dictionary<ResourceNode, List<ResourceLink>>> _backward;
    private readonly Lazy<ILookup<Label, ResourceNode>> _selectable;

    public ResourceMap(ResourceCatalog catalog, Func<ResourceGraph> graph)
    {
        _catalog = catalog;
        _all = new(() => graph().Instances.SelectMany(NodesOf).ToImmutableArray(), LazyThreadSafetyMode.PublicationOnly);
        _byEntry = new(IndexByEntry, LazyThreadSafetyMode.PublicationOnly);
        _backward = new(IndexBackward, LazyThreadSafetyMode.PublicationOnly);
        _selectable = new(IndexSelectable, LazyThreadSafetyMode.PublicationOnly);
        Providers = new ProviderFinder(this);
    }

    public ResourceCatalog Catalog => _catalog;

    public ProviderFinder Providers { get; }

    /// <summary>Every resource of the program, those inside others too, in the order of creation.</summary>
    public ImmutableArray<ResourceNode> All => _all.Value;

    /// <summary>The instance itself.</summary>
    public ResourceNode NodeOf(ResourceInstance instance) => _nodes.GetOrAdd(instance, ReadNode);

    /// <summary>The instance itself and then what stands inside it.</summary>
    public IEnumerable<ResourceNode> NodesOf(ResourceInstance instance)
    {
        var node = NodeOf(instance);
        return _inside.GetOrAdd(node, ReadInside).Insert(0, node);
    }

    /// <summary>The links of one kind that a resource's own inputs make.</summary>
    public IReadOnlyList<ResourceLink> LinksFrom(ResourceNode node, LinkKind kind) =>
        HasLinks(node, kind) ? _links.GetOrAdd(new LinksOfKind(node, kind), key => FindLinks(key.From, key.Kind)) : [];

    /// <summary>The links of one kind that other resources make to a resource.</summary>
    public IEnumerable<ResourceLink> LinksTo(ResourceNode node, LinkKind kind) =>
        _backward.Value.TryGetValue(node, out var links) ? links.Where(link => link.Kind == kind) : [];

    /// <summary>What the inputs of links of one kind are set to where that leads to no resource of the program.</summary>
    public IEnumerable<UnresolvedLink> Unresolved(ResourceNode node, LinkKind kind) =>
        from link in AllLinks(node)
        where link.Link.Kind == kind
        from reached in link.Link.Path.Read(link.Root)
        where !Targets(node, link.Link, reached).Any()
        select new UnresolvedLink(link.Link, reached);

    /// <summary>
    /// Follows outputs to the inputs that they repeat (<c>resourceGroup.Location</c> to the location given), as far as they can be; what cannot be followed stays.
    /// </summary>
    public Value Resolve(Value value)
    {
        if (value is not (ResourceReference or Text or Choice))
            return value;
        var steps = MostSteps;
        return Resolve(value, ref steps);
    }

    /// <summary>Texts may be made of texts that are made of them: the steps are counted over the whole of it.</summary>
    private const int MostSteps = 200;

    private Value Resolve(Value value, ref int steps)
    {
        if (--steps < 0)
            return value;
        switch (value)
        {
            case ResourceReference reference:
                return Repeated(reference) is { } repeated ? Resolve(repeated, ref steps) : reference;
            case Text text when text.Pieces.Any(static piece => piece is ResourceReference or Text):
                var pieces = ImmutableArray.CreateBuilder<Value>(text.Pieces.Length);
                foreach (var piece in text.Pieces)
                    pieces.Add(Resolve(piece, ref steps));
                return Joined(pieces.MoveToImmutable(), text.Origin);
            case Choice choice:
                var alternatives = ImmutableArray.CreateBuilder<Value>(choice.Alternatives.Length);
                foreach (var alternative in choice.Alternatives)
                    alternatives.Add(Resolve(alternative, ref steps));
                return new Choice(alternatives.MoveToImmutable(), choice.Origin);
            default:
                return value;
        }
    }

    private static Value Joined(ImmutableArray<Value> all, Origin? origin)
    {
        return all.All(static piece => piece.AsString() is not null)
            ? new Constant(string.Concat(all.Select(static piece => piece.AsString())), origin)
            : new Text(all, origin);
    }

    private Value? Repeated(ResourceReference reference)
    {
        var node = NodeOf(reference.Instance);
        if (reference.Output.Length == 0)
            return null;
        if (node.Function is { } function)
            return function.Echoes.TryGetValue(reference.Output, out var argument) ? Single(node, argument) : null;
        return OutputPath(reference.Output) is { } path ? Single(node, path) : null;

        static Value? Single(ResourceNode node, PropertyPath path)
        {
            var reached = node.Read(path);
            return reached.Length switch
            {
                0 => null,
                1 => reached[0].IsComplete ? reached[0].Value : null,
                _ => reached.All(static value => value.IsAlternative && value.IsComplete) && reached.Length <= Choice.Limit
                    ? new Choice(reached.Select(static value => value.Value).ToImmutableArray())
                    : null,
            };
        }
    }

    /// <summary>An output's path with indices (<c>kubeConfigs[0].rawConfig</c>) as a property path, or null.</summary>
    private static PropertyPath? OutputPath(string output)
    {
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < output.Length; i++)
        {
            path.Append(output[i]);
            if (output[i] != '[')
                continue;
            while (i + 1 < output.Length && char.IsDigit(output[i + 1]))
                i++;
        }

        return PropertyPath.TryParse(path.ToString(), out var parsed, out _) ? parsed : null;
    }

    private ResourceNode ReadNode(ResourceInstance instance)
    {
        var entry = EntryOf(instance.Token) ?? EntryOfClass(_catalog, instance.Type) ?? EntryOfObject(instance);
        return new ResourceNode(instance, entry, entry is null ? FindFunction(instance.Token) : null, instance.Inputs, carrier: null);
    }

    /// <summary>The package of a resource, also where neither its class nor those it derives from carry a token.</summary>
    public string PackageOf(ResourceInstance instance) =>
        instance.Token.IndexOf(':') >= 0
            ? TypeToken.Package(instance.Token)
            : Classes(instance.Type).Select(static name => (Name: name, Package: ResourceCatalog.PackageOf(name))).FirstOrDefault(static one => !string.Equals(one.Name, one.Package, StringComparison.Ordinal)).Package ?? instance.Token;

    /// <summary>What the catalog knows of a class, or of the nearest that it derives from; null for nothing.</summary>
    public static CatalogEntry? EntryOfClass(ResourceCatalog catalog, INamedTypeSymbol type) =>
        Classes(type).Select(name => catalog.FindClass(ResourceCatalog.PackageOf(name), name)).FirstOrDefault(static found => found is not null);

    private static IEnumerable<string> Classes(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None, ContainingNamespace: not null }; current = current.BaseType)
            yield return current.ToDisplayString();
    }

    /// <summary>A Kubernetes object of a class that only its arguments tell the kind of.</summary>
    private CatalogEntry? EntryOfObject(ResourceInstance instance) =>
        instance.Token.IndexOf(':') < 0 && instance.Inputs is Mapping inputs && inputs["apiVersion"]?.AsString() is { } version && inputs["kind"]?.AsString() is { } kind
            ? _catalog.FindKubernetes(version, kind)
            : null;

    /// <summary>A function by its token, or by its C# class where that is all the program shows.</summary>
    private CatalogFunction? FindFunction(string token) =>
        token.IndexOf(':') >= 0 ? _catalog.FindFunction(token) : _catalog.FindFunctionClass(ResourceCatalog.PackageOf(token), token);

    private ImmutableArray<ResourceNode> ReadInside(ResourceNode node)
    {
        if (node.Entry is not { } entry)
            return ImmutableArray<ResourceNode>.Empty;
        var inside = ImmutableArray.CreateBuilder<ResourceNode>();
        foreach (var embedded in entry.Embedded)
            inside.AddRange(Manifests(node, embedded));
        if (entry.Helm is { } helm && Chart(node, helm) is { } chart)
            inside.Add(chart);
        return inside.ToImmutable();
    }

    private IEnumerable<ResourceNode> Manifests(ResourceNode carrier, EmbeddedPath embedded) => embedded.Format switch
    {
        EmbeddedFormat.Manifests => carrier.Read(embedded.Path).SelectMany(Texts).SelectMany(text => YamlText.Read(Decoded(text, embedded))).SelectMany(manifest => Objects(carrier, manifest, 0)),
        EmbeddedFormat.ManifestObjects => carrier.Read(embedded.Path).SelectMany(text => Objects(carrier, text.Value, 0)),
        _ => [],
    };

    /// <summary>Some classes take one text, some a list of them.</summary>
    private static IEnumerable<ReachedValue> Texts(ReachedValue reached) =>
        reached.Value is Sequence list ? list.Items.Select(text => reached with { Value = text }) : [reached];

    private IEnumerable<ResourceNode> Objects(ResourceNode carrier, Value manifest, int depth)
    {
        if (manifest is Sequence sequence)
            return sequence.Items.SelectMany(item => Objects(carrier, item, depth));
        if (manifest is not Mapping mapping || mapping["kind"]?.AsString() is not { } kind || mapping["apiVersion"]?.AsString() is not { } version)
            return [];
        if (kind.EndsWith("List", StringComparison.Ordinal) && mapping["items"] is Sequence items && depth == 0)
            return items.Items.SelectMany(item => Objects(carrier, item, depth + 1));
        return _catalog.FindKubernetes(version, kind) is { } entry ? [new ResourceNode(carrier.Instance, entry, function: null, mapping, carrier)] : [];
    }

    private ResourceNode? Chart(ResourceNode release, HelmPaths paths)
    {
        var chart = release.Read(paths.Chart).Select(reached => ValueReading.KnownText(Resolve(reached.Value))).FirstOrDefault(static name => name is not null);
        if (chart is null || _catalog.FindChart(chart) is not { } entry)
            return null;
        var maps = paths.ValuesYaml.SelectMany(path => release.Read(path)).SelectMany(text => YamlText.Read(text.Value))
            .Concat(paths.Values.SelectMany(path => release.Read(path)).Select(static reached => reached.Value))
            .OfType<Mapping>()
            .ToImmutableArray();
        return new ResourceNode(release.Instance, entry, function: null, maps.Aggregate(Mapping.Empty, Merge), release);
    }

    /// <summary>Helm's way: maps are merged, everything else is replaced by what comes later.</summary>
    private static Mapping Merge(Mapping first, Mapping later)
    {
        var entries = first.Entries.Where(entry => later[entry.Key] is null).ToImmutableArray().ToBuilder();
        foreach (var entry in later.Entries)
        {
            var value = entry.Value is Mapping map && first[entry.Key] is Mapping before ? Merge(before, map) : entry.Value;
            entries.Add(new KeyValuePair<string, Value>(entry.Key, value));
        }

        return new Mapping(entries.ToImmutable(), later.Origin);
    }

    private static bool HasLinks(ResourceNode node, LinkKind kind)
    {
        if (node.Entry is not { } entry)
            return node.Function is { Links.IsEmpty: false };
        if (kind == LinkKind.Exposes && entry.Selects is not null)
            return true;
        foreach (var link in entry.Links)
        {
            if (link.Kind == kind)
                return true;
        }

        foreach (var embedded in entry.Embedded)
        {
            foreach (var link in embedded.Links)
            {
                if (link.Kind == kind)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The links of an entry and of the texts embedded in it, each with the value that its path starts at.</summary>
    private IEnumerable<RootedLink> AllLinks(ResourceNode node)
    {
        if (node.Function is { } function)
            return function.Links.Select(link => new RootedLink(link, node.Inputs));
        if (node.Entry is not { } entry)
            return [];
        return entry.Links.Select(link => new RootedLink(link, node.Inputs))
            .Concat(entry.Embedded.Where(static embedded => !embedded.Links.IsEmpty)
                .SelectMany(embedded => Roots(node, embedded).SelectMany(root => embedded.Links.Select(link => new RootedLink(link, root.Value)))));
    }

    /// <summary>The documents in an embedded text, parsed.</summary>
    public IEnumerable<ReachedValue> Roots(ResourceNode node, EmbeddedPath embedded) => embedded.Format switch
    {
        EmbeddedFormat.Json => node.Read(embedded.Path).Select(text => text with { Value = JsonOrYaml(Decoded(text, embedded)) }),
        EmbeddedFormat.Yaml => node.Read(embedded.Path).SelectMany(text => YamlText.Read(Decoded(text, embedded)).Select(document => text with { Value = document })),
        _ => [],
    };

    private Value Decoded(ReachedValue text, EmbeddedPath embedded) => EncodedText.Read(Resolve(text.Value), embedded.Encoding);

    private static Value JsonOrYaml(Value text) =>
        PiecedText.From(text) is { } pieced && !JsonText.LooksLike(pieced.Characters) ? YamlText.Read(text).FirstOrDefault() ?? text : JsonText.Read(text);

    private List<ResourceLink> FindLinks(ResourceNode node, LinkKind kind)
    {
        var links = AllLinks(node)
            .Where(link => link.Link.Kind == kind)
            .SelectMany(link => link.Link.Path.Read(link.Root).SelectMany(reached =>
                Targets(node, link.Link, reached).Select(target => new ResourceLink(kind, node, target, reached.Value, reached.Path, reached.IsAlternative))));
        if (kind == LinkKind.Exposes && node.Entry?.Selects is { } selector)
            links = links.Concat(Selected(node, selector));
        return links.ToList();
    }

    private IEnumerable<ResourceNode> Targets(ResourceNode node, CatalogLink link, ReachedValue reached)
    {
        var referred = ValueReading.References(reached.Value)
            .Select(reference => NodeOf(reference.Instance))
            .Where(target => !ReferenceEquals(target, node) && IsTarget(link, target))
            .Distinct()
            .ToList();
        if (referred.Count > 0 || !reached.IsComplete)
            return referred;
        var name = Resolve(reached.Value);
        return ValueReading.IsComparable(name)
            ? link.Targets.Where(static target => !target.IsFunction && IsName(target.Output)).SelectMany(target => Named(node, link, target, name)).Distinct()
            : [];
    }

    /// <summary>Programs choose names; ids and the like are made by the cloud, so an equal constant is no sign.</summary>
    private static bool IsName(string output) => output.EndsWith("name", StringComparison.OrdinalIgnoreCase);

    private bool IsTarget(CatalogLink link, ResourceNode target)
    {
        if (link.Targets.IsEmpty)
            return true;
        foreach (var wanted in link.Targets)
        {
            if (target.Entry is { } entry ? ReferenceEquals(entry, EntryOf(wanted.Token)) : _catalog.IsTarget(wanted, FunctionOrResource(target)))
                return true;
        }

        return false;
    }

    /// <summary>A function may be known by its class only; links name its token.</summary>
    private static string FunctionOrResource(ResourceNode target) => target.Function?.Token ?? target.Instance.Token;

    private CatalogEntry? EntryOf(string token) => _entries.GetOrAdd(token, _catalog.Find);

    /// <summary>
    /// The resources of a type that are given a name, within the same provider, region and namespace as the one that names them. Where the output goes by another name than the input
    /// that sets it, that input is called as the one that links (<c>resourceGroupName</c>).
    /// </summary>
    private IEnumerable<ResourceNode> Named(ResourceNode node, CatalogLink link, LinkTarget target, Value name)
    {
        if (EntryOf(target.Token) is not { } entry)
            return [];
        return new[] { target.Output, link.Path.Names.LastOrDefault() ?? "" }
            .Where(static path => path.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(path => _byName.GetOrAdd(new NamesAt(entry.Token, path), key => IndexByName(entry, key.Path)))
            .SelectMany(named => named.TryGetValue(name, out var found) ? found : Enumerable.Empty<ResourceNode>())
            .Where(candidate => !ReferenceEquals(candidate, node) && AreNeighbours(node, candidate));
    }

    private Dictionary<Value, List<ResourceNode>> IndexByName(CatalogEntry entry, string path)
    {
        var index = new Dictionary<Value, List<ResourceNode>>();
        if (!PropertyPath.TryParse(path, out var name, out _) || !_byEntry.Value.TryGetValue(entry, out var nodes))
            return index;
        foreach (var node in nodes)
        {
            foreach (var reached in node.Read(name!))
            {
                var value = Resolve(reached.Value);
                if (!reached.IsComplete || !ValueReading.IsComparable(value))
                    continue;
                if (!index.TryGetValue(value, out var same))
                    index[value] = same = new List<ResourceNode>();
                same.Add(node);
            }
        }

        return index;
    }

    /// <summary>Whether a name given in one may mean the other: the same provider instance, no different regions, no different namespaces.</summary>
    private bool AreNeighbours(ResourceNode one, ResourceNode other) =>
        Providers.Of(one).Equals(Providers.Of(other)) && !Differ(OwnRegion(one), OwnRegion(other)) && !Differ(Namespace(one), Namespace(other));

    private static bool Differ(Value? one, Value? other) => one is not null && other is not null && !one.Equals(other);

    private Value? OwnRegion(ResourceNode node) =>
        node.Entry?.Region.SelectMany(region => node.Read(region.Path)).Select(reached => Resolve(reached.Value)).FirstOrDefault();

    private Value? Namespace(ResourceNode node) =>
        ((node.Inputs as Mapping)?["metadata"] as Mapping)?["namespace"] is { } given ? Resolve(given) : null;

    private IEnumerable<ResourceLink> Selected(ResourceNode node, PropertyPath selector)
    {
        foreach (var reached in node.Read(selector))
        {
            if (Labels(reached.Value) is not { Count: > 0 } wanted)
                continue;
            // One known pair narrows the search; the others are compared.
            var known = wanted.FirstOrDefault(static pair => pair.Value.AsString() is not null);
            var candidates = known.Key is null ? _selectable.Value.SelectMany(static group => group).Distinct() : _selectable.Value[new Label(known.Key, known.Value.AsString()!)];
            foreach (var candidate in candidates)
            {
                if (Matches(wanted, candidate) && AreNeighbours(node, candidate))
                    yield return new ResourceLink(LinkKind.Exposes, node, candidate, reached.Value, reached.Path, reached.IsAlternative);
            }
        }
    }

    private bool Matches(Dictionary<string, Value> wanted, ResourceNode candidate) =>
        candidate.Read(candidate.Entry!.Selectable!).Any(reached => Labels(reached.Value) is { } labels
            && wanted.All(pair => labels.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value) && ValueReading.IsComparable(value)));

    private Dictionary<string, Value>? Labels(Value value)
    {
        if (Resolve(value) is not Mapping mapping)
            return null;
        var labels = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
            labels[entry.Key] = Resolve(entry.Value);
        return labels;
    }

    private ILookup<Label, ResourceNode> IndexSelectable() =>
        All.Where(static node => node.Entry?.Selectable is not null)
            .SelectMany(node => node.Read(node.Entry!.Selectable!)
                .SelectMany(reached => Labels(reached.Value) ?? new Dictionary<string, Value>(StringComparer.Ordinal))
                .Select(pair => new { Label = new Label(pair.Key, pair.Value.AsString() ?? ""), Node = node }))
            .ToLookup(static pair => pair.Label, static pair => pair.Node);

    private Dictionary<CatalogEntry, List<ResourceNode>> IndexByEntry()
    {
        var index = new Dictionary<CatalogEntry, List<ResourceNode>>(ReferenceComparer<CatalogEntry>.Instance);
        foreach (var node in All)
        {
            if (node.Entry is null)
                continue;
            if (!index.TryGetValue(node.Entry, out var nodes))
                index[node.Entry] = nodes = new List<ResourceNode>();
            nodes.Add(node);
        }

        return index;
    }

    private Dictionary<ResourceNode, List<ResourceLink>> IndexBackward()
    {
        var index = new Dictionary<ResourceNode, List<ResourceLink>>();
        foreach (var node in All)
        {
            if (node.Entry is null)
                continue;
            foreach (var kind in AllLinks(node).Select(static link => link.Link.Kind).Concat(node.Entry.Selects is null ? [] : [LinkKind.Exposes]).Distinct())
            {
                foreach (var link in LinksFrom(node, kind))
                {
                    if (!index.TryGetValue(link.To, out var links))
                        index[link.To] = links = new List<ResourceLink>();
                    links.Add(link);
                }
            }
        }

        return index;
    }

    private sealed record LinksOfKind(ResourceNode From, LinkKind Kind);

    private sealed record NamesAt(string Token, string Path);

    private sealed record Label(string Key, string Value);

    /// <summary>A link of an entry or of an embedded text, with the value that its path starts at.</summary>
    private sealed record RootedLink(CatalogLink Link, Value Root);
}
