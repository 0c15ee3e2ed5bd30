using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Catalog;

/// <summary>
/// Reads catalog texts: the built-in files and the <c>resources:</c> of a policy file, which have the same format (<c>catalog.schema.json</c>). Never throws for what a text
/// says: errors are listed with their positions, and what is right is read all the same.
/// </summary>
public static class CatalogReader
{
    private static readonly string[] FileKeys = ["cloud", "cloudSource", "region", "zone", "labels", "links", "shapes", "resources", "functions"];

    private static readonly string[] EntryKeys =
    [
        "token", "aliases", "class", "name", "role", "kind", "cloud", "cloudSource", "api", "note", "model", "image", "arguments", "environment", "containers", "userData",
        "embedded", "helm", "scale", "region", "zone", "exposure", "ports", "labels", "links", "selects", "selectable", "cloudFrom", "kubeconfig", "endpoints", "upstreams", "machine", "kubernetesCluster",
    ];

    private static readonly string[] FunctionKeys = ["token", "class", "cloud", "model", "echoes", "links", "kubernetesCluster"];
    private static readonly string[] ModelKeys = ["path", "dialect", "format", "version", "vendor", "unless", "kind", "upstream", "endpoints"];
    private static readonly string[] ContainerKeys = ["at", "shape", "image", "arguments", "environment"];
    private static readonly string[] NamedValuesKeys = ["path", "name", "value"];
    private static readonly string[] UserDataKeys = ["path", "encoding"];
    private static readonly string[] EmbeddedKeys = ["path", "format", "encoding", "model", "image", "arguments", "environment", "containers", "links", "exposure"];
    private static readonly string[] HelmKeys = ["chart", "repository", "values", "valuesYaml"];
    private static readonly string[] ExposureMeanings = [ValueMeanings.Public, ValueMeanings.Internal, ValueMeanings.Private, ValueMeanings.NonApi];

    private static readonly ImmutableDictionary<string, bool> Truths = ImmutableDictionary<string, bool>.Empty.Add("true", true).Add("false", false);

    /// <summary>Reads a whole catalog text.</summary>
    public static CatalogFile ReadFile(DocumentFile text)
    {
        var document = Document.Read(text);
        var errors = ImmutableArray.CreateBuilder<CatalogError>();
        errors.AddRange(document.Errors.Select(static error => new CatalogError(error.Message + ".", error.Position)));
        if (document.Root is null)
            return new CatalogFile { Errors = errors.ToImmutable() };

        var keys = new CatalogNode(document.Root, errors).Keys("a catalog file", FileKeys);
        var defaults = new Defaults(
            keys.TryGetValue("cloud", out var cloud) ? cloud.Text("'cloud'") : null,
            keys.TryGetValue("cloudSource", out var source) ? source.Word("cloud source", Words.CloudSources) ?? CloudSource.Type : CloudSource.Type,
            Regions(keys, Defaults.None),
            keys.TryGetValue("labels", out var labels) ? NamedValues(labels) : ImmutableArray<NamedValuesPath>.Empty,
            keys.TryGetValue("links", out var links) ? Links(links) : ImmutableArray<CatalogLink>.Empty,
            keys.TryGetValue("shapes", out var shapes) ? Shapes(shapes) : ImmutableDictionary<string, ImmutableArray<ContainerPaths>>.Empty);
        return new CatalogFile
        {
            Region = defaults.Region,
            Labels = defaults.Labels,
            Links = defaults.Links,
            Entries = keys.TryGetValue("resources", out var resources) ? Entries(resources, defaults) : ImmutableArray<CatalogEntry>.Empty,
            Functions = keys.TryGetValue("functions", out var functions) ? Functions(functions, defaults) : ImmutableArray<CatalogFunction>.Empty,
            Errors = errors.ToImmutable(),
        };
    }

    /// <summary>Reads what stands under <c>resources:</c> of a policy file: a list of entries, or one of them.</summary>
    public static CatalogFile ReadResources(DocumentNode resources)
    {
        var errors = ImmutableArray.CreateBuilder<CatalogError>();
        var entries = Entries(new CatalogNode(resources, errors), Defaults.None);
        return new CatalogFile { Entries = entries, Errors = errors.ToImmutable() };
    }

    private static ImmutableArray<CatalogEntry> Entries(CatalogNode resources, Defaults defaults) =>
        resources.Items().Select(item => Entry(item, defaults)).Where(static entry => entry is not null).Select(static entry => entry!).ToImmutableArray();

