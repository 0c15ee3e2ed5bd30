using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Reports;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.Benchmarks;

/// <summary>One thing that matters, as a number that another machine would find, too: a ratio.</summary>
internal sealed record Figure(string Name, double Value);

/// <summary>The figures of a run, and what is accepted of each.</summary>
internal static class Figures
{
    /// <summary>The figures that follow from the benchmarks.</summary>
    public static IEnumerable<Figure> Of(Summary summary)
    {
        foreach (var resources in new[] { 1_000, 4_000 })
        {
            foreach (var other in new[] { nameof(AnalysisBenchmarks.Empty), nameof(AnalysisBenchmarks.Meziantou), nameof(AnalysisBenchmarks.Roslynator) })
                yield return new Figure($"{resources} resources: ModelPlacement / {other}", OfBuild(summary, resources, nameof(AnalysisBenchmarks.ModelPlacement)) / OfBuild(summary, resources, other));
        }

        yield return new Figure("4000 resources above empty / 1000 resources above empty", AboveEmpty(summary, 4_000) / AboveEmpty(summary, 1_000));
        yield return new Figure("4000 resources: allocated / allocated with an empty analyzer", Bytes(summary, 4_000, nameof(AnalysisBenchmarks.ModelPlacement)) / Bytes(summary, 4_000, nameof(AnalysisBenchmarks.Empty)));
        yield return new Figure("without Pulumi: ModelPlacement / Empty", OfBuild(summary, 0, nameof(AnalysisBenchmarks.ModelPlacement)) / OfBuild(summary, 0, nameof(AnalysisBenchmarks.Empty)));
        yield return new Figure("after an edit: ModelPlacement / a build of 1000 resources", Milliseconds(summary, nameof(EditBenchmarks), null, nameof(EditBenchmarks.ModelPlacement)) / OfBuild(summary, 1_000, nameof(AnalysisBenchmarks.ModelPlacement)));
        yield return new Figure("8 stacks / 1 stack", Milliseconds(summary, nameof(StacksBenchmarks), 8, nameof(StacksBenchmarks.ModelPlacement)) / Milliseconds(summary, nameof(StacksBenchmarks), 1, nameof(StacksBenchmarks.ModelPlacement)));
        yield return new Figure("fixing 200 findings / 50 findings", Milliseconds(summary, nameof(FixAllBenchmarks), 200, nameof(FixAllBenchmarks.FixAll)) / Milliseconds(summary, nameof(FixAllBenchmarks), 50, nameof(FixAllBenchmarks.FixAll)));
        yield return new Figure("policy file of 1000 entries / 100 entries", Milliseconds(summary, nameof(PolicyBenchmarks), 1_000, nameof(PolicyBenchmarks.Read)) / Milliseconds(summary, nameof(PolicyBenchmarks), 100, nameof(PolicyBenchmarks.Read)));
    }

    /// <summary>What is accepted of each figure at most, from <c>accepted.yaml</c>.</summary>
    public static IReadOnlyDictionary<string, double> ReadAccepted()
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "accepted.yaml"));
        yaml.Load(text);
        return ((YamlMappingNode)yaml.Documents[0].RootNode).ToDictionary(static entry => ((YamlScalarNode)entry.Key).Value!, static entry => double.Parse(((YamlScalarNode)entry.Value).Value!, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>Prints the figures beside what is accepted; whether all are within it. A figure that nothing is accepted of, or the other way around, is an error.</summary>
    public static bool Print(IReadOnlyList<Figure> figures, IReadOnlyDictionary<string, double> accepted)
    {
        var good = true;
        Console.WriteLine($"| {"figure",-74} | {"measured",10} | {"accepted",10} |   |");
        foreach (var figure in figures)
        {
            var limit = accepted.TryGetValue(figure.Name, out var known) ? known : double.NaN;
            var isGood = figure.Value <= limit;
            good &= isGood;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {figure.Name,-74} | {figure.Value,10:0.00} | {limit,10:0.00} | {(isGood ? "" : "!")} |"));
        }

        foreach (var unknown in accepted.Keys.Except(figures.Select(static figure => figure.Name), StringComparer.Ordinal))
        {
            good = false;
            Console.WriteLine($"accepted.yaml: '{unknown}' is no figure of this run.");
        }

        return good;
    }

    /// <summary>The middle one of several measurements.</summary>
    public static double Median(IEnumerable<double> measured)
    {
        var all = measured.Order().ToList();
        return all[all.Count / 2];
    }

    private static double AboveEmpty(Summary summary, int resources) =>
        OfBuild(summary, resources, nameof(AnalysisBenchmarks.ModelPlacement)) - OfBuild(summary, resources, nameof(AnalysisBenchmarks.Empty));

    private static double OfBuild(Summary summary, int resources, string method) => Milliseconds(summary, nameof(AnalysisBenchmarks), resources, method);

    private static double Milliseconds(Summary summary, string type, int? size, string method) => Report(summary, type, size, method).ResultStatistics!.Median / 1e6;

    private static double Bytes(Summary summary, int resources, string method)
    {
        var report = Report(summary, nameof(AnalysisBenchmarks), resources, method);
        return report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? throw new InvalidOperationException("No memory was measured.");
    }

    private static BenchmarkReport Report(Summary summary, string type, int? size, string method) => summary.Reports.Single(report =>
        string.Equals(report.BenchmarkCase.Descriptor.Type.Name, type, StringComparison.Ordinal)
        && string.Equals(report.BenchmarkCase.Descriptor.WorkloadMethod.Name, method, StringComparison.Ordinal)
        && (size is null || report.BenchmarkCase.Parameters.Items.Any(item => Equals(item.Value, size))));
}
