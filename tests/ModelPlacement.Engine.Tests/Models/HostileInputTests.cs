using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Strings made to be slow or to break a reader; a compiler reads whatever a program holds.</summary>
public sealed class HostileInputTests
{
    private const int Large = 1_000_000;

    /// <summary>Far off, for a loaded machine: what is quadratic in a megabyte takes hours, what is linear milliseconds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static IEnumerable<object[]> Strings() => new (string, string)[]
    {
        ("a megabyte of one letter", new string('a', Large)),
        ("a megabyte of hyphens", new string('-', Large)),
        ("a megabyte of slashes", new string('/', Large)),
        ("a megabyte of quotes", new string('"', Large)),
        ("a megabyte of apostrophes", new string('\'', Large)),
        ("a megabyte of dollars", new string('$', Large)),
        ("a megabyte of opened expansions", Repeated("${", Large)),
        ("a megabyte of opened substitutions", Repeated("$(", Large)),
        ("a megabyte of backticks", new string('`', Large)),
        ("a megabyte of brackets", Repeated("[{", Large)),
        ("a megabyte of here-documents", Repeated("cat <<A\n", Large)),
        ("a megabyte of list marks", "#cloud-config\nruncmd:\n" + Repeated("- ", Large)),
        ("a megabyte of digits", "gpt-" + new string('4', Large)),
        ("a name that almost matches", "gpt-4" + Repeated("-mini", 150) + "!"),
        ("hyphens that almost match", "gpt-4o" + Repeated("-a.b", 400) + "_"),
        ("words that almost match", Repeated("gpt-4o-", 2000)),
        ("an ARN that goes on", "arn:aws:bedrock:" + Repeated("us-east-1:", 2000)),
        ("an image that goes on", Repeated("registry/", 20000) + "vllm:1"),
        ("a variable that doubles", "A=xx\n" + Repeated("A=$A$A\n", 4000) + "vllm serve $A"),
        ("loops in loops", string.Concat(Enumerable.Range(0, 30).Select(static index => $"for v{index} in a b c d e f; do\n")) + "ollama pull " + string.Concat(Enumerable.Range(0, 30).Select(static index => $"$v{index}"))),
        ("anchors that multiply", "#cloud-config\na: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 12).Select(static index => $"{(char)('b' + index)}: &{(char)('b' + index)} [*{(char)('a' + index)},*{(char)('a' + index)},*{(char)('a' + index)},*{(char)('a' + index)},*{(char)('a' + index)},*{(char)('a' + index)},*{(char)('a' + index)},*{(char)('a' + index)}]\n"))),
        ("shells in shells", string.Concat(Enumerable.Repeat("sh -c \"", 200))),
        ("nothing but holes", new string(WorkloadSource.UnknownPiece, 4000)),
        ("characters of no plane", "\0\uD800gpt-4o\uFFFF\u0301"),
        ("digits of another script", "gpt-٤o"),
        ("letters that look alike", "gрt-4о"),
        ("letters that fold", "GPT-4\u212A openai/\u0130"),
        ("base64 of nothing readable", Convert.ToBase64String(Enumerable.Range(0, 3000).Select(static index => (byte)(index * 7)).ToArray())),
        ("base64 that claims to be compressed", Convert.ToBase64String([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6])),
        ("a message without parts", "Content-Type: multipart/mixed; boundary="),
        ("a message of parts", "Content-Type: multipart/mixed; boundary=x\n\n" + Repeated("--x\n\n", 100_000)),
    }.Select(static row => new object[] { row.Item1, row.Item2 });

    [Theory]
    [MemberData(nameof(Strings))]
    public void Identify_returns_soon(string what, string text)
    {
        var watch = Stopwatch.StartNew();
        var found = Dialects().Select(dialect => ModelFamilies.BuiltIn.Identify(text, dialect)).Where(static model => model is { Family: not ModelIdentity.Unlisted }).ToList();

        Assert.True(watch.Elapsed < Limit, $"{what} took {watch.Elapsed}");
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public void Reading_a_workload_returns_soon(string what, string text)
    {
        var watch = Stopwatch.StartNew();
        WorkloadSource[] sources =
        [
            new() { Script = text },
            new() { Script = "#!/bin/sh\n" + text },
            new() { Image = text, Arguments = [text, text] },
            new() { Image = "vllm/vllm-openai", Arguments = ["--model", text] },
            new() { Arguments = ["sh", "-c", text] },
            new() { Environment = [new(text, text), new("HF_MODEL_ID", text), new("OPENAI_BASE_URL", text)] },
        ];
        foreach (var source in sources)
        {
            var workload = WorkloadReader.Read(source);
            Assert.True(workload.Mentions.Length <= 64, $"{what}: {workload.Mentions.Length} mentions");
        }

        Assert.True(watch.Elapsed < Limit, $"{what} took {watch.Elapsed}");
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_mistyped_id_returns_soon(string what, string text)
    {
        var watch = Stopwatch.StartNew();
        var result = ModelFamilies.BuiltIn.With([new OwnModel(new PlacedText(text), new PlacedText(text), [new PlacedText(text)])]);
        _ = ModelFamilies.BuiltIn.IsKnown(text);
        _ = ModelFamilies.BuiltIn.Nearest(text);

        Assert.NotEmpty(result.Errors);
        Assert.True(watch.Elapsed < Limit, $"{what} took {watch.Elapsed}");
    }

    [Fact]
    public void A_glob_of_stars_returns_soon()
    {
        var watch = Stopwatch.StartNew();
        var families = ModelFamilies.BuiltIn.With([new OwnModel(new PlacedText("acme/x"), null, [new PlacedText(Repeated("*a", 400) + "b")])]).Families;

        Assert.Null(families.Identify(new string('a', 2000), "any"));
        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed}");
    }

    [Fact]
    public void Many_threads_read_the_same_data()
    {
        var ids = new string?[64];
        System.Threading.Tasks.Parallel.For(0, ids.Length, index => ids[index] = ModelFamilies.BuiltIn.Identify("us.openai.gpt-5.5", "bedrock")?.Id);

        Assert.All(ids, static id => Assert.Equal("openai/gpt-5.5", id));
    }

    private static IEnumerable<string> Dialects() => FamiliesFile.Load().Dialects.Keys;

    private static string Repeated(string text, int length)
    {
        var result = new StringBuilder(length + text.Length);
        while (result.Length < length)
            result.Append(text);
        return result.ToString();
    }
}
