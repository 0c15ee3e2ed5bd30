using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes;

/// <summary>A code fix for findings of some rules: reads the program once and registers what is offered for each finding, the safe default first.</summary>
public abstract class FindingFix : CodeFixProvider
{
    private protected FindingFix(params string[] rules) => FixableDiagnosticIds = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    // Most fixes are a decision of a person's, one finding at a time. Those that are not say so.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ProgramView.OfAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } program)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in await OffersAsync(program, diagnostic, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create(offer.Title, offer.ApplyAsync, offer.Key), diagnostic);
        }
    }

    /// <summary>What is offered for a finding, the safe default first.</summary>
    private protected abstract Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation);
}

/// <summary>One way to fix a finding.</summary>
/// <param name="Title">What the person who chooses it reads.</param>
/// <param name="Key">The same for every finding that is fixed this way.</param>
/// <param name="ApplyAsync">Makes the fixed solution.</param>
internal sealed record FixOffer(string Title, string Key, Func<CancellationToken, Task<Solution>> ApplyAsync)
{
    /// <summary>An offer whose solution is made already, since whether it can be offered depends on it.</summary>
    public FixOffer(string title, string key, Solution solution)
        : this(title, key, _ => Task.FromResult(solution))
    {
    }
}
