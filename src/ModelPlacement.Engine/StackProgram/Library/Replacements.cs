using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Replacing in texts of which some pieces are not known, and by what is not known.</summary>
internal static class Replacements
{
    /// <summary>A text in which every occurrence of a string is replaced; null where it is not known what is one.</summary>
    /// <param name="text">A string, or a text with holes.</param>
    /// <param name="old">What is replaced: a string, or the line ending of the machine.</param>
    /// <param name="with">What is put in its place.</param>
    /// <param name="origin">Where it is done.</param>
    public static Value? Replace(Value text, Value old, Value with, Origin? origin)
    {
        var pieces = text is Text { Pieces: var all } ? all : ImmutableArray.Create(text);
        if (text is Constant { Raw: string } or Text && with.AsString() == "\n" && (old.AsString() == "\r\n" || old is Unknown { IsLineEnd: true }))
            return WithPlainLineEnds(pieces, origin);
        return text is Constant { Raw: string } or Text && old.AsString() is { Length: > 0 } searched && !pieces.Any(piece => piece is Unknown { IsLineEnd: true } && searched.IndexOfAny(['\r', '\n']) >= 0) ? Replace(pieces, searched, with, origin) : null;
    }

    // `Replace("\r\n", "\n")`: whichever line ending the machine has, it is the plain one then.
    private static Value? WithPlainLineEnds(ImmutableArray<Value> pieces, Origin? origin) =>
        pieces.All(static piece => piece is Unknown { IsLineEnd: true } || piece.AsString() is { } known && !known.Contains('\r'))
            ? Values.Concatenate(pieces.Select(static piece => piece is Constant ? piece : new Constant("\n", piece.Origin)), origin)
            : null;

    private static Value? Replace(ImmutableArray<Value> pieces, string old, Value with, Origin? origin)
    {
        var replaced = new List<Value>();
        for (var index = 0; index < pieces.Length; index++)
        {
            var (followsHole, leadsToHole) = (index > 0 && IsHole(pieces[index - 1]), index < pieces.Length - 1 && IsHole(pieces[index + 1]));
            if (IsHole(pieces[index]))
                replaced.Add(new Unknown((pieces[index] as Unknown)?.Reason ?? "the result of Replace", pieces[index].Origin) { IsNeverNull = true, From = Values.Sources([pieces[index]]) });
            else if (pieces[index].AsString() is not { } known)
                replaced.Add(pieces[index]);
            else if (!(followsHole && leadsToHole && known.Length < old.Length && old.Contains(known)) && !Add(replaced, known, old, with, followsHole, leadsToHole))
                return null;
        }

        return replaced.Count > Values.MostPieces ? Values.TooLong(origin) : Values.Concatenate(replaced, origin);
    }

    private static bool IsHole(Value piece) => piece is not (Constant or Unknown { IsLineEnd: true });

    // An occurrence may begin in the hole before a piece, or end in the one after it: what it may take of the piece belongs to the hole.
    private static bool Add(List<Value> replaced, string piece, string old, Value with, bool followsHole, bool leadsToHole)
    {
        var start = followsHole ? Overlap(old, piece, old.Length - 1) : 0;
        var found = piece.IndexOf(old, StringComparison.Ordinal);
        if (found >= 0 && found < start)
            return false;
        long length = 0;
        for (; found >= 0; found = piece.IndexOf(old, start, StringComparison.Ordinal))
        {
            replaced.Add(new Constant(piece.Substring(start, found - start)));
            replaced.Add(with is Constant { Raw: null } ? new Constant("") : with);
            start = found + old.Length;
            length += with.AsString()?.Length ?? 1;
            if (length > Values.LongestText)
                return false;
        }

        var rest = piece.Substring(start);
        replaced.Add(new Constant(leadsToHole ? rest.Substring(0, rest.Length - Overlap(rest, old, old.Length - 1)) : rest));
        return true;
    }

    // How long the longest end of one string is that another begins with.
    private static int Overlap(string ending, string beginning, int limit)
    {
        for (var length = Math.Min(limit, Math.Min(ending.Length, beginning.Length)); length > 0; length--)
        {
            if (string.CompareOrdinal(ending, ending.Length - length, beginning, 0, length) == 0)
                return length;
        }

        return 0;
    }
}
