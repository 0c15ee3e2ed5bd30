using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit.Abstractions;

namespace ModelPlacement.CodeFixes.Tests;

[CollectionDefinition(nameof(FixAllTests), DisableParallelization = true)]
[Collection(nameof(FixAllTests))]
public class FixAllTests(ITestOutputHelper output)
{
    private const int PerFile = 25;

    [Fact]
    public async Task Two_hundred_findings_are_fixed_in_one_step_and_none_is_dropped()
    {
        var project = StackOf(200);
        var before = (await StackProject.FixableAsync(project)).Length;

        var result = await StackProject.FixAllAsync(project, FixAllScope.Solution);

        Assert.Equal(200, before);
        Assert.Empty(await StackProject.FixableAsync(result));
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
    }

    [Fact]
    public async Task The_work_grows_with_the_findings_and_no_faster()
    {
        await MeasureAsync(25);
        var work = new Dictionary<int, long>();
        foreach (var count in new[] { 50, 100, 200 })
        {
            var (bytes, time) = await MeasureAsync(count);
            work.Add(count, bytes);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} findings: {time.TotalMilliseconds:F0} ms, {bytes / 1024} KiB allocated"));
        }

        // Four times the findings; what does not depend on their number only makes it less.
        Assert.InRange(work[200], 0, work[50] * 5);
    }

    [Fact]
    public async Task Each_project_of_a_solution_gets_its_own_family()
    {
        var first = StackOf(1);
        var second = StackProject.AddTo(first.Solution, "Classic", Files(1), "Pulumi.Aws", "Pulumi.Azure");

        var result = (await StackProject.FixAllAsync(second, FixAllScope.Solution)).Solution;

        Assert.Contains("AzureNative.CognitiveServices.Deployment", await StackProject.TextAsync(result.GetProject(first.Id)!, "Agents0.cs"), StringComparison.Ordinal);
        Assert.Contains("Azure.Cognitive.Deployment", await StackProject.TextAsync(result.GetProject(second.Id)!, "Agents0.cs"), StringComparison.Ordinal);
    }

    private static async Task<(long Bytes, TimeSpan Time)> MeasureAsync(int count)
    {
        var project = StackOf(count);
        var provider = new ServeFromCounterpartFix();
        var findings = await StackProject.FindingsAsync(project);
        var context = new FixAllContext(project.Documents.First(), provider, FixAllScope.Solution, ServeFromCounterpartFix.EquivalenceKey, provider.FixableDiagnosticIds, new Known(findings), CancellationToken.None);
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var action = await provider.GetFixAllProvider().GetFixAsync(context);
        await action!.GetOperationsAsync(CancellationToken.None);
        return (GC.GetTotalAllocatedBytes(precise: true) - bytes, watch.Elapsed);
    }

    private static Project StackOf(int count) => StackProject.Of(Files(count), "Pulumi.Aws", "Pulumi.AzureNative");

    private static Dictionary<string, string> Files(int count)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Program.cs"] = "return await Pulumi.Deployment.RunAsync(() =>\n{\n" + string.Concat(Enumerable.Range(0, (count + PerFile - 1) / PerFile).Select(file => $"    Agents{file}.Define();\n")) + "});\n",
        };
        for (var start = 0; start < count; start += PerFile)
        {
            var agents = Enumerable.Range(start, Math.Min(PerFile, count - start)).Select(number => $$"""

                        // Agent {{number}}.
                        var agent{{number}} = new AgentAgent("agent{{number}}", new()
                        {
                            AgentName = "agent{{number}}",
                            AgentResourceRoleArn = role.Arn,
                            FoundationModel = "openai.gpt-5.5",
                        });
                        Pulumi.Log.Info(agent{{number}}.GetResourceName(), agent{{number}});

                """);
            files.Add($"Agents{start / PerFile}.cs", $$"""
                using Pulumi.Aws.Bedrock;
                using Pulumi.Aws.Iam;

                internal static class Agents{{start / PerFile}}
                {
                    public static void Define()
                    {
                        var role = new Role("role{{start / PerFile}}", new() { AssumeRolePolicy = "{}" });
                {{string.Concat(agents)}}
                    }
                }

                """);
        }

        return files;
    }

    private sealed class Known(IReadOnlyList<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
