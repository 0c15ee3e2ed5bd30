using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelPlacement.Benchmarks;

/// <summary>What only a process of its own shows: the time of a first analysis, and the most memory that one needs.</summary>
internal static class FreshProcess
{
    /// <summary>Has this program analyze one stack, once, and print what it took.</summary>
    public const string Argument = "--once";

    private const int Rounds = 7;

    /// <summary>Analyzes a stack; prints milliseconds of wall-clock time and the peak working set in bytes.</summary>
    public static int Analyze(string analyzers, int resources)
    {
        var compilation = SyntheticStack.Of(resources).Compile();
        compilation.GetDiagnostics();
        var watch = Stopwatch.StartNew();
        Analysis.Of(compilation, Set(analyzers)).GetAwaiter().GetResult();
        watch.Stop();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds:0} {process.PeakWorkingSet64}"));
        return 0;
    }

    public static IEnumerable<Figure> Figures()
    {
        var cold = Compare(100);
        yield return new Figure("first analysis of a process: ModelPlacement / Empty", cold.ModelPlacement.Milliseconds / cold.Empty.Milliseconds);
        var large = Compare(4_000);
        yield return new Figure("4000 resources: peak memory of the process / with an empty analyzer", (double)large.ModelPlacement.Bytes / large.Empty.Bytes);
    }

    // In turns, so that what else the machine does meets both.
    private static ((double Milliseconds, long Bytes) Empty, (double Milliseconds, long Bytes) ModelPlacement) Compare(int resources)
    {
        var runs = Enumerable.Range(0, Rounds).Select(_ => (Empty: Run(nameof(ComparedAnalyzers.Empty), resources), ModelPlacement: Run(nameof(ComparedAnalyzers.ModelPlacement), resources))).ToList();
        return (Median(runs.Select(static run => run.Empty)), Median(runs.Select(static run => run.ModelPlacement)));
    }

    private static (double Milliseconds, long Bytes) Run(string analyzers, int resources)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (string.Equals(System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath), "dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in new[] { Argument, analyzers, resources.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split(' ') is [var time, var bytes]
            ? (double.Parse(time, CultureInfo.InvariantCulture), long.Parse(bytes, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"'{string.Join(' ', start.ArgumentList)}' ended with code {process.ExitCode} and printed '{output}'.");
    }

    private static (double Milliseconds, long Bytes) Median(IEnumerable<(double Milliseconds, long Bytes)> runs)
    {
        var all = runs.ToList();
        return (all.Select(static run => run.Milliseconds).Order().ElementAt(all.Count / 2), all.Select(static run => run.Bytes).Order().ElementAt(all.Count / 2));
    }

    private static ImmutableArray<DiagnosticAnalyzer> Set(string name) => name switch
    {
        nameof(ComparedAnalyzers.Empty) => ComparedAnalyzers.Empty,
        nameof(ComparedAnalyzers.ModelPlacement) => ComparedAnalyzers.ModelPlacement,
        _ => throw new ArgumentException($"'{name}' is no set of analyzers.", nameof(name)),
    };
}
