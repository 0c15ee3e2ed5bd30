using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>The schema and the reader say the same of the same document, as far as a schema can say it.</summary>
public class PolicySchemaTests
{
    private static readonly string File = RepositoryFile.Read("src/ModelPlacement.Engine/Policies/policy.schema.json");

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(File).GetAwaiter().GetResult();

    private static readonly JObject Text = JObject.Parse(File);

    /// <summary>What only the reader sees: the calendar, other entries, other names.</summary>
    private static readonly HashSet<string> BeyondASchema =
        ["no such day", "ends before it starts", "same id twice", "same model twice", "same resource twice", "every model is this one"];

    public static TheoryData<string> Malformed => MalformedPolicyTests.Names;

    [Fact]
    public void Keys_are_the_readers()
    {
        Assert.Equal(PolicyFileReader.Keys.Order(), Properties("properties"));
        Assert.Equal(PolicyReader.Keys.Order(), Properties("definitions.policy.properties"));
        Assert.Equal(PolicyReader.AllowKeys.Order(), Properties("definitions.policy.properties.allow.properties"));
        Assert.Equal(ExemptionReader.Keys.Order(), Properties("definitions.exemption.properties"));
        Assert.Equal(OwnModelReader.Keys.Order(), Properties("definitions.model.properties"));
        Assert.Equal(CatalogWords.EntryKeys.Order(), Properties("definitions.resource.properties"));
        Assert.Equal(CatalogWords.ContainerKeys.Order(), Properties("definitions.container.properties"));
        Assert.Equal(CatalogWords.EmbeddedKeys.Order(), Properties("definitions.embedded.properties"));
        Assert.Equal(CatalogWords.HelmKeys.Order(), Properties("definitions.resource.properties.helm.properties"));
        Assert.Equal(CatalogWords.LinkKinds.Order(), Properties("definitions.links.properties"));
        Assert.Equal(CatalogWords.ModelKeys.Order(), Properties("definitions.modelPath.anyOf[1].properties"));
    }

    [Fact]
    public void Words_are_the_readers()
    {
        Assert.Equal(PolicyReader.Exposures.Select(static word => word.Key), Words("definitions.policy.properties.exposure"));
        Assert.Equal(PolicyReader.Weights.Select(static word => word.Key), Words("definitions.policy.properties.weights"));
        Assert.Equal(PolicyReader.Severities.Select(static word => word.Key), Words("definitions.policy.properties.severity"));
        Assert.Equal(ExemptionReader.Requirable, Words("properties.requiredInExemptions.items"));
        Assert.Equal(CatalogWords.Roles, Words("definitions.resource.properties.role"));
        Assert.Equal(CatalogWords.ServingKinds, Words("definitions.servingKind"));
        Assert.Equal(CatalogWords.ApiKinds, Words("definitions.resource.properties.api"));
        Assert.Equal(CatalogWords.CloudSources, Words("definitions.resource.properties.cloudSource"));
    }

    [Fact]
    public void Every_key_is_described()
    {
        string[] described = ["properties", "definitions.policy.properties", "definitions.policy.properties.allow.properties", "definitions.exemption.properties", "definitions.model.properties"];
        var undescribed = described
            .SelectMany(static path => ((JObject)Text.SelectToken(path)!).Properties())
            .Where(static property => Described(property.Value) is null)
            .Select(static property => property.Path);
        Assert.Empty(undescribed);
    }

    [Theory]
    [InlineData("version: 1")]
    [InlineData("{version: 1, extends: [], policies: null, exemptions: null, models: null, resources: null}")]
    [InlineData("{version: 1, policies: [{id: p, models: [openai/*], allow: {clouds: []}, description: null, validFrom: null, source: ''}]}")]
    [InlineData("{version: 1, exemptions: [{policy: openai-api-on-azure, reason: r, approvedBy: a, expires: 2027-01-01, stacks: ['*']}]}")]
    public void What_the_reader_takes_is_valid(string text)
    {
        Assert.Empty(Given.Loose(text).Problems);
        Assert.Empty(Validate(text));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_the_reader_rejects_is_invalid_unless_a_schema_cannot_see_it(string name)
    {
        var text = MalformedPolicyTests.TextOf(name);
        var document = Document.Read(new DocumentFile("p.yaml", text));

        // What is wrong with the YAML itself, a schema never gets to see.
        if (!document.Errors.IsEmpty)
            return;
        var isRejected = Given.File(text).Problems.Any(static problem => problem.Rule == RuleId.PolicyFileInvalid);
        var isInvalid = Validate(text).Count > 0;
        Assert.Equal(isRejected && !BeyondASchema.Contains(name), isInvalid);
    }

    [Fact]
    public void Built_in_policies_are_valid() =>
        Assert.All(["openai-api-on-azure", "openai-agreement-2025-10"], static id => Assert.Empty(Validate(RepositoryFile.Read("src/ModelPlacement.Engine/Policies/" + id + ".yaml"))));

    internal static ICollection<NJsonSchema.Validation.ValidationError> Validate(string yaml) => Schema.Validate(Json(Document.Read(new DocumentFile("p.yaml", yaml)).Root));

    private static JToken Json(DocumentNode? node) => node switch
    {
        DocumentMapping mapping => new JObject(mapping.Entries.Select(static entry => new JProperty(entry.Key.Text, Json(entry.Value)))),
        DocumentSequence sequence => new JArray(sequence.Items.Select(Json)),
        DocumentScalar { Kind: ScalarKind.Boolean } scalar => new JValue(bool.Parse(scalar.Text)),
        DocumentScalar { Kind: ScalarKind.Integer } scalar => new JValue(long.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        DocumentScalar { Kind: ScalarKind.Float } scalar => new JValue(double.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        DocumentScalar { Kind: ScalarKind.Text } scalar => new JValue(scalar.Text),
        _ => JValue.CreateNull(),
    };

    private static JToken? Described(JToken schema) =>
        schema["description"] ?? (schema["$ref"] is { } reference ? Text.SelectToken(((string)reference!)[2..].Replace('/', '.'))!["description"] : null);

    private static IEnumerable<string> Properties(string path) => ((JObject)Text.SelectToken(path)!).Properties().Select(static property => property.Name).Order();

    private static IEnumerable<string> Words(string path) => Text.SelectToken(path)!["enum"]!.Select(static word => (string)word!);
}
