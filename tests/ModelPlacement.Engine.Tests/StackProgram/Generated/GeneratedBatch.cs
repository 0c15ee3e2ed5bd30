using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Pulumi.Reference;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>Generated programs compiled as one assembly, each run and analyzed on its own, for both ways that its conditions can go.</summary>
internal static class GeneratedBatch
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly ImmutableArray<StackSettings> Stacks =
    [
        Stack("yes", ("project:flag", "true"), ("project:text", "some"), ("project:number", "2")),
        Stack("no", ("project:flag", "false"), ("project:text", "x-y"), ("project:number", "5")),
    ];

    /// <summary>What there is to say of each of some programs.</summary>
    public static ImmutableArray<GeneratedOutcome> Compare(IReadOnlyList<int[]> programs) =>
        Compare(programs.Select(static (choices, index) => ProgramWriter.Write(Name(index), choices)).ToList());

    /// <summary>What there is to say of each of some programs, classes <c>P0</c>, <c>P1</c>, ... with a method <c>Run</c>.</summary>
    public static ImmutableArray<GeneratedOutcome> Compare(IReadOnlyList<string> sources)
    {
        var compilation = StackCompiler.Compile([("Surroundings.cs", GeneratedSurroundings.Text), .. sources.Select(static (text, index) => (Name(index) + ".cs", text))], OutputKind.DynamicallyLinkedLibrary);
        using var assembly = StackCompiler.Emit(compilation);
        var evaluator = StackProgramEvaluator.For(compilation)!;
        var outcomes = sources.Select(static source => new GeneratedOutcome(source)).ToImmutableArray();
        var general = outcomes.Select((_, index) => Analyze(evaluator, compilation, Name(index), null)).ToList();
        foreach (var stack in Stacks)
        {
            // Static variables are a run's own: each stack loads the assembly anew.
            var context = new AssemblyLoadContext(name: null, isCollectible: true);
            assembly.Position = 0;
            var loaded = context.LoadFromStream(assembly);
            for (var index = 0; index < outcomes.Length; index++)
            {
                var run = Run(loaded.GetType(Name(index))!.GetMethod("Run")!, stack);
                outcomes[index].Add(GraphComparison.Of(Analyze(evaluator, compilation, Name(index), stack), run), isConfigured: true, run);
                outcomes[index].Add(GraphComparison.Of(general[index], run), isConfigured: false, run);
            }

            context.Unload();
        }

        return outcomes;
    }

    private static ResourceGraph Analyze(StackProgramEvaluator evaluator, CSharpCompilation compilation, string name, StackSettings? stack) => evaluator.Evaluate(
        (IMethodSymbol)compilation.GetTypeByMetadataName(name)!.GetMembers("Run").Single(),
        EvaluationOptions.Default with { Configuration = stack?.ToFiles() },
        CancellationToken.None);

    private static Recording Run(MethodInfo program, StackSettings stack)
    {
        var options = new RecorderOptions { Stack = stack.StackName, Project = StackSettings.ProjectName, Configuration = stack.Configuration };
        var run = Task.Run(() => Recorder.RunAsync(program, options));
        return run.Wait(Limit) ? run.Result : throw new TimeoutException("The program does not end.");
    }

    private static string Name(int index) => FormattableString.Invariant($"P{index}");

    private static StackSettings Stack(string name, params (string Key, string Value)[] configuration) =>
        new(name, configuration.ToImmutableSortedDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal));
}

/// <summary>What came of one program: what analysis claimed wrongly, and the figures.</summary>
internal sealed class GeneratedOutcome(string source)
{
    private readonly List<string> _wrong = [];
    private readonly List<GraphComparison> _configured = [];

    /// <summary>The program.</summary>
    public string Source { get; } = source;

    /// <summary>What the runs disprove.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>The comparisons with the configuration of the stack known.</summary>
    public IReadOnlyList<GraphComparison> Configured => _configured;

    /// <summary>Whether some run of it ended by an exception.</summary>
    public bool Fails { get; private set; }

    public void Add(GraphComparison comparison, bool isConfigured, Recording run)
    {
        Fails |= !run.Failures.IsEmpty;
        _wrong.AddRange(comparison.Wrong.Select(wrong => (isConfigured ? "with configuration: " : "") + wrong));
        if (isConfigured)
            _configured.Add(comparison);
    }
}
