using System;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>What an evaluation knows beside the program, and how much it may cost.</summary>
public sealed record EvaluationOptions
{
    public static readonly EvaluationOptions Default = new();

    /// <summary>The configuration of the stack evaluated, or null where none is known.</summary>
    public StackConfiguration? Configuration { get; init; }

    /// <summary>
    /// Whether anything is asked of the resources of a token and class; null: of all. Of the others, inputs that the program itself does not read are left
    /// <see cref="Unknown"/>.
    /// </summary>
    public Func<string, INamedTypeSymbol, bool>? IsAsked { get; init; }

    /// <summary>Whether evaluation begins where the program does, so that static variables hold what they were initialized with.</summary>
    public bool FromStart { get; init; }

    /// <summary>Whether what is called is taken to return where all that is known says that it throws: the program goes on with a value that is not known.</summary>
    internal bool DoubtsExceptions { get; init; }

    /// <summary>
    /// Operations evaluated from the entry point on before everything further is <see cref="Unknown"/>; as many for all that it does not reach. A program of few lines has
    /// less (<see cref="BudgetOf"/>): what takes it so many turns in circles, and whoever types it waits.
    /// </summary>
    public int OperationBudget { get; init; } = 2_000_000;

    /// <summary>The operations that a program of so many characters is given.</summary>
    internal int BudgetOf(long characters) => (int)System.Math.Min(OperationBudget, 400_000 + (4 * characters));

    /// <summary>Rounds of one loop before its body is run once more for all that remain.</summary>
    public int LoopBudget { get; init; } = 2_048;

    /// <summary>Calls within calls before a result is <see cref="Unknown"/>.</summary>
    public int CallDepth { get; init; } = 64;

    /// <summary>Instances kept of one declaration.</summary>
    public int InstancesPerDeclaration { get; init; } = 1_024;
}
