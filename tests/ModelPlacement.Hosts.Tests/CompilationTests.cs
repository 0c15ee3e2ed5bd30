using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelPlacement.EndToEnd.Tests;
using Xunit;

namespace ModelPlacement.Hosts.Tests;

/// <summary>The packed assemblies in a host that holds a compilation: on the oldest compiler that is supported, and on the newest.</summary>
[Collection(PackedPackageTests.Name)]
public class CompilationTests(PackedPackage package)
{
    private const string Usings = "global using System; global using System.Threading.Tasks;\n";

    [Fact]
    public async Task The_packed_analyzers_find_what_a_build_finds()
    {
        var packed = PackedAnalyzers.Of(package);
        var analyzers = packed.Analyzers();
        Assert.Empty(packed.Failures);
        Assert.Equal(["PlacementAnalyzer", "SuppressionAnalyzer"], analyzers.Select(static analyzer => analyzer.GetType().Name).Order(StringComparer.Ordinal));
        Assert.All(analyzers, analyzer => Assert.StartsWith(packed.Folder, analyzer.GetType().Assembly.Location, StringComparison.Ordinal));

        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => thrown.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        var found = await Compile(Stacks.OpenAiAgent).WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        Assert.StartsWith(
            Stacks.AgentPlace + ": warning MPA1001: Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS",
            Assert.Single(found).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_packed_fixes_can_be_made()
    {
        var packed = PackedAnalyzers.Of(package);
        var fixes = packed.Fixes();
        Assert.Contains(fixes, static fix => fix.GetType().Name == "ServeFromCounterpartFix");
        var rules = packed.Analyzers().SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(fixes.SelectMany(static fix => fix.FixableDiagnosticIds), id => Assert.Contains(id, rules));
    }

    [Fact]
    public void The_host_s_compiler_is_the_one_that_this_project_is_for()
    {
        var version = typeof(CSharpCompilation).Assembly.GetName().Version!;
        var isNewest = typeof(CompilationTests).Assembly.GetName().Name!.EndsWith(".NewestRoslyn", StringComparison.Ordinal);
        Assert.Equal(isNewest ? 5 : 4, version.Major);
        Assert.True(isNewest || version.Minor == 8, version.ToString());
    }

    private static CSharpCompilation Compile(string program)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "Pulumi*.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Stack",
            [CSharpSyntaxTree.ParseText(program, parse, "Program.cs"), CSharpSyntaxTree.ParseText(Usings, parse, "Usings.cs")],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
