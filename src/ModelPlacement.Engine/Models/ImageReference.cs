using System;
using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>A container image's reference, taken apart.</summary>
/// <param name="Segments">The path in lower case, registry included, without tag and digest: <c>docker.io</c>, <c>vllm</c>, <c>vllm-openai</c>.</param>
internal sealed record ImageReference(ImmutableArray<string> Segments)
{
    /// <summary>No real reference is longer.</summary>
    private const int LongestReference = 1024;

    /// <summary>The parts of a reference, or null for a string that is none.</summary>
    public static ImageReference? Parse(string image)
    {
        var text = image.Trim();
        if (text.Length is 0 or > LongestReference)
            return null;

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            text = text.Substring(scheme + 3);
        var digest = text.IndexOf('@');
        if (digest >= 0)
            text = text.Substring(0, digest);

        // The last colon is a registry's port where a slash follows it.
        var tag = text.LastIndexOf(':');
        if (tag >= 0 && text.IndexOf('/', tag) < 0)
            text = text.Substring(0, tag);

        var segments = text.ToLowerInvariant().Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 ? null : new ImageReference(ImmutableArray.Create(segments));
    }

    /// <summary>Whether the path ends as a repository glob says, whatever registry or mirror comes before it.</summary>
    public bool EndsWith(GlobPath repository)
    {
        var globs = repository.Segments;
        if (globs.Length > Segments.Length)
            return false;
        for (var index = 1; index <= globs.Length; index++)
        {
            if (!globs[globs.Length - index].Matches(Segments[Segments.Length - index]))
                return false;
        }

        return true;
    }
}