    private static CatalogEntry? Entry(CatalogNode node, Defaults defaults)
    {
        var keys = node.Keys("a resource", EntryKeys);
        if (!keys.TryGetValue("token", out var tokenNode))
        {
            if (node.IsMapping)
                node.Error("A resource needs a 'token': the type token of its class, like 'acme:ai:ModelServer'.");
            return null;
        }

        if (Token(tokenNode, "A token") is not { } token)
            return null;
        if (!keys.TryGetValue("role", out var roleNode))
        {
            node.Error("Resource '" + token + "' needs a 'role': " + string.Join(", ", Words.Roles.Keys) + ".");
            return null;
        }

        if (roleNode.Word("role", Words.Roles) is not { } role)
            return null;

        var cloud = keys.TryGetValue("cloud", out var cloudNode) ? cloudNode.Text("'cloud'") : null;
        var source = keys.TryGetValue("cloudSource", out var sourceNode) ? sourceNode.Word("cloud source", Words.CloudSources) : null;
        if (cloud is not null && source is not null and not CloudSource.Type)
            sourceNode.Error("'cloud' and 'cloudSource' exclude each other: a resource with a cloud of its own has no other source.");
        if (cloud is null && source is null)
            cloud = defaults.Cloud;

        return new CatalogEntry
        {
            Token = token,
            Aliases = keys.TryGetValue("aliases", out var aliases)
                ? aliases.Items().Select(static alias => Token(alias, "An alias")).Where(static alias => alias is not null).Select(static alias => alias!).ToImmutableArray()
                : ImmutableArray<string>.Empty,
            ClassName = keys.TryGetValue("class", out var className) ? className.Text("'class'") : null,
            Role = role,
            Kind = keys.TryGetValue("kind", out var kind) ? kind.Word("kind", Words.ServingKinds) ?? DefaultKind(role) : DefaultKind(role),
            Api = keys.TryGetValue("api", out var api) ? api.Word("api", Words.ApiKinds) ?? DefaultApi(role) : DefaultApi(role),
            Cloud = cloud,
            CloudSource = cloud is not null ? CloudSource.Type : source ?? (defaults.CloudSource is CloudSource.Type ? CloudSource.Unknown : defaults.CloudSource),
            DisplayName = keys.TryGetValue("name", out var name) ? name.Text("'name'") ?? Spoken(token) : Spoken(token),
            Note = keys.TryGetValue("note", out var note) ? note.Text("'note'") : null,
            Models = keys.TryGetValue("model", out var model) ? Models(model) : ImmutableArray<ModelPath>.Empty,
            Containers = Containers(keys, defaults),
            UserData = keys.TryGetValue("userData", out var userData) ? UserData(userData) : ImmutableArray<UserDataPath>.Empty,
            Embedded = keys.TryGetValue("embedded", out var embedded) ? Embedded(embedded, defaults) : ImmutableArray<EmbeddedPath>.Empty,
            Helm = keys.TryGetValue("helm", out var helm) ? Helm(helm) : null,
            Scale = keys.TryGetValue("scale", out var scale) ? scale.Paths("'scale'") : ImmutableArray<PropertyPath>.Empty,
            Region = Regions(keys, defaults),
            Exposure = keys.TryGetValue("exposure", out var exposure) ? Meanings(exposure, "'exposure'", ExposureMeanings) : ImmutableArray<ValueMeanings>.Empty,
            Ports = keys.TryGetValue("ports", out var ports) ? ports.Paths("'ports'") : ImmutableArray<PropertyPath>.Empty,
            Labels = keys.TryGetValue("labels", out var labels) ? NamedValues(labels) : defaults.Labels,
            Links = keys.TryGetValue("links", out var links) ? Links(links).AddRange(defaults.Links) : defaults.Links,
            Selects = keys.TryGetValue("selects", out var selects) ? selects.Path("'selects'") : null,
            Selectable = keys.TryGetValue("selectable", out var selectable) ? selectable.Path("'selectable'") : null,
            CloudFrom = keys.TryGetValue("cloudFrom", out var cloudFrom) ? Meanings(cloudFrom, "'cloudFrom'", known: null) : ImmutableArray<ValueMeanings>.Empty,
            Kubeconfig = keys.TryGetValue("kubeconfig", out var kubeconfig) ? kubeconfig.Paths("'kubeconfig'") : ImmutableArray<PropertyPath>.Empty,
            Endpoints = keys.TryGetValue("endpoints", out var endpoints) ? endpoints.Paths("'endpoints'") : ImmutableArray<PropertyPath>.Empty,
            Upstreams = keys.TryGetValue("upstreams", out var upstreams) ? upstreams.Paths("'upstreams'") : ImmutableArray<PropertyPath>.Empty,
            Machine = keys.TryGetValue("machine", out var machine) ? machine.Paths("'machine'") : ImmutableArray<PropertyPath>.Empty,
            IsKubernetesCluster = keys.TryGetValue("kubernetesCluster", out var cluster) && (cluster.Word("truth", Truths) ?? false),
        };
    }

