using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>Compiles stack programs against the reference SDKs, as a project with implicit usings does.</summary>
internal static class StackCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(static () => [.. PlatformAssemblies().Select(static path => MetadataReference.CreateFromFile(path))]);

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    // Compilations made from one share what they know of the references, which costs more than a small program does.
    private static readonly Lazy<CSharpCompilation> Empty = new(static () => CSharpCompilation.Create(
        "Program",
        [CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "ImplicitUsings.cs")],
        References.Value,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false, allowUnsafe: true)));

    /// <summary>Whether the compiler under test knows a language version.</summary>
    public static bool Knows(string? language) => language is null || LanguageVersionFacts.TryParse(language, out _);

    public static CSharpCompilation Compile(StackSource source, OutputKind kind = OutputKind.ConsoleApplication) =>
        Compile(source.Files, kind);

    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, OutputKind kind = OutputKind.ConsoleApplication)
    {
        SyntaxTree[] trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Path))];
        var compilation = Empty.Value.AddSyntaxTrees(trees);
        return kind == OutputKind.ConsoleApplication ? compilation : compilation.WithOptions(compilation.Options.WithOutputKind(kind));
    }

    /// <summary>The assembly of a program.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static MemoryStream Emit(CSharpCompilation compilation)
    {
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(
                compilation.SyntaxTrees[^1].FilePath + " does not compile:\n" + string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }

        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<string> PlatformAssemblies()
    {
        var all = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return all.Where(static path => Path.GetFileName(path) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Pulumi", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll"));
    }
}
