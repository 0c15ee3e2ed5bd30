using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ModelPlacement.Analyzers.Tests.Documentation;

/// <summary>
/// A page of docs/rules, taken apart. What stands under a heading with code blocks is a <see cref="PageSample"/>, named by the headings it stands under:
/// <c>How to fix/Serve it from Azure</c>.
/// </summary>
internal sealed class RulePage
{
    public const string Bad = "Bad";
    public const string Good = "Good";
    public const string Fix = "How to fix";
    public const string Configure = "How to configure";
    public const string Suppress = "How to suppress";

    /// <summary>The headings that every page has, in this order.</summary>
    public static readonly string[] Headings = ["What it finds", "Why", Bad, Good, Fix, Configure, Suppress];

    private readonly string _path;
    private readonly List<string> _lines;

    private RulePage(string path, List<string> lines)
    {
        _path = path;
        _lines = lines;
        Samples = Parse();
    }

    public string Title => _lines[0];

    public IReadOnlyList<string> Sections => _lines.Where(static line => line.StartsWith("## ", StringComparison.Ordinal)).Select(static line => line[3..]).ToList();

    /// <summary>What the rule finds, in a sentence: on one line.</summary>
    public string FirstParagraph => string.Join(' ', _lines.SkipWhile(static line => line != "## " + Headings[0]).Skip(2).TakeWhile(static line => line.Length > 0));

    /// <summary>The first table: the cells of its one row by their headings.</summary>
    public IReadOnlyDictionary<string, string> Table
    {
        get
        {
            var rows = _lines.Where(static line => line.StartsWith('|')).Take(3).Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToList()).ToList();
            return rows[0].Zip(rows[2]).ToDictionary(static cell => cell.First, static cell => cell.Second, StringComparer.Ordinal);
        }
    }

    public IReadOnlyList<PageSample> Samples { get; private set; }

    public static string PathOf(string rule) => "docs/rules/" + rule + ".md";

    public static RulePage Of(string rule) => new(PathOf(rule), [.. RepositoryFiles.Read(PathOf(rule)).Split('\n')]);

    /// <summary>The samples under a heading that change what the bad sample is made of.</summary>
    public IEnumerable<PageSample> Under(string heading) =>
        Samples.Where(sample => sample.Name.Split('/')[0] == heading && sample.Files.Count > 0);

    /// <summary>The one sample that everything else on the page is about.</summary>
    public PageSample BadSample => Samples.Single(static sample => sample.Name == Bad);

    /// <summary>Writes another text in a block's place.</summary>
    public void Rewrite(PageBlock block, string text)
    {
        _lines.RemoveRange(block.FirstLine, block.LineCount);
        _lines.InsertRange(block.FirstLine, text.TrimEnd('\n').Split('\n'));
        File.WriteAllText(RepositoryFiles.PathOf(_path), string.Join('\n', _lines));
        Samples = Parse();
    }

    private List<PageSample> Parse()
    {
        var samples = new List<PageSample>();
        var (heading, subheading, action) = ("", "", (string?)null);
        var blocks = new List<PageBlock>();
        for (var line = 0; line < _lines.Count; line++)
        {
            var text = _lines[line];
            if (text.StartsWith("## ", StringComparison.Ordinal) || text.StartsWith("### ", StringComparison.Ordinal))
            {
                Close();
                (heading, subheading) = text[2] == '#' ? (heading, text[4..]) : (text[3..], "");
            }
            else if (text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal))
            {
                action = text.Trim('*');
            }
            else if (text.StartsWith("```", StringComparison.Ordinal))
            {
                var first = line + 1;
                line = _lines.IndexOf("```", first);
                if (line < 0)
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{_path}({first}): a block that does not end"));
                blocks.Add(new PageBlock(text[3..], string.Concat(_lines[first..line].Select(static one => one + "\n")), first, line - first));
            }
        }

        Close();
        return samples;

        void Close()
        {
            if (blocks.Count > 0)
                samples.Add(new PageSample(subheading.Length == 0 ? heading : heading + "/" + subheading, action, blocks));
            (action, blocks) = (null, []);
        }
    }
}
