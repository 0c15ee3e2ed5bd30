using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>The data file of model families: vendors, dialects, families and the models listed under them.</summary>
internal sealed class FamiliesFile
{
    private readonly ImmutableDictionary<string, string> _fragments;

    private FamiliesFile(DocumentMapping root)
    {
        root.AllowOnly("fragments", "vendors", "dialects", "families");
        _fragments = root.Pairs("fragments").ToImmutableDictionary(static pair => "%" + pair.Key + "%", static pair => pair.Value, StringComparer.Ordinal);

        var spellings = new Dictionary<string, ModelVendor>(StringComparer.Ordinal);
        var formats = new Dictionary<string, ModelVendor>(StringComparer.OrdinalIgnoreCase);
        var vendors = ImmutableArray.CreateBuilder<ModelVendor>();
        foreach (var item in root.Items("vendors"))
        {
            var vendor = ReadVendor(item);
            vendors.Add(vendor);
            foreach (var spelling in item.Texts("spellings").Insert(0, vendor.Id))
            {
                if (spellings.TryGetValue(spelling, out var other))
                    throw DataDocument.Fault(item, "'" + spelling + "' already spells " + other.Id);
                spellings.Add(spelling, vendor);
            }

            foreach (var format in item.Texts("formats").Insert(0, vendor.Id))
                formats[format] = vendor;
        }

        Vendors = vendors.ToImmutable();
        VendorsBySpelling = spellings.ToImmutableDictionary(StringComparer.Ordinal);
        VendorsByFormat = formats.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
        var dialects = ImmutableDictionary.CreateBuilder<string, Dialect>(StringComparer.Ordinal);
        foreach (var item in root.Items("dialects"))
        {
            var dialect = ReadDialect(item);
            foreach (var name in item.Texts("aliases").Insert(0, dialect.Name))
                dialects.Add(name, dialect);
        }

        Dialects = dialects.ToImmutable();

        var models = ImmutableDictionary.CreateBuilder<string, KnownModel>(StringComparer.Ordinal);
        var families = ImmutableArray.CreateBuilder<ModelFamily>();
        foreach (var item in root.Items("families"))
        {
            var family = ReadFamily(item);
            families.Add(family);
            family.Vendor.Families.Add(family);
            foreach (var model in item.Items("models").SelectMany(model => ReadModels(model, item, family)))
                models[model.Id] = models.ContainsKey(model.Id) ? throw DataDocument.Fault(item, "'" + model.Id + "' is listed twice") : model;
        }

        Families = families.ToImmutable();
        Models = models.ToImmutable();
    }

    public ImmutableArray<ModelVendor> Vendors { get; }

    public ImmutableDictionary<string, ModelVendor> VendorsBySpelling { get; }

    /// <summary>By the platform's format of a deployment, or the provider of an external model.</summary>
    public ImmutableDictionary<string, ModelVendor> VendorsByFormat { get; }

    public ImmutableDictionary<string, Dialect> Dialects { get; }

    public ImmutableArray<ModelFamily> Families { get; }

    public ImmutableDictionary<string, KnownModel> Models { get; }

    /// <exception cref="InvalidOperationException">The data file is not as described in its own head.</exception>
    public static FamiliesFile Load() => new(DataDocument.Load("families"));

    private static ModelVendor ReadVendor(DocumentMapping node)
    {
        node.AllowOnly("vendor", "spellings", "formats", "unlisted", "unlistedDownloads", "counterpartFormat");
        return new ModelVendor(node.Required("vendor"))
        {
            Unlisted = Weights(node, "unlisted", ModelWeights.Proprietary),
            UnlistedDownloads = Weights(node, "unlistedDownloads", ModelWeights.Open),
            CounterpartFormat = node.Text("counterpartFormat"),
        };
    }

    private Dialect ReadDialect(DocumentMapping node)
    {
        node.AllowOnly("dialect", "aliases", "forms", "trims", "curated", "strict", "downloads", "underscores", "prefix", "segments");
        return new Dialect(node.Required("dialect"))
        {
            Forms = node.Items("forms").Select(ReadForm).ToImmutableArray(),
            Trims = node.Texts("trims").Select(trim => Pattern("(?:" + trim + ")$")).ToImmutableArray(),
            IsCurated = node.Flag("curated"),
            IsStrict = node.Flag("strict"),
            Downloads = node.Flag("downloads"),
            ReadsUnderscores = node.Flag("underscores"),
            Prefix = node.Text("prefix") ?? "",
            ReadsSegments = node.Flag("segments"),
        };
    }

