using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Findings;

/// <summary>
/// The findings of one compilation, by the syntax tree they sit in. Found out once, by the first who asks; a caller that is cancelled leaves the work to the next.
/// Safe for concurrent use.
/// </summary>
public sealed class ProgramFindings
{
    private readonly StackProgramEvaluator _evaluator;
    private readonly PolicySet _policies;
    private readonly ImmutableArray<IStackSettings> _stacks;
    private readonly object _gate = new();
    private ILookup<SyntaxTree?, Finding>? _byTree;

    private ProgramFindings(StackProgramEvaluator evaluator, PolicySet policies, ImmutableArray<IStackSettings> stacks)
    {
        _evaluator = evaluator;
        _policies = policies;
        _stacks = stacks;
    }

    /// <summary>The bound bodies, to which a driver adds those it has bound anyway.</summary>
    public ProgramBodies Bodies => _evaluator.Bodies;

    /// <summary>The findings of a compilation under a set of policies, or null when it does not reference Pulumi.</summary>
    /// <param name="compilation">The stack program.</param>
    /// <param name="policies">What it is judged by.</param>
    /// <param name="stacks">The stacks whose configuration is known; without any, the program is judged once for all.</param>
    public static ProgramFindings? For(Compilation compilation, PolicySet policies, ImmutableArray<IStackSettings> stacks) =>
        StackProgramEvaluator.For(compilation) is { } evaluator ? new ProgramFindings(evaluator, policies, stacks) : null;

    /// <summary>The findings that sit in a syntax tree.</summary>
    public IEnumerable<Finding> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = Volatile.Read(ref _byTree);
        if (found is null)
        {
            lock (_gate)
            {
                found = _byTree ?? Find(cancellation).ToLookup(static finding => finding.Location.SourceTree);
                Volatile.Write(ref _byTree, found);
            }
        }

        return found[tree];
    }

    private ImmutableArray<Finding> Find(CancellationToken cancellation)
    {
        var catalog = ResourceCatalog.BuiltIn.With(_policies.Resources);
        var finder = new DeploymentFinder(catalog, _policies.Families);
        var deployments = new List<Deployment>();
        var first = _evaluator.Evaluate(EvaluationOptions.Default with { Settings = _stacks.FirstOrDefault() }, cancellation);
        if (_stacks.IsEmpty || !first.UsedConfiguration)
        {
            deployments.AddRange(Of(first, _stacks.FirstOrDefault(), finder));
        }
        else
        {
            foreach (var stack in _stacks)
            {
                var graph = ReferenceEquals(stack, _stacks[0]) ? first : _evaluator.Evaluate(EvaluationOptions.Default with { Settings = stack }, cancellation);
                deployments.AddRange(Of(graph, stack, finder).Select(deployment => deployment with { Stacks = ImmutableArray.Create(stack.StackName) }));
            }
        }

        return deployments.SelectMany(deployment => _policies.Judge(deployment)).Select(AsFinding).OfType<Finding>().GroupBy(static finding => (finding.Rule, finding.Location, finding.Message)).Select(static same => same.First()).ToImmutableArray();
    }

    private IEnumerable<Deployment> Of(ResourceGraph graph, IStackSettings? settings, DeploymentFinder finder)
    {
        var stack = finder.In(() => graph, key => settings?.Read(key)?.AsString());
        return graph.Instances.SelectMany(instance => stack.Of(instance, model => model is null || _policies.Restricts(model)));
    }

    private static Finding? AsFinding(Verdict verdict)
    {
        var rule = verdict switch
        {
            Violation violation => violation.Rule,
            Undetermined undetermined => undetermined.Rule,
            _ => null,
        };
        if (rule is null)
            return null;
        var place = FindingPlace.Of(verdict.Deployment);
        var creation = verdict.Deployment.Resource.Declaration;
        var evidence = verdict.Deployment.Evidence.Select(static item => item.Location);
        return new Finding
        {
            Verdict = verdict,
            Rule = rule,
            Message = VerdictMessage.Of(verdict),
            Location = place,
            Evidence = (place.Equals(creation) ? evidence : evidence.Prepend(creation)).Where(static location => location.IsInSource).Distinct().ToImmutableArray(),
            Severity = (verdict as Violation)?.Severity,
        };
    }
}
