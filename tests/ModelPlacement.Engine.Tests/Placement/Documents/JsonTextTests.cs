using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Placement.Documents;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement.Documents;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,false,null],"c":"d"}""", """{a: 1, b: [True, False, null], c: "d"}""")]
    [InlineData("""[ "x\n\u0041\"\\\/" ]""", "[\"x\nA\"\\/\"]")]
    [InlineData("""{"a": 1.5, "b": -3, "c": 12345678901,}""", "{a: 1.5, b: -3, c: 12345678901}")]
    [InlineData("// first\n{ /* why */ \"a\" : \"b\" }", """{a: "b"}""")]
    [InlineData("""{"a": "kept", "b": {"c": "also kept" """, """{a: "kept", b: {c: "also kept"}}""")]
    [InlineData("""{"a": "kept", oops: 1}""", """{a: "kept"}""")]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData("", "unknown(not JSON)")]
    [InlineData("plain words", "unknown(not JSON)")]
    public void ReadsWhatIsWritten(string json, string expected) => Assert.Equal(expected, JsonText.Read(new Constant(json)).ToString());

    [Fact]
    public void HolesStandInStringsAndForValues()
    {
        var image = new Unknown("repository url");
        var port = new Unknown("port");
        var text = Pieces("[{\"image\":\"", image, ":latest\",\"port\":", port, ",\"name\":\"", new Constant("a\"b"), "\"}]");

        var container = Assert.IsType<Mapping>(Assert.IsType<Sequence>(JsonText.Read(text)).Items.Single());

        Assert.Equal(Pieces(image, ":latest"), container["image"]);
        Assert.Equal(port, container["port"]);
    }

    [Fact]
    public void AHoleAloneIsItsValue()
    {
        var choice = new Choice(ImmutableArray.Create<Value>(new Constant("a"), new Constant("b")));
        var read = Assert.IsType<Mapping>(JsonText.Read(Pieces("{\"model\":\"", choice, "\"}")));
        Assert.Equal(choice, read["model"]);
    }

    [Fact]
    public void AHoleForMembersLeavesTheOthersReadable()
    {
        var read = Assert.IsType<Mapping>(JsonText.Read(Pieces("{\"a\":\"b\",", new Unknown("more"), "\"c\":\"d\"}")));
        Assert.Equal("b", read["a"]!.AsString());
        Assert.Equal("d", read["c"]!.AsString());
    }

    [Fact]
    public void PrivateUseCharactersOfTheTextStayThemselves()
    {
        var read = Assert.IsType<Mapping>(JsonText.Read(new Constant("{\"a\":\"x\uE000y\"}")));
        Assert.Equal("x\uE000y", read["a"]!.AsString());
    }

    [Fact]
    public void DeepNestingIsABudget()
    {
        var read = JsonText.Read(new Constant(new string('[', 100_000)));
        Assert.Contains("budget", read.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoStringIsItself()
    {
        var already = new Sequence(ImmutableArray.Create<Value>(Mapping.Empty));
        Assert.Same(already, JsonText.Read(already));
    }

    internal static Text Pieces(params object[] pieces) =>
        new(pieces.Select(static piece => piece as Value ?? new Constant((string)piece)).ToImmutableArray());
}
