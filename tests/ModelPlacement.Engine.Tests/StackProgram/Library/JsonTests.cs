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
        Keep("snake", JsonSerializer.Serialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower })); // unknown
        Keep("converter", JsonSerializer.Serialize(new { tier = DayOfWeek.Friday }, new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } })); // unknown
        var later = new JsonSerializerOptions();
        later.Converters.Add(new JsonStringEnumConverter());
        Keep("converter-added", JsonSerializer.Serialize(DayOfWeek.Friday, later)); // unknown
        """);

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
}
