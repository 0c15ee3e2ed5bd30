using System.Collections.Immutable;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>The resources that a stack program creates, in the order of creation. References between them stand in their inputs.</summary>
/// <param name="Instances">Every resource instance, components and providers included.</param>
public sealed record ResourceGraph(ImmutableArray<ResourceInstance> Instances)
{
    /// <summary>How many operations were evaluated for it, those that another stack needed too included.</summary>
    internal int Steps { get; init; }
}
