using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>How a file is laid out: line ends and indentation. What a fix writes follows it.</summary>
/// <param name="NewLine">The file's line end.</param>
/// <param name="Unit">One level of indentation.</param>
internal sealed record Layout(string NewLine, string Unit)
{
    private const int DefaultWidth = 4;

    public static Layout Of(SyntaxNode root)
    {
        var text = root.SyntaxTree.GetText();
        var newLine = text.Lines.Count > 1 ? text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak)) : "\n";

        // What stands in a text of several lines is indented as its reader wants it.
        var widths = root.DescendantTokens().Where(token => StartsLine(text, token.SpanStart)).Select(token => IndentOf(text, token.SpanStart)).Where(static indent => indent.Length > 0).ToList();
        if (widths.Count > 0 && widths.Count(static indent => indent[0] == '\t') * 2 >= widths.Count)
            return new Layout(newLine, "\t");
        var narrowest = widths.Select(static indent => indent.Length).Where(static width => width is 2 or 3 or 4 or 8).DefaultIfEmpty(DefaultWidth).Min();
        return new Layout(newLine, new string(' ', narrowest));
    }

    /// <summary>The white space that the line of a position starts with.</summary>
    public static string IndentOf(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether nothing but white space stands before a position in its line.</summary>
    public static bool StartsLine(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, position)));
    }

    /// <summary>Whether the line of a position comes after a blank one, or opens its block, section or file.</summary>
    public static bool FollowsBlank(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).LineNumber;
        return line == 0 || IsBlank(text, text.Lines[line - 1]) || text.Lines[line - 1].ToString().TrimEnd() is [.., '{' or ':'];
    }

    public static bool IsBlank(SourceText text, TextLine line) => string.IsNullOrWhiteSpace(text.ToString(line.Span));
}
