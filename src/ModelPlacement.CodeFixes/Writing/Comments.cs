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

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
