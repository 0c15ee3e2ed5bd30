using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Writing;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>Gives methods whose body is the expression that creates a resource one of statements, where what the resource becomes needs others beside it.</summary>
internal static class OpenedBodies
{
    /// <summary>Whether a resource has no place for others beside it, and can be given one.</summary>
    public static bool AreNeededFor(ProgramView program, FindingFacts finding) =>
        BodyOf(finding.Creation) is not null
        && Insertion.StatementBefore(program, finding.Creation) is null
        && !Supports.Of(program, finding.Family, before: null, finding.Creation).Missing.IsEmpty;

    /// <summary>The program with such bodies for some findings, and the diagnostics as they stand there.</summary>
    public static async Task<(ProgramView Program, ImmutableArray<Diagnostic> Diagnostics)> OfAsync(ProgramView program, IEnumerable<FindingFacts> findings, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var solution = program.Project.Solution;
        var changes = new Dictionary<string, List<TextChange>>(System.StringComparer.Ordinal);
        foreach (var tree in findings.Select(static finding => BodyOf(finding.Creation)!).Distinct().GroupBy(static body => body.SyntaxTree))
        {
            var text = await tree.Key.GetTextAsync(cancellation).ConfigureAwait(false);
            var layout = Layout.Of(await tree.Key.GetRootAsync(cancellation).ConfigureAwait(false));
            var own = tree.SelectMany(body => Open(text, layout, body)).OrderBy(static change => change.Span.Start).ToList();
            changes.Add(tree.Key.FilePath, own);
            solution = solution.WithDocumentText(program.Project.GetDocument(tree.Key)!.Id, text.WithChanges(own));
        }

        var opened = (await ProgramView.OfAsync(solution.GetProject(program.Project.Id)!, cancellation).ConfigureAwait(false))!;
        Location Moved(Location location) =>
            opened.TreeOf(location) is { } tree && changes.TryGetValue(tree.FilePath, out var own)
                ? Location.Create(tree, TextSpan.FromBounds(Position(own, location.SourceSpan.Start), Position(own, location.SourceSpan.End)))
                : location;

        return (opened, diagnostics.Select(diagnostic => Diagnostic.Create(diagnostic.Descriptor, Moved(diagnostic.Location), diagnostic.AdditionalLocations.Select(Moved), diagnostic.Properties)).ToImmutableArray());
    }

    /// <summary>The expression body that is a creation and nothing else; null where there is none, or something stands in it that would not stay as it is.</summary>
    private static ArrowExpressionClauseSyntax? BodyOf(BaseObjectCreationExpressionSyntax creation) =>
        creation.Parent is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } body
        && !body.ContainsDirectives
        && !Trivia(body).Any(Comments.IsComment)
            ? body
            : null;

    /// <summary>What stands between what an expression body belongs to and its expression.</summary>
    private static IEnumerable<SyntaxTrivia> Trivia(ArrowExpressionClauseSyntax body) =>
        body.GetFirstToken().GetPreviousToken().TrailingTrivia.Concat(body.ArrowToken.LeadingTrivia).Concat(body.ArrowToken.TrailingTrivia).Concat(body.Expression.GetLeadingTrivia());

    private static IEnumerable<TextChange> Open(SourceText text, Layout layout, ArrowExpressionClauseSyntax body)
    {
        var indent = Layout.IndentOf(text, body.Parent!.SpanStart);
        var isShifted = Layout.IndentOf(text, body.Expression.SpanStart) == indent;
        var blocks = body.SyntaxTree.GetRoot().DescendantNodes().OfType<BlockSyntax>().ToList();
        var hasBraceOnLine = (blocks.FirstOrDefault(static block => block.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax) ?? blocks.FirstOrDefault()) is { } like && !Layout.StartsLine(text, like.SpanStart);
        yield return new TextChange(
            TextSpan.FromBounds(body.GetFirstToken().GetPreviousToken().Span.End, body.Expression.SpanStart),
            (hasBraceOnLine ? " " : layout.NewLine + indent) + "{" + layout.NewLine + indent + layout.Unit + "return ");

        var end = body.GetLastToken().GetNextToken();
        var first = text.Lines.GetLineFromPosition(body.Expression.SpanStart).LineNumber + 1;
        var last = text.Lines.GetLineFromPosition(end.SpanStart).LineNumber;
        for (var line = first; isShifted && line <= last; line++)
        {
            // What goes on from a line before is a text as its author wants it.
            if (!Layout.IsBlank(text, text.Lines[line]) && body.SyntaxTree.GetRoot().FindToken(text.Lines[line].Start) is var token && token.SpanStart >= text.Lines[line].Start)
                yield return new TextChange(new TextSpan(text.Lines[line].Start, 0), layout.Unit);
        }

        var behind = end.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? text.Lines[last].End : end.Span.End;
        yield return new TextChange(new TextSpan(behind, 0), layout.NewLine + indent + "}");
    }

    private static int Position(List<TextChange> changes, int position) =>
        position + changes.Where(change => change.Span.End <= position && change.Span.Start < position || change.Span.IsEmpty && change.Span.Start == position).Sum(static change => change.NewText!.Length - change.Span.Length);
}
