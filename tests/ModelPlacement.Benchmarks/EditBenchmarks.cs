using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Benchmarks;

/// <summary>What an engineer waits for: the findings of the file being edited, after an edit within a method, in a program of 1,300 resources analyzed before.</summary>
public class EditBenchmarks
{
    private const string EditedFile = "Team7.cs";
    private const string EditedText = "You answer questions about orders.";

    private CSharpCompilation _before = null!;
    private SyntaxTree _file = null!;
    private int _edits;

    [GlobalSetup]
    public async Task SetUp()
    {
        _before = SyntheticStack.Of(1_300).Compile();
        _file = _before.SyntaxTrees.Single(static tree => tree.FilePath == EditedFile);
        foreach (var analyzers in new[] { ComparedAnalyzers.Empty, ComparedAnalyzers.ModelPlacement })
            await Analysis.OfFile(_before, _file, analyzers);
    }

    [Benchmark(Baseline = true)]
    public Task<int> Empty() => Edit(ComparedAnalyzers.Empty);

    [Benchmark]
    public Task<int> ModelPlacement() => Edit(ComparedAnalyzers.ModelPlacement);

    private async Task<int> Edit(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var text = await _file.GetTextAsync();
        var at = new TextSpan(text.ToString().IndexOf(EditedText, StringComparison.Ordinal), EditedText.Length);
        var edited = _file.WithChangedText(text.WithChanges(new TextChange(at, $"Edit {++_edits}.")));
        return (await Analysis.OfFile(_before.ReplaceSyntaxTree(_file, edited), edited, analyzers)).Length;
    }
}
