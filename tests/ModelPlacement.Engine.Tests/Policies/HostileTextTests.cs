using System;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>Nothing in a file makes reading it throw, hang, recurse or lose the built-in policy.</summary>
public class HostileTextTests
{
    private const string Whole = """
        version: 1
        extends: [openai-api-on-azure, "openai-agreement-2025-10"]
        requiredInExemptions: [reason]
        policies:
          - id: claude-in-europe   # a comment
            description: >
              Claude is served
              from our EU regions only.
            models: [anthropic/claude-*]
            except: []
            weights: any
            exposure: public-api
            allow: &places
              clouds: [aws, 'gcp']
              regions: [eu-*, "europe-*"]
            severity: error
            validFrom: 2026-01-01
            validUntil: 2026-12-31
            source: |
              https://example.com/
          - { id: other, models: [openai/*], allow: *places }
        exemptions:
          - policy: openai-api-on-azure
            resource: aws:sagemaker/endpoint:Endpoint
            name: chat-*
            stacks: [dev]
            reason: Load test.
            approvedBy: platform@acme.example
            expires: 2026-12-31
        models:
          - { id: acme/support-gpt, basedOn: openai/gpt-4o, match: [support-gpt-*, "*.dkr.ecr.*/support-gpt:*"] }
        resources:
          - token: acme:ai:ModelServer
            role: serve
            cloud: aws
            model: [modelName]

        """;

    public static TheoryData<string> Bombs =>
    [
        "many flow sequences", "many flow mappings", "many block sequences", "many explicit keys", "deep indentation", "aliases", "wide aliases", "self alias", "ten megabytes",
        "one long scalar", "many keys", "many unknown keys", "many policies", "many models in a policy", "one key many times", "many documents", "many comments", "NULs", "lone surrogates",
        "many bad dates", "many anchors", "percent signs", "spaces", "line feeds", "long key", "merge keys", "many unknown tokens",
    ];

