using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>How a value took one step on its way from where it was written to where it is used.</summary>
public enum OriginKind
{
    /// <summary>Written there: a literal, a constant, an expression that yields a new value.</summary>
    Written,

    /// <summary>Kept in and read from a local, field or property.</summary>
    Stored,

    /// <summary>Passed as an argument of a method, constructor or component: the value entered a callee there.</summary>
    Argument,

    /// <summary>Came back from a call.</summary>
    Returned,

    /// <summary>Read from the stack's configuration.</summary>
    Configuration,

    /// <summary>Follows from the condition of a choice.</summary>
    Condition,
}

/// <summary>The chain of locations that a value came through, the newest step first.</summary>
/// <param name="Kind">What happened there.</param>
/// <param name="Location">Where, in the program's source.</param>
/// <param name="Depth">How many calls deep the step stands, counted from the body where evaluation began (0).</param>
/// <param name="Previous">The step before it, or null where the value was written.</param>
public sealed record Origin(OriginKind Kind, Location Location, int Depth, Origin? Previous = null)
{
    /// <summary>The steps from the newest to the one where the value was written.</summary>
    public IEnumerable<Origin> Steps()
    {
        for (var step = this; step is not null; step = step.Previous)
            yield return step;
    }
}
