using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi;

/// <summary>An interpolated text of outputs: its value where all are known, else its known and unknown pieces. In the current culture, as in the real SDK.</summary>
internal static class TextTemplate
{
    public static Output<string> Format(FormattableString template) =>
        Combination.Of(
            template.GetArguments(),
            values => string.Format(CultureInfo.CurrentCulture, template.Format, [.. values]),
            values => Pieces(template.Format, values));

    private static Trace.Text Pieces(string format, ImmutableArray<OutputData<object?>> values)
    {
        var pieces = new List<string?>();
        var text = new StringBuilder();
        for (var index = 0; index < format.Length; index++)
        {
            var c = format[index];
            if (c is '{' or '}' && index + 1 < format.Length && format[index + 1] == c)
            {
                text.Append(c);
                index++;
            }
            else if (c == '{')
            {
                var end = format.IndexOf('}', index);
                AddHole(format[(index + 1)..end]);
                index = end;
            }
            else
            {
                text.Append(c);
            }
        }

        AddText();
        return new Trace.Text([.. pieces]);

        // A hole is `index`, `index,alignment` or `index:format`.
        void AddHole(string hole)
        {
            var digits = hole.AsSpan(0, hole.AsSpan().IndexOfAny(',', ':') is var stop and >= 0 ? stop : hole.Length);
            var data = values[int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)];
            if (data.IsKnown)
            {
                text.Append(string.Format(CultureInfo.CurrentCulture, "{0" + hole[digits.Length..] + "}", data.Value));
            }
            else
            {
                foreach (var piece in data.Trace is Trace.Text nested ? nested.Pieces : [null])
                {
                    if (piece is null)
                    {
                        AddText();
                        pieces.Add(null);
                    }
                    else
                    {
                        text.Append(piece);
                    }
                }
            }
        }

        void AddText()
        {
            if (text.Length > 0)
            {
                pieces.Add(text.ToString());
                text.Clear();
            }
        }
    }
}
