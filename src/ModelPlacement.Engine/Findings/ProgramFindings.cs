using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
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
    private readonly Func<CancellationToken, PolicySet> _policies;
    private readonly Func<CancellationToken, ImmutableArray<StackConfiguration>> _stacks;
    private readonly object _gate = new();

    // Let go of once all is found out: what it has bound is as large as the program.
    private StackProgramEvaluator? _evaluator;
    private Judgement? _judgement;

    private ProgramFindings(StackProgramEvaluator evaluator, Func<CancellationToken, PolicySet> policies, Func<CancellationToken, ImmutableArray<StackConfiguration>> stacks)
    {
        _evaluator = evaluator;
        _policies = policies;
        _stacks = stacks;
    }

    /// <summary>The findings of a compilation under a set of policies, or null when it does not reference Pulumi.</summary>
    /// <param name="compilation">The stack program.</param>
    /// <param name="policies">What it is judged by; asked for when the first finding is.</param>
    /// <param name="stacks">The stacks whose configuration is known; without any, the program is judged once for all.</param>
    public static ProgramFindings? For(Compilation compilation, Func<CancellationToken, PolicySet> policies, Func<CancellationToken, ImmutableArray<StackConfiguration>> stacks) =>
        StackProgramEvaluator.For(compilation) is { } evaluator ? new ProgramFindings(evaluator, policies, stacks) : null;

    /// <summary>Takes a body that the driver has bound anyway.</summary>
    public void Add(IOperation block) => Volatile.Read(ref _evaluator)?.Bodies.Add(block);

    /// <summary>The findings that sit in a syntax tree.</summary>
    public IEnumerable<Finding> In(SyntaxTree tree, CancellationToken cancellation) => Judge(cancellation).ByTree[tree];

    /// <summary>The exemptions that took a finding out.</summary>
    public ImmutableArray<Exemption> Exemptions(CancellationToken cancellation) => Judge(cancellation).Exemptions;

    private Judgement Judge(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _judgement) is { } known)
            return known;
        lock (_gate)
        {
            if (_evaluator is { } evaluator)
            {
                Volatile.Write(ref _judgement, JudgeNow(evaluator, cancellation));
                Volatile.Write(ref _evaluator, null);
            }

            return _judgement!;
        }
    }

    private Judgement JudgeNow(StackProgramEvaluator evaluator, CancellationToken cancellation)
    {
        var policies = _policies(cancellation);
        var finder = new DeploymentFinder(ResourceCatalog.BuiltIn.With(policies.Resources), policies.Families);
        var stacks = _stacks(cancellation).Cast<StackConfiguration?>().DefaultIfEmpty().ToImmutableArray();
        var evaluations = evaluator.Evaluate(EvaluationOptions.Default with { IsAsked = finder.AsksFor }, stacks, cancellation).Zip(stacks, (graph, stack) => new StackEvaluation(graph, stack, finder)).ToList();
        var judged = evaluations.SelectMany(evaluation => evaluation.Deployments(policies)).SelectMany(deployment => policies.Judge(deployment)).ToList();
        var declarations = new Lazy<DeclaredModels>(() => new DeclaredModels(evaluations, judged));
        var verdicts = VerdictStacks.Merge(judged);
        var findings = WithoutDoubt(verdicts).Select(verdict => AsFinding(verdict, declarations)).OfType<Finding>().GroupBy(static finding => new { finding.Rule, finding.Location, finding.Message }).Select(static same => same.First());
        return new Judgement(
            findings.ToLookup(static finding => finding.Location.SourceTree),
            verdicts.OfType<Exempted>().Select(static verdict => verdict.By).ToImmutableArray());
    }

    // Where one alternative is forbidden, that is the finding; that another is not known adds nothing to it.
    private static IEnumerable<Verdict> WithoutDoubt(ImmutableArray<Verdict> verdicts)
    {
        var violating = new HashSet<ResourceInstance>(verdicts.OfType<Violation>().Select(static violation => violation.Deployment.Resource));
        return verdicts.Where(verdict => verdict is not Undetermined { Rule: RuleId.ModelUndetermined } || !violating.Contains(verdict.Deployment.Resource));
    }

    private static Finding? AsFinding(Verdict verdict, Lazy<DeclaredModels> declarations)
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
            Evidence = (place.Equals(creation) ? evidence : evidence.Prepend(creation)).Where(location => location.IsInSource && !location.Equals(place)).Distinct().ToImmutableArray(),
            Severity = (verdict as Violation)?.Severity,
            DeclaredModels = verdict is Violation found ? declarations.Value.Of(found) : ImmutableArray<ModelIdentity>.Empty,
        };
    }

    private sealed record Judgement(ILookup<SyntaxTree?, Finding> ByTree, ImmutableArray<Exemption> Exemptions);
}
