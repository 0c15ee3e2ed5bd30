using System;

namespace ModelPlacement.Engine.Catalog;

/// <summary>Patterns in which <c>*</c> stands for any run of characters, also none.</summary>
public static class Glob
{
    /// <summary>Whether the whole of <paramref name="text"/> matches.</summary>
    public static bool Matches(string pattern, string text, StringComparison comparison)
    {
        var first = pattern.IndexOf("*", StringComparison.Ordinal);
        if (first < 0)
            return string.Equals(pattern, text, comparison);
        if (string.Compare(pattern, 0, text, 0, first, comparison) != 0 || text.Length < first)
            return false;

        var at = first;
        var star = first;
        while (true)
        {
            var next = pattern.IndexOf("*", star + 1, StringComparison.Ordinal);
            if (next < 0)
            {
                var tail = pattern.Length - star - 1;
                return text.Length - tail >= at && string.Compare(pattern, star + 1, text, text.Length - tail, tail, comparison) == 0;
            }

            var piece = pattern.Substring(star + 1, next - star - 1);
            var found = text.IndexOf(piece, at, comparison);
            if (found < 0)
                return false;
            at = found + piece.Length;
            star = next;
        }
    }
}
