using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Fixes all findings of a document, project or solution: each project in one step, since what a finding is about may stand in several files and be shared with others.
/// Nothing is merged and nothing dropped, and the time is linear in the findings.
/// </summary>
internal sealed class ProjectFixAll : FixAllProvider
{
    private readonly string _title;
    private readonly FixProject _fix;

    /// <param name="title">What the person who chooses it reads.</param>
    /// <param name="fix">Fixes the findings of one project.</param>
    public ProjectFixAll(string title, FixProject fix)
    {
        _title = title;
        _fix = fix;
    }

    /// <summary>Fixes those findings of a project that can be; null where none can be.</summary>
    /// <param name="program">The project's program.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="key">The key of the chosen way; null where no finding was fixable at the place that was asked for, which means the default.</param>
    /// <param name="cancellation">Stops the work.</param>
    public delegate Task<Solution?> FixProject(ProgramView program, ImmutableArray<Diagnostic> findings, string? key, CancellationToken cancellation);

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var changed = fixAllContext.Solution;
        foreach (var project in ProjectsOf(fixAllContext))
        {
            var findings = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (!findings.IsEmpty && await ProgramView.OfAsync(changed.GetProject(project.Id)!, fixAllContext.CancellationToken).ConfigureAwait(false) is { } program)
                changed = await _fix(program, findings, fixAllContext.CodeActionEquivalenceKey, fixAllContext.CancellationToken).ConfigureAwait(false) ?? changed;
        }

        return CodeAction.Create(_title, createChangedSolution: _ => Task.FromResult(changed), fixAllContext.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Project> ProjectsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Solution => context.Solution.Projects.Where(static project => string.Equals(project.Language, LanguageNames.CSharp, StringComparison.Ordinal)),
        _ => [context.Project],
    };
}
