using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelPlacement.Benchmarks;

/// <summary>What a build pays: all diagnostics of a compilation that has bound nothing yet.</summary>
public class AnalysisBenchmarks
{
    private SyntheticStack _stack = null!;

    /// <summary>Resource declarations in the stack; 0 for a program of a thousand methods without Pulumi.</summary>
    [Params(0, 100, 1_000, 4_000)]
    public int Resources { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _stack = Resources == 0 ? SyntheticStack.WithoutPulumi(1_000) : SyntheticStack.Of(Resources);
        var broken = _stack.Compile().GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (broken.Count > 0)
            throw new System.InvalidOperationException($"The stack does not compile: {broken[0]}");
    }

    [Benchmark(Baseline = true)]
    public Task<int> Empty() => Analyze(ComparedAnalyzers.Empty);

    [Benchmark]
    public Task<int> ModelPlacement() => Analyze(ComparedAnalyzers.ModelPlacement);

    [Benchmark]
    public Task<int> Meziantou() => Analyze(ComparedAnalyzers.Meziantou);

    [Benchmark]
    public Task<int> Roslynator() => Analyze(ComparedAnalyzers.Roslynator);

    private async Task<int> Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers) => (await Analysis.Of(_stack.Compile(), analyzers)).Length;
}
