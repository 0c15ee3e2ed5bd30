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

/// <summary>The promise of every fix: what compiled still does, no new warning or finding appears, and what it is for is gone.</summary>
internal static class Soundness
{
    /// <summary>Whether a changed solution keeps it.</summary>
    /// <param name="program">The program before.</param>
    /// <param name="solution">The solution after.</param>
    /// <param name="changesMembers">Whether something that other files can see has another type, so that they are looked at, too.</param>
    /// <param name="changes">How many changes it is made of: at least as many findings must be gone.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<bool> HoldsAsync(ProgramView program, Solution solution, bool changesMembers, int changes, CancellationToken cancellation)
    {
        var project = solution.GetProject(program.Project.Id)!;
        return await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is { } compilation
            && await CompilesAsync(program, solution, compilation, changesMembers, cancellation).ConfigureAwait(false)
            && FindsLess(program, PlacementFindings.Of(project, compilation, cancellation), changes);
    }

    private static bool FindsLess(ProgramView program, IReadOnlyList<string> after, int changes)
    {
        var left = program.Findings.ToList();
        return after.All(left.Remove) && left.Count >= changes;
    }

    private static async Task<bool> CompilesAsync(ProgramView program, Solution solution, Compilation compilation, bool changesMembers, CancellationToken cancellation)
    {
        if (changesMembers)
            return !HasNew(program.Compilation.GetDiagnostics(cancellation), compilation.GetDiagnostics(cancellation));
        var project = solution.GetProject(program.Project.Id)!;
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

    /// <summary>
    /// The solution with as many changes made as can be: all in one step, or where that breaks something, those that break nothing, found by halving. Null where none can be.
    /// </summary>
    /// <param name="changes">The changes, each of which stands or falls as a whole.</param>
    /// <param name="tryAsync">Makes some of them; null where that breaks something.</param>
    public static async Task<Solution?> MostOfAsync<T>(ImmutableArray<T> changes, Func<ImmutableArray<T>, Task<Solution?>> tryAsync)
    {
        if (await tryAsync(changes).ConfigureAwait(false) is { } all)
            return all;
        var sound = await SoundAsync(changes, tryAsync).ConfigureAwait(false);
        return sound.IsEmpty || sound.Length == changes.Length ? null : await tryAsync(sound).ConfigureAwait(false);
    }

    private static async Task<ImmutableArray<T>> SoundAsync<T>(ImmutableArray<T> changes, Func<ImmutableArray<T>, Task<Solution?>> tryAsync)
    {
        if (changes.Length < 2)
            return ImmutableArray<T>.Empty;
        var sound = ImmutableArray.CreateBuilder<T>();
        foreach (var half in new[] { changes.Take(changes.Length / 2), changes.Skip(changes.Length / 2) })
        {
            var part = half.ToImmutableArray();
            sound.AddRange(await tryAsync(part).ConfigureAwait(false) is not null ? part : await SoundAsync(part, tryAsync).ConfigureAwait(false));
        }

        return sound.ToImmutable();
    }

    private static bool HasNew(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var known = before.Where(IsShown).GroupBy(Says, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        return after.Where(IsShown).GroupBy(Says, StringComparer.Ordinal).Any(group => !known.TryGetValue(group.Key, out var count) || group.Count() > count);
    }

    private static bool IsShown(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed;

    private static string Says(Diagnostic diagnostic) => diagnostic.Id + diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
