using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>The edits of one file. Deletions may overlap; insertions at one place keep their order; nothing is inserted inside a deletion but at its start.</summary>
internal sealed class FileEdits
{
    private readonly List<TextSpan> _deletions = new();
    private readonly List<(int Position, string Text)> _insertions = new();

    public bool IsEmpty => _deletions.Count == 0 && _insertions.Count == 0;

    public void Delete(TextSpan span)
    {
        if (!span.IsEmpty)
            _deletions.Add(span);
    }

    public void Insert(int position, string text)
    {
        if (text.Length > 0)
            _insertions.Add((position, text));
    }

    public void Replace(TextSpan span, string text)
    {
        Delete(span);
        Insert(span.Start, text);
    }

    /// <summary>Whether what is inserted at a position so far ends with a blank line.</summary>
    public bool EndsBlankAt(int position)
    {
        var inserted = _insertions.Where(insertion => insertion.Position == position).Select(static insertion => insertion.Text).LastOrDefault() ?? "";
        return inserted.EndsWith("\n\n", StringComparison.Ordinal) || inserted.EndsWith("\n\r\n", StringComparison.Ordinal);
    }

    public SourceText ApplyTo(SourceText text)
    {
        var insertions = _insertions.GroupBy(static insertion => insertion.Position).ToDictionary(static group => group.Key, static group => string.Concat(group.Select(static insertion => insertion.Text)));
        var changes = new List<TextChange>();
        foreach (var deletion in Merged())
        {
            // A deletion is cut where something is inserted, so that what is inserted stands there.
            var start = deletion.Start;
            foreach (var position in insertions.Keys.Where(position => position >= deletion.Start && position < deletion.End).OrderBy(static position => position).ToList())
            {
                if (position > start)
                    changes.Add(new TextChange(TextSpan.FromBounds(start, position), ""));
                start = position;
                var next = insertions.Keys.Where(other => other > position && other < deletion.End).DefaultIfEmpty(deletion.End).Min();
                changes.Add(new TextChange(TextSpan.FromBounds(position, next), insertions[position]));
                insertions.Remove(position);
                start = next;
            }

            if (start < deletion.End)
                changes.Add(new TextChange(TextSpan.FromBounds(start, deletion.End), ""));
        }

        changes.AddRange(insertions.Select(static insertion => new TextChange(new TextSpan(insertion.Key, 0), insertion.Value)));
        return text.WithChanges(changes.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.Length));
    }

    private IEnumerable<TextSpan> Merged()
    {
        TextSpan? open = null;
        foreach (var span in _deletions.OrderBy(static span => span.Start))
        {
            if (open is not { } current)
            {
                open = span;
            }
            else if (span.Start <= current.End)
            {
                open = TextSpan.FromBounds(current.Start, Math.Max(current.End, span.End));
            }
            else
            {
                yield return current;
                open = span;
            }
        }

        if (open is { } last)
            yield return last;
    }
}
