namespace ModelPlacement.Engine.Models;

/// <summary>A pattern over whole strings: <c>*</c> stands for any run of characters, <c>?</c> for one. Letters match in either case.</summary>
public sealed class Glob
{
    private readonly string _pattern;

    public Glob(string pattern)
    {
        _pattern = pattern.ToLowerInvariant();
        var wildcard = _pattern.IndexOfAny(['*', '?']);
        HasWildcard = wildcard >= 0;
        LiteralPrefix = HasWildcard ? _pattern.Substring(0, wildcard) : _pattern;
    }

    /// <summary>Whether it can match more than one string.</summary>
    public bool HasWildcard { get; }

    /// <summary>What every match begins with, in lower case.</summary>
    public string LiteralPrefix { get; }

    /// <summary>Whether the whole of <paramref name="text"/> matches. Never worse than the product of the two lengths.</summary>
    public bool IsMatch(string text)
    {
        int position = 0, next = 0, afterStar = -1, resume = 0;
        while (position < text.Length)
        {
            if (next < _pattern.Length && _pattern[next] == '*')
            {
                afterStar = ++next;
                resume = position;
            }
            else if (next < _pattern.Length && (_pattern[next] == '?' || _pattern[next] == char.ToLowerInvariant(text[position])))
            {
                next++;
                position++;
            }
            else if (afterStar >= 0)
            {
                next = afterStar;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (next < _pattern.Length && _pattern[next] == '*')
            next++;
        return next == _pattern.Length;
    }

    public override string ToString() => _pattern;
}
