using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.Analyzers.Tests;

/// <summary>
/// A stack program and what is reported in it. Places are marked in the source: <c>{|MPA1001:Endpoint|}</c>, or <c>{|#0:Endpoint|}</c> with an expected diagnostic
/// that also says the message.
/// </summary>
internal sealed class StackTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Pulumi;
        """;

    public StackTest()
    {
        ReferenceAssemblies = PulumiAssemblies.Net80;
        PulumiAssemblies.AddTo(TestState);
        TestState.OutputKind = OutputKind.ConsoleApplication;
        TestState.Sources.Add(("GlobalUsings.cs", GlobalUsings));
    }

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
}

/// <summary>Shorthands for the usual tests.</summary>
internal static class Stacks
{
    /// <summary>Checks a program of one file; what is marked is what is reported.</summary>
    public static Task Check(string program, params DiagnosticResult[] expected) => Check<PlacementAnalyzer>(program, expected);

    public static Task Check<TAnalyzer>(string program, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new StackTest<TAnalyzer>();
        test.TestState.Sources.Insert(0, ("Program.cs", SourceText.From(program)));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>Checks a program with files beside it: policies, stacks.</summary>
    public static Task Check(string program, (string Path, string Text)[] files, params DiagnosticResult[] expected) => Check(program, files, asOf: null, expected);

    public static Task Check(string program, (string Path, string Text)[] files, string? asOf, params DiagnosticResult[] expected)
    {
        var test = new StackTest<PlacementAnalyzer>();
        test.TestState.Sources.Insert(0, ("Program.cs", SourceText.From(program)));
        foreach (var file in files)
            test.TestState.AdditionalFiles.Add(file);
        if (asOf is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ModelPlacementAsOf = " + asOf + "\n"));
        test.ExpectedDiagnostics.AddRange(expected.ToList());
        return test.RunAsync(CancellationToken.None);
    }

    public static DiagnosticResult Finding(string rule, int place, string message) => new DiagnosticResult(rule, SeverityOf(rule)).WithLocation(place).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);

    private static DiagnosticSeverity SeverityOf(string rule) => rule.StartsWith("MPA2", System.StringComparison.Ordinal) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
}
