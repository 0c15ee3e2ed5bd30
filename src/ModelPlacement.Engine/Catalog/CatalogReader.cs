using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Catalog;

/// <summary>
/// Reads catalog texts: the built-in files and the <c>resources:</c> of a policy file, which have the same format (<c>catalog.schema.json</c>). Never throws for what a text
/// says: errors are listed with their positions, and what is right is read all the same.
/// </summary>
public static class CatalogReader
{
    /// <summary>Reads a whole catalog text.</summary>
    public static CatalogFile ReadFile(DocumentFile text)
    {
        var document = Document.Read(text);
        var errors = new List<CatalogError>();
        foreach (var error in document.Errors)
            errors.Add(new CatalogError(error.Message + ".", error.Position));
        return ReadFile(document.Root, errors);
    }

    /// <summary>Reads what a whole catalog text says.</summary>
    /// <param name="root">Its content.</param>
    /// <param name="errors">What was wrong with the text itself; the rest is added.</param>
    internal static CatalogFile ReadFile(DocumentNode? root, List<CatalogError> errors)
    {
        var keys = root is null ? new CatalogKeys() : new CatalogNode(root, errors).Keys("a catalog file", CatalogWords.FileKeys);
        var defaults = Defaults(keys);
        var entries = ImmutableArray.CreateBuilder<CatalogEntry>();
        foreach (var item in keys.Of("resources")?.Items() ?? [])
        {
            if (Entry(item, defaults) is { } entry)
                entries.Add(entry);
        }

        var functions = ImmutableArray.CreateBuilder<CatalogFunction>();
        foreach (var item in keys.Of("functions")?.Items() ?? [])
        {
            if (Function(item, defaults) is { } function)
                functions.Add(function);
        }

        return new CatalogFile
        {
            Region = defaults.Region,
            Labels = defaults.Labels,
            Links = defaults.Links,
            Entries = entries.ToImmutable(),
            Functions = functions.ToImmutable(),
            Errors = ImmutableArray.CreateRange(errors),
        };
    }

    /// <summary>Reads what stands under <c>resources:</c> of a policy file: a list of entries, or one of them.</summary>
    public static CatalogFile ReadResources(DocumentNode resources)
    {
        var errors = new List<CatalogError>();
        var entries = ImmutableArray.CreateBuilder<CatalogEntry>();
        foreach (var item in new CatalogNode(resources, errors).Items())
        {
            if (Entry(item, CatalogDefaults.None) is { } entry)
                entries.Add(entry);
        }

        return new CatalogFile { Entries = entries.ToImmutable(), Errors = ImmutableArray.CreateRange(errors) };
    }

