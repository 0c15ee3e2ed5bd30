using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Analyzers;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.Hardening.Tests;

/// <summary>Runs all analyzers over a compilation as a compiler does, and gives what they reported. An analyzer that throws fails the test.</summary>
internal static class Host
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Long after this no evaluation ends by itself.
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(60);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new PlacementAnalyzer(), new SuppressionAnalyzer()];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private static readonly ImmutableArray<MetadataReference> Sdks =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Pulumi*.dll").Order(StringComparer.Ordinal).Select(static path => MetadataReference.CreateFromFile(path))];

    // One compilation that all others are made from: it has the references bound.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Stack",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, Parse, "Usings.cs")],
        Platform.AddRange(Sdks),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static SyntaxTree Tree(string text, string path = "Program.cs") => CSharpSyntaxTree.ParseText(text, Parse, path);

    public static CSharpCompilation Compile(params IEnumerable<SyntaxTree> trees) => Empty.AddSyntaxTrees(trees);

    public static CSharpCompilation Compile(string program) => Compile([Tree(program)]);

    /// <summary>The findings of a program as the engine makes them, without the compiler's own work on the rest of it.</summary>
    public static IReadOnlyList<Finding> Judge(string program)
    {
        var tree = Tree(program);
        using var end = new CancellationTokenSource(Endless);
        return [.. ProgramFindings.For(Compile([tree]), static _ => PolicySet.Default, static _ => [])!.In(tree, end.Token)];
    }

    public static async Task<IReadOnlyList<string>> FindingsAsync(Compilation compilation, CancellationToken cancellation = default, params (string Path, string Text)[] files)
    {
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files.Select(static file => new File(file.Path, file.Text))]),
            (exception, _, _) => Add(thrown, exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation);
        if (thrown.Count > 0)
            throw new InvalidOperationException("An analyzer threw", thrown[0]);
        return [.. found.Select(static finding => finding.ToString() + string.Concat(finding.AdditionalLocations.Select(static location => " " + location.GetLineSpan()))).Order(StringComparer.Ordinal)];
    }

    private static void Add(List<Exception> thrown, Exception exception)
    {
        if (exception is OperationCanceledException)
            return;
        lock (thrown)
        {
            thrown.Add(exception);
        }
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
