using System;
using System.Linq;
using ModelPlacement.Engine.Placement.Documents;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement.Documents;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("a: 1\nb: [true, ~, x]\nc: 'd'", """{a: 1, b: [True, null, "x"], c: "d"}""")]
    [InlineData("a: \"1\"\nb: |\n  two\n  lines\n", "{a: \"1\", b: \"two\nlines\n\"}")]
    [InlineData("""{"a": {"b": [1, "c"]}}""", """{a: {b: [1, "c"]}}""")]
    [InlineData("base: &base {x: 1, y: 2}\nmore:\n  <<: *base\n  y: 3", "{base: {x: 1, y: 2}, more: {x: 1, y: 2, y: 3}}")]
    [InlineData("kind: A\n---\nkind: B\n", """{kind: "A"} | {kind: "B"}""")]
    [InlineData("", "")]
    public void ReadsEveryDocument(string yaml, string expected) =>
        Assert.Equal(expected, string.Join(" | ", YamlText.Read(new Constant(yaml)).AsEnumerable()));

    [Theory]
    [InlineData("a: b\n---\n: : [")]
    [InlineData("a: *missing\n---\n}")]
    public void KeepsTheDocumentsBeforeAnError(string yaml)
    {
        var documents = YamlText.Read(new Constant(yaml));
        Assert.StartsWith("{a: ", documents[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("not readable as YAML", Assert.IsType<Unknown>(documents[^1]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void HolesStandInScalars()
    {
        var image = new Unknown("image");
        var tag = new Unknown("tag");
        var text = JsonTextTests.Pieces("spec:\n  image: ", image, "\n  other: vllm/vllm-openai:", tag, "\n");

        var spec = Assert.IsType<Mapping>(Assert.IsType<Mapping>(YamlText.Read(text).Single())["spec"]);

        Assert.Equal(image, spec["image"]);
        Assert.Equal(JsonTextTests.Pieces("vllm/vllm-openai:", tag), spec["other"]);
    }

    [Fact]
    public void AliasesDoNotExplode()
    {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(static i =>
            FormattableString.Invariant($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(FormattableString.Invariant($"*a{i - 1}"), 10))}]\n")));
        Assert.IsType<Unknown>(YamlText.Read(new Constant(yaml))[^1]);
    }

    [Fact]
    public void DeepNestingIsABudget() => Assert.IsType<Unknown>(YamlText.Read(new Constant(new string('[', 100_000)))[^1]);
}
