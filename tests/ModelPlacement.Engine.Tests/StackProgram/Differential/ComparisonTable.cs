using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>The figures of several comparisons, as a table for a person.</summary>
internal static class ComparisonTable
{
    public static string Write(IReadOnlyCollection<GraphComparison> comparisons)
    {
        var known = comparisons.Sum(static comparison => comparison.Known);
        var resolved = comparisons.Sum(static comparison => comparison.Resolved);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"runs {comparisons.Count}, resources {comparisons.Sum(static comparison => comparison.Resources)}, values known to the run {known}, ");
        table.AppendLine(CultureInfo.InvariantCulture, $"resolved {resolved} ({(known == 0 ? 1 : (double)resolved / known):P2}), wrong {comparisons.Sum(static comparison => comparison.Wrong.Count)}");
        Append("by reason", static comparison => comparison.Unknowns);
        Append("by construct", static comparison => comparison.Constructs);
        return table.ToString();

        void Append(string heading, Func<GraphComparison, IReadOnlyDictionary<string, int>> counts)
        {
            var lost = comparisons
                .SelectMany(counts)
                .GroupBy(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal)
                .Select(static group => (group.Key, Count: group.Sum()))
                .OrderByDescending(static entry => entry.Count)
                .ToList();
            if (lost.Count > 0)
                table.AppendLine(CultureInfo.InvariantCulture, $"not known, {heading}:");
            foreach (var (name, count) in lost)
                table.AppendLine(CultureInfo.InvariantCulture, $"{count,6}  {name}");
        }
    }
}
