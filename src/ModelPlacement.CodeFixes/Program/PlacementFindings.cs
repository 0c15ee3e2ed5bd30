using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using ModelPlacement.Analyzers;
using ModelPlacement.Engine.Findings;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>What the engine finds in a project, as the analyzer would say it: wherever it stands, so that what only moved is the same.</summary>
internal static class PlacementFindings
{
    // A host asks every fix for every finding of one and the same project.
    private static readonly ConditionalWeakTable<Project, IReadOnlyList<string>> Known = new();

    /// <summary>Each finding's rule and sentence.</summary>
    public static IReadOnlyList<string> Of(Project project, Compilation compilation, CancellationToken cancellation) =>
        Known.GetValue(project, key => Find(key, compilation, cancellation));

    private static List<string> Find(Project project, Compilation compilation, CancellationToken cancellation)
    {
        var inputs = new PlacementInputs(project.AnalyzerOptions);
        return ProgramFindings.For(compilation, inputs.Policies, inputs.Stacks) is { } findings
            ? compilation.SyntaxTrees.SelectMany(tree => findings.In(tree, cancellation)).Select(static finding => finding.Rule + finding.Message).ToList()
            : [];
    }
}
