using System;

namespace ModelPlacement.Engine.Documents;

/// <summary>
/// A pattern in which <c>*</c> stands for any run of characters, also none and also <c>/</c>, and <c>?</c> for one. Letter case does not matter.
/// </summary>
public sealed class Glob : IEquatable<Glob>
{
    public Glob(string text, FilePosition? position = null)
    {
        Text = text;
        Position = position;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Where it was written, or null for one made in code.</summary>
    public FilePosition? Position { get; }

    /// <summary>Whether it stands for one text only.</summary>
    public bool IsLiteral => Text.IndexOf('*') < 0 && Text.IndexOf('?') < 0;

    /// <summary>What every text that it stands for begins with, in lower case.</summary>
    public string LiteralPrefix => (Text.IndexOfAny(['*', '?']) is >= 0 and var wildcard ? Text.Substring(0, wildcard) : Text).ToLowerInvariant();

    /// <summary>Whether it stands for everything.</summary>
    public bool MatchesEverything => Text.Length > 0 && Text.Trim('*').Length == 0;

    /// <summary>Whether the whole of a text is as the pattern says. Takes at most pattern length times text length steps.</summary>
    public bool Matches(string text)
    {
        var (pattern, at, from) = (0, 0, 0);
        var star = -1;
        while (at < text.Length)
        {
            if (pattern < Text.Length && Text[pattern] == '*')
            {
                star = pattern++;
                from = at;
            }
            else if (pattern < Text.Length && MatchesOne(Text[pattern], text[at]))
            {
                pattern++;
                at++;
            }
            else if (star >= 0)
            {
                pattern = star + 1;
                at = ++from;
            }
            else
            {
                return false;
            }
        }

        while (pattern < Text.Length && Text[pattern] == '*')
            pattern++;
        return pattern == Text.Length;
    }

    public bool Equals(Glob? other) => other is not null && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as Glob);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Text);

    public override string ToString() => Text;

    private static bool MatchesOne(char pattern, char character) =>
        character == Hole ? false : pattern == '?' || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(character);

    /// <summary>
    /// Stands in a text for a piece that is not known: only <c>*</c> takes it. A text that matches with holes matches whatever they are filled with.
    /// </summary>
    internal const char Hole = '\uFFFF';
}
