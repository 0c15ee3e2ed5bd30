using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Placement;
using NJsonSchema;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

/// <summary>Holds the JSON schema, by which editors help, to the reader, which decides.</summary>
public sealed class CatalogSchemaTests
{
    private static readonly string Text = Repository.TextOf("src", "ModelPlacement.Engine", "Catalog", "catalog.schema.json");
    private static readonly Lazy<JsonSchema> Schema = new(static () => JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult());
    private static readonly JsonElement Definitions = JsonDocument.Parse(Text).RootElement.GetProperty("definitions");

    public static TheoryData<string> Providers => CatalogDataTests.Providers;

    public static TheoryData<string, string[]> Keys => new()
    {
        { "resource", CatalogWords.EntryKeys },
        { "function", CatalogWords.FunctionKeys },
        { "model", CatalogWords.ModelKeys },
        { "container", CatalogWords.ContainerKeys },
        { "entries", CatalogWords.NamedValuesKeys },
        { "script", CatalogWords.UserDataKeys },
        { "embeddedText", CatalogWords.EmbeddedKeys },
        { "helm", CatalogWords.HelmKeys },
        { "links", CatalogWords.LinkKinds },
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void Each_built_in_file_is_valid(string provider) => Assert.Empty(Invalid(Repository.TextOf("src", "ModelPlacement.Engine", "Catalog", provider + ".yaml")));

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_schema_has_the_reader_s_keys(string definition, string[] keys) =>
        Assert.Equal(keys.Order(StringComparer.Ordinal), Names(Definitions.GetProperty(definition)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_schema_has_the_reader_s_words()
    {
        Assert.Equal(CatalogWords.FileKeys.Order(StringComparer.Ordinal), Names(JsonDocument.Parse(Text).RootElement).Order(StringComparer.Ordinal));
        var resource = Definitions.GetProperty("resource").GetProperty("properties");
        Assert.Equal(CatalogWords.Roles, Words(resource.GetProperty("role")));
        Assert.Equal(CatalogWords.ApiKinds, Words(resource.GetProperty("api")));
        Assert.Equal(CatalogWords.ServingKinds, Words(Definitions.GetProperty("kind")));
        Assert.Equal(CatalogWords.CloudSources, Words(Definitions.GetProperty("cloudSource")));
        Assert.Equal(CatalogWords.Encodings, Words(Definitions.GetProperty("encoding")));
        Assert.Equal(CatalogWords.Formats, Words(Definitions.GetProperty("embeddedText").GetProperty("properties").GetProperty("format")));
        Assert.Equal(CatalogWords.ExposureMeanings, Words(Definitions.GetProperty("exposure").GetProperty("patternProperties").EnumerateObject().Single().Value.GetProperty("additionalProperties")));
    }

    [Fact]
    public void The_reader_s_words_are_the_members_of_its_enums_in_order()
    {
        Assert.Equal(Spelled<Role>(), CatalogWords.Roles);
        Assert.Equal(Spelled<ServingKind>(), CatalogWords.ServingKinds);
        Assert.Equal(Spelled<ApiKind>(), CatalogWords.ApiKinds);
        Assert.Equal(Spelled<CloudSource>(), CatalogWords.CloudSources);
        Assert.Equal(Spelled<EmbeddedFormat>(), CatalogWords.Formats);
        Assert.Equal(Spelled<TextEncoding>(), CatalogWords.Encodings);
        Assert.Equal(Enum.GetNames<LinkKind>().Select(static name => char.ToLowerInvariant(name[0]) + name[1..]), CatalogWords.LinkKinds);
    }

    [Theory]
    [InlineData("- { token: a:b:C, role: serve }", true)]
    [InlineData("- { token: a:b:C, role: serve, model: name, image: [i, j.k], environment: \"e{}\", region: r }", true)]
    [InlineData("- { token: a:b:C, role: serve, exposure: { \"a[].b{c/d}\": { \"*\": public, absent: private } } }", true)]
    [InlineData("- { token: a:b:C, role: serve, links: { serves: { a: [\"d:e:F#g\", data d:e:f, \"d:e\"] } } }", true)]
    [InlineData("- { token: a:b:C, role: serve, kubernetesCluster: true }", true)]
    [InlineData("- { role: serve }", false)]
    [InlineData("- { token: a:b:C }", false)]
    [InlineData("- { token: C, role: serve }", false)]
    [InlineData("- { token: a::C, role: serve }", false)]
    [InlineData("- { token: a:b:C, role: serves }", false)]
    [InlineData("- { token: a:b:C, role: serve, modle: x }", false)]
    [InlineData("- { token: a:b:C, role: serve, api: pubic }", false)]
    [InlineData("- { token: a:b:C, role: serve, model: a..b }", false)]
    [InlineData("- { token: a:b:C, role: serve, model: \"a[0]\" }", false)]
    [InlineData("- { token: a:b:C, role: serve, model: \"a[]b\" }", false)]
    [InlineData("- { token: a:b:C, role: serve, model: \"\" }", false)]
    [InlineData("- { token: a:b:C, role: serve, model: { dialect: azure } }", false)]
    [InlineData("- { token: a:b:C, role: serve, environment: e }", false)]
    [InlineData("- { token: a:b:C, role: serve, environment: { path: \"e[]\", name: n } }", true)]
    [InlineData("- { token: a:b:C, role: serve, environment: { path: \"e{}\" } }", true)]
    [InlineData("- { token: a:b:C, role: serve, environment: { path: \"e[]\" } }", false)]
    [InlineData("- { token: a:b:C, role: serve, environment: { path: \"e[]\", value: v } }", false)]
    [InlineData("- { token: a:b:C, role: serve, exposure: { a: { b: privat } } }", false)]
    [InlineData("- { token: a:b:C, role: serve, exposure: { a..b: { b: private } } }", false)]
    [InlineData("- { token: a:b:C, role: serve, exposure: { a: private } }", false)]
    [InlineData("- { token: a:b:C, role: serve, links: { serve: { a: d:e:F } } }", false)]
    [InlineData("- { token: a:b:C, role: serve, links: { serves: { a: F } } }", false)]
    [InlineData("- { token: a:b:C, role: serve, embedded: { path: x } }", false)]
    [InlineData("- { token: a:b:C, role: serve, embedded: { path: x, format: jsn } }", false)]
    [InlineData("- { token: a:b:C, role: serve, helm: { values: v } }", false)]
    [InlineData("- { token: a:b:C, role: serve, userData: { encoding: base64 } }", false)]
    [InlineData("- { token: a:b:C, role: serve, cloud: aws, cloudSource: provider }", false)]
    [InlineData("- { token: a:b:C, role: serve, kubernetesCluster: \"yes\" }", false)]
    [InlineData("- text", false)]
    public void Schema_and_reader_agree(string resources, bool isValid)
    {
        var yaml = "resources:\n" + resources;
        Assert.Equal(isValid, Invalid(yaml).Count == 0);
        Assert.Equal(isValid, CatalogReader.ReadFile(new DocumentFile("x.yaml", yaml)).Errors.IsEmpty);
    }

    [Fact]
    public void Every_key_that_is_a_path_has_the_pattern_of_one()
    {
        var pattern = Definitions.GetProperty("path").GetProperty("pattern").GetString();
        string[] byPath = ["exposure", "meanings", "linkPaths"];
        Assert.All(byPath, name => Assert.Equal(pattern, Definitions.GetProperty(name).GetProperty("patternProperties").EnumerateObject().Single().Name));
    }

    [Fact]
    public void Each_key_is_described()
    {
        var silent = from definition in Definitions.EnumerateObject()
                     where definition.Name is "resource" or "function" or "model" or "links"
                     from property in definition.Value.GetProperty("properties").EnumerateObject()
                     where CatalogPage.DescriptionOf(Definitions, property.Value) is null
                     select definition.Name + "." + property.Name;
        Assert.Empty(silent);
    }

    private static List<string> Invalid(string yaml) =>
        Schema.Value.Validate(Json(Document.Read(new DocumentFile("x.yaml", yaml)).Root)!.ToJsonString()).Select(static error => error.ToString()).ToList();

    private static JsonNode? Json(DocumentNode? node) => node switch
    {
        DocumentMapping mapping => new JsonObject(mapping.Entries.Select(static entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        DocumentSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        DocumentScalar { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(bool.Parse(scalar.Text)),
        DocumentScalar { Kind: ScalarKind.Integer } scalar => JsonValue.Create(long.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        DocumentScalar { Kind: ScalarKind.Null } => null,
        DocumentScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    private static IEnumerable<string> Names(JsonElement definition) => definition.GetProperty("properties").EnumerateObject().Select(static property => property.Name);

    private static IEnumerable<string?> Words(JsonElement definition) => definition.GetProperty("enum").EnumerateArray().Select(static word => word.GetString());

    private static IEnumerable<string> Spelled<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(static name => string.Concat(name.Select(static (c, at) => (char.IsUpper(c) && at > 0 ? "-" : "") + char.ToLowerInvariant(c))));
}
