using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
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

    /// <summary>Whether a deployment may depend on what a resource of this token and class is given; the name and options of every resource count.</summary>
    public bool AsksFor(string token, INamedTypeSymbol type) =>
        _catalog.Find(token) is not null || ResourceMap.EntryOfClass(_catalog, type) is not null;

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
