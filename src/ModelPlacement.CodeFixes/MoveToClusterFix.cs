using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Moves a Kubernetes workload, and what stands beside it on its provider, to a provider in scope whose cluster is on the compliant cloud. The workload stays as it is;
/// annotations that make a load balancer internal become that cloud's.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToClusterFix))]
[Shared]
public sealed class MoveToClusterFix : FindingFix
{
    private const string EquivalenceKey = "MoveToCluster";

    private static readonly ProjectFixAll ForAll = new("Run restricted models on the clusters in scope", MoveAsync);

    /// <summary>Made by the host.</summary>
    public MoveToClusterFix()
        : base(RuleId.ServedOutsideAllowedClouds, RuleId.SelfHostedOutsideAllowedClouds)
    {
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => ForAll;

    private protected override async Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation) =>
        ClusterMove.Of(program, ImmutableArray.Create(diagnostic)) is [var move] && await TryAsync(program, ImmutableArray.Create(move), cancellation).ConfigureAwait(false) is { } solution
            ? [new FixOffer(move.Connection?.Title ?? "Run it on the cluster of '" + move.To!.Name + "'", EquivalenceKey, solution)]
            : [];

    private static Task<Solution?> MoveAsync(ProgramView program, ImmutableArray<Diagnostic> findings, string? key, CancellationToken cancellation) =>
        Soundness.MostOfAsync(ClusterMove.Of(program, findings), moves => TryAsync(program, moves, cancellation));

    private static async Task<Solution?> TryAsync(ProgramView program, ImmutableArray<ClusterMove> moves, CancellationToken cancellation)
    {
        var solution = ClusterMove.Apply(program, moves);
        return !moves.IsEmpty && await Soundness.HoldsAsync(program, solution, changesMembers: false, moves.Length, cancellation).ConfigureAwait(false) ? solution : null;
    }
}
