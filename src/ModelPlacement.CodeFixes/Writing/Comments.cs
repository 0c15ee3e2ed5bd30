using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>The comments of code that goes: what a person wrote survives it.</summary>
internal static class Comments
{
    /// <summary>The comments inside a node, and those that end its last line.</summary>
    public static IEnumerable<string> Inside(SyntaxNode node) =>
        node.DescendantTrivia().Where(trivia => IsComment(trivia) && !node.GetLeadingTrivia().Contains(trivia)).Select(static trivia => trivia.ToString().TrimEnd());

    /// <summary>The comments before a node.</summary>
    public static IEnumerable<string> Before(SyntaxNode node) => node.GetLeadingTrivia().Where(IsComment).Select(static trivia => trivia.ToString().TrimEnd());

    /// <summary>The comment that ends the line of an element of a list, behind its comma; null where there is none.</summary>
    public static string? After(SyntaxNode element)
    {
        var last = element.GetLastToken();
        var comma = last.GetNextToken() is var next && next.IsKind(SyntaxKind.CommaToken) ? next : last;
        return !comma.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? null : comma.TrailingTrivia.Where(IsComment).Select(static trivia => trivia.ToString().TrimEnd()).FirstOrDefault();
    }

    /// <summary>A text as comments: on the line of its heading where it has one line, else below it.</summary>
    public static IEnumerable<string> Of(string heading, string text)
    {
        var lines = text.Trim().Split('\n').Select(static line => line.TrimEnd()).ToList();
        if (lines.Count == 1)
            return ["// " + heading + " " + lines[0]];
        var margin = lines.Skip(1).Where(static line => line.Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return lines.Select((line, index) => ("//   " + (index == 0 || line.Length == 0 ? line : line.Substring(margin))).TrimEnd()).Prepend("// " + heading);
    }

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
