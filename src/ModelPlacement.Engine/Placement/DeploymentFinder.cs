using System;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Finds the deployments of models in stack programs. Immutable and safe under concurrent callers.</summary>
public sealed class DeploymentFinder
{
    private readonly ResourceCatalog _catalog;
    private readonly ModelFamilies _families;

    public DeploymentFinder(ResourceCatalog catalog, ModelFamilies families)
    {
        _catalog = catalog;
        _families = families;
    }

    /// <summary>Every deployment of a program, in the order of the resources.</summary>
    /// <param name="graph">The program's resources.</param>
    /// <param name="configuration">The stack's configuration by full key (<c>aws:region</c>), null for what it does not set; null without a stack.</param>
    public ImmutableArray<Deployment> Find(ResourceGraph graph, Func<string, string?>? configuration = null)
    {
        var stack = In(() => graph, configuration);
        return graph.Instances.SelectMany(instance => stack.Of(instance)).ToImmutableArray();
    }

    /// <summary>The deployments of a program, resource by resource as they are asked for; what was found out is kept between questions.</summary>
    /// <param name="graph">Gives the whole program; asked for only where a name has to be looked up or a restricted model's neighbours matter.</param>
    /// <param name="configuration">The stack's configuration by full key (<c>aws:region</c>), null for what it does not set; null without a stack.</param>
    public StackDeployments In(Func<ResourceGraph> graph, Func<string, string?>? configuration = null) =>
        new(new ResourceMap(_catalog, graph), _families, configuration ?? (static _ => null));
}
