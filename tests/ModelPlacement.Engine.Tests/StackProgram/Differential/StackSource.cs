using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>A stack program under test, as it stands in the Stacks folder: a file, or a folder of files.</summary>
/// <remarks>
/// Comment lines at the top of a file say what the test needs: <c>// stack: dev</c> begins a stack of the program, <c>// config: aws:region = us-east-1</c> sets a key
/// of the stack above it, <c>// language: 14</c> is the C# version it needs.
/// </remarks>
internal sealed record StackSource(string Name, ImmutableArray<(string Path, string Text)> Files)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "StackProgram", "Stacks");

    /// <summary>The stacks that the program has; one without configuration where the program names none.</summary>
    public ImmutableArray<StackSettings> Stacks { get; } = ReadStacks(Files);

    /// <summary>The language version it needs, or null where any will do.</summary>
    public string? Language { get; } = Directives(Files, "language").LastOrDefault();

    public override string ToString() => Name;

    /// <summary>A program of one file.</summary>
    public static StackSource Of(string text, string name = "Program") => new(name, [(name + ".cs", text)]);

    /// <summary>Every program of the Stacks folder, by name.</summary>
    public static IEnumerable<StackSource> All()
    {
        var files = Directory.EnumerateFiles(Folder, "*.cs").Select(file => (Name: Path.GetFileNameWithoutExtension(file), Paths: new[] { file }));
        var folders = Directory.EnumerateDirectories(Folder).Select(folder => (Name: Path.GetFileName(folder), Paths: Directory.GetFiles(folder, "*.cs")));
        return files.Concat(folders).OrderBy(program => program.Name, StringComparer.Ordinal).Select(program => new StackSource(
            program.Name,
            [.. program.Paths.Order(StringComparer.Ordinal).Select(path => (Path.GetRelativePath(Folder, path), File.ReadAllText(path)))]));
    }

    private static ImmutableArray<StackSettings> ReadStacks(ImmutableArray<(string Path, string Text)> files)
    {
        var stacks = new List<StackSettings>();
        foreach (var line in files.SelectMany(file => file.Text.Split('\n')))
        {
            if (Directive(line, "stack") is { } name)
                stacks.Add(new StackSettings(name, ImmutableSortedDictionary<string, string>.Empty));
            if (Directive(line, "config") is not { } setting)
                continue;
            if (stacks.Count == 0)
                stacks.Add(StackSettings.None);
            var parts = setting.Split('=', 2, StringSplitOptions.TrimEntries);
            stacks[^1] = stacks[^1] with { Configuration = stacks[^1].Configuration.SetItem(parts[0], parts[1]) };
        }

        return stacks.Count == 0 ? [StackSettings.None] : [.. stacks];
    }

    private static IEnumerable<string> Directives(ImmutableArray<(string Path, string Text)> files, string directive) =>
        files.SelectMany(file => file.Text.Split('\n')).Select(line => Directive(line, directive)).OfType<string>();

    private static string? Directive(string line, string directive) =>
        line.StartsWith("// " + directive + ":", StringComparison.Ordinal) ? line[(directive.Length + 4)..].Trim() : null;
}
