using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Engine.Documents;

/// <summary>A stretch of a file that is not C#: where an entry, a key or an error stands.</summary>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Span">From its first to behind its last character, counted from the start of the text.</param>
/// <param name="Lines">The same as lines and columns, counted from 0 as Roslyn does.</param>
public sealed record FilePosition(string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>The line it starts on, counted from 1 as people do.</summary>
    public int Line => Lines.Start.Line + 1;

    /// <summary>The column it starts in, counted from 1, in UTF-16 units.</summary>
    public int Column => Lines.Start.Character + 1;

    /// <summary>The line it ends on, counted from 1.</summary>
    public int EndLine => Lines.End.Line + 1;

    /// <summary>The column behind its last character, counted from 1.</summary>
    public int EndColumn => Lines.End.Character + 1;

    /// <summary>The location that a diagnostic takes.</summary>
    public Location ToLocation() => Location.Create(Path, Span, Lines);

    public override string ToString() => Path + "(" + Lines + ")";
}
