using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>Finds what a person meant by an id or glob that names no known model.</summary>
/// <param name="families">What is known.</param>
/// <param name="vendors">Their vendors' short forms.</param>
/// <param name="mostEdits">How far off it may be; never more than a quarter of its letters.</param>
internal sealed class NearestModel(ModelFamilies families, IEnumerable<string> vendors, int mostEdits)
{
    /// <summary>Longer text is no typing error of an id.</summary>
    private const int LongestId = 80;

    public string? To(string idOrGlob)
    {
        if (idOrGlob.Length is 0 or > LongestId)
            return null;
        var slash = idOrGlob.IndexOf("/", StringComparison.Ordinal);
        if (slash < 0)
            return WithoutVendor(idOrGlob);

        var vendor = idOrGlob.Substring(0, slash);
        var name = idOrGlob.Substring(slash + 1);
        var nearestVendor = Nearest(vendor, vendors, static candidate => candidate);
        if (nearestVendor is null)
            return WithoutVendor(name);
        var corrected = nearestVendor + "/" + name;
        if (!string.Equals(vendor, nearestVendor, StringComparison.Ordinal) && families.IsKnown(corrected))
            return corrected;

        var glob = new Glob(corrected);
        var ids = families.KnownIds.Where(id => id.StartsWith(nearestVendor + "/", StringComparison.Ordinal));
        if (glob.IsLiteral)
            return Nearest(corrected, ids, static id => id);

        // openai/gtp-* is compared with as much of each id as it has letters before the wildcard.
        var length = glob.LiteralPrefix.Length;
        var rest = corrected.Substring(length);
        return Nearest(glob.LiteralPrefix, ids, id => id.Length > length ? id.Substring(0, length) : id) is { } id
            ? (id.Length > length ? id.Substring(0, length) : id) + rest
            : null;
    }

    private string? WithoutVendor(string name)
    {
        var glob = new Glob("*/" + name);
        if (families.KnownIds.FirstOrDefault(glob.Matches) is { } id)
            return id.Substring(0, id.IndexOf("/", StringComparison.Ordinal) + 1) + name;
        return families.Identify(name, "any") is { } model ? model.Id : Nearest(name, families.KnownIds, static id => id.Substring(id.IndexOf("/", StringComparison.Ordinal) + 1));
    }

    private string? Nearest(string text, IEnumerable<string> candidates, Func<string, string> compared)
    {
        string? nearest = null;
        var least = Math.Min(mostEdits, Math.Max(1, text.Length / 4)) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(text, compared(candidate), least);
            if (distance >= least)
                continue;
            least = distance;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary>Edits between two strings, a swap of neighbours being one edit; or <paramref name="limit"/> where there are at least so many.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
            return limit;

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            rows[row, 0] = row;
        for (var column = 0; column <= right.Length; column++)
            rows[0, column] = column;

        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var changed = rows[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var best = Math.Min(changed, Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    best = Math.Min(best, rows[row - 2, column - 2] + 1);
                rows[row, column] = best;
            }
        }

        return rows[left.Length, right.Length];
    }
}
