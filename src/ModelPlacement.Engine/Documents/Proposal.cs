using System;
using System.Collections.Generic;

namespace ModelPlacement.Engine.Documents;

/// <summary>What a person may have meant by a word that is not known.</summary>
public static class Proposal
{
    /// <summary>The nearest of the known words, or null where none is near: at most a third of the letters away, swapped neighbours counting as one.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        Nearest(word.ToLowerInvariant(), known, static candidate => candidate.ToLowerInvariant(), Math.Max(1, word.Length / 3));

    /// <summary>The nearest of some candidates, the first of those that are equally near; null where none is near enough.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <param name="spelled">What of a candidate is compared with the word, letter by letter.</param>
    /// <param name="mostEdits">How far off it may be; swapped neighbours count as one.</param>
    public static string? Nearest(string word, IEnumerable<string> known, Func<string, string> spelled, int mostEdits)
    {
        string? nearest = null;
        var best = mostEdits + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, spelled(candidate), best);
            if (distance >= best)
                continue;
            best = distance;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary><c>; did you mean 'x'?</c>, or nothing where no known word is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known) => Nearest(word, known) is { } nearest ? "; did you mean '" + nearest + "'?" : "";

    /// <summary>Optimal string alignment distance, or <paramref name="limit"/> where it is at least that.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
            return limit;
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, current);
        }

        return Math.Min(last[b.Length], limit);
    }
}
