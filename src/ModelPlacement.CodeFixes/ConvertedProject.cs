using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes;

/// <summary>A project after a conversion, held to the promise of every fix: what compiled still does, and no new warning appears.</summary>
internal static class ConvertedProject
{
    /// <summary>
    /// The solution with as many of the findings converted as can be: all in one step, or where that breaks something, those that break nothing. Null where none can be.
    /// </summary>
    public static async Task<Solution?> OfAsync(ProgramView program, ImmutableArray<FindingFacts> findings, CancellationToken cancellation)
    {
        if (await TryAsync(program, findings, cancellation).ConfigureAwait(false) is { } all)
            return all;
        var sound = await SoundAsync(program, findings, cancellation).ConfigureAwait(false);
        return sound.IsEmpty || sound.Length == findings.Length ? null : await TryAsync(program, sound, cancellation).ConfigureAwait(false);
    }

    /// <summary>Those findings that can be converted without breaking anything, found by halving.</summary>
    private static async Task<ImmutableArray<FindingFacts>> SoundAsync(ProgramView program, ImmutableArray<FindingFacts> findings, CancellationToken cancellation)
    {
        // Findings on one creation stand or fall together.
        var creations = findings.GroupBy(static finding => finding.Creation).ToList();
        if (creations.Count < 2)
            return ImmutableArray<FindingFacts>.Empty;
        var sound = ImmutableArray.CreateBuilder<FindingFacts>();
        foreach (var half in new[] { creations.Take(creations.Count / 2), creations.Skip(creations.Count / 2) })
        {
            var part = half.SelectMany(static creation => creation).ToImmutableArray();
            sound.AddRange(await TryAsync(program, part, cancellation).ConfigureAwait(false) is not null
                ? part
                : await SoundAsync(program, part, cancellation).ConfigureAwait(false));
        }

        return sound.ToImmutable();
    }

    private static async Task<Solution?> TryAsync(ProgramView program, ImmutableArray<FindingFacts> findings, CancellationToken cancellation)
    {
        if (CounterpartConversion.Plan(program, findings) is not { } conversion)
            return null;
        var solution = Apply(program, conversion);

        // Without the package nothing of it binds, so there is nothing to hold the result to.
        return !findings.All(finding => program.Has(finding.Family)) || await IsSoundAsync(program, conversion, solution, cancellation).ConfigureAwait(false) ? solution : null;
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

    private static string Says(Diagnostic diagnostic) => diagnostic.Id + diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
