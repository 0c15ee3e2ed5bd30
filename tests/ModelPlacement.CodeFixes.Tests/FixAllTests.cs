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
    public async Task Two_hundred_clients_are_pointed_elsewhere_in_one_step()
    {
        var files = Files(200, "using Pulumi.Aws.Lambda;\nusing Pulumi.Aws.Lambda.Inputs;\n", _ => "", number => $$"""
                    _ = new Function("client{{number}}", new()
                    {
                        PackageType = "Image",
                        ImageUri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/client:{{number}}",
                        Role = "arn:aws:iam::123456789012:role/client",
                        Environment = new FunctionEnvironmentArgs { Variables = { ["OPENAI_API_KEY"] = "sk-0000", ["OPENAI_MODEL"] = "gpt-5.5" } },
                    });

            """);
        var project = StackProject.WithConfig(StackProject.Of(files, "Pulumi.Aws", "Pulumi.AzureNative"), "is_global = true\ndotnet_diagnostic.MPA1003.severity = warning\n");

        await AllAreFixedAsync(project, new CallCounterpartFix());
    }

    [Fact]
    public async Task Two_hundred_workloads_are_moved_in_one_step()
    {
        var files = Files(200, "using Pulumi.Kubernetes.Types.Inputs.Core.V1;\nusing Kubernetes = Pulumi.Kubernetes;\n", file => $$"""
                    var gke = new Pulumi.Gcp.Container.Cluster("models{{file}}");
                    var elsewhere = new Kubernetes.Provider("elsewhere{{file}}", new() { KubeConfig = gke.Endpoint.Apply(endpoint => $"server: https://{endpoint}") });

            """, number => $$"""
                    _ = new Kubernetes.Core.V1.Pod("pod{{number}}", new()
                    {
                        Spec = new PodSpecArgs { HostNetwork = true, Containers = { new ContainerArgs { Name = "server", Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" }, Ports = { new ContainerPortArgs { ContainerPortValue = 8000, HostPort = 8000 } } } } },
                    }, new() { Provider = elsewhere });

            """);

        await AllAreFixedAsync(StackProject.Of(files, "Pulumi.Kubernetes", "Pulumi.Gcp", "Pulumi.Azure"), new MoveToClusterFix());
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

    private static async Task AllAreFixedAsync(Project project, CodeFixProvider fix)
    {
        Assert.Equal(200, (await StackProject.FindingsAsync(project)).Count(finding => fix.FixableDiagnosticIds.Contains(finding.Id)));

        var result = await StackProject.FixAllAsync(project, FixAllScope.Solution, key: null, fix);

        Assert.Empty(await StackProject.FindingsAsync(result));
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
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

    private static Dictionary<string, string> Files(int count) => Files(count, "using Pulumi.Aws.Bedrock;\nusing Pulumi.Aws.Iam;\n", file => $$"""
                    var role = new Role("role{{file}}", new() { AssumeRolePolicy = "{}" });

            """, number => $$"""

                    // Agent {{number}}.
                    var agent{{number}} = new AgentAgent("agent{{number}}", new()
                    {
                        AgentName = "agent{{number}}",
                        AgentResourceRoleArn = role.Arn,
                        FoundationModel = "openai.gpt-5.5",
                    });
                    Pulumi.Log.Info(agent{{number}}.GetResourceName(), agent{{number}});

            """);

    private static Dictionary<string, string> Files(int count, string usings, Func<int, string> start, Func<int, string> resource)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Program.cs"] = "return await Pulumi.Deployment.RunAsync(() =>\n{\n" + string.Concat(Enumerable.Range(0, (count + PerFile - 1) / PerFile).Select(file => $"    Agents{file}.Define();\n")) + "});\n",
        };
        for (var first = 0; first < count; first += PerFile)
        {
            var resources = Enumerable.Range(first, Math.Min(PerFile, count - first)).Select(resource);
            files.Add($"Agents{first / PerFile}.cs", $$"""
                {{usings}}
                internal static class Agents{{first / PerFile}}
                {
                    public static void Define()
                    {
                {{start(first / PerFile)}}{{string.Concat(resources)}}
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
