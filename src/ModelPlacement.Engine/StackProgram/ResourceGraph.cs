using System.Collections.Immutable;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>The resources that a stack program creates, in the order of creation. References between them stand in their inputs.</summary>
/// <param name="Instances">Every resource instance, components and providers included.</param>
public sealed record ResourceGraph(ImmutableArray<ResourceInstance> Instances);