    /// <summary>Reads one resource; null, with an error, where it lacks what makes it one.</summary>
    internal static CatalogEntry? Entry(CatalogNode node, CatalogDefaults defaults)
    {
        var keys = node.Keys("a resource", CatalogWords.EntryKeys);
        if (keys.Of("token") is not { } tokenNode)
        {
            if (node.IsMapping)
                node.Error("A resource needs a 'token': the type token of its class, like 'acme:ai:ModelServer'.");
            return null;
        }

        if (Token(tokenNode, "A token") is not { } token)
            return null;
        if (keys.Of("role") is not { } roleNode)
        {
            node.Error("Resource '" + token + "' needs a 'role': " + string.Join(", ", CatalogWords.Roles) + ".");
            return null;
        }

        if (roleNode.Word("role", CatalogWords.Roles) is not { } roleIndex)
            return null;

        var role = (Role)roleIndex;
        var cloud = keys.Text("cloud");
        var source = (CloudSource?)keys.Of("cloudSource")?.Word("cloud source", CatalogWords.CloudSources);
        if (cloud is not null && source is not null)
            keys["cloudSource"].Error("'cloud' and 'cloudSource' exclude each other: a resource with a cloud of its own has no other source.");
        if (source is null)
            cloud ??= defaults.Cloud;

        return new CatalogEntry
        {
            Token = token,
            Aliases = Aliases(keys.Of("aliases")),
            ClassName = keys.Text("class"),
            Role = role,
            Kind = (ServingKind?)keys.Of("kind")?.Word("kind", CatalogWords.ServingKinds) ?? DefaultKind(role),
            Api = (ApiKind?)keys.Of("api")?.Word("api", CatalogWords.ApiKinds) ?? DefaultApi(role),
            Cloud = cloud,
            CloudSource = cloud is not null ? CloudSource.Type : source ?? (defaults.CloudSource is CloudSource.Type ? CloudSource.Unknown : defaults.CloudSource),
            DisplayName = keys.Text("name") ?? Spoken(token),
            Note = keys.Text("note"),
            Models = Models(keys.Of("model")),
            Containers = Containers(keys, defaults),
            UserData = UserData(keys.Of("userData")),
            Embedded = Embedded(keys.Of("embedded"), defaults),
            Helm = keys.Of("helm") is { } helm ? Helm(helm) : null,
            Scale = keys.Paths("scale"),
            Region = Regions(keys, defaults),
            Exposure = Meanings(keys.Of("exposure"), "'exposure'", CatalogWords.ExposureMeanings),
            Ports = keys.Paths("ports"),
            Labels = keys.Of("labels") is { } labels ? NamedValues(labels) : defaults.Labels,
            Links = Links(keys.Of("links"), defaults.Links),
            Selects = keys.Path("selects"),
            Selectable = keys.Path("selectable"),
            CloudFrom = Meanings(keys.Of("cloudFrom"), "'cloudFrom'", known: null),
            Kubeconfig = keys.Paths("kubeconfig"),
            Endpoints = keys.Paths("endpoints"),
            Upstreams = keys.Paths("upstreams"),
            Machine = keys.Paths("machine"),
            IsKubernetesCluster = keys.Of("kubernetesCluster")?.Truth("'kubernetesCluster'") ?? false,
        };
    }

    /// <summary>What a resource or function is found by: its token and aliases, normalized, and its class.</summary>
    internal static List<string> Names(CatalogNode node)
    {
        var names = new List<string>();
        foreach (var pair in node.Pairs("a resource"))
        {
            var key = pair.Key.Text("A key");
            if (key is not ("token" or "aliases" or "class"))
                continue;
            foreach (var item in pair.Value.Items())
            {
                if (item.Text("A name") is { } name)
                    names.Add(key is "class" ? name : TypeToken.Normalize(name));
            }
        }

        return names;
    }

    /// <summary>Reads one function; null, with an error, where it lacks what makes it one.</summary>
    internal static CatalogFunction? Function(CatalogNode node, CatalogDefaults defaults)
    {
        var keys = node.Keys("a function", CatalogWords.FunctionKeys);
        if (keys.Of("token") is not { } tokenNode || keys.Of("class") is not { } classNode)
        {
            if (node.IsMapping)
                node.Error("A function needs a 'token' and a 'class'.");
            return null;
        }

        return Token(tokenNode, "A token") is not { } token || classNode.Text("'class'") is not { } className
            ? null
            : new CatalogFunction
            {
                Token = token,
                ClassName = className,
                Cloud = keys.Text("cloud") ?? defaults.Cloud,
                Models = Models(keys.Of("model")),
                Echoes = Echoes(keys.Of("echoes")),
                Region = defaults.Region,
                Links = Links(keys.Of("links"), ImmutableArray<CatalogLink>.Empty),
                IsKubernetesCluster = keys.Of("kubernetesCluster")?.Truth("'kubernetesCluster'") ?? false,
            };
    }

    /// <summary>Reads what a file says once for all its resources.</summary>
    internal static CatalogDefaults Defaults(CatalogKeys keys) => new(
        keys.Text("sameAs"),
        keys.Text("cloud"),
        (CloudSource?)keys.Of("cloudSource")?.Word("cloud source", CatalogWords.CloudSources) ?? CloudSource.Type,
        Regions(keys, CatalogDefaults.None),
        keys.Of("labels") is { } labels ? NamedValues(labels) : ImmutableArray<NamedValuesPath>.Empty,
        Links(keys.Of("links"), ImmutableArray<CatalogLink>.Empty),
        Shapes(keys.Of("shapes")));

