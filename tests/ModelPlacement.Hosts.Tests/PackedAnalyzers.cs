using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelPlacement.EndToEnd.Tests;

namespace ModelPlacement.Hosts.Tests;

/// <summary>The assemblies of the packed package, loaded as a compiler loads them: from their own folder, with Roslyn from the host.</summary>
internal sealed class PackedAnalyzers : IAnalyzerAssemblyLoader
{
    private readonly FolderContext _context;

    private PackedAnalyzers(string folder)
    {
        Folder = folder;
        _context = new FolderContext(folder);
    }

    public string Folder { get; }

    /// <summary>What could not be loaded; empty when all is well.</summary>
    public List<string> Failures { get; } = [];

    public static PackedAnalyzers Of(PackedPackage package)
    {
        var folder = package.NewFolder();
        using var archive = ZipFile.OpenRead(package.File);
        foreach (var entry in archive.Entries.Where(static entry => entry.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)))
            entry.ExtractToFile(Path.Combine(folder, entry.Name));
        return new PackedAnalyzers(folder);
    }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers() =>
        [.. Directory.GetFiles(Folder, "*.dll").Order(StringComparer.Ordinal).SelectMany(path =>
        {
            var reference = new AnalyzerFileReference(path, this);
            reference.AnalyzerLoadFailed += (_, failure) => Failures.Add(failure.Message);
            return reference.GetAnalyzers(LanguageNames.CSharp);
        })];

    public ImmutableArray<CodeFixProvider> Fixes() =>
        [.. LoadFromPath(Path.Combine(Folder, "ModelPlacement.CodeFixes.dll")).GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);

    public void AddDependencyLocation(string fullPath)
    {
    }

    private sealed class FolderContext(string folder) : AssemblyLoadContext("packed")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
