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
    /// <summary>What a build reports.</summary>
    public static Task<ImmutableArray<Diagnostic>> Of(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => Of(compilation, analyzers, []);

    /// <summary>What a build of a project with other files reports.</summary>
    public static Task<ImmutableArray<Diagnostic>> Of(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<AdditionalText> files) =>
        new CompilationWithAnalyzers(compilation, analyzers, With(files)).GetAnalyzerDiagnosticsAsync();

    /// <summary>What an IDE shows of one file.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfFile(Compilation compilation, SyntaxTree file, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        new CompilationWithAnalyzers(compilation, analyzers, With([])).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(file), filterSpan: null, default);

    private static CompilationWithAnalyzersOptions With(ImmutableArray<AdditionalText> files) => new(
        new AnalyzerOptions(files),
        onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false);
}
