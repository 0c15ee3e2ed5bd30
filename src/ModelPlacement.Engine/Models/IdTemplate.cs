using System;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelPlacement.Engine.Models;

/// <summary>
/// Writes a model's canonical name from the groups of the pattern that matched: <c>gpt-{major}[.{minor}]{variant}</c>. <c>{group}</c> is what the group
/// holds; a part in brackets is left out when a group in it is empty.
/// </summary>
internal sealed class IdTemplate
{
    private readonly ImmutableArray<Part> _parts;

    public IdTemplate(string template)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var optional = 0;
        for (var index = 0; index < template.Length;)
        {
            switch (template[index])
            {
                case '[':
                    optional++;
                    index++;
                    break;
                case ']':
                    parts.Add(new Part("", IsGroup: false, -optional));
                    index++;
                    break;
                case '{':
                    var close = template.IndexOf('}', index);
                    if (close < 0)
                        throw new FormatException("'{' is not closed in '" + template + "'.");
                    parts.Add(new Part(template.Substring(index + 1, close - index - 1), IsGroup: true, Bracketed(template, index) ? optional : 0));
                    index = close + 1;
                    break;
                default:
                    var end = template.IndexOfAny(['[', ']', '{'], index);
                    if (end < 0)
                        end = template.Length;
                    parts.Add(new Part(template.Substring(index, end - index), IsGroup: false, Bracketed(template, index) ? optional : 0));
                    index = end;
                    break;
            }
        }

        _parts = parts.ToImmutable();
    }

    /// <summary>The canonical name for a match.</summary>
    public string Write(Match match)
    {
        var name = new StringBuilder();
        var section = new StringBuilder();
        var complete = true;
        foreach (var part in _parts)
        {
            if (part.Section < 0)
            {
                if (complete)
                    name.Append(section);
                section.Clear();
                complete = true;
                continue;
            }

            var text = part.IsGroup ? match.Groups[part.Text].Value : part.Text;
            if (part.Section == 0)
            {
                name.Append(text);
            }
            else
            {
                section.Append(text);
                complete &= text.Length > 0;
            }
        }

        return name.ToString().Trim('-', '.');
    }

    private static bool Bracketed(string template, int index) => template.LastIndexOf('[', index) > template.LastIndexOf(']', index);

    private sealed record Part(string Text, bool IsGroup, int Section);
}
