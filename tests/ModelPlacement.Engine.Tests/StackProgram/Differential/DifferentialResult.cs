using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>A program compiled once, and run and analyzed for each of its stacks.</summary>
/// <param name="Configured">With the stack's configuration given to analysis.</param>
/// <param name="Unconfigured">With nothing known of the stack.</param>
internal sealed record DifferentialResult(StackSource Source, IReadOnlyList<GraphComparison> Configured, IReadOnlyList<GraphComparison> Unconfigured)
{
    public IEnumerable<string> Wrong => Configured.SelectMany(comparison => comparison.Wrong)
        .Concat(Unconfigured.SelectMany(comparison => comparison.Wrong).Select(static wrong => "without configuration: " + wrong));

    public static DifferentialResult Of(StackSource source)
    {
        var compilation = StackCompiler.Compile(source);
        using var assembly = StackCompiler.Emit(compilation);
        var configured = new List<GraphComparison>();
        var unconfigured = new List<GraphComparison>();
        var general = Analyze(compilation, null);
        foreach (var stack in source.Stacks)
        {
            var run = StackRun.Run(assembly, stack);
            configured.Add(GraphComparison.Of(Analyze(compilation, stack), run));
            unconfigured.Add(GraphComparison.Of(general, run));
        }

        return new DifferentialResult(source, configured, unconfigured);
    }

    /// <summary>The graph of a program, for one stack or (null) for any.</summary>
    public static ResourceGraph Analyze(CSharpCompilation compilation, StackSettings? stack, EvaluationOptions? options = null) =>
        StackProgramEvaluator.For(compilation)!.Evaluate((options ?? EvaluationOptions.Default) with { Configuration = stack?.ToFiles() }, CancellationToken.None);
}