    /// <summary>What is said of a role unless an entry says otherwise.</summary>
    private static ServingKind DefaultKind(Role role) => role switch
    {
        Role.Serve => ServingKind.Managed,
        Role.Host or Role.Expose => ServingKind.SelfHosted,
        _ => ServingKind.NotServed,
    };

    private static ApiKind DefaultApi(Role role) => role switch
    {
        Role.Serve => ApiKind.Managed,
        Role.Host or Role.Expose => ApiKind.Conditional,
        Role.Train or Role.Batch or Role.Notebook => ApiKind.NonApi,
        _ => ApiKind.None,
    };

    private static string? Token(CatalogNode node, string what)
    {
        if (node.Text(what) is not { } token)
            return null;
        var parts = token.Split(':');
        if (parts.Length is 3 && parts.All(static part => part.Length > 0))
            return token;
        node.Error("'" + token + "' is not a type token. It is written 'package:module:Type', as in the class's ResourceType attribute or its base(...) call.");
        return null;
    }

    /// <summary>The type's name in words: <c>ModelServer</c> is a <c>model server</c>.</summary>
    private static string Spoken(string token) =>
        string.Concat(TypeToken.TypeName(token).Select(static (c, at) => char.IsUpper(c) ? (at == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    private static ImmutableArray<ModelPath> Models(CatalogNode node)
    {
        var models = ImmutableArray.CreateBuilder<ModelPath>();
        foreach (var item in node.Items())
        {
            if (item.IsScalar)
            {
                if (item.Path("'model'") is { } only)
                    models.Add(new ModelPath { Path = only });
                continue;
            }

            var keys = item.Keys("a model", ModelKeys);
            if (!keys.TryGetValue("path", out var pathNode))
                item.Error("A model needs a 'path'.");
            else if (pathNode.Path("'path'") is { } path)
            {
                models.Add(new ModelPath
                {
                    Path = path,
                    Dialect = keys.TryGetValue("dialect", out var dialect) ? dialect.Text("'dialect'") : null,
                    Format = keys.TryGetValue("format", out var format) ? format.Path("'format'") : null,
                    Version = keys.TryGetValue("version", out var version) ? version.Path("'version'") : null,
                    Vendor = keys.TryGetValue("vendor", out var vendor) ? vendor.Path("'vendor'") : null,
                    Unless = keys.TryGetValue("unless", out var unless) ? unless.Path("'unless'") : null,
                    Kind = keys.TryGetValue("kind", out var kind) ? kind.Word("kind", Words.ServingKinds) : null,
                    Upstream = keys.TryGetValue("upstream", out var upstream) ? Meanings(upstream, "'upstream'", known: null) : ImmutableArray<ValueMeanings>.Empty,
                    Endpoints = keys.TryGetValue("endpoints", out var endpoints) ? endpoints.Paths("'endpoints'") : ImmutableArray<PropertyPath>.Empty,
                });
            }
        }

        return models.ToImmutable();
    }

    /// <summary>The containers listed, and the one that the keys <c>image</c>, <c>arguments</c>, <c>environment</c> beside them describe.</summary>
    private static ImmutableArray<ContainerPaths> Containers(Dictionary<string, CatalogNode> keys, Defaults defaults)
    {
        var containers = ImmutableArray.CreateBuilder<ContainerPaths>();
        if (keys.ContainsKey("image") || keys.ContainsKey("arguments") || keys.ContainsKey("environment"))
            containers.Add(Container(keys, PropertyPath.Root));
        if (!keys.TryGetValue("containers", out var list))
            return containers.ToImmutable();

        foreach (var item in list.Items())
        {
            var own = item.Keys("a container", ContainerKeys);
            var at = own.TryGetValue("at", out var atNode) ? atNode.Path("'at'") ?? PropertyPath.Root : PropertyPath.Root;
            if (!own.TryGetValue("shape", out var shapeNode))
            {
                containers.Add(Container(own, at));
                continue;
            }

            if (shapeNode.Text("'shape'") is not { } name)
                continue;
            if (defaults.Shapes.TryGetValue(name, out var shape))
                containers.AddRange(shape.Select(container => container with { At = at.Then(container.At) }));
            else
                shapeNode.Error("Unknown shape '" + name + "'" + Proposal.DidYouMean(name, defaults.Shapes.Keys));
        }

        return containers.ToImmutable();
    }

    private static ContainerPaths Container(Dictionary<string, CatalogNode> keys, PropertyPath at) => new()
    {
        At = at,
        Image = keys.TryGetValue("image", out var image) ? image.Paths("'image'") : ImmutableArray<PropertyPath>.Empty,
        Arguments = keys.TryGetValue("arguments", out var arguments) ? arguments.Paths("'arguments'") : ImmutableArray<PropertyPath>.Empty,
        Environment = keys.TryGetValue("environment", out var environment) ? NamedValues(environment) : ImmutableArray<NamedValuesPath>.Empty,
    };

    private static ImmutableDictionary<string, ImmutableArray<ContainerPaths>> Shapes(CatalogNode node)
    {
        var shapes = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ContainerPaths>>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Pairs("'shapes'"))
        {
            if (key.Text("A shape's name") is { } name)
                shapes[name] = Containers(new Dictionary<string, CatalogNode>(StringComparer.Ordinal) { ["containers"] = value }, Defaults.None);
        }

        return shapes.ToImmutable();
    }

    private static ImmutableArray<NamedValuesPath> NamedValues(CatalogNode node)
    {
        var all = ImmutableArray.CreateBuilder<NamedValuesPath>();
        foreach (var item in node.Items())
        {
            if (item.IsScalar)
            {
                if (item.Path("A path of names and values") is not { } path)
                    continue;
                if (path.EndsInValues)
                    all.Add(new NamedValuesPath(path.Parent, NamedValuesShape.Map));
                else if (path.EndsInItems)
                    all.Add(new NamedValuesPath(path, NamedValuesShape.Assignments));
                else
                    item.Error("'" + path + "' must end in '{}' (a map of names to values), in '[]' (a list of texts like NAME=value), or be written as { path, name, value }.");
                continue;
            }

            var keys = item.Keys("names and values", NamedValuesKeys);
            if (!keys.TryGetValue("path", out var pathNode) || !keys.TryGetValue("name", out var nameNode) || !keys.TryGetValue("value", out var valueNode))
                item.Error("A list of names and values needs 'path' (to each item), 'name' and 'value' (properties of an item).");
            else if (pathNode.Path("'path'") is { } path && nameNode.Text("'name'") is { } name && valueNode.Text("'value'") is { } value)
                all.Add(new NamedValuesPath(path, NamedValuesShape.Entries, name, value));
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<UserDataPath> UserData(CatalogNode node)
    {
        var scripts = ImmutableArray.CreateBuilder<UserDataPath>();
        foreach (var item in node.Items())
        {
            var keys = item.IsScalar ? new Dictionary<string, CatalogNode>(StringComparer.Ordinal) { ["path"] = item } : item.Keys("user data", UserDataKeys);
            if (!keys.TryGetValue("path", out var pathNode))
                item.Error("User data needs a 'path'.");
            else if (pathNode.Path("'path'") is { } path)
                scripts.Add(new UserDataPath(path, keys.TryGetValue("encoding", out var encoding) ? encoding.Word("encoding", Words.Encodings) ?? TextEncoding.Plain : TextEncoding.Plain));
        }

        return scripts.ToImmutable();
    }

    private static ImmutableArray<EmbeddedPath> Embedded(CatalogNode node, Defaults defaults)
    {
        var all = ImmutableArray.CreateBuilder<EmbeddedPath>();
        foreach (var item in node.Items())
        {
            var keys = item.Keys("embedded text", EmbeddedKeys);
            if (!keys.TryGetValue("path", out var pathNode) || !keys.TryGetValue("format", out var formatNode))
                item.Error("Embedded text needs a 'path' and a 'format': " + string.Join(", ", Words.Formats.Keys) + ".");
            else if (pathNode.Path("'path'") is { } path && formatNode.Word("format", Words.Formats) is { } format)
            {
                all.Add(new EmbeddedPath
                {
                    Path = path,
                    Format = format,
                    Encoding = keys.TryGetValue("encoding", out var encoding) ? encoding.Word("encoding", Words.Encodings) ?? TextEncoding.Plain : TextEncoding.Plain,
                    Models = keys.TryGetValue("model", out var model) ? Models(model) : ImmutableArray<ModelPath>.Empty,
                    Containers = Containers(keys, defaults),
                    Links = keys.TryGetValue("links", out var links) ? Links(links) : ImmutableArray<CatalogLink>.Empty,
                    Exposure = keys.TryGetValue("exposure", out var exposure) ? Meanings(exposure, "'exposure'", ExposureMeanings) : ImmutableArray<ValueMeanings>.Empty,
                });
            }
        }

        return all.ToImmutable();
    }

    private static HelmPaths? Helm(CatalogNode node)
    {
        var keys = node.Keys("'helm'", HelmKeys);
        if (!keys.TryGetValue("chart", out var chartNode))
        {
            node.Error("'helm' needs a 'chart'.");
            return null;
        }

        return chartNode.Path("'chart'") is not { } chart
            ? null
            : new HelmPaths
            {
                Chart = chart,
                Repository = keys.TryGetValue("repository", out var repository) ? repository.Paths("'repository'") : ImmutableArray<PropertyPath>.Empty,
                Values = keys.TryGetValue("values", out var values) ? values.Paths("'values'") : ImmutableArray<PropertyPath>.Empty,
                ValuesYaml = keys.TryGetValue("valuesYaml", out var yaml) ? yaml.Paths("'valuesYaml'") : ImmutableArray<PropertyPath>.Empty,
            };
    }

    private static ImmutableArray<RegionPath> Regions(Dictionary<string, CatalogNode> keys, Defaults defaults)
    {
        if (!keys.ContainsKey("region") && !keys.ContainsKey("zone"))
            return defaults.Region;
        var regions = ImmutableArray.CreateBuilder<RegionPath>();
        if (keys.TryGetValue("region", out var region))
            regions.AddRange(region.Paths("'region'").Select(static path => new RegionPath(path, IsZone: false)));
        if (keys.TryGetValue("zone", out var zone))
            regions.AddRange(zone.Paths("'zone'").Select(static path => new RegionPath(path, IsZone: true)));
        return regions.ToImmutable();
    }

    private static ImmutableArray<ValueMeanings> Meanings(CatalogNode node, string what, string[]? known)
    {
        var all = ImmutableArray.CreateBuilder<ValueMeanings>();
        foreach (var (pathNode, values) in node.Pairs(what))
        {
            if (pathNode.Path("A path of " + what) is not { } path)
                continue;
            var byValue = ImmutableArray.CreateBuilder<ValueMeaning>();
            string? present = null;
            string? absent = null;
            foreach (var (valueNode, meaningNode) in values.Pairs("The values of '" + path + "'"))
            {
                if (valueNode.Text("A value") is not { } value || meaningNode.Text("A meaning") is not { } meaning)
                    continue;
                if (known is not null && !known.Contains(meaning, StringComparer.Ordinal))
                    meaningNode.Error("Unknown meaning '" + meaning + "' in " + what + Proposal.DidYouMean(meaning, known));
                else if (value is "present")
                    present = meaning;
                else if (value is "absent")
                    absent = meaning;
                else
                    byValue.Add(new ValueMeaning(value, meaning));
            }

            all.Add(new ValueMeanings(path, byValue.ToImmutable(), present, absent));
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<CatalogLink> Links(CatalogNode node)
    {
        var all = ImmutableArray.CreateBuilder<CatalogLink>();
        foreach (var (kindNode, paths) in node.Pairs("'links'"))
        {
            if (kindNode.Word("link kind", Words.LinkKinds) is not { } kind)
                continue;
            foreach (var (pathNode, targets) in paths.Pairs("Links"))
            {
                if (pathNode.Path("A link's path") is { } path)
                    all.Add(new CatalogLink(kind, path, targets.Items().Select(static target => Target(target)).Where(static target => target is not null).Select(static target => target!).ToImmutableArray()));
            }
        }

        return all.ToImmutable();
    }

    private static LinkTarget? Target(CatalogNode node)
    {
        const string Data = "data ";
        if (node.Text("A link's target") is not { } text)
            return null;
        var isFunction = text.StartsWith(Data, StringComparison.Ordinal);
        var target = isFunction ? text.Substring(Data.Length) : text;
        var hash = target.IndexOf("#", StringComparison.Ordinal);
        var token = hash < 0 ? target : target.Substring(0, hash);
        if (token.Split(':').Length is 3)
            return new LinkTarget(token, hash < 0 ? "" : target.Substring(hash + 1), isFunction);
        node.Error("'" + text + "' is not a link's target. It is written 'package:module:Type#output', or 'data package:module:function#output'.");
        return null;
    }

    private static ImmutableArray<CatalogFunction> Functions(CatalogNode node, Defaults defaults)
    {
        var all = ImmutableArray.CreateBuilder<CatalogFunction>();
        foreach (var item in node.Items())
        {
            var keys = item.Keys("a function", FunctionKeys);
            if (!keys.TryGetValue("token", out var tokenNode) || !keys.TryGetValue("class", out var classNode))
                item.Error("A function needs a 'token' and a 'class'.");
            else if (Token(tokenNode, "A token") is { } token && classNode.Text("'class'") is { } className)
            {
                all.Add(new CatalogFunction
                {
                    Token = token,
                    ClassName = className,
                    Cloud = keys.TryGetValue("cloud", out var cloud) ? cloud.Text("'cloud'") : defaults.Cloud,
                    Models = keys.TryGetValue("model", out var model) ? Models(model) : ImmutableArray<ModelPath>.Empty,
                    Echoes = keys.TryGetValue("echoes", out var echoes) ? Echoes(echoes) : ImmutableDictionary<string, PropertyPath>.Empty,
                    Links = keys.TryGetValue("links", out var links) ? Links(links) : ImmutableArray<CatalogLink>.Empty,
                    IsKubernetesCluster = keys.TryGetValue("kubernetesCluster", out var cluster) && (cluster.Word("truth", Truths) ?? false),
                });
            }
        }

        return all.ToImmutable();
    }

    private static ImmutableDictionary<string, PropertyPath> Echoes(CatalogNode node)
    {
        var echoes = ImmutableDictionary.CreateBuilder<string, PropertyPath>(StringComparer.Ordinal);
        foreach (var (outputNode, inputNode) in node.Pairs("'echoes'"))
        {
            if (outputNode.Text("An output") is { } output && inputNode.Path("An argument") is { } input)
                echoes[output] = input;
        }

        return echoes.ToImmutable();
    }

    /// <summary>What a file says once for all its entries.</summary>
    private sealed record Defaults(
        string? Cloud,
        CloudSource CloudSource,
        ImmutableArray<RegionPath> Region,
        ImmutableArray<NamedValuesPath> Labels,
        ImmutableArray<CatalogLink> Links,
        ImmutableDictionary<string, ImmutableArray<ContainerPaths>> Shapes)
    {
        public static readonly Defaults None = new(
            Cloud: null, CloudSource.Type, ImmutableArray<RegionPath>.Empty, ImmutableArray<NamedValuesPath>.Empty, ImmutableArray<CatalogLink>.Empty,
            ImmutableDictionary<string, ImmutableArray<ContainerPaths>>.Empty);
    }

    /// <summary>The words of the format.</summary>
    internal static class Words
    {
        public static readonly ImmutableSortedDictionary<string, Role> Roles = Of<Role>();
        public static readonly ImmutableSortedDictionary<string, ServingKind> ServingKinds = Of<ServingKind>();
        public static readonly ImmutableSortedDictionary<string, ApiKind> ApiKinds = Of<ApiKind>();
        public static readonly ImmutableSortedDictionary<string, CloudSource> CloudSources = Of<CloudSource>();
        public static readonly ImmutableSortedDictionary<string, LinkKind> LinkKinds = Of<LinkKind>(separator: "");
        public static readonly ImmutableSortedDictionary<string, EmbeddedFormat> Formats = Of<EmbeddedFormat>();
        public static readonly ImmutableSortedDictionary<string, TextEncoding> Encodings = Of<TextEncoding>();

        /// <summary>The members of an enum in the format's spelling: <c>SelfHosted</c> is <c>self-hosted</c>, or <c>selfHosted</c> where it is a key.</summary>
        private static ImmutableSortedDictionary<string, T> Of<T>(string separator = "-")
            where T : struct
        {
            var words = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
            foreach (T member in Enum.GetValues(typeof(T)))
                words[Spell(member.ToString()!, separator)] = member;
            return words.ToImmutable();
        }

        private static string Spell(string member, string separator) =>
            string.Concat(member.Select((c, at) => !char.IsUpper(c) ? c.ToString() : at == 0 ? c.ToString().ToLowerInvariant() : separator.Length == 0 ? c.ToString() : separator + c.ToString().ToLowerInvariant()));
    }
}
