using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;
using Xunit.Abstractions;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>Programs composed at random of the constructs of C# and Pulumi: each is run and analyzed, and nothing that analysis claims may differ.</summary>
/// <remarks>
/// The same programs on every run, others for each compiler under test, 2,000 in all. GENERATED_PROGRAMS, as <c>seed:count</c>, asks for others; what fails is shrunk and printed.
/// </remarks>
public sealed class GeneratedProgramTests(ITestOutputHelper output)
{
    private const int Programs = 1_000;
    private const int BatchSize = 100;
    private const uint Seed = 1;

    // Of the programs of a batch that fail, so many are shrunk and told.
    private const int Reported = 5;

    // At least this share of what a run knows must analysis know too, given the stack's configuration.
    private const double Target = 0.9;

    private static readonly Gen<int[]> Choices = Gen.Int[0, 9_999].Array[10, 100];

    [Fact]
    public void NothingThatAnalysisClaimsDiffersFromTheRun()
    {
        var (seed, count) = Settings();
        var figures = new List<GraphComparison>();
        var failing = 0;
        for (var batch = 0; batch < count / BatchSize; batch++)
        {
            var random = new PCG(seed, (ulong)batch);
            var programs = Enumerable.Range(0, BatchSize).Select(_ => Choices.Generate(random, null, out var _)).ToList();
            var outcomes = GeneratedBatch.Compare(programs);
            var disproved = Enumerable.Range(0, BatchSize).Where(index => outcomes[index].Wrong.Count > 0).Take(Reported).ToList();
            Assert.True(disproved.Count == 0, string.Join("\n\n", disproved.Select(index => Report(FormattableString.Invariant($"Seed {seed}, batch {batch}, program {index}"), programs[index]))));
            figures.AddRange(outcomes.SelectMany(static outcome => outcome.Configured));
            failing += outcomes.Count(static outcome => outcome.Fails);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} programs of seed {seed}, {failing} of them end by an exception in some run"));
        output.WriteLine(ComparisonTable.Write(figures));
        Assert.True(figures.Sum(static comparison => comparison.Resolved) >= Target * figures.Sum(static comparison => comparison.Known));
    }

    // A seed for each compiler under test: the two runs of the tests try different programs.
    private static (uint Seed, int Count) Settings()
    {
        var given = Environment.GetEnvironmentVariable("GENERATED_PROGRAMS")?.Split(':');
        return given is [var seed, var count]
            ? (uint.Parse(seed, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture))
            : (Seed + (uint)typeof(Compilation).Assembly.GetName().Version!.Major, Programs);
    }

    private static string Report(string where, int[] choices)
    {
        var smallest = ProgramShrinking.Smallest(choices, FirstDisproved);
        var outcome = GeneratedBatch.Compare([smallest])[0];
        return where + ":\n" + string.Join("\n", outcome.Wrong) + "\n" + outcome.Source;
    }

    private static int FirstDisproved(IReadOnlyList<int[]> programs)
    {
        foreach (var (batch, first) in programs.Chunk(BatchSize).Select(static (batch, index) => (batch, index * BatchSize)))
        {
            var outcomes = GeneratedBatch.Compare(batch);
            for (var index = 0; index < outcomes.Length; index++)
            {
                if (outcomes[index].Wrong.Count > 0)
                    return first + index;
            }
        }

        return -1;
    }
}