    private Form ReadForm(DocumentMapping node)
    {
        node.AllowOnly("match", "if", "as", "none", "anyVendor", "unlisted");
        return new Form(Pattern("^(?:" + node.Required("match") + ")$"))
        {
            If = node.Text("if") ?? "",
            As = node.Text("as"),
            IsNoModel = node.Flag("none"),
            AnyVendor = node.Flag("anyVendor"),
            Unlisted = node.Flag("unlisted", otherwise: true),
        };
    }

    private ModelFamily ReadFamily(DocumentMapping node)
    {
        node.AllowOnly("family", "vendor", "weights", "keys", "patterns", "models");
        var vendor = Vendors.FirstOrDefault(vendor => string.Equals(vendor.Id, node.Required("vendor"), StringComparison.Ordinal))
            ?? throw DataDocument.Fault(node, "no vendor '" + node.Text("vendor") + "'");
        var weights = Weights(node, "weights", ModelWeights.Proprietary);
        return new ModelFamily(node.Required("family"), vendor)
        {
            Keys = node.Texts("keys"),
            Patterns = node.Items("patterns").Select(pattern => ReadPattern(pattern, weights)).ToImmutableArray(),
        };
    }

    private NamePattern ReadPattern(DocumentMapping node, ModelWeights weights)
    {
        node.AllowOnly("match", "id", "weights", "only", "in", "notIn");
        var only = node.Text("only");
        if (only is not (null or "curated" or "scoped"))
            throw DataDocument.Fault(node, "'only' is neither curated nor scoped but '" + only + "'");
        return new NamePattern(Pattern("^(?:" + node.Required("match") + ")$"), new IdTemplate(node.Required("id")), Weights(node, "weights", weights))
        {
            CuratedOnly = string.Equals(only, "curated", StringComparison.Ordinal),
            ScopedOnly = string.Equals(only, "scoped", StringComparison.Ordinal),
            In = node.Texts("in").ToImmutableHashSet(StringComparer.Ordinal),
            NotIn = node.Texts("notIn").ToImmutableHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>A list entry with <c>name</c> is one model with what is known of it; one with <c>names</c> lists several of which nothing more is.</summary>
    private static IEnumerable<KnownModel> ReadModels(DocumentMapping node, DocumentMapping familyNode, ModelFamily family)
    {
        node.AllowOnly("name", "names", "weights", "introduced", "retired", "successor", "counterpart");
        var weights = Weights(node, "weights", Weights(familyNode, "weights", ModelWeights.Proprietary));
        foreach (var name in node.Texts("names"))
            yield return new KnownModel(family.Vendor.Id + "/" + name, family.Vendor.Id, family.Id, weights);

        if (node.Text("name") is not { } single)
            yield break;

        yield return new KnownModel(family.Vendor.Id + "/" + single, family.Vendor.Id, family.Id, weights)
        {
            Introduced = node.Date("introduced"),
            Retired = node.Date("retired"),
            Successor = node.Text("successor") is { } successor ? family.Vendor.Id + "/" + successor : null,
            Counterpart = node.Items("counterpart").Select(counterpart => ReadCounterpart(counterpart, single, family.Vendor)).FirstOrDefault(),
        };
    }

    private static CounterpartModel ReadCounterpart(DocumentMapping node, string name, ModelVendor vendor)
    {
        node.AllowOnly("name", "format", "version", "notes", "retires", "sku");
        return new CounterpartModel(
            node.Text("name") ?? name,
            node.Text("format") ?? vendor.CounterpartFormat ?? throw DataDocument.Fault(node, "'format' is missing"),
            node.Text("version"),
            node.Text("notes"),
            node.Date("retires"),
            node.Text("sku"));
    }

    private static ModelWeights Weights(DocumentMapping node, string key, ModelWeights otherwise) =>
        node.Text(key) switch
        {
            null => otherwise,
            "open" => ModelWeights.Open,
            "proprietary" => ModelWeights.Proprietary,
            var other => throw DataDocument.Fault(node, "'" + key + "' is neither open nor proprietary but '" + other + "'"),
        };

    private TextPattern Pattern(string pattern)
    {
        foreach (var fragment in _fragments)
            pattern = pattern.Replace(fragment.Key, fragment.Value);
        return new TextPattern(pattern);
    }
}
