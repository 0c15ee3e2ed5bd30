using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes;

namespace ModelPlacement.Benchmarks;

/// <summary>Fixing all findings of a project in one step.</summary>
public class FixAllBenchmarks
{
    private Project _project = null!;
    private ImmutableArray<Diagnostic> _findings;

    [Params(50, 100, 200)]
    public int Findings { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _project = SyntheticStack.OfFindings(Findings).AsProject();
        _findings = await Analysis.Of((await _project.GetCompilationAsync())!, ComparedAnalyzers.ModelPlacement);
        if (_findings.Length != Findings)
            throw new InvalidOperationException($"{_findings.Length} findings instead of {Findings}.");
    }

    [Benchmark]
    public async Task<int> FixAll()
    {
        var provider = new ServeFromCounterpartFix();
        var context = new FixAllContext(_project.Documents.First(), provider, FixAllScope.Solution, codeActionEquivalenceKey: null, provider.FixableDiagnosticIds, new Known(_findings), CancellationToken.None);
        return (await (await provider.GetFixAllProvider()!.GetFixAsync(context))!.GetOperationsAsync(CancellationToken.None)).Length;
    }

    private sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
