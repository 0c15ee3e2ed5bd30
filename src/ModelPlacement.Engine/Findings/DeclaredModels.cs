using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Findings;

/// <summary>What the declarations of violating resources serve over all their instances: of a loop, of a helper's callers, of every stack.</summary>
internal sealed class DeclaredModels
{
    private readonly ILookup<Location, StackInstance> _instances;
    private readonly ILookup<InstanceOfStack, Violation> _violations;

    public DeclaredModels(IReadOnlyCollection<StackEvaluation> stacks, IReadOnlyCollection<Verdict> verdicts)
    {
        // A resource that is exempted in one stack and forbidden in another is forbidden in both. One that is exempted wherever it is stays as it is.
        var forbidden = verdicts.OfType<Violation>().Select(Named).ToImmutableHashSet();
        _violations = verdicts.Select(verdict => verdict is Exempted { Finding: Violation exempted } && forbidden.Contains(Named(exempted)) ? exempted : verdict)
            .OfType<Violation>().ToLookup(static violation => new InstanceOfStack(violation.Deployment.Resource, violation.Deployment.Stacks.FirstOrDefault()));
        var declarations = new HashSet<Location>(_violations.Select(static violations => violations.Key.Instance.Declaration));
        _instances = stacks
            .SelectMany(static stack => stack.Instances.Select(instance => new StackInstance(instance, stack)))
            .Where(pair => declarations.Contains(pair.Instance.Declaration))
            .ToLookup(static pair => pair.Instance.Declaration);
    }

    private static NamedDeclaration Named(Violation violation) => new(violation.Deployment.Resource.Declaration, (violation.Deployment.Resource.Name as Constant)?.Raw as string);

    /// <summary>The models that a violation's declaration serves; empty where its policy has nothing against one of them in one of its instances.</summary>
    public ImmutableArray<ModelIdentity> Of(Violation violation)
    {
        var models = ImmutableArray.CreateBuilder<ModelIdentity>();
        foreach (var (instance, stack) in _instances[violation.Deployment.Resource.Declaration])
        {
            var forbidden = _violations[new InstanceOfStack(instance, stack.Name)]
                .Where(other => other.Rule == violation.Rule && other.Policies[0].Id == violation.Policies[0].Id)
                .Select(static other => other.Deployment.Model!)
                .ToImmutableArray();
            if (forbidden.IsEmpty || stack.ModelsOf(instance).Any(model => model is null || !forbidden.Contains(model)))
                return ImmutableArray<ModelIdentity>.Empty;
            models.AddRange(forbidden);
        }

        return models.Distinct().ToImmutableArray();
    }

    private sealed record StackInstance(ResourceInstance Instance, StackEvaluation Stack);

    private sealed record InstanceOfStack(ResourceInstance Instance, string? Stack);

    private sealed record NamedDeclaration(Location Declaration, string? Name);
}
