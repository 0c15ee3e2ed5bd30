using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>
/// Evaluates a Pulumi program without running it: from a compilation to the resources that it creates. Safe for concurrent use.
/// </summary>
public sealed class StackProgramEvaluator
{
    private readonly Compilation _compilation;
    private readonly PulumiSymbols _pulumi;
    private readonly Implementations _implementations;

    private StackProgramEvaluator(Compilation compilation, PulumiSymbols pulumi)
    {
        _compilation = compilation;
        _pulumi = pulumi;
        _implementations = new Implementations(compilation);
        Bodies = new ProgramBodies(compilation);
    }

    /// <summary>The bound bodies, to which a driver adds those it has bound anyway.</summary>
    public ProgramBodies Bodies { get; }

    /// <summary>Pulumi's types in this compilation.</summary>
    public PulumiSymbols Pulumi => _pulumi;

    /// <summary>An evaluator of a compilation, or null when it does not reference Pulumi.</summary>
    public static StackProgramEvaluator? For(Compilation compilation) => PulumiSymbols.From(compilation) is { } pulumi ? new StackProgramEvaluator(compilation, pulumi) : null;

    /// <summary>What one method leads to, as the program's entry point.</summary>
    internal ResourceGraph Evaluate(IMethodSymbol entryPoint, EvaluationOptions options, CancellationToken cancellation) =>
        new(Run(entryPoint, ImmutableArray<IMethodSymbol>.Empty, options with { FromStart = true }, demand: null, cancellation).Instances.ToImmutableArray());

    /// <summary>
    /// Every resource that the program creates: what its entry point reaches, and, each on its own with parameters unknown, what no entry point reaches (a component
    /// library). What only tests reach is left out.
    /// </summary>
    /// <param name="options">The stack's settings, where known, and the budgets.</param>
    /// <param name="cancellation">Ends the evaluation by an <see cref="System.OperationCanceledException"/>.</param>
    public ResourceGraph Evaluate(EvaluationOptions options, CancellationToken cancellation) => Evaluate(options, ImmutableArray.Create(options.Configuration), cancellation)[0];

    /// <summary>
    /// The program in each of several stacks of its project. What asks nothing of its stack, or is answered the same as in a stack before, is not evaluated again: the graphs share its
    /// instances.
    /// </summary>
    /// <param name="options">The budgets.</param>
    /// <param name="stacks">The configuration of each stack; null where none is known.</param>
    /// <param name="cancellation">Ends the evaluation by an <see cref="System.OperationCanceledException"/>.</param>
    public ImmutableArray<ResourceGraph> Evaluate(EvaluationOptions options, ImmutableArray<StackConfiguration?> stacks, CancellationToken cancellation)
    {
        var members = new ProgramMembers(_compilation, _pulumi, cancellation);
        var demand = options.IsAsked is { } isAsked ? new Demand(isAsked, members, _pulumi, Bodies, _implementations, cancellation) : null;
        var known = new Dictionary<IMethodSymbol, List<RootRun>>(SymbolEqualityComparer.Default);
        return stacks.Select(stack => Evaluate(options with { Configuration = stack }, members, demand, known, cancellation)).ToImmutableArray();
    }

    private ResourceGraph Evaluate(EvaluationOptions options, ProgramMembers members, Demand? demand, Dictionary<IMethodSymbol, List<RootRun>> known, CancellationToken cancellation)
    {
        var instances = ImmutableArray.CreateBuilder<ResourceInstance>();
        var isExhausted = false;
        var steps = 0;
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var budget = options.BudgetOf(_compilation.SyntaxTrees.Sum(static tree => (long)tree.Length));
        if (Bodies.EntryPoint(cancellation) is { } entryPoint)
            RunAll([entryPoint], options with { FromStart = true, OperationBudget = budget }, budget, keep: true);

        // What a program does not reach is seldom much of it, in a library it is all: one budget for it, of which no single root takes more than a tenth.
        var share = options with { OperationBudget = options.OperationBudget / 10 };
        RunAll(members.Tests, share, budget, keep: false);

        // What is called is reached from where it is called, with the arguments it is given; in a program that starts somewhere, what is called but not reached is code
        // that this stack does not run, unless the evaluation ended before the program did.
        RunAll(Bodies.EntryPoint(cancellation) is null || isExhausted ? members.Uncalled.AddRange(members.Called) : members.Uncalled, share, budget, keep: true);
        return new ResourceGraph(instances.ToImmutable()) { Steps = steps };

        void RunAll(IEnumerable<IMethodSymbol> roots, EvaluationOptions with, int left, bool keep)
        {
            foreach (var root in roots)
            {
                if (reached.Contains(root) || left <= 0)
                    continue;
                if (!known.TryGetValue(root, out var before))
                    known.Add(root, before = new List<RootRun>());
                var run = before.Find(one => one.Reads.AreSameIn(one.Stack, with.Configuration));
                if (run is null)
                    before.Add(run = Run(root, with.FromStart ? members.ModuleInitializers : ImmutableArray<IMethodSymbol>.Empty, with, demand, cancellation));
                left -= run.Steps;
                steps += run.Steps;
                isExhausted |= run.Exhausted;
                reached.UnionWith(run.Reached);
                if (keep)
                    instances.AddRange(run.Instances);
            }
        }
    }

    // Once more where calls that run late are found to have read what was changed after them, until nothing more is found; and where every run would end by an exception.
    private RootRun Run(IMethodSymbol root, ImmutableArray<IMethodSymbol> first, EvaluationOptions options, Demand? demand, CancellationToken cancellation)
    {
        const int Passes = 8;
        var late = new LateChanges();
        var reads = new ConfigurationReads();
        var steps = 0;
        for (var pass = 1; ; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = late.Count;
            var interpreter = new Interpreter(_compilation, _pulumi, Bodies, _implementations, options, reads, late, demand, cancellation);
            foreach (var initializer in first)
                interpreter.RunRoot(initializer);
            interpreter.RunRoot(root);
            steps += interpreter.Steps;
            if (interpreter.IsDoubtful && !options.DoubtsExceptions)
            {
                options = options with { DoubtsExceptions = true };
                continue;
            }

            var isSettled = late.Count == known;
            if (!isSettled && pass >= Passes)
                Forget(interpreter.Instances);
            if (!isSettled && pass < Passes)
                continue;
            var instances = interpreter.Instances;
            if (interpreter.Exhausted)
            {
                var left = new Interpreter(_compilation, _pulumi, Bodies, _implementations, options with { FromStart = false }, reads, late, demand, cancellation);
                left.RunWhatIsLeft(interpreter, root);
                steps += left.Steps;
                instances = [.. instances, .. left.Instances];
            }

            return new RootRun(options.Configuration, reads, instances, interpreter.Reached, steps, interpreter.Exhausted);
        }
    }

    // Each round of forgetting changes what the next lambda reads: what this one claims would not hold either.
    private static void Forget(IEnumerable<ResourceInstance> instances)
    {
        const string Reason = "budget: lambdas that run later, each of which changes what another one reads";
        foreach (var instance in instances)
        {
            instance.Name = instance.Inputs = instance.Options = new Unknown(Reason);
            instance.IsConditional = true;
        }
    }

    /// <summary>What a root leads to in one stack.</summary>
    private sealed record RootRun(
        StackConfiguration? Stack, ConfigurationReads Reads, IReadOnlyList<ResourceInstance> Instances, IReadOnlyCollection<IMethodSymbol> Reached, int Steps, bool Exhausted);
}
