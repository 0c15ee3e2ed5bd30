using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;
using Xunit.Abstractions;

namespace ModelPlacement.Engine.Tests.StackProgram;

/// <summary>Programs as they are while somebody types them: each stack cut after each of its tokens is analyzed, from evaluation to findings, and nothing throws.</summary>
/// <remarks>A slice of the cuts in each run of the tests, another for each compiler under test. PREFIXES=<c>3/10</c> asks for the fourth of ten slices, <c>0/1</c> for all of them.</remarks>
public sealed class PrefixTests(ITestOutputHelper output)
{
    private const int Slices = 10;

    private static readonly PolicySet Policies = PolicySet.From([], new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void NothingThrowsWhereverAProgramEnds()
    {
        var (slice, slices) = Slice();
        var cuts = StackSource.All().Where(static stack => StackCompiler.Knows(stack.Language)).SelectMany(Cuts).Where((_, index) => index % slices == slice).ToList();
        var failures = new List<string>();
        Parallel.ForEach(cuts.Chunk(100), chunk =>
        {
            foreach (var cut in chunk)
            {
                try
                {
                    cut.Analyze();
                }
                catch (Exception exception)
                {
                    lock (failures)
                        failures.Add(cut.Name + ": " + exception);
                }
            }
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cuts.Count} programs that end after a token, slice {slice} of {slices}"));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
    }

    private static (int Slice, int Slices) Slice() => Environment.GetEnvironmentVariable("PREFIXES")?.Split('/') is [var slice, var slices]
        ? (int.Parse(slice, CultureInfo.InvariantCulture), int.Parse(slices, CultureInfo.InvariantCulture))
        : (typeof(Compilation).Assembly.GetName().Version!.Major % Slices, Slices);

    private static IEnumerable<Cut> Cuts(StackSource source)
    {
        var whole = StackCompiler.Compile(source);
        foreach (var (path, text) in source.Files)
        {
            var tree = whole.SyntaxTrees.Single(tree => tree.FilePath == path);
            var ends = tree.GetRoot().DescendantTokens().Select(static token => token.Span.End).Distinct().ToList();
            foreach (var end in ends)
                yield return new Cut(whole, path, end);
        }
    }

    private sealed record Cut(CSharpCompilation Program, string Path, int End)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"{Path}, cut at {End}");

        public void Analyze()
        {
            var tree = Program.SyntaxTrees.Single(tree => tree.FilePath == Path);
            var cut = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(TextSpan.FromBounds(End, tree.Length), "")));
            var compilation = Program.ReplaceSyntaxTree(tree, cut);
            var findings = ProgramFindings.For(compilation, static _ => Policies, static _ => [])!;
            foreach (var one in compilation.SyntaxTrees)
                _ = findings.In(one, CancellationToken.None).ToList();
        }
    }
}
