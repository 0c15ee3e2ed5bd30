using System;
using System.Text;

namespace Pulumi.Reference.Generator;

/// <summary>How names of the surface data are written in C#.</summary>
internal static class CSharpNames
{
    private static readonly string[] Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    public static string NamespaceOf(string fullName) => fullName[..fullName.LastIndexOf('.')];

    public static string SimpleName(string fullName) => fullName[(fullName.LastIndexOf('.') + 1)..];

    /// <summary>
    /// The type with its namespaces rooted: provider namespaces are full of classes named like a namespace or like a class of the core
    /// (<c>Pulumi.Aws.Lambda.Alias</c>), so nothing of them is left to lookup.
    /// </summary>
    public static string Rooted(string type)
    {
        var text = new StringBuilder(type.Length + 16);
        for (var start = 0; start < type.Length;)
        {
            var end = start;
            while (end < type.Length && type[end] is not ('<' or '>' or ',' or '?'))
            {
                end++;
            }

            if (type.AsSpan(start, end - start).IndexOf('.') >= 0)
            {
                text.Append("global::");
            }

            text.Append(type, start, end - start);
            while (end < type.Length && type[end] is '<' or '>' or ',' or '?')
            {
                text.Append(type[end++]);
                if (end == type.Length)
                {
                    break;
                }
            }

            start = end;
        }

        return text.ToString();
    }

    /// <summary>The parameter that sets a field: camel case, escaped where that is a keyword.</summary>
    public static string Parameter(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name[1..];
        return Array.IndexOf(Keywords, camel) >= 0 ? "@" + camel : camel;
    }

    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => literal.Append('\\').Append(c),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }
}
