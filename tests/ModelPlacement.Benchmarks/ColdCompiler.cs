using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelPlacement.Benchmarks;

/// <summary>What a build on a server waits for: the SDK's compiler, started anew, with the analyzers as they are packed for this platform.</summary>
internal static class ColdCompiler
{
    /// <summary>Has this program measure this alone.</summary>
    public const string Argument = "--cold";

    /// <summary>What the figure is called.</summary>
    public const string FigureName = "first analysis by the SDK's compiler: ModelPlacement / Empty";

    private const int Resources = 100;
    private const int Rounds = 11;

    public static IEnumerable<Figure> Figures()
    {
        var folder = Directory.CreateTempSubdirectory("model-placement-").FullName;
        try
        {
            var stack = SyntheticStack.Of(Resources);
            var program = stack.Trees.Select(tree => Write(folder, tree)).Concat(stack.ReferencedFiles.Select(static reference => "-reference:" + reference)).ToArray();
            var empty = EmptyAnalyzer(folder);
            var packed = Directory.GetFiles(PackedAnalyzers(), "*.dll");
            // In turns, so that what else the machine does meets both. The first ones only fill the caches of files.
            var runs = Enumerable.Range(0, Rounds + 1).Select(_ => (Empty: Compile(folder, program, empty), ModelPlacement: Compile(folder, program, packed))).Skip(1).ToList();
            var (without, with) = (Benchmarks.Figures.Median(runs.Select(static run => run.Empty)), Benchmarks.Figures.Median(runs.Select(static run => run.ModelPlacement)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First analysis by the SDK's compiler, {Resources} resources: {with:0} ms, {with - without:0} ms above the empty analyzer."));
            yield return new Figure(FigureName, with / without);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Write(string folder, SyntaxTree tree)
    {
        var path = Path.Combine(folder, Path.GetFileName(tree.FilePath));
        File.WriteAllText(path, tree.ToString());
        return path;
    }

    // Compiled against the compiler that is to load it.
    private static string[] EmptyAnalyzer(string folder)
    {
        var compilation = CSharpCompilation.Create(
            "Empty",
            [CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "EmptyAnalyzer.cs")))],
            [.. SyntheticStack.OfFramework, .. Directory.GetFiles(Path.GetDirectoryName(Metadata("Compiler"))!, "Microsoft.CodeAnalysis*.dll").Select(static path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(folder, "Empty.dll");
        var emitted = compilation.Emit(path);
        return emitted.Success ? [path] : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
    }

    // Compiled ahead of time where the package has them for this platform.
    private static string PackedAnalyzers()
    {
        var ahead = Path.Combine(Metadata("PackedAnalyzers"), "linux-x64");
        return Directory.Exists(ahead) ? ahead : Metadata("PackedAnalyzers");
    }

    private static double Compile(string folder, string[] program, string[] analyzers)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", Metadata("Compiler"), "-noconfig", "-nostdlib", "-nologo", "-nullable", "-target:exe", "-out:" + Path.Combine(folder, "stack.dll") })
            start.ArgumentList.Add(argument);
        foreach (var argument in program.Concat(analyzers.Select(static path => "-analyzer:" + path)))
            start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        watch.Stop();
        var hasFindings = output.Contains("MPA1001", StringComparison.Ordinal);
        return process.ExitCode == 0 && hasFindings == analyzers.Length > 1
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"The compiler ended with code {process.ExitCode} and printed '{output}'.");
    }

    private static string Metadata(string key) =>
        typeof(ColdCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}
