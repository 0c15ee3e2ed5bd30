using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Engine.Documents;

/// <summary>
/// A YAML or JSON file, read with the position of each part. Whatever the text is, reading it neither throws nor takes more than its share of time: size, nesting and
/// the expansion of aliases are bounded, and nothing outside the text is looked at.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Root">Its content, as far as it was readable; null where it has none.</param>
/// <param name="IsCutShort">Whether reading ended before the end: a syntax error, a budget.</param>
/// <param name="Errors">What was wrong, in the order of the file.</param>
public sealed record Document(DocumentFile File, DocumentNode? Root, bool IsCutShort, ImmutableArray<DocumentError> Errors)
{
    /// <summary>Longer files (in UTF-16 units) are not read.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>Deeper nesting is not read.</summary>
    public const int DeepestNesting = 64;

    /// <summary>More nodes, with aliases counted as what they stand for, are not read.</summary>
    public const int MostNodes = 100_000;

    /// <summary>Reads a file.</summary>
    public static Document Read(DocumentFile file) => new DocumentReader(file).Read();

    /// <summary>The position of a stretch of a text.</summary>
    internal static FilePosition PositionOf(string path, SourceText text, int start, int end)
    {
        start = Math.Min(Math.Max(start, 0), text.Length);
        end = Math.Min(Math.Max(end, start), text.Length);
        var span = TextSpan.FromBounds(start, end);
        return new FilePosition(path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The position of a stretch of a text that starts at a line and column counted from 1.</summary>
    internal static FilePosition PositionOf(string path, SourceText text, int line, int column, int length)
    {
        var start = line < 1 || line > text.Lines.Count ? 0 : text.Lines[line - 1].Start + column - 1;
        return PositionOf(path, text, start, start + length);
    }
}
