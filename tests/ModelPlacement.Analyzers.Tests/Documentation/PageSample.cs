using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Xml.Linq;

namespace ModelPlacement.Analyzers.Tests.Documentation;

/// <summary>A code block: its language, its text, and the lines of the page between its fences.</summary>
internal sealed record PageBlock(string Language, string Text, int FirstLine, int LineCount)
{
    private static readonly string[] Ends = ["yaml", "json"];

    /// <summary>The file that the block is: C# is the program; YAML says its name in a comment; settings are told from their first line. Null for what is no file.</summary>
    public string? FileName => Language switch
    {
        "csharp" => "Program.cs",
        "ini" when Text.StartsWith("is_global", StringComparison.Ordinal) => ".globalconfig",
        "ini" => ".editorconfig",
        "yaml" when Text.Split('\n')[0].Trim('#', ' ') is var name && Ends.Any(end => name.EndsWith("." + end, StringComparison.Ordinal)) => name,
        "yaml" => throw new InvalidOperationException("A block of YAML starts with a comment that names its file:\n" + Text),
        _ => null,
    };
}

/// <summary>The code blocks under one heading.</summary>
/// <param name="Name">The headings.</param>
/// <param name="Action">The title of a quick fix that stands alone in bold print above: the blocks are what it makes of the bad sample.</param>
/// <param name="Blocks">The blocks, in order.</param>
internal sealed record PageSample(string Name, string? Action, IReadOnlyList<PageBlock> Blocks)
{
    /// <summary>The files that the sample consists of, or changes.</summary>
    public ImmutableSortedDictionary<string, string> Files =>
        Blocks.Where(static block => block.FileName is not null).ToImmutableSortedDictionary(static block => block.FileName!, static block => block.Text, StringComparer.Ordinal);

    /// <summary>What a build says of it: a block of plain text.</summary>
    public PageBlock? Output => Blocks.SingleOrDefault(static block => block.Language == "text");

    /// <summary>The day it is judged as of, where a block of project XML pins one.</summary>
    public string? AsOf => Blocks.Where(static block => block.Language == "xml")
        .SelectMany(static block => XElement.Parse(block.Text).DescendantsAndSelf("ModelPlacementAsOf"))
        .SingleOrDefault()?.Value;
}
