using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <summary>The variables of one block; a lambda keeps the scope it was created in.</summary>
internal sealed class Scope
{
    private readonly Scope? _outer;
    private readonly ImmutableArray<ILocalSymbol> _locals;
    private Dictionary<ISymbol, int>? _cells;
    private Dictionary<ISymbol, Closure>? _functions;

    public Scope(Scope? outer, ImmutableArray<ILocalSymbol> locals = default)
    {
        _outer = outer;
        _locals = locals;
    }

    /// <summary>The cell of a variable declared in this scope or one around it, or null.</summary>
    public int? Find(ISymbol variable)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._cells is not null && scope._cells.TryGetValue(variable, out var cell))
                return cell;
        }

        return null;
    }

    /// <summary>Declares a variable that no statement declared before it is assigned, such as that of a pattern that was not tried: in the scope of the block that it belongs to.</summary>
    public void DeclareAtHome(ISymbol variable, int cell)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (!scope._locals.IsDefaultOrEmpty && scope._locals.Contains(variable, SymbolEqualityComparer.Default))
            {
                scope.Declare(variable, cell);
                return;
            }
        }

        Declare(variable, cell);
    }

    /// <summary>The local function declared in this scope or one around it, or null.</summary>
    public Closure? FindFunction(IMethodSymbol function)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._functions is not null && scope._functions.TryGetValue(function, out var closure))
                return closure;
        }

        return null;
    }

    public void Declare(IMethodSymbol function, Closure closure) =>
        (_functions ??= new Dictionary<ISymbol, Closure>(SymbolEqualityComparer.Default))[function] = closure;

    public void Declare(ISymbol variable, int cell) =>
        (_cells ??= new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default))[variable] = cell;
}

/// <summary>One call in progress.</summary>
internal sealed class Frame
{
    public required IMethodSymbol? Method { get; init; }

    public required Value? This { get; init; }

    /// <summary>How many calls deep, counted from the body where evaluation began (0); a lambda that a library calls stands where it was written.</summary>
    public required int Depth { get; init; }

    /// <summary>The calls that led here, outermost first.</summary>
    public required ImmutableArray<Location> Trail { get; init; }

    /// <summary>What type parameters stand for in this call.</summary>
    public required ImmutableDictionary<ISymbol, ITypeSymbol> TypeArguments { get; init; }

    public required Scope Scope { get; set; }

    /// <summary>The mark of the store at the start of the call.</summary>
    public required int Mark { get; init; }

    /// <summary>Where the object under construction was declared, in a constructor.</summary>
    public Location? Declaration { get; set; }

    /// <summary>What each <c>return</c> left behind, and its value.</summary>
    public List<(Delta Delta, Value Value)> Returns { get; } = new();

    /// <summary>The version of the store when the last <c>return</c> ran.</summary>
    public long ReturnedAt { get; set; }

    /// <summary>How many of the returns must be kept as they are, since others are still to pass a <c>finally</c>.</summary>
    public int KeptReturns { get; set; }

    /// <summary>The values yielded so far, where the method is an iterator.</summary>
    public List<Value>? Yields { get; set; }

    /// <summary>How many conditions that are not known stood around the iterator when it started.</summary>
    public int YieldsAt { get; set; }

    /// <summary>How many loops whose rounds are not known stood around the iterator when it started.</summary>
    public int YieldsWithin { get; set; }

    /// <summary>Whether what is yielded depends on a condition that is not known.</summary>
    public bool YieldsUnknown { get; set; }

    /// <summary>What jumps to a label left behind, by label.</summary>
    public Dictionary<ISymbol, (int Mark, int Level, List<Delta> Deltas)> Jumps { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The body that runs.</summary>
    public IOperation? Body { get; set; }

    /// <summary>How many constructs that ways out land at were in progress when the call began, itself included.</summary>
    public int Level { get; set; }

    /// <summary>The receivers of the object initializers being evaluated, innermost last.</summary>
    public Stack<Value> Initialized { get; } = new();

    /// <summary>The receivers of the conditional accesses being evaluated, innermost last.</summary>
    public Stack<Value> ConditionalReceivers { get; } = new();
}
