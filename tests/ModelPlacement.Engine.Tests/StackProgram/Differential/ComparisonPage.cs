using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>The figures of all stacks as a page of the documentation.</summary>
internal static class ComparisonPage
{
    private const string Head = """
        # Run and analyzed

        Each stack of `tests/ModelPlacement.Engine.Tests/StackProgram/Stacks` is compiled, run against the reference SDKs for each of its configurations, and analyzed; what a run registers is compared with what
        analysis says, value by value. A constant that a run does not confirm fails the tests. What a run knew and analysis did not is counted here, with the stack's configuration and without; a test holds this
        page to it, on the newest compiler whole.

        """;

    private static readonly string[] ReasonsHead = ["reason", "values"];

    public static string Write(IReadOnlyCollection<DifferentialResult> results)
    {
        var configured = results.SelectMany(static result => result.Configured).ToList();
        var unconfigured = results.SelectMany(static result => result.Unconfigured).ToList();
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append(CultureInfo.InvariantCulture, $"\n{results.Count} stacks, {configured.Count} runs, {configured.Sum(static run => run.Resources)} resources.\n\n");
        Table(page, ["", "known to the runs", "resolved", "of them", "wrong"], [Total("with configuration", configured), Total("without", unconfigured)]);
        page.Append("## What is not resolved with configuration\n\n");
        Table(page, ReasonsHead, Counts(configured, static run => run.Unknowns));
        Table(page, ["construct", "values"], Counts(configured, static run => run.Constructs));
        page.Append("## What is not resolved without\n\n");
        Table(page, ReasonsHead, Counts(unconfigured, static run => run.Unknowns));
        Table(page, ["construct", "values"], Counts(unconfigured, static run => run.Constructs));
        page.Append("## By stack\n\n| stack | known to its runs | not resolved with configuration | not resolved without |\n|---|---|---|---|\n");
        foreach (var result in results.OrderBy(static result => result.Source.Name, StringComparer.Ordinal))
            page.Append(Row(result)).Append('\n');
        return page.ToString();
    }

    public static string Row(DifferentialResult result) =>
        FormattableString.Invariant($"| {result.Source.Name} | {result.Configured.Sum(static run => run.Known)} | {Lost(result.Configured)} | {Lost(result.Unconfigured)} |");

    private static string Lost(IEnumerable<GraphComparison> runs) => string.Join("<br>", Counts(runs, static run => run.Unknowns).Select(static count => count[1] + ": " + count[0]));

    private static string[] Total(string name, List<GraphComparison> runs)
    {
        var known = runs.Sum(static run => run.Known);
        var resolved = runs.Sum(static run => run.Resolved);
        return [name, Number(known), Number(resolved), (100.0 * resolved / known).ToString("0.0", CultureInfo.InvariantCulture) + " %", Number(runs.Sum(static run => run.Wrong.Count))];
    }

    private static List<string[]> Counts(IEnumerable<GraphComparison> runs, Func<GraphComparison, IReadOnlyDictionary<string, int>> counts) => runs
        .SelectMany(counts)
        .GroupBy(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal)
        .Select(static group => (group.Key, Count: group.Sum()))
        .OrderByDescending(static entry => entry.Count)
        .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
        .Select(static entry => new[] { entry.Key, Number(entry.Count) })
        .ToList();

    private static void Table(StringBuilder page, string[] head, IEnumerable<string[]> rows)
    {
        foreach (var row in rows.Prepend([.. head.Select(static _ => "---")]).Prepend(head))
            page.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        page.Append('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
