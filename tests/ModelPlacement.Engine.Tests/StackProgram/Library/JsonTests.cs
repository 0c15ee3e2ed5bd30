using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class JsonTests
{
    [Fact]
    public void ObjectsOfEveryForm() => SmallProgram.Check("""
        Keep("anonymous", JsonSerializer.Serialize(new { a = 1, b = "x", c = (string?)null, d = new[] { 1.5, 2 }, e = true })); // known
        Keep("dictionary", JsonSerializer.Serialize(new Dictionary<string, object?> { ["k"] = new[] { "v" }, ["n"] = null })); // known
        Keep("record", JsonSerializer.Serialize(new Spec("m", 2) { Extra = "e" })); // known
        Keep("escaped", JsonSerializer.Serialize("<a href='x'>\u00e9 & \"q\" \\ \n\t+</a>")); // known
        Keep("list", JsonSerializer.Serialize(new List<object> { 1, "two", new { three = 3 } })); // known
        Keep("names", JsonSerializer.Serialize(new Named { Model = "m", Ignored = "i" })); // known
        Keep("enum", JsonSerializer.Serialize(new { tier = Tier.Gold })); // known
        Keep("tuple", JsonSerializer.Serialize((1, "a"))); // known
        Keep("nested", JsonSerializer.Serialize(new { inner = new Spec("a", 1), list = new List<Spec> { new("b", 2) } })); // known
        Keep("maybe", JsonSerializer.Serialize(new { a = flag ? "x" : "y" })); // unknown
        """, """
        record Spec(string Model, int Count) { public string? Extra { get; init; } }
        enum Tier { Silver, Gold }
        class Named
        {
            [JsonPropertyName("model_id")]
            public string? Model { get; set; }

            [JsonIgnore]
            public string? Ignored { get; set; }

            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            public string? Absent { get; set; }

            public string Computed => Model + "!";

            private string Hidden => "h";
        }
        """);

    [Fact]
    public void Options() => SmallProgram.Check("""
        var value = new { ModelId = "m", Nothing = (string?)null, Nested = new { InnerName = 1 } };
        Keep("camel", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase })); // known
        Keep("ignore-null", JsonSerializer.Serialize(value, new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull })); // known
        Keep("web", JsonSerializer.Serialize(value, new JsonSerializerOptions(JsonSerializerDefaults.Web))); // known
        Keep("relaxed", JsonSerializer.Serialize("<\u00e9>", new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })); // known
        Keep("snake", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })); // known
        Keep("converter", JsonSerializer.Serialize(new { tier = DayOfWeek.Friday }, new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } })); // known
        var later = new JsonSerializerOptions();
        later.Converters.Add(new JsonStringEnumConverter());
        Keep("converter-added", JsonSerializer.Serialize(DayOfWeek.Friday, later)); // known
        var maybe = new JsonSerializerOptions();
        if (flag)
            maybe.Converters.Add(new JsonStringEnumConverter());
        Keep("converter-maybe", JsonSerializer.Serialize(DayOfWeek.Friday, maybe)); // unknown
        Keep("indented", JsonSerializer.Serialize(value, new JsonSerializerOptions { WriteIndented = true })); // unknown
        """);

    [Fact]
    public void WhichMembersAreWritten() => SmallProgram.Check("""
        Keep("left-out", JsonSerializer.Serialize(new Sparse()) + JsonSerializer.Serialize(new Sparse { Size = 1, On = true })); // known
        var omitting = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        Keep("never", JsonSerializer.Serialize(new Sparse(), omitting)); // known
        Keep("maybe", JsonSerializer.Serialize(new Sparse { Size = text.Length })); // unknown
        Keep("hidden", JsonSerializer.Serialize(new Hidden())); // known
        Keep("overridden", JsonSerializer.Serialize(new Derived())); // known
        Keep("included", JsonSerializer.Serialize(new Included())); // unknown
        Keep("ordered", JsonSerializer.Serialize(new Ordered())); // unknown
        Keep("extended", JsonSerializer.Serialize(new Extended())); // unknown
        Keep("called-back", JsonSerializer.Serialize(new CalledBack())); // unknown
        Keep("called-back-when-read", JsonSerializer.Deserialize<CalledBack>("{}")!.A); // unknown
        """, """
        class Sparse
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Size { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool On { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Always { get; set; }
        }

        class Hidden { public string A { private get; set; } = "a"; public string B { get; private set; } = "b"; }
        class Base { public virtual string A { get; set; } = "base"; public string Z { get; set; } = "z"; }
        class Derived : Base { public override string A { get; set; } = "derived"; public string M { get; set; } = "m"; }
        class Included { [JsonInclude] internal string A { get; set; } = "a"; public string B { get; set; } = "b"; }
        class Ordered { [JsonPropertyOrder(2)] public string A { get; set; } = "a"; public string B { get; set; } = "b"; }
        class Extended { public string A { get; set; } = "a"; [JsonExtensionData] public Dictionary<string, object>? More { get; set; } = new() { ["x"] = 1 }; }
        class CalledBack : IJsonOnSerializing, IJsonOnDeserialized
        {
            public string A { get; set; } = "a";

            public void OnSerializing() => A = "written";

            public void OnDeserialized() => A = "read";
        }
        """);

    [Fact]
    public void NamingPolicies() => SmallProgram.Check("""
        var value = new { ModelId = "m", URL = "u", ID = "i", SMSConfig = 1, X = 2, XRay = 3, aB = 4, Model2Name = 5, HTTP2Server = 6, under_Score = 7, A1B = 8, MyURL = 9 };
        Keep("camel", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase })); // known
        Keep("snake", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })); // known
        Keep("screaming", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper })); // known
        Keep("kebab", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower })); // known
        Keep("none", JsonSerializer.Serialize(value, new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = null })); // known
        Keep("copied", JsonSerializer.Serialize(value, new JsonSerializerOptions(new JsonSerializerOptions(JsonSerializerDefaults.Web)))); // known
        Keep("own", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = new Lower() })); // unknown
        Keep("read", JsonSerializer.Deserialize<Named>("{ \"model_id\": \"m\", \"sms_config\": 2 }", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })!.ToString()); // known
        """, """
        record Named(string ModelId, int SMSConfig);
        class Lower : JsonNamingPolicy { public override string ConvertName(string name) => name.ToLowerInvariant(); }
        """);

    [Fact]
    public void EnumsByName() => SmallProgram.Check(""""
        var camel = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
        Keep("written", JsonSerializer.Serialize(new { tier = Tier.GoldPlus, none = (Tier?)null, sum = Tier.Silver + 1 }, camel)); // known
        Keep("attribute", JsonSerializer.Serialize(new Held { Kind = Kind.Second })); // known
        Keep("property", JsonSerializer.Serialize(new Held { Own = Tier.GoldPlus, Plain = Tier.GoldPlus })); // known
        Keep("keys", JsonSerializer.Serialize(new Dictionary<Tier, int> { [Tier.GoldPlus] = 1 })); // unknown
        Keep("undefined", JsonSerializer.Serialize((Tier)77, camel)); // unknown
        Keep("aliases", JsonSerializer.Serialize(Alias.One, camel)); // unknown
        Keep("own", JsonSerializer.Serialize(Tier.Silver, new JsonSerializerOptions { Converters = { new Mine() } })); // unknown
        Keep("read", JsonSerializer.Deserialize<Held>("""{ "plain": "goldPlus" }""", camel)!.Plain.ToString()); // known
        Keep("case", JsonSerializer.Deserialize<Held>("""{ "plain": "GoldPlus" }""", camel)!.Plain.ToString()); // unknown
        Keep("read-attribute", string.Join(",", JsonSerializer.Deserialize<Kind[]>("""["First", "2nd", 1]""")!)); // known
        Keep("read-property", JsonSerializer.Deserialize<Held>("""{ "Own": "GoldPlus" }""")!.Own.ToString()); // known
        Keep("default", JsonSerializer.Deserialize<Chosen>("""{ "Kind": "2nd" }""")!.ToString()); // known
        """", """
        enum Tier { Silver, GoldPlus }
        enum Alias { One = 1, Uno = 1 }
        [JsonConverter(typeof(JsonStringEnumConverter<Kind>))] enum Kind { First, [JsonStringEnumMemberName("2nd")] Second }
        class Held { public Tier Plain { get; set; } public Kind Kind { get; set; } [JsonConverter(typeof(JsonStringEnumConverter))] public Tier Own { get; set; } }
        record Chosen(Kind Kind, Kind Other = Kind.Second);
        class Mine : JsonConverter<Tier>
        {
            public override Tier Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Tier.GoldPlus;

            public override void Write(Utf8JsonWriter writer, Tier value, JsonSerializerOptions options) => writer.WriteStringValue("mine");
        }
        """);

    [Fact]
    public void CommentsAndTrailingCommas() => SmallProgram.Check("""
        var lenient = new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        Keep("object", JsonSerializer.Deserialize<Named>("{ // the model\n \"Id\": \"//m\", /* its size */ \"Size\": 2, }", lenient)!.ToString()); // known
        Keep("document", JsonDocument.Parse("[1, 2, /* three */ 3,] // end", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement.GetArrayLength().ToString()); // known
        Keep("hole", JsonSerializer.Deserialize<Named>("{ // " + text + "\n \"Id\": \"m\", \"Size\": 2 }", lenient)!.ToString()); // unknown
        try
        {
            Keep("strict", JsonSerializer.Deserialize<Named>("{ \"Id\": \"m\", }")!.ToString());
        }
        catch (JsonException)
        {
            Keep("caught", "strict"); // known
        }
        """, "record Named(string Id, int Size);");

    [Fact]
    public void WhatIsHeldAsABaseClassIsWrittenAsOne() => SmallProgram.Check("""
        Base held = new Derived();
        Keep("held", JsonSerializer.Serialize(held)); // unknown
        Keep("list", JsonSerializer.Serialize(new List<Base> { new Derived() })); // unknown
        Keep("object", JsonSerializer.Serialize<object>(held)); // known
        Keep("own", JsonSerializer.Serialize(new Derived())); // known
        Keep("converted", JsonSerializer.Serialize(new Converted())); // unknown
        """, """
        class Base { public string A { get; set; } = "a"; }
        class Derived : Base { public string B { get; set; } = "b"; }
        [JsonConverter(typeof(Writer))]
        class Converted { public string A { get; set; } = "a"; }
        class Writer : JsonConverter<Converted>
        {
            public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();

            public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteStringValue("converted");
        }
        """);

    [Fact]
    public void HolesWhereValuesAreNotKnown() => SmallProgram.Check("""
        Keep("text", JsonSerializer.Serialize(new { id = "p-" + text, n = 1 })); // unknown
        Keep("reference", Output.JsonSerialize(Output.Create(new { arn = deployed, fixedPart = "f" }))); // unknown
        Keep("applied", deployed.Apply(arn => JsonSerializer.Serialize(new { arn }))); // unknown
        var list = new List<string> { "a" };
        if (flag)
            list.Add("b");
        Keep("optional", JsonSerializer.Serialize(list)); // unknown
        """);

    [Fact]
    public void DataIsReadIntoTypes() => SmallProgram.Check(
        """"
        const string Data = """
            { "Name": "prod", "Count": 3, "Rate": 0.5, "On": true, "Kind": 1, "Tags": ["x", "y"], "Inner": { "model_id": "gpt-4o" }, "Map": { "a": { "model_id": "b" } }, "Extra": null }
            """;
        var settings = JsonSerializer.Deserialize<Settings>(Data)!;
        Keep("record", settings.Name + settings.Count + settings.On + settings.Kind + string.Join(",", settings.Tags)); // known
        Keep("inner", settings.Inner.ModelId + settings.Map["a"].ModelId + settings.Inner.Default + (settings.Missing ?? "none")); // known
        Keep("list", string.Join(",", JsonSerializer.Deserialize<List<string>>("""["a", "b"]""")!)); // known
        Keep("dictionary", JsonSerializer.Deserialize<Dictionary<string, string>>("""{ "a": "1" }""")!["a"]); // known
        Keep("back", JsonSerializer.Deserialize<Inner>(JsonSerializer.Serialize(settings.Inner))!.ModelId); // known
        var web = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Keep("web", JsonSerializer.Deserialize<Plain>("""{ "value": "w", "SIZE": 2 }""", web)!.Text); // known
        Keep("case", JsonSerializer.Deserialize<Plain>("""{ "value": "w" }""")!.Text); // known
        Keep("setter", JsonSerializer.Deserialize<Plain>("""{ "Value": "w", "Size": 4 }""")!.Text); // known
        Keep("struct", JsonSerializer.Deserialize<Spot>("""{ "X": 1, "Y": null }""").ToString()); // known
        Keep("unknown", JsonSerializer.Deserialize<Inner>("{\"model_id\":\"" + text + "\"}")!.ModelId); // unknown
        Keep("converter", JsonSerializer.Deserialize<Converted>("""{ "Value": "w" }""")!.Value); // unknown
        """",
        """
        record Settings(string Name, int Count, double Rate, bool On, Kind Kind, string[] Tags, Inner Inner, Dictionary<string, Inner> Map, string? Missing = "none");
        class Inner { [JsonPropertyName("model_id")] public string ModelId { get; set; } = ""; public string Default { get; set; } = "default"; }
        class Plain { private string _text = ""; public string? Value { set => _text += value; } public int Size { get; set; } public string Text => _text + Size; }
        record struct Spot(int X, int? Y);
        enum Kind { A, B }
        class Converted { [JsonConverter(typeof(Reader))] public string Value { get; set; } = ""; }
        class Reader : JsonConverter<string>
        {
            public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString() + "!";

            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
        }
        """);

    [Fact]
    public void Elements() => SmallProgram.Check(
        """"
        using var document = JsonDocument.Parse("""{ "models": [{ "id": "gpt-4o", "size": 3 }, { "id": "o3" }], "on": true, "rate": 0.5, "none": null }""");
        var root = document.RootElement;
        Keep("property", root.GetProperty("models")[0].GetProperty("id").GetString()!); // known
        KeepNumber("number", root.GetProperty("models")[0].GetProperty("size").GetInt32()); // known
        Keep("loop", string.Join(",", root.GetProperty("models").EnumerateArray().Select(model => model.GetProperty("id").GetString()))); // known
        Keep("names", string.Join(",", root.EnumerateObject().Select(property => property.Name + property.Value.ValueKind))); // unknown
        Keep("found", root.TryGetProperty("on", out var on) && on.GetBoolean() ? "on" : "off"); // known
        Keep("not-found", root.TryGetProperty("off", out _) ? "found" : "missing"); // known
        Keep("text", root.GetProperty("rate").ToString() + root.GetProperty("on") + root.GetProperty("models").ValueKind); // known
        Keep("null", root.GetProperty("none").ValueKind == JsonValueKind.Null ? "null" : "some"); // unknown
        """");

    [Fact]
    public void Nodes() => SmallProgram.Check(
        """"
        var node = System.Text.Json.Nodes.JsonNode.Parse("""{ "model": "gpt-4o", "list": [{ "id": "x" }, { "id": "y" }], "size": 3 }""")!;
        Keep("read", (string)node["model"]! + node["list"]![1]!["id"]!.GetValue<string>() + (int)node["size"]!); // known
        Keep("loop", string.Join(",", node["list"]!.AsArray().Select(one => (string?)one!["id"]))); // known
        node["model"] = "o3";
        node.AsObject().Remove("list");
        node["added"] = new System.Text.Json.Nodes.JsonArray("a", 1);
        Keep("changed", node.ToJsonString()); // known
        Keep("missing", node["none"]?.ToString() ?? "none"); // known
        Keep("found", node.AsObject().TryGetPropertyValue("size", out var size) ? size!.ToString() : "none"); // known
        if (flag)
            node["model"] = "o4";
        Keep("either", (string)node["model"]!); // unknown
        """");

    [Fact]
    public void WithHoles() => SmallProgram.Check(""""
        var json = $$"""
            { "name": "chat", "key": "{{text}}", "tags": ["a", "{{text}}-b"], "timeout": {{text.Length}}, "nested": { "model": "gpt-4o" } }
            """;
        var root = JsonDocument.Parse(json).RootElement;
        Keep("name", root.GetProperty("name").GetString() + root.GetProperty("nested").GetProperty("model").GetString()); // known
        Keep("hole", root.GetProperty("key").GetString()); // unknown
        Keep("part", root.GetProperty("tags")[1].GetString()!.EndsWith("-b", StringComparison.Ordinal) ? "b" : "other"); // unknown
        Keep("element", root.GetProperty("tags")[0].GetString() + root.GetProperty("tags").GetArrayLength()); // known
        Keep("number", $"{root.GetProperty("timeout").GetInt32()}"); // unknown
        var settings = JsonSerializer.Deserialize<Settings>(json, new JsonSerializerOptions { PropertyNameCaseInsensitive = true })!;
        Keep("object", settings.Name + settings.Nested.Model); // known
        Keep("member", settings.Key); // unknown
        var written = JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(new { text, model = "m" }))!;
        Keep("written", written["model"]); // known
        Keep("names", JsonDocument.Parse($$"""{ "{{text}}": 1, "b": "x" }""").RootElement.GetProperty("b").GetString()); // unknown
        var lines = new StringBuilder().AppendLine("{").AppendLine("\"model\": \"m\"").AppendLine("}");
        Keep("lines", System.Text.Json.Nodes.JsonNode.Parse(lines.ToString())!["model"]!.GetValue<string>()); // known
        """", """"
        record Settings(string Name, string Key, Nested Nested);
        record Nested(string Model);
        """");
}
