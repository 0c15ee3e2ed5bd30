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

    private string? Nearest(string text, IEnumerable<string> candidates, Func<string, string> compared) =>
        Proposal.Nearest(text, candidates, compared, Math.Min(mostEdits, Math.Max(1, text.Length / 4)));
}
