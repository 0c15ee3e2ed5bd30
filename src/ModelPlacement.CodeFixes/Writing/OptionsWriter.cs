using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Changes the options of a creation: what does not apply any more goes, and what a new resource waits for is added.</summary>
internal static class OptionsWriter
{
    /// <summary>Writes the options of a replacement.</summary>
    /// <param name="state">The file.</param>
    /// <param name="replacement">The replacement.</param>
    /// <param name="predecessor">The variable of the resource that it waits for, or null.</param>
    public static void Write(ChangedFile state, Replacement replacement, string? predecessor)
    {
        var dependsOn = predecessor is null ? null : "DependsOn = { " + predecessor + " }";
        var options = replacement.Options;
        if (replacement.Creation.Options is not { } written)
        {
            if (dependsOn is not null)
                state.Edits.Insert(replacement.Creation.Args!.Span.End, (replacement.Creation.Args.NameColon is null ? ", new() { " : ", options: new() { ") + dependsOn + " }");
            return;
        }

        if (options.IsEmpty)
        {
            if (dependsOn is not null)
                state.Edits.Replace(written.Expression.Span, "new() { " + dependsOn + " }");
            else
                DropWhole(state, written);
            return;
        }

        foreach (var dropped in options.Dropped)
            DropPart(state, dropped);

        if (predecessor is null || options.Creation?.Initializer is not { } members)
            return;
        if (options.DependsOn is InitializerExpressionSyntax { Expressions: [.., var last] })
        {
            state.Edits.Insert(last.Span.End, ", " + predecessor);
        }
        else if (options.DependsOn is null && dependsOn is not null)
        {
            var first = members.Expressions[0];
            state.Edits.Insert(members.OpenBraceToken.Span.End, (Layout.StartsLine(state.Text, first.SpanStart) ? state.Layout.NewLine + Layout.IndentOf(state.Text, first.SpanStart) : " ") + dependsOn + ",");
        }
    }

    /// <summary>Takes a part of options out; the argument with it, where that is all they say.</summary>
    public static void Drop(ChangedFile state, SyntaxNode part)
    {
        if (part.Parent is InitializerExpressionSyntax { Expressions.Count: 1, Parent.Parent: ArgumentSyntax argument })
            DropWhole(state, argument);
        else
            DropPart(state, part);
    }

    private static void DropPart(ChangedFile state, SyntaxNode part)
    {
        var next = part.GetLastToken().GetNextToken();
        var previous = part.GetFirstToken().GetPreviousToken();
        state.Edits.Delete(next.IsKind(SyntaxKind.CommaToken)
            ? TextSpan.FromBounds(part.FullSpan.Start, next.FullSpan.End)
            : TextSpan.FromBounds(previous.IsKind(SyntaxKind.CommaToken) ? previous.SpanStart : part.SpanStart, part.Span.End));
    }

    private static void DropWhole(ChangedFile state, ArgumentSyntax options)
    {
        var before = options.GetFirstToken().GetPreviousToken();
        state.Edits.Delete(TextSpan.FromBounds(before.IsKind(SyntaxKind.CommaToken) ? before.SpanStart : options.SpanStart, options.Span.End));
    }
}
