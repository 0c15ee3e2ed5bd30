using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes;

/// <summary>A project after a conversion, held to the promise of every fix: what compiled still does, and no new warning appears.</summary>
internal static class ConvertedProject
{
    /// <summary>
    /// The solution with as many of the findings converted as can be: all in one step, or where that breaks something, those halves that do not. Null where none can be.
    /// </summary>
    public static async Task<Solution?> OfAsync(ProgramView program, ImmutableArray<FindingFacts> findings, CounterpartFamily family, CancellationToken cancellation)
    {
        if (CounterpartConversion.Plan(program, findings, family) is not { } conversion)
            return null;
        var solution = Apply(program, conversion);
        if (await IsSoundAsync(program, conversion, solution, cancellation).ConfigureAwait(false))
            return solution;
        if (findings.Length == 1)
            return null;

        // The halves are converted one after the other, since their supports and leftovers are shared.
        var half = findings.Length / 2;
        var first = await OfAsync(program, findings.Take(half).ToImmutableArray(), family, cancellation).ConfigureAwait(false);
        return first ?? await OfAsync(program, findings.Skip(half).ToImmutableArray(), family, cancellation).ConfigureAwait(false);
    }

    private static Solution Apply(ProgramView program, CounterpartConversion conversion)
    {
        var solution = program.Project.Solution;
        foreach (var file in conversion.Write())
        {
            if (solution.GetDocumentId(file.Key) is { } document)
                solution = solution.WithDocumentText(document, file.Value);
        }

        return solution;
    }

    private static async Task<bool> IsSoundAsync(ProgramView program, CounterpartConversion conversion, Solution solution, CancellationToken cancellation)
    {
        var project = solution.GetProject(program.Project.Id)!;
        if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            return false;
        if (conversion.ChangesMembers)
            return !HasNew(program.Compilation.GetDiagnostics(cancellation), compilation.GetDiagnostics(cancellation));
        foreach (var change in solution.GetChanges(program.Project.Solution).GetProjectChanges().SelectMany(static changes => changes.GetChangedDocuments()))
        {
            var before = await program.Project.GetDocument(change)!.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
            var after = await project.GetDocument(change)!.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
            if (before is null || after is null
                || HasNew(program.ModelOf(before).GetDiagnostics(cancellationToken: cancellation), compilation.GetSemanticModel(after).GetDiagnostics(cancellationToken: cancellation)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasNew(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var known = before.Where(IsShown).GroupBy(Says, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        return after.Where(IsShown).GroupBy(Says, StringComparer.Ordinal).Any(group => !known.TryGetValue(group.Key, out var count) || group.Count() > count);
    }

    private static bool IsShown(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    private static string Says(Diagnostic diagnostic) => diagnostic.Id + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
