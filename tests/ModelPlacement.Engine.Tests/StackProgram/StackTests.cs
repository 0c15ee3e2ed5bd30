using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ModelPlacement.Engine.Tests.Catalog;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;
using Xunit.Abstractions;

namespace ModelPlacement.Engine.Tests.StackProgram;

/// <summary>Whole stacks as engineers write them: each is run and analyzed, and the two graphs must agree.</summary>
public sealed class StackTests(ITestOutputHelper output)
{
    // At least this share of what a run knows must analysis know too, given the stack's configuration.
    private const double Target = 0.98;

    /// <summary>Set to 1, the test writes the page instead of failing.</summary>
    private const string Rewrite = "MODELPLACEMENT_WRITE_DOCS";

    private static readonly ConcurrentDictionary<string, Lazy<DifferentialResult>> Results = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. AllNames()];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnalysisAgreesWithTheRun(string name)
    {
        var result = Result(name);
        output.WriteLine(ComparisonTable.Write([.. result.Configured]));
        Assert.True(!result.Wrong.Any(), string.Join("\n", result.Wrong));
        Assert.True(result.Configured.Sum(static comparison => comparison.Resources) > 0, "The program registers nothing.");
    }

    [Fact]
    public void NearlyEverythingKnownWithoutACloudIsResolved()
    {
        var results = AllNames().Select(Result).ToList();
        var known = results.SelectMany(static result => result.Configured).Sum(static comparison => comparison.Known);
        var resolved = results.SelectMany(static result => result.Configured).Sum(static comparison => comparison.Resolved);
        Assert.True(resolved >= known * Target, $"{resolved} of {known} values are resolved.");
    }

    // What a change finds or loses shows there, stack by stack; on a compiler that cannot read all of them, those that it can.
    [Fact]
    public void ThePageSaysWhatIsResolved()
    {
        var path = Repository.PathOf("docs", "differential.md");
        var results = AllNames().Select(Result).ToList();
        var isComplete = results.Count == StackSource.All().Count();
        if (Environment.GetEnvironmentVariable(Rewrite) is "1" && isComplete)
            File.WriteAllText(path, ComparisonPage.Write(results));
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.All(results.Select(ComparisonPage.Row), row => Assert.Contains(row, page, StringComparison.Ordinal));
        Assert.True(!isComplete || page == ComparisonPage.Write(results), "docs/differential.md is not what the stacks give. Run this test on the newest compiler with " + Rewrite + "=1 to write it anew.");
    }

    [Fact]
    public void WhatNobodyAsksForChangesNothingElse()
    {
        var stacks = StackSource.All().Where(static stack => StackCompiler.Knows(stack.Language)).ToList();
        var results = stacks.Select(static stack => (stack.Name, Result: SparedInputs.Of(StackCompiler.Compile(stack), stack.Stacks[0]))).ToList();
        output.WriteLine($"{results.Sum(static one => one.Result.Spared)} inputs were spared in {results.Count(static one => one.Result.Spared > 0)} of {stacks.Count} stacks.");
        Assert.True(results.TrueForAll(static one => one.Result.Wrong.Count == 0), string.Join("\n", results.SelectMany(static one => one.Result.Wrong.Select(wrong => $"{one.Name}: {wrong}"))));
        Assert.True(results.Exists(static one => one.Result.Spared > 0), "Nothing was spared.");
    }

    private static IEnumerable<string> AllNames() => StackSource.All().Where(static stack => StackCompiler.Knows(stack.Language)).Select(static stack => stack.Name);

    private static DifferentialResult Result(string name) => Results
        .GetOrAdd(name, static key => new Lazy<DifferentialResult>(() => DifferentialResult.Of(StackSource.All().Single(stack => stack.Name == key))))
        .Value;
}
