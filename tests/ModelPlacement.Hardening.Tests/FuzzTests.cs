using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using Xunit;
using Xunit.Abstractions;

namespace ModelPlacement.Hardening.Tests;

/// <summary>Whatever is in a program or in a policy file, nothing throws. <c>MODELPLACEMENT_FUZZ=100000</c> tries a hundred thousand of each.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Program = """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            _ = new AgentAgent("support", new() { AgentName = "support", AgentResourceRoleArn = "role", FoundationModel = "openai.gpt-5.5" });
        });
        """;

    [Fact]
    public void Policy_files()
    {
        var mutator = new Mutator(Setting.FuzzSeed, Repository.Documents);
        for (var count = Setting.FuzzInputs(2_000); count > 0; count--)
        {
            var (text, above) = (mutator.Document(), mutator.Document());
            Try(text + "\n=== above:\n" + above, () =>
            {
                var set = PolicySet.From(
                    [PolicyFile.Read(new DocumentFile("/a/b/model-placement.yaml", text)), PolicyFile.Read(new DocumentFile("/a/model-placement.yaml", above))],
                    new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));
                Assert.All(set.Problems, problem => Assert.InRange(problem.Position.Span.End, 0, problem.Path == "/a/model-placement.yaml" ? above.Length : text.Length));
                Assert.All(set.Problems, static problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
                _ = ResourceCatalog.BuiltIn.With(set.Resources);
                foreach (var stack in StackConfiguration.ReadAll([new DocumentFile("/a/Pulumi.yaml", above), new DocumentFile("/a/Pulumi.dev.yaml", text)]))
                    _ = stack.Get("support:model");
            });
        }
    }

    [Fact]
    public async Task Policy_files_of_a_build()
    {
        var mutator = new Mutator(Setting.FuzzSeed, Repository.Documents);
        var compilation = Host.Compile(Program);
        for (var count = Setting.FuzzInputs(2_000) / 20; count > 0; count--)
        {
            var text = mutator.Document();
            await TryAsync(text, async () =>
            {
                var findings = await Host.FindingsAsync(
                    compilation, CancellationToken.None, ("/a/model-placement.yaml", text), ("/a/Pulumi.yaml", "name: support\nruntime: dotnet\n"), ("/a/Pulumi.dev.yaml", text));
                Assert.DoesNotContain(findings, static finding => finding.Contains("AD0001", StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public void Programs()
    {
        var mutator = new Mutator(Setting.FuzzSeed, Repository.StackPrograms);
        var slowest = (Time: TimeSpan.Zero, Text: "");
        for (var count = Setting.FuzzInputs(400); count > 0; count--)
        {
            var text = mutator.Program();
            var start = Stopwatch.GetTimestamp();
            Try(text, () => _ = Host.Judge(text));
            if (Stopwatch.GetElapsedTime(start) is var time && time > slowest.Time)
                slowest = (time, text);
        }

        output.WriteLine("The slowest took {0:N0} ms:\n{1}", slowest.Time.TotalMilliseconds, slowest.Text);
    }

    [Fact]
    public async Task Programs_of_a_build()
    {
        var mutator = new Mutator(Setting.FuzzSeed, Repository.StackPrograms);
        for (var count = Setting.FuzzInputs(2_000) / 20; count > 0; count--)
        {
            var text = mutator.Program();
            await TryAsync(text, async () => _ = await Host.FindingsAsync(Host.Compile(text)));
        }
    }

    // What mutated programs found.
    [Theory]
    [InlineData("class A { string Name(what, string s) => s; void B(string value) { $\"{what}-{s}\"= value-\n return; } }")]
    [InlineData("public partial class A : Pulumi.Stack { readonly Dictionary<string, string> tags = new Function(\"chat\", args); public A() { 8Create();\n var e = new Endpoint(\"c\", new() { Name = x.Name }, new() { DependsOn = { role }, Protect = true }); } }")]
    [InlineData("[Role(\"agent\", () => { var agent = { AgentAgent(\"support\", new() { AgentName = \"fallback\"{ Role = \"role\" }); return new Dictionary<string, object?> { [\"agent\"] = id }; })] short")]
    [InlineData("return await Pulumi.Deployment.RunAsync(() => { _ = new Pulumi.Aws.Bedrock.AgentAgent(\"a\", new() { FoundationModel = A.B(args.Length > 0) }); }); class A { public static string B(bool c) { try { if (c) return \"a\"; } finally { return \"b\"; } } }")]
    [InlineData("return await Pulumi.Deployment.RunAsync(() => { foreach (var a in args) { try { if (a == \"b\") break; } finally { break; } } _ = new Pulumi.Aws.Bedrock.AgentAgent(\"a\", new() { FoundationModel = \"m\" }); });")]
    public async Task Half_typed_programs(string program) => _ = await Host.FindingsAsync(Host.Compile(program));

    [Fact]
    public void There_is_material_and_a_seed_makes_the_same_of_it()
    {
        Assert.InRange(Repository.StackPrograms.Count, 20, int.MaxValue);
        Assert.InRange(Repository.Documents.Count, 20, int.MaxValue);
        Mutator Again() => new(7, Repository.StackPrograms);
        Assert.Equal(Again().Program(), Again().Program());
        Assert.NotEqual(Again().Program(), new Mutator(8, Repository.StackPrograms).Program());
        var mutator = Again();
        Assert.Equal(50, Enumerable.Range(0, 50).Select(_ => mutator.Program()).Distinct(StringComparer.Ordinal).Count());
    }

    private static void Try(string input, Action attempt)
    {
        try
        {
            attempt();
        }
        catch (Exception exception)
        {
            throw Failure(input, exception);
        }
    }

    private static async Task TryAsync(string input, Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (Exception exception)
        {
            throw Failure(input, exception);
        }
    }

    private static InvalidOperationException Failure(string input, Exception exception) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Seed {Setting.FuzzSeed}: {(exception.InnerException ?? exception).Message}\nInput:\n{input}"), exception);
}
