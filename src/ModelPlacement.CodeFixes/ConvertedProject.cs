using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes;

/// <summary>A project after a conversion that keeps the promise of every fix.</summary>
internal static class ConvertedProject
{
    /// <summary>The solution with as many of the findings converted as can be. Null where none can be.</summary>
    public static Task<Solution?> OfAsync(ProgramView program, ImmutableArray<FindingFacts> findings, CancellationToken cancellation) =>
        Soundness.MostOfAsync(
            // Findings on one creation stand or fall together.
            findings.GroupBy(static finding => finding.Creation).ToImmutableArray(),
            creations => TryAsync(program, creations.SelectMany(static creation => creation).ToImmutableArray(), cancellation));

    private static async Task<Solution?> TryAsync(ProgramView program, ImmutableArray<FindingFacts> findings, CancellationToken cancellation)
    {
        if (CounterpartConversion.Plan(program, findings) is not { } conversion)
            return null;
        var solution = conversion.Apply();

        // Without the package nothing of it binds, so there is nothing to hold the result to.
        var hasPackage = findings.All(finding => program.Has(finding.Family));
        return !hasPackage || await Soundness.HoldsAsync(program, solution, conversion.ChangesMembers, findings.Select(static finding => finding.Creation).Distinct().Count(), cancellation).ConfigureAwait(false) ? solution : null;
    }
}
