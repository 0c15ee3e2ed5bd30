using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Converts all findings of a document, project or solution: each project in one step, since a chain may stand in several files and supports are shared. Nothing is merged
/// and nothing dropped, and the time is linear in the findings.
/// </summary>
internal sealed class CounterpartFixAll : FixAllProvider
{
    public static readonly CounterpartFixAll Instance = new();

    private CounterpartFixAll()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        var changed = solution;
        foreach (var project in ProjectsOf(fixAllContext))
        {
            var diagnostics = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (!diagnostics.IsEmpty)
                changed = await ConvertAsync(changed, project.Id, diagnostics, fixAllContext).ConfigureAwait(false);
        }

        return CodeAction.Create("Serve restricted models from their counterparts", createChangedSolution: _ => Task.FromResult(changed), fixAllContext.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Project> ProjectsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Solution => context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp),
        _ => [context.Project],
    };

    private static async Task<Solution> ConvertAsync(Solution solution, ProjectId id, ImmutableArray<Diagnostic> diagnostics, FixAllContext context)
    {
        if (await ProgramView.OfAsync(solution.GetProject(id)!, context.CancellationToken).ConfigureAwait(false) is not { } program)
            return solution;
        // Without a key (no finding was fixable where it was asked for) the preferred ways are meant.
        var key = context.CodeActionEquivalenceKey ?? ServeFromCounterpartFix.EquivalenceKey;
        var findings = diagnostics
            .SelectMany(diagnostic => ServeFromCounterpartFix.Ways(program, diagnostic).Where(way => way.Key == key).Select(way => FindingFacts.Of(diagnostic, program, way.Source, way.Family)))
            .OfType<FindingFacts>()
            .OrderBy(static finding => finding.Creation.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static finding => finding.Creation.SpanStart)
            .ToImmutableArray();
        return await ConvertedProject.OfAsync(program, findings, context.CancellationToken).ConfigureAwait(false) ?? solution;
    }
}
