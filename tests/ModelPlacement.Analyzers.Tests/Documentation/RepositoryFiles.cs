using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace ModelPlacement.Analyzers.Tests.Documentation;

/// <summary>The files of the repository that tests hold to the code, by path with <c>/</c> from its root.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(string file) => Path.GetFullPath(Path.Combine(Root, file));

    public static bool Has(string file) => File.Exists(PathOf(file));

    public static string Read(string file) => File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n");

    /// <summary>All pages that a person reads: Markdown, wherever it lies.</summary>
    public static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(static path => !path.Split('/').Any(static part => part.StartsWith('.') || NotOurs.Contains(part)))
            .Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
