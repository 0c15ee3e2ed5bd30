using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Takes statements and members out of a file: whole lines, with one of the blank lines around them, their comments left behind.</summary>
internal static class Removal
{
    /// <summary>Writes the removal of nodes, those that follow each other directly as one.</summary>
    public static void Write(FileEdits edits, SourceText text, Layout layout, IEnumerable<SyntaxNode> nodes)
    {
        var going = new HashSet<SyntaxNode>(nodes.Select(Outer));
        foreach (var node in going.OrderBy(static node => node.SpanStart))
        {
            if (Previous(node) is { } previous && going.Contains(previous))
                continue;
            var run = new List<SyntaxNode> { node };
            while (Next(run[run.Count - 1]) is { } next && going.Contains(next))
                run.Add(next);
            WriteRun(edits, text, layout, run);
        }
    }

    /// <summary>The place before a statement, and before what is removed directly before it, where others can be inserted: a line's start.</summary>
    public static int InsertionPoint(SourceText text, SyntaxNode statement, IEnumerable<SyntaxNode> removed)
    {
        var going = new HashSet<SyntaxNode>(removed.Select(Outer));
        var first = Outer(statement);
        while (Previous(first) is { } previous && going.Contains(previous))
            first = previous;
        var position = first.SpanStart;
        foreach (var trivia in first.GetLeadingTrivia())
        {
            if (Comments.IsComment(trivia) || trivia.IsDirective)
            {
                position = trivia.SpanStart;
                break;
            }
        }

        return Layout.StartsLine(text, position) ? text.Lines.GetLineFromPosition(position).Start : position;
    }

    private static void WriteRun(FileEdits edits, SourceText text, Layout layout, List<SyntaxNode> run)
    {
        var first = run[0];
        var last = run[run.Count - 1];
        var firstLine = text.Lines.GetLineFromPosition(first.SpanStart);
        var lastLine = text.Lines.GetLineFromPosition(last.Span.End);
        var after = text.ToString(TextSpan.FromBounds(last.Span.End, lastLine.End)).TrimStart();
        var isAlone = Layout.StartsLine(text, first.SpanStart) && (after.Length == 0 || after.StartsWith("//", System.StringComparison.Ordinal) || after.StartsWith("/*", System.StringComparison.Ordinal));
        if (!isAlone)
        {
            edits.Delete(TextSpan.FromBounds(first.SpanStart, last.Span.End));
            return;
        }

        var comments = new List<string>(Comments.Inside(first));
        foreach (var node in run.Skip(1))
            comments.AddRange(Comments.Before(node).Concat(Comments.Inside(node)));
        var indent = Layout.IndentOf(text, first.SpanStart);
        var left = new StringBuilder();
        foreach (var comment in comments)
            left.Append(indent).Append(comment).Append(layout.NewLine);

        var start = firstLine.LineNumber;
        var end = lastLine.LineNumber + 1;
        var keepsComments = comments.Count > 0 || Comments.Before(first).Any();
        var isBlankAfter = end < text.Lines.Count && Layout.IsBlank(text, text.Lines[end]);
        var endsList = end >= text.Lines.Count || text.Lines[end].ToString().TrimStart().StartsWith("}", System.StringComparison.Ordinal);
        if (isBlankAfter && (keepsComments || start == 0 || Layout.IsBlank(text, text.Lines[start - 1]) || OpensList(text, start) || edits.EndsBlankAt(text.Lines[start].Start)))
        {
            while (end < text.Lines.Count - 1 && Layout.IsBlank(text, text.Lines[end]))
                end++;
        }
        else if (endsList && !keepsComments)
        {
            while (start > 0 && Layout.IsBlank(text, text.Lines[start - 1]))
                start--;
        }

        var from = text.Lines[start].Start;
        edits.Delete(TextSpan.FromBounds(from, end < text.Lines.Count ? text.Lines[end].Start : text.Length));
        edits.Insert(from, left.ToString());
    }

    private static bool OpensList(SourceText text, int line) => line > 0 && text.Lines[line - 1].ToString().TrimEnd().EndsWith("{", System.StringComparison.Ordinal);

    private static SyntaxNode Outer(SyntaxNode node) => node.Parent is GlobalStatementSyntax global ? global : node;

    private static SyntaxNode? Previous(SyntaxNode node) => Beside(node, -1);

    private static SyntaxNode? Next(SyntaxNode node) => Beside(node, 1);

    private static SyntaxNode? Beside(SyntaxNode node, int step)
    {
        // Lists of statements and members; a long list is walked by position, not searched.
        var token = step < 0 ? node.GetFirstToken().GetPreviousToken() : node.GetLastToken().GetNextToken();
        var other = token.Parent?.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor.Parent == node.Parent);
        return other is StatementSyntax or MemberDeclarationSyntax ? other : null;
    }
}
