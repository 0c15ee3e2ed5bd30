using System.Collections.Generic;
using System.Collections.Immutable;
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
    internal ResourceGraph Evaluate(IMethodSymbol entryPoint, EvaluationOptions options, CancellationToken cancellation)
    {
        var interpreter = new Interpreter(_compilation, _pulumi, Bodies, _implementations, options with { FromStart = true }, cancellation);
        interpreter.RunRoot(entryPoint);
        return new ResourceGraph(interpreter.Instances.ToImmutableArray()) { UsedConfiguration = interpreter.UsedConfiguration };
    }

    /// <summary>
    /// Every resource that the program creates: what its entry point reaches, and, each on its own with parameters unknown, what no entry point reaches (a component
    /// library). What only tests reach is left out.
    /// </summary>
    /// <param name="options">The stack's settings, where known, and the budgets.</param>
    /// <param name="cancellation">Ends the evaluation by an <see cref="System.OperationCanceledException"/>.</param>
    public ResourceGraph Evaluate(EvaluationOptions options, CancellationToken cancellation)
    {
        var instances = ImmutableArray.CreateBuilder<ResourceInstance>();
        var usedConfiguration = false;
        var isExhausted = false;
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (Bodies.EntryPoint(cancellation) is { } entryPoint)
            Run([entryPoint], options with { FromStart = true }, options.OperationBudget, keep: true);

        // What a program does not reach is seldom much of it, in a library it is all: one budget for it, of which no single root takes more than a tenth.
        var share = options with { OperationBudget = options.OperationBudget / 10 };
        var members = new ProgramMembers(_compilation, _pulumi, cancellation);
        Run(members.Tests, share, options.OperationBudget, keep: false);

        // What is called is reached from where it is called, with the arguments it is given; in a program that starts somewhere, what is called but not reached is code
        // that this stack does not run, unless the evaluation ended before the program did.
        Run(Bodies.EntryPoint(cancellation) is null || isExhausted ? members.Uncalled.AddRange(members.Called) : members.Uncalled, share, options.OperationBudget, keep: true);
        return new ResourceGraph(instances.ToImmutable()) { UsedConfiguration = usedConfiguration };

        void Run(IEnumerable<IMethodSymbol> roots, EvaluationOptions with, int budget, bool keep)
        {
            foreach (var root in roots)
            {
                cancellation.ThrowIfCancellationRequested();
                if (reached.Contains(root) || budget <= 0)
                    continue;
                var interpreter = new Interpreter(_compilation, _pulumi, Bodies, _implementations, with, cancellation);
                interpreter.RunRoot(root);
                budget -= interpreter.Steps;
                isExhausted |= interpreter.Exhausted;
                reached.UnionWith(interpreter.Reached);
                usedConfiguration |= interpreter.UsedConfiguration;
                if (keep)
                    instances.AddRange(interpreter.Instances);
            }
        }
    }
}