    [Fact]
    public void The_whole_text_is_fine() => Assert.Equal([RuleId.OutsideValidity], Given.Loose(Whole).Problems.Select(static problem => problem.Rule));

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bombs_are_defused(string name)
    {
        var text = Bomb(name);
        var set = Given.Loose(text);
        var stack = StackConfiguration.Read(new DocumentFile("Pulumi.yaml", text), new DocumentFile("Pulumi.dev.yaml", text));
        Assert.NotEmpty(set.Problems);
        Assert.InRange(set.Problems.Length, 1, 300);
        Assert.Contains(set.Policies, static policy => policy.Id == "openai-api-on-azure");
        Assert.NotNull(stack.Get("a:b"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Mutated_files_are_read_without_a_throw_and_never_mean_no_policy(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1_500; round++)
        {
            var text = Mutate(Whole, random);
            try
            {
                var file = Given.File(text);
                var set = PolicySet.From([file], Given.Today);
                Assert.NotEmpty(set.Policies);
                Assert.All(set.Problems, problem => Assert.InRange(problem.Position.Span.End, 0, text.Length));
                _ = set.Judge(Given.Deployment());
                _ = StackConfiguration.Read(null, new DocumentFile("Pulumi.dev.yaml", text)).Get("a:b");
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail(FormattableString.Invariant($"seed {seed}, round {round}: {exception}\n{text}"));
            }
        }
    }

    [Fact]
    public void Every_prefix_of_a_file_is_read()
    {
        for (var length = 0; length < Whole.Length; length += 3)
            Assert.NotEmpty(Given.Loose(Whole[..length]).Policies);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_endings_change_neither_meaning_nor_places(string end)
    {
        var broken = Whole.Replace("severity: error", "severity: fatal", StringComparison.Ordinal);
        var (unix, other) = (Given.Loose(broken), Given.Loose(broken.Replace("\n", end, StringComparison.Ordinal)));
        Assert.NotEmpty(unix.Problems);
        Assert.Equal(unix.Problems.Select(static problem => problem.ToString()), other.Problems.Select(static problem => problem.ToString()));
        Assert.Equal(unix.Policies.Select(static policy => policy.Id), other.Policies.Select(static policy => policy.Id));
    }

    [Fact]
    public void A_byte_order_mark_is_no_character_of_the_file()
    {
        var (plain, marked) = (Given.Loose("typo: 1"), Given.Loose("\uFEFFtypo: 1"));
        Assert.Equal(plain.Problems.Select(static problem => problem.ToString()), marked.Problems.Select(static problem => problem.ToString()));
    }

    [Fact]
    public void Json_is_accepted_tabs_and_escapes_included()
    {
        var set = Given.Policies("{\n\t\"version\": 1,\n\t\"extends\": [],\n\t\"policies\": [\n\t\t{\"id\": \"p\", \"description\": \"\\u00e9 \\/ \\ud83d\\ude00\", \"models\": [\"openai\\/*\"], \"allow\": {\"clouds\": [\"azure\"]}}\n\t]\n}\n");
        Assert.Equal("é / 😀", set.Policies.Single().Description);
        Assert.Equal("openai/*", set.Policies.Single().Models.Single().Text);
    }

    [Fact]
    public void A_column_counts_utf16_units_as_roslyn_does()
    {
        var problem = Assert.Single(Given.Loose("version: 1\npolicies: [{id: p, description: '😀é', typo: 1, models: [openai/*], allow: {clouds: [azure]}}]\n").Problems);
        Assert.Equal((2, 40), (problem.Line, problem.Column));
    }

    private static string Bomb(string name) => name switch
    {
        "many flow sequences" => new string('[', 500_000),
        "many flow mappings" => Repeat("{a: ", 200_000),
        "many block sequences" => Repeat("- ", 300_000),
        "many explicit keys" => Repeat("? ", 300_000),
        "deep indentation" => Numbered(1_000, static i => new string(' ', i) + "a:\n"),
        "aliases" => "a0: &a0 [x, x]\n" + Numbered(60, static i => FormattableString.Invariant($"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n")) + "version: 1\npolicies: *a60\n",
        "wide aliases" => "version: 1\nx: &x [" + Repeat("a,", 1_000) + "]\npolicies:\n" + Repeat("  - {id: p, models: *x}\n", 1_000),
        "self alias" => "version: 1\npolicies: &p [*p]\n",
        "ten megabytes" => "version: 1\n" + Repeat("# a comment\n", 900_000),
        "one long scalar" => "version: " + new string('x', 1_000_000),
        "many keys" => "version: 1\n" + Numbered(60_000, static i => FormattableString.Invariant($"k{i}: v\n")),
        "many unknown keys" => "version: 1\npolicies:\n  - id: p\n" + Numbered(40_000, static i => FormattableString.Invariant($"    modles{i}: v\n")),
        "many policies" => "version: 1\npolicies:\n" + Numbered(10_000, static i => FormattableString.Invariant($"  - {{id: p, models: [gpt-{i}]}}\n")),
        "many models in a policy" => "version: 1\npolicies:\n  - id: p\n    allow: {clouds: [azure]}\n    models: [" + Numbered(3_000, static i => FormattableString.Invariant($"opnai/gtp-{i},")) + "]\n",
        "one key many times" => Repeat("version: 1\n", 60_000),
        "many documents" => Repeat("---\n", 200_000),
        "many comments" => Repeat("#\n", 400_000),
        "NULs" => new string('\0', 500_000),
        "lone surrogates" => "version: 1\n\uD800: \uDC00\n",
        "many bad dates" => "version: 1\npolicies:\n" + Repeat("  - {id: p, validFrom: yesterday}\n", 10_000),
        "many anchors" => "version: 1\nx:\n" + Numbered(30_000, static i => FormattableString.Invariant($"  - &a{i} x\n")),
        "percent signs" => new string('%', 500_000),
        "spaces" => new string(' ', 1_000_000) + "x",
        "line feeds" => new string('\n', 1_000_000) + "x",
        "long key" => "version: 1\n" + new string('k', 500_000) + ": 1\n",
        "merge keys" => "version: 1\na: &a {<<: *a}\n<<: [*a, *a]\n",
        "many unknown tokens" => "version: 1\nexemptions:\n" + Numbered(300, static i => FormattableString.Invariant($"  - {{policy: p{i}, resource: 'aws:sagemaker{i}/endpoint:Endpoint', reason: r, approvedBy: a, expires: 2027-01-01}}\n")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
    };

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Numbered(int times, Func<int, string> line) => string.Concat(Enumerable.Range(0, times).Select(line));

    private static string Mutate(string text, Random random)
    {
        string[] pieces = ["\0", "\t", ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!x ", "!!str ", "|", ">", "%", "@", "`", ",", "? ", "<<: ", "---\n", "...\n", "\uFFFD", "\uD800", "\r", "\u2028", "\uFEFF", "~", "9", "\n", " ", "version: 1\n", "extends: []\n", "*places", "\\", "\"\\x"];
        var builder = new StringBuilder(text);
        for (var changes = random.Next(1, 6); changes > 0 && builder.Length > 0; changes--)
        {
            var at = random.Next(builder.Length);
            switch (random.Next(5))
            {
                case 0:
                    builder.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;
                case 1:
                    builder.Remove(at, Math.Min(random.Next(1, 30), builder.Length - at));
                    break;
                case 2:
                    builder[at] = (char)random.Next(1, 256);
                    break;
                case 3:
                    builder.Insert(at, builder.ToString(random.Next(builder.Length / 2), Math.Min(40, builder.Length / 2)));
                    break;
                default:
                    builder.Length = at;
                    break;
            }
        }

        return builder.ToString();
    }
}
