using System.Globalization;

namespace ModelPlacement.Engine.Placement.Documents;

/// <summary>What an unquoted word of JSON or YAML stands for.</summary>
internal static class ScalarText
{
    /// <summary>An int, long or double, boxed; null where the word is no number.</summary>
    public static object? Number(string word)
    {
        if (word.Length == 0 || !(char.IsDigit(word[word.Length - 1]) || word[word.Length - 1] == '.'))
            return null;
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
            return small;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
            return large;
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
    }

    /// <summary>A plain scalar under YAML's core schema: null, bool, number or the string itself.</summary>
    public static object? Plain(string word)
    {
        switch (word)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return true;
            case "false" or "False" or "FALSE":
                return false;
            default:
                return Number(word) ?? word;
        }
    }
}
