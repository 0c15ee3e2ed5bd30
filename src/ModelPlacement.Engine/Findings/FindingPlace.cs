using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Findings;

/// <summary>Where a finding sits.</summary>
internal static class FindingPlace
{
    /// <summary>
    /// Where the model was passed as an argument of a call that led to the resource that carries it; else the resource's creation. Values from loops, fields,
    /// properties and tuples enter nowhere.
    /// </summary>
    public static Location Of(Deployment deployment)
    {
        var carrier = deployment.Chain.IsEmpty ? deployment.Resource : deployment.Chain[deployment.Chain.Length - 1];
        return Entry(deployment.ModelValue, carrier) ?? Entry(deployment.ModelValue, deployment.Resource) ?? deployment.Resource.Declaration;
    }

    private static Location? Entry(Value? value, ResourceInstance instance)
    {
        if (value?.Origin is not { } origin)
            return null;

        // The outermost call counts: the one whose argument stands in the body where evaluation began.
        Origin? entered = null;
        foreach (var step in origin.Steps())
        {
            if (step.Kind == OriginKind.Argument && IsOnTrail(step, instance) && (entered is null || step.Depth <= entered.Depth))
                entered = step;
        }

        if (entered is null)
            return null;

        // Of an argument that is a whole object, the part that says the model.
        return entered.Steps().LastOrDefault(step => Contains(entered.Location, step.Location))?.Location ?? entered.Location;
    }

    private static bool IsOnTrail(Origin step, ResourceInstance instance) =>
        step.Depth < instance.CallTrail.Length && Contains(instance.CallTrail[step.Depth], step.Location);

    private static bool Contains(Location outer, Location inner) => outer.SourceTree == inner.SourceTree && outer.SourceSpan.Contains(inner.SourceSpan);
}
