using System;
using System.Text.RegularExpressions;

namespace ModelPlacement.Engine.Models;

/// <summary>A pattern of the models data, compiled when it is first tried: a compilation needs few of the hundreds there are, and each costs time to build.</summary>
internal sealed class TextPattern(string pattern)
{
    /// <summary>
    /// A name is matched in microseconds. The limit is far off, so that a busy machine does not change what a string is: a pattern that takes longer is treated
    /// as not matching.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Regex? _regex;

    /// <summary>The match, or null where there is none.</summary>
    /// <exception cref="RegexMatchTimeoutException">The text was made to be slow.</exception>
    public Match? Match(string text)
    {
        // Two threads may both build it; either's will do.
        _regex ??= new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
        return _regex.Match(text) is { Success: true } match ? match : null;
    }

    public override string ToString() => pattern;
}
