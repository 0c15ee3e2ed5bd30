using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;
using Xunit.Abstractions;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>Programs composed at random of the constructs of C# and Pulumi: each is run and analyzed, and nothing that analysis claims may differ.</summary>
/// <remarks>
/// The same programs on every run, others for each compiler under test. GENERATED_PROGRAMS, as <c>seed:count</c> or <c>seed:count:length</c>, asks for others, longer or shorter ones (a statement is
/// about ten choices long); what fails is shrunk and printed.
/// </remarks>
public sealed class GeneratedProgramTests(ITestOutputHelper output)
{
    // Two thousand over both compilers, in each test run.
    private const int Programs = 1_000;
    private const int BatchSize = 50;
    private const int Shortest = 10;
    private const int Longest = 150;
    private const uint Seed = 1;

    // After so many programs that fail no more are tried; the shortest are shrunk and told.
    private const int Enough = 10;
    private const int Reported = 2;

    // At least this share of what a run knows must analysis know too, given the stack's configuration.
    private const double Target = 0.9;

    [Fact]
    public void NothingThatAnalysisClaimsDiffersFromTheRun()
    {
        var (seed, count, longest) = Settings();
        var choices = Gen.Int[0, 9_999].Array[Shortest, longest];
        var batches = new GeneratedOutcome[count / BatchSize][];
        var disproved = new ConcurrentBag<(string Where, int[] Choices)>();
        Parallel.For(0, batches.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, batch =>
        {
            if (disproved.Count > Enough)
                return;
            var random = new PCG(seed, (ulong)batch);
            var programs = Enumerable.Range(0, BatchSize).Select(_ => choices.Generate(random, null, out var _)).ToList();
            batches[batch] = [.. GeneratedBatch.Compare(programs)];
            foreach (var index in Enumerable.Range(0, BatchSize).Where(index => batches[batch][index].Wrong.Count > 0))
                disproved.Add((FormattableString.Invariant($"Seed {seed}, batch {batch}, program {index}"), programs[index]));
        });

        Assert.True(disproved.IsEmpty, string.Join("\n\n", disproved.OrderBy(static program => program.Choices.Length).Take(Reported).AsParallel().Select(static program => Report(program.Where, program.Choices))));
        var outcomes = batches.SelectMany(static batch => batch).ToList();
        var figures = outcomes.SelectMany(static outcome => outcome.Configured).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count} programs of seed {seed}, {outcomes.Count(static outcome => outcome.Fails)} of them end by an exception in some run"));
        output.WriteLine(ComparisonTable.Write(figures));
        Assert.True(figures.Sum(static comparison => comparison.Resolved) >= Target * figures.Sum(static comparison => comparison.Known));
    }

    // A seed for each compiler under test: the two runs of the tests try different programs.
    private static (uint Seed, int Count, int Longest) Settings()
    {
        var given = (Environment.GetEnvironmentVariable("GENERATED_PROGRAMS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return (
            given.Length > 0 ? uint.Parse(given[0], CultureInfo.InvariantCulture) : Seed + (uint)typeof(Compilation).Assembly.GetName().Version!.Major,
            given.Length > 1 ? int.Parse(given[1], CultureInfo.InvariantCulture) : Programs,
            given.Length > 2 ? int.Parse(given[2], CultureInfo.InvariantCulture) : Longest);
    }

    private static string Report(string where, int[] choices)
    {
        var smallest = ProgramShrinking.Smallest(choices, FirstDisproved);
        var outcome = GeneratedBatch.Compare([smallest])[0];
        return where + ":\n" + string.Join("\n", outcome.Wrong) + "\n" + outcome.Source;
    }

    private static int FirstDisproved(IReadOnlyList<int[]> programs)
    {
        var outcomes = GeneratedBatch.Compare(programs);
        for (var index = 0; index < outcomes.Length; index++)
        {
            if (outcomes[index].Wrong.Count > 0)
                return index;
        }

        return -1;
    }
}
