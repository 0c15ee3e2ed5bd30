using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace ModelPlacement.Hardening.Tests;

/// <summary>Programs of a size and depth that a generator writes, each with a finding behind it all: it is found.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("a long identifier")]
    [InlineData("a long string")]
    [InlineData("many terms")]
    [InlineData("nested parentheses")]
    [InlineData("nested conditions")]
    [InlineData("a ladder of else if")]
    [InlineData("nested blocks")]
    [InlineData("nested lambdas")]
    [InlineData("nested objects")]
    [InlineData("a chain of applies")]
    [InlineData("a chain of helpers")]
    [InlineData("a wide switch")]
    public async Task Deep_and_long_programs(string story)
    {
        var findings = await Host.FindingsAsync(Host.Compile(Program(story)));
        Assert.Contains(findings, static finding => finding.Contains("MPA1001: Bedrock agent 'support' serves openai/gpt-5.5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_fifty_thousand_lines()
    {
        var text = new StringBuilder("using Pulumi.Aws.Bedrock;\nusing Pulumi.Aws.S3;\n\nreturn await Pulumi.Deployment.RunAsync(() =>\n{\n");
        for (var index = 0; index < 8_000; index++)
            text.Append(CultureInfo.InvariantCulture, $"    var bucket{index} = new Bucket(\"b{index}\", new BucketArgs\n    {{\n        ForceDestroy = true,\n        Tags = {{ [\"n\"] = \"{index}\" }},\n\n    }});\n");
        for (var index = 0; index < 200; index++)
            text.Append(CultureInfo.InvariantCulture, $"    new AgentAgent(\"agent-{index}\", new()\n    {{\n        AgentName = \"a\",\n        AgentResourceRoleArn = \"role\",\n        FoundationModel = \"{(index % 2 == 0 ? "openai.gpt-5.5" : "amazon.nova-pro-v1:0")}\",\n    }});\n");
        text.Append(Repeat("    // A comment.\n", 2_000)).Append("});\n");
        var program = text.ToString();
        Assert.InRange(program.Count(static character => character == '\n'), 50_000, int.MaxValue);

        var findings = await Host.FindingsAsync(Host.Compile(program));
        Assert.Equal(100, findings.Count(static finding => finding.Contains("MPA1001", StringComparison.Ordinal)));
    }

    private static string Program(string story) => story switch
    {
        "a long identifier" => Around($"var {new string('x', 20_000)} = \"openai.gpt-5.5\";", new string('x', 20_000)),
        "a long string" => Around("var unused = \"" + new string('x', 2_000_000) + "\";"),
        "many terms" => Around("var sum = \"\" " + Repeat("+ \"a\" ", 2_000) + "; var model = sum.Replace(\"a\", \"\") + \"openai.gpt-5.5\";", "model"),
        "nested parentheses" => Around("var model = " + new string('(', 300) + "\"openai.gpt-5.5\"" + new string(')', 300) + ";", "model"),
        "nested conditions" => Around("var model = " + Repeat("1 == 1 ? ", 150) + "\"openai.gpt-5.5\"" + Repeat(" : \"none\"", 150) + ";", "model"),
        "a ladder of else if" => Around("var n = 299; var model = \"none\"; " + Numbered(300, static i => FormattableString.Invariant($"{(i == 0 ? "" : "else ")}if (n == {i}) model = {(i == 299 ? "\"openai.gpt-5.5\"" : "\"other\"")};\n")), "model"),
        "nested blocks" => Around("var model = \"none\";" + Repeat("{", 300) + "model = \"openai.gpt-5.5\";" + Repeat("}", 300), "model"),
        "nested lambdas" => Around("Func<string> model = " + Repeat("() => ((Func<string>)(", 40) + "() => \"openai.gpt-5.5\"" + Repeat("))()", 40) + ";", "model()"),
        "nested objects" => Around("var node = " + Repeat("new Node { Next = ", 200) + "new Node { Model = \"openai.gpt-5.5\" }" + Repeat(" }", 200) + ";", "node" + Repeat(".Next!", 200) + ".Model!", "class Node { public Node? Next { get; set; } public string? Model { get; set; } }"),
        "a chain of applies" => Around("var model = Pulumi.Output.Create(\"openai.gpt-5.5\")" + Repeat(".Apply(x => x)", 200) + ";", "model"),
        "a chain of helpers" => Around("", "H0()", "static class Helpers { " + Numbered(60, static i => FormattableString.Invariant($"public static string H{i}() => {(i == 59 ? "\"openai.gpt-5.5\"" : FormattableString.Invariant($"H{i + 1}()"))};\n")) + " }", "using static Helpers;"),
        "a wide switch" => Around("var model = 299 switch { " + Numbered(300, static i => FormattableString.Invariant($"{i} => {(i == 299 ? "\"openai.gpt-5.5\"" : "\"other\"")},\n")) + " _ => \"none\" };", "model"),
        _ => throw new ArgumentOutOfRangeException(nameof(story), story, message: null),
    };

    private static string Around(string before, string model = "\"openai.gpt-5.5\"", string types = "", string usings = "") => $$"""
        using Pulumi.Aws.Bedrock;
        {{usings}}

        return await Pulumi.Deployment.RunAsync(() =>
        {
            {{before}}
            new AgentAgent("support", new() { AgentName = "support", AgentResourceRoleArn = "role", FoundationModel = {{model}} });
        });

        {{types}}
        """;

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Numbered(int times, Func<int, string> line) => string.Concat(Enumerable.Range(0, times).Select(line));
}
