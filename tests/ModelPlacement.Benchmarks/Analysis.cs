using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelPlacement.Benchmarks;

/// <summary>Runs analyzers as a build and as an IDE do.</summary>
internal static class Analysis
{
    private static readonly CompilationWithAnalyzersOptions Options = new(
        new AnalyzerOptions([]),
        onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false);

    /// <summary>What a build reports.</summary>
    public static Task<ImmutableArray<Diagnostic>> Of(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new CompilationWithAnalyzers(compilation, analyzers, Options).GetAnalyzerDiagnosticsAsync();

    /// <summary>What an IDE shows of one file.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfFile(Compilation compilation, SyntaxTree file, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new CompilationWithAnalyzers(compilation, analyzers, Options).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(file), filterSpan: null, default);
}
