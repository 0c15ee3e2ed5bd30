using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelPlacement.Analyzers;

namespace ModelPlacement.Benchmarks;

/// <summary>The sets of analyzers that are compared.</summary>
internal static class ComparedAnalyzers
{
    /// <summary>One analyzer that is given every body and does nothing with it: what any analyzer of operations costs.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Empty { get; } = [new EmptyAnalyzer()];

    public static ImmutableArray<DiagnosticAnalyzer> ModelPlacement { get; } = In(typeof(PlacementAnalyzer).Assembly);

    public static ImmutableArray<DiagnosticAnalyzer> Meziantou { get; } = OfPackage("Meziantou.Analyzer");

    public static ImmutableArray<DiagnosticAnalyzer> Roslynator { get; } = OfPackage("Roslynator.Analyzers");

    // A package may carry a build per version of the compiler: the newest counts.
    private static ImmutableArray<DiagnosticAnalyzer> OfPackage(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "compared", name);
        var newest = Directory.EnumerateDirectories(folder, "roslyn*").MaxBy(static path => Version.Parse(Path.GetFileName(path)["roslyn".Length..])) ?? folder;
        var context = new AssemblyLoadContext(name);
        var files = Directory.EnumerateFiles(newest, "*.dll", SearchOption.AllDirectories).ToLookup(static path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);
        context.Resolving += (_, wanted) => files[wanted.Name!].FirstOrDefault() is { } path ? context.LoadFromAssemblyPath(path) : null;
        var analyzers = files.SelectMany(static paths => paths).Where(static path => !path.Contains("CodeFix", StringComparison.Ordinal)).SelectMany(path => In(context.LoadFromAssemblyPath(path))).ToImmutableArray();
        return analyzers.IsEmpty ? throw new InvalidOperationException($"No analyzers in '{newest}'.") : analyzers;
    }

    private static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly) => Types(assembly)
        .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute && attribute.Languages.Contains(LanguageNames.CSharp))
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .ToImmutableArray();

    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>().ToArray();
        }
    }
}
