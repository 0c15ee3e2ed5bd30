using System;

namespace ModelPlacement.Engine.Documents;

/// <summary>What an unquoted scalar is, by the core schema of YAML 1.2.</summary>
internal static class ScalarSyntax
{
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        ".nan" or ".NaN" or ".NAN" => ScalarKind.Float,
        _ when IsInteger(text) => ScalarKind.Integer,
        _ when IsFloat(text) => ScalarKind.Float,
        _ => ScalarKind.Text,
    };

    private static bool IsInteger(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return text.Length > 2 && AllFrom(text, 2, Uri.IsHexDigit);
        if (text.StartsWith("0o", StringComparison.Ordinal))
            return text.Length > 2 && AllFrom(text, 2, static c => c is >= '0' and <= '7');
        var digits = AfterSign(text);
        return digits < text.Length && AllFrom(text, digits, IsDigit);
    }

    private static bool IsFloat(string text)
    {
        var at = AfterSign(text);
        if (text.Substring(at) is ".inf" or ".Inf" or ".INF")
            return true;
        var whole = Digits(text, ref at);
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = Digits(text, ref at);
        }

        if (whole + fraction == 0)
            return false;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (Digits(text, ref at) == 0)
                return false;
        }

        return at == text.Length;
    }

    private static int AfterSign(string text) => text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at - start;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool AllFrom(string text, int start, Func<char, bool> predicate)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (!predicate(text[at]))
                return false;
        }

        return true;
    }
}
