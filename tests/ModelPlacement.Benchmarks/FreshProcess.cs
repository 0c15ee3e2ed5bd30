using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelPlacement.Benchmarks;

/// <summary>What only a process of its own shows: the most memory that an analysis needs.</summary>
internal static class FreshProcess
{
    /// <summary>Has this program analyze one stack, once, and print what it took.</summary>
    public const string Argument = "--once";

    private const int Rounds = 7;

    /// <summary>Analyzes a stack; prints the peak working set in bytes.</summary>
    public static int Analyze(string analyzers, int resources)
    {
        Analysis.Of(SyntheticStack.Of(resources).Compile(), Set(analyzers)).GetAwaiter().GetResult();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.PeakWorkingSet64}"));
        return 0;
    }

    public static IEnumerable<Figure> Figures()
    {
        // In turns, so that what else the machine does meets both.
        var runs = Enumerable.Range(0, Rounds).Select(static _ => (Empty: Run(nameof(ComparedAnalyzers.Empty), 4_000), ModelPlacement: Run(nameof(ComparedAnalyzers.ModelPlacement), 4_000))).ToList();
        yield return new Figure(
            "4000 resources: peak memory of the process / with an empty analyzer",
            Benchmarks.Figures.Median(runs.Select(static run => run.ModelPlacement)) / Benchmarks.Figures.Median(runs.Select(static run => run.Empty)));
    }

    private static double Run(string analyzers, int resources)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (string.Equals(System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath), "dotnet", StringComparison.OrdinalIgnoreCase))
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in new[] { Argument, analyzers, resources.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.TryParse(output, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new InvalidOperationException($"'{string.Join(' ', start.ArgumentList)}' ended with code {process.ExitCode} and printed '{output}'.");
    }

    private static ImmutableArray<DiagnosticAnalyzer> Set(string name) => name switch
    {
        nameof(ComparedAnalyzers.Empty) => ComparedAnalyzers.Empty,
        nameof(ComparedAnalyzers.ModelPlacement) => ComparedAnalyzers.ModelPlacement,
        _ => throw new ArgumentException($"'{name}' is no set of analyzers.", nameof(name)),
    };
}