    /// <summary>Reads a type token; anything else is an error and gives null.</summary>
    internal static string? Token(CatalogNode node, string what)
    {
        if (node.Text(what) is not { } token)
            return null;
        var parts = token.Split(':');
        if (parts.Length is 3 && Array.IndexOf(parts, "") < 0)
            return token;
        node.Error("'" + token + "' is not a type token. It is written 'package:module:Type', as in the class's ResourceType attribute or its base(...) call.");
        return null;
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

    /// <summary>The type's name in words: <c>ModelServer</c> is a <c>model server</c>.</summary>
    private static string Spoken(string token)
    {
        var words = "";
        foreach (var c in TypeToken.TypeName(token))
            words += char.IsUpper(c) ? (words.Length == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString();
        return words;
    }

    private static ImmutableArray<string> Aliases(CatalogNode? node)
    {
        if (node is null)
            return ImmutableArray<string>.Empty;
        var aliases = ImmutableArray.CreateBuilder<string>();
        foreach (var item in node.Items())
        {
            if (Token(item, "An alias") is { } alias)
                aliases.Add(alias);
        }

        return aliases.ToImmutable();
    }

    private static ImmutableArray<ModelPath> Models(CatalogNode? node)
    {
        if (node is null)
            return ImmutableArray<ModelPath>.Empty;
        var models = ImmutableArray.CreateBuilder<ModelPath>();
        foreach (var item in node.Items())
        {
            if (item.IsScalar)
            {
                if (item.Path("'model'") is { } only)
                    models.Add(new ModelPath { Path = only });
                continue;
            }

            var keys = item.Keys("a model", CatalogWords.ModelKeys);
            if (!keys.ContainsKey("path"))
                item.Error("A model needs a 'path'.");
            else if (keys.Path("path") is { } path)
            {
                models.Add(new ModelPath
                {
                    Path = path,
                    Dialect = keys.Text("dialect"),
                    Format = keys.Path("format"),
                    Version = keys.Path("version"),
                    Vendor = keys.Path("vendor"),
                    Unless = keys.Path("unless"),
                    Kind = (ServingKind?)keys.Of("kind")?.Word("kind", CatalogWords.ServingKinds),
                    Upstream = Meanings(keys.Of("upstream"), "'upstream'", known: null),
                    Endpoints = keys.Paths("endpoints"),
                });
            }
        }

        return models.ToImmutable();
    }

    /// <summary>The containers listed, and the one that the keys <c>image</c>, <c>arguments</c>, <c>environment</c> beside them describe.</summary>
    private static ImmutableArray<ContainerPaths> Containers(CatalogKeys keys, CatalogDefaults defaults)
    {
        var hasOwn = keys.ContainsKey("image") || keys.ContainsKey("arguments") || keys.ContainsKey("environment");
        if (!hasOwn && !keys.ContainsKey("containers"))
            return ImmutableArray<ContainerPaths>.Empty;
        var containers = ImmutableArray.CreateBuilder<ContainerPaths>();
        if (hasOwn)
            containers.Add(Container(keys, PropertyPath.Root));
        if (keys.Of("containers") is not { } list)
            return containers.ToImmutable();

        foreach (var item in list.Items())
        {
            var own = item.Keys("a container", CatalogWords.ContainerKeys);
            var at = own.Path("at") ?? PropertyPath.Root;
            if (own.Of("shape") is not { } shapeNode)
            {
                containers.Add(Container(own, at));
                continue;
            }

            if (shapeNode.Text("'shape'") is not { } name)
                continue;
            if (defaults.Shapes.TryGetValue(name, out var shape))
            {
                foreach (var container in shape)
                    containers.Add(container with { At = at.Then(container.At) });
            }
            else
            {
                shapeNode.Error("Unknown shape '" + name + "'" + Proposal.DidYouMean(name, defaults.Shapes.Keys));
            }
        }

        return containers.ToImmutable();
    }

    private static ContainerPaths Container(CatalogKeys keys, PropertyPath at) => new()
    {
        At = at,
        Image = keys.Paths("image"),
        Arguments = keys.Paths("arguments"),
        Environment = keys.Of("environment") is { } environment ? NamedValues(environment) : ImmutableArray<NamedValuesPath>.Empty,
    };

    private static Dictionary<string, ContainerPaths[]> Shapes(CatalogNode? node)
    {
        var shapes = new Dictionary<string, ContainerPaths[]>(StringComparer.Ordinal);
        if (node is null)
            return shapes;
        foreach (var pair in node.Pairs("'shapes'"))
        {
            if (pair.Key.Text("A shape's name") is { } name)
                shapes[name] = [.. Containers(new CatalogKeys { ["containers"] = pair.Value }, CatalogDefaults.None)];
        }

        return shapes;
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

            var keys = item.Keys("names and values", CatalogWords.NamedValuesKeys);
            if (keys.ContainsKey("path") && !keys.ContainsKey("name") && !keys.ContainsKey("value"))
            {
                if (keys.Path("path") is { EndsInValues: true } names)
                    all.Add(new NamedValuesPath(names.Parent, NamedValuesShape.Names));
                else
                    item.Error("Where values are kept elsewhere, 'path' leads to a map ('...{}'), or to items of which 'name' is the property with the name.");
            }
            else if (!keys.ContainsKey("path") || !keys.ContainsKey("name"))
            {
                item.Error("A list of names and values needs 'path' (to each item), 'name' and 'value' (properties of an item).");
            }
            else if (keys.Path("path") is { } list && keys.Text("name") is { } name && (keys.Text("value") is not null || !keys.ContainsKey("value")))
            {
                all.Add(new NamedValuesPath(list, NamedValuesShape.Entries, name, keys.Text("value")));
            }
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<UserDataPath> UserData(CatalogNode? node)
    {
        if (node is null)
            return ImmutableArray<UserDataPath>.Empty;
        var scripts = ImmutableArray.CreateBuilder<UserDataPath>();
        foreach (var item in node.Items())
        {
            var keys = item.IsScalar ? new CatalogKeys { ["path"] = item } : item.Keys("user data", CatalogWords.UserDataKeys);
            if (!keys.ContainsKey("path"))
                item.Error("User data needs a 'path'.");
            else if (keys.Path("path") is { } path)
                scripts.Add(new UserDataPath(path, Encoding(keys)));
        }

        return scripts.ToImmutable();
    }

    private static TextEncoding Encoding(CatalogKeys keys) => (TextEncoding?)keys.Of("encoding")?.Word("encoding", CatalogWords.Encodings) ?? TextEncoding.Plain;

    private static ImmutableArray<EmbeddedPath> Embedded(CatalogNode? node, CatalogDefaults defaults)
    {
        if (node is null)
            return ImmutableArray<EmbeddedPath>.Empty;
        var all = ImmutableArray.CreateBuilder<EmbeddedPath>();
        foreach (var item in node.Items())
        {
            var keys = item.Keys("embedded text", CatalogWords.EmbeddedKeys);
            if (!keys.ContainsKey("path") || keys.Of("format") is not { } formatNode)
                item.Error("Embedded text needs a 'path' and a 'format': " + string.Join(", ", CatalogWords.Formats) + ".");
            else if (keys.Path("path") is { } path && formatNode.Word("format", CatalogWords.Formats) is { } format)
            {
                all.Add(new EmbeddedPath
                {
                    Path = path,
                    Format = (EmbeddedFormat)format,
                    Encoding = Encoding(keys),
                    Models = Models(keys.Of("model")),
                    Containers = Containers(keys, defaults),
                    Links = Links(keys.Of("links"), ImmutableArray<CatalogLink>.Empty),
                    Exposure = Meanings(keys.Of("exposure"), "'exposure'", CatalogWords.ExposureMeanings),
                    Upstreams = keys.Paths("upstreams"),
                });
            }
        }

        return all.ToImmutable();
    }

    private static HelmPaths? Helm(CatalogNode node)
    {
        var keys = node.Keys("'helm'", CatalogWords.HelmKeys);
        if (keys.ContainsKey("chart"))
        {
            return keys.Path("chart") is not { } chart
                ? null
                : new HelmPaths { Chart = chart, Repository = keys.Paths("repository"), Values = keys.Paths("values"), ValuesYaml = keys.Paths("valuesYaml") };
        }

        node.Error("'helm' needs a 'chart'.");
        return null;
    }

    private static ImmutableArray<RegionPath> Regions(CatalogKeys keys, CatalogDefaults defaults)
    {
        if (!keys.ContainsKey("region") && !keys.ContainsKey("zone"))
            return defaults.Region;
        var regions = ImmutableArray.CreateBuilder<RegionPath>();
        foreach (var path in keys.Paths("region"))
            regions.Add(new RegionPath(path, IsZone: false));
        foreach (var path in keys.Paths("zone"))
            regions.Add(new RegionPath(path, IsZone: true));
        return regions.ToImmutable();
    }

    private static ImmutableArray<ValueMeanings> Meanings(CatalogNode? node, string what, string[]? known)
    {
        if (node is null)
            return ImmutableArray<ValueMeanings>.Empty;
        var all = ImmutableArray.CreateBuilder<ValueMeanings>();
        foreach (var pair in node.Pairs(what))
        {
            if (pair.Key.Path("A path of " + what) is { } path)
                all.Add(Meanings(path, pair.Value, known));
        }

        return all.ToImmutable();
    }

    private static ValueMeanings Meanings(PropertyPath path, CatalogNode values, string[]? known)
    {
        var byValue = ImmutableArray.CreateBuilder<ValueMeaning>();
        string? present = null;
        string? absent = null;
        foreach (var pair in values.Pairs("The values of '" + path + "'"))
        {
            var meaning = pair.Value.Text("A meaning");
            if (pair.Key.Text("A value") is not { } value || meaning is null || (known is not null && pair.Value.Word("meaning", known) is null))
                continue;
            if (value is "present")
                present = meaning;
            else if (value is "absent")
                absent = meaning;
            else
                byValue.Add(new ValueMeaning(value, meaning));
        }

        return new ValueMeanings(path, byValue.ToImmutable(), present, absent);
    }

    private static ImmutableArray<CatalogLink> Links(CatalogNode? node, ImmutableArray<CatalogLink> more)
    {
        if (node is null)
            return more;
        var all = ImmutableArray.CreateBuilder<CatalogLink>();
        foreach (var paths in node.Pairs("'links'"))
        {
            if (paths.Key.Word("link kind", CatalogWords.LinkKinds) is not { } kind)
                continue;
            foreach (var pair in paths.Value.Pairs("Links"))
            {
                if (pair.Key.Path("A link's path") is { } path)
                    all.Add(new CatalogLink((LinkKind)kind, path, Targets(pair.Value)));
            }
        }

        all.AddRange(more);
        return all.ToImmutable();
    }

    private static ImmutableArray<LinkTarget> Targets(CatalogNode node)
    {
        var targets = ImmutableArray.CreateBuilder<LinkTarget>();
        foreach (var item in node.Items())
        {
            if (Target(item) is { } target)
                targets.Add(target);
        }

        return targets.ToImmutable();
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
        if (token.Split(':').Length is 2 or 3)
            return new LinkTarget(token, hash < 0 ? "" : target.Substring(hash + 1), isFunction);
        node.Error("'" + text + "' is not a link's target. It is written 'package:module:Type#output', or 'data package:module:function#output'.");
        return null;
    }

    private static ImmutableDictionary<string, PropertyPath> Echoes(CatalogNode? node)
    {
        if (node is null)
            return ImmutableDictionary<string, PropertyPath>.Empty;
        var echoes = ImmutableDictionary.CreateBuilder<string, PropertyPath>(StringComparer.Ordinal);
        foreach (var pair in node.Pairs("'echoes'"))
        {
            if (pair.Key.Text("An output") is { } output && pair.Value.Path("An argument") is { } input)
                echoes[output] = input;
        }

        return echoes.ToImmutable();
    }
}

/// <summary>What a file says once for all its entries; or that it has those of another package.</summary>
internal sealed record CatalogDefaults(
    string? SameAs,
    string? Cloud,
    CloudSource CloudSource,
    ImmutableArray<RegionPath> Region,
    ImmutableArray<NamedValuesPath> Labels,
    ImmutableArray<CatalogLink> Links,
    Dictionary<string, ContainerPaths[]> Shapes)
{
    public static readonly CatalogDefaults None = new(
        SameAs: null,
        Cloud: null,
        CloudSource.Type,
        ImmutableArray<RegionPath>.Empty,
        ImmutableArray<NamedValuesPath>.Empty,
        ImmutableArray<CatalogLink>.Empty,
        new Dictionary<string, ContainerPaths[]>(StringComparer.Ordinal));
}
