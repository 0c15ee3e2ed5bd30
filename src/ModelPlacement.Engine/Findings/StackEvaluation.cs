using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Findings;

/// <summary>The program as it is in one stack.</summary>
internal sealed class StackEvaluation
{
    private readonly StackDeployments _stack;

    public StackEvaluation(ResourceGraph graph, StackConfiguration? configuration, DeploymentFinder finder)
    {
        Instances = graph.Instances;
        Name = configuration?.StackName;
        _stack = finder.In(() => graph, key => configuration?.Get(key).AsString());
    }

    /// <summary>The stack's name; null where the program is judged for all stacks at once.</summary>
    public string? Name { get; }

    public ImmutableArray<ResourceInstance> Instances { get; }

    /// <summary>The deployments that policies may have something to say of: those of models that they restrict, or that are not known.</summary>
    public IEnumerable<Deployment> Deployments(PolicySet policies)
    {
        var found = Instances.SelectMany(instance => _stack.Of(instance, model => model is null || policies.Restricts(model)));
        return Name is { } name ? found.Select(deployment => deployment with { Stacks = ImmutableArray.Create(name) }) : found;
    }

    /// <summary>Every model that an instance answers for, restricted or not; null stands for one that cannot be told.</summary>
    public IEnumerable<ModelIdentity?> ModelsOf(ResourceInstance instance)
    {
        var models = new List<ModelIdentity?>();
        _stack.Of(instance, model =>
        {
            models.Add(model);
            return false;
        });
        return models;
    }
}
