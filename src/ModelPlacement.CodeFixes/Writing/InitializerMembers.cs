using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>Changes of the members of an initializer that stays.</summary>
internal static class InitializerMembers
{
    /// <summary>Sets and drops members as a rule says.</summary>
    /// <param name="program">The program.</param>
    /// <param name="file">The file that it is written in.</param>
    /// <param name="place">The initializer.</param>
    /// <param name="rule">What is set, and what goes.</param>
    /// <param name="read">The expression for what the rule reads of the counterpart.</param>
    public static void Set(ProgramView program, ChangedFile file, InitializerExpressionSyntax place, ConsumerObject rule, Func<string, string> read)
    {
        var members = ResourceCreation.Members(place).ToDictionary(member => program.InputNameOf(member.Member), StringComparer.Ordinal);
        string Value(string set) => set is ['$', .. var what] ? read(what) : ResourceWriter.Quote(set);

        var added = rule.Sets.Where(set => !members.ContainsKey(set.Key)).Select(set => char.ToUpperInvariant(set.Key[0]) + set.Key.Substring(1) + " = " + Value(set.Value)).ToList();
        foreach (var set in rule.Sets.Where(set => members.ContainsKey(set.Key)))
            file.Edits.Replace(members[set.Key].Value.Span, Value(set.Value));

        // What is added stands where what goes stood.
        var dropped = members.Where(member => rule.Drops.Contains(member.Key)).Select(static member => (ExpressionSyntax)member.Value.Member.Parent!).ToList();
        if (dropped.Count > 0 && added.Count > 0)
            file.Edits.Replace(dropped[0].Span, string.Join(Separator(file, dropped[0]), added));
        else if (added.Count > 0)
            InsertBefore(file, place.Expressions[0], string.Join(Separator(file, place.Expressions[0]), added));
        foreach (var element in dropped.Skip(added.Count > 0 ? 1 : 0))
            Drop(file, element);
    }

    /// <summary>Writes an element before another one of an initializer, on a line of its own where that one has one.</summary>
    public static void InsertBefore(ChangedFile file, SyntaxNode element, string text) => file.Edits.Insert(element.SpanStart, text + Separator(file, element));

    public static string Separator(ChangedFile file, SyntaxNode element) =>
        Layout.StartsLine(file.Text, element.SpanStart) ? "," + file.Layout.NewLine + Layout.IndentOf(file.Text, element.SpanStart) : ", ";

    /// <summary>Takes an element out of an initializer, with its line where it has one; what is written behind it stays.</summary>
    public static void Drop(ChangedFile file, ExpressionSyntax element)
    {
        var next = element.GetLastToken().GetNextToken();
        var previous = element.GetFirstToken().GetPreviousToken();
        if (next.IsKind(SyntaxKind.CommaToken))
        {
            var line = file.Text.Lines.GetLineFromPosition(next.Span.End);
            var isWholeLine = Layout.StartsLine(file.Text, element.SpanStart) && string.IsNullOrWhiteSpace(file.Text.ToString(TextSpan.FromBounds(next.Span.End, line.End)));
            var after = next.Span.End;
            while (!isWholeLine && after < line.End && file.Text[after] == ' ')
                after++;
            file.Edits.Delete(isWholeLine ? TextSpan.FromBounds(file.Text.Lines.GetLineFromPosition(element.SpanStart).Start, line.EndIncludingLineBreak) : TextSpan.FromBounds(element.SpanStart, after));
        }
        else
        {
            file.Edits.Delete(TextSpan.FromBounds(previous.IsKind(SyntaxKind.CommaToken) ? previous.SpanStart : element.SpanStart, element.Span.End));
        }
    }
}
