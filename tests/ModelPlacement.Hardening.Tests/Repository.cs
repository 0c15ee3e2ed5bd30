using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace ModelPlacement.Hardening.Tests;

/// <summary>Files of the repository, as material.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "artifacts"];

    private static readonly string Root = FindRoot();

    /// <summary>The stack programs of samples and tests: what a mutated program is made from.</summary>
    public static IReadOnlyList<string> StackPrograms { get; } =
        [.. Files("samples", "*.cs").Concat(Files("tests/ModelPlacement.Engine.Tests/StackProgram/Stacks", "*.cs")).Concat(Files("tests/ModelPlacement.CodeFixes.Tests/Programs", "*.cs")).Select(File.ReadAllText)];

    /// <summary>The policy and stack files of samples, tests and documentation: what a mutated one is made from.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        [.. Files("samples", "*.yaml").Concat(Files("src/ModelPlacement.Engine/Policies", "*.yaml")).Select(File.ReadAllText).Concat(Files("docs", "*.md").SelectMany(static page => Blocks(File.ReadAllText(page))))];

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(static path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(static part => NotSources.Contains(part)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Blocks(string page) =>
        page.Split("```yaml\n").Skip(1).Select(static rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
