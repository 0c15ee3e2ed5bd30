using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>Where a container stands in a resource's inputs, and what of it is where. Paths other than <see cref="At"/> start at the container.</summary>
public sealed record ContainerPaths
{
    /// <summary>From the inputs to the container (<c>spec.template.spec.containers[]</c>); empty where the inputs are the container.</summary>
    public required PropertyPath At { get; init; }

    public ImmutableArray<PropertyPath> Image { get; init; } = ImmutableArray<PropertyPath>.Empty;

    /// <summary>Command (entry point) and then arguments, in the order they make the command line. A value may be a list's item or a whole command line in one string.</summary>
    public ImmutableArray<PropertyPath> Arguments { get; init; } = ImmutableArray<PropertyPath>.Empty;

    public ImmutableArray<NamedValuesPath> Environment { get; init; } = ImmutableArray<NamedValuesPath>.Empty;
}
