using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;

namespace ModelPlacement.Engine.Tests.Placement.Matrices;

/// <summary>Compiles the program of a row against the reference SDKs and judges it as the analyzer does.</summary>
internal static class MatrixProgram
{
    // All rows are made from one compilation, so that they share what is known of the references.
    private static readonly Lazy<CSharpCompilation> Empty = new(static () =>
    {
        var surfaces = StackCompiler.Compile(MatrixRow.Surfaces().Select(static surface => (surface.Key + ".cs", surface.Value)), OutputKind.DynamicallyLinkedLibrary).WithAssemblyName("Surfaces");
        return StackCompiler.Compile([]).AddReferences(MetadataReference.CreateFromStream(StackCompiler.Emit(surfaces)));
    });

    /// <summary>The findings of a row, each as a line: <c>MPA1001 openai/gpt-4o aws us-east-1 public-api 'chat'</c>; <c>?</c> for what is not known.</summary>
    public static ImmutableArray<string> Findings(MatrixRow row, PolicySet? policies = null) => Lines(Judge(row, policies ?? PolicySet.Default));

    /// <summary>Findings as lines, see <see cref="Findings"/>.</summary>
    public static ImmutableArray<string> Lines(ImmutableArray<Finding> findings) => [.. findings.Select(Line)];

    /// <summary>What a person is told: for each finding what it stands at and its sentence, and below it the evidence with what that points to.</summary>
    public static string Told(ImmutableArray<Finding> findings) => string.Concat(findings.Select(static finding =>
        $"{finding.Rule} at {Pointed(finding.Location)}: {finding.Message}\n" + string.Concat(finding.Verdict.Deployment.Evidence.Select(static item => $"  {Pointed(item.Location)}: {item.Says}\n"))));

    /// <summary>The findings of a row, in the order of the program.</summary>
    /// <exception cref="InvalidOperationException">The program does not compile.</exception>
    public static ImmutableArray<Finding> Judge(MatrixRow row, PolicySet policies)
    {
        var compilation = Compile(row);
        var errors = compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors) + "\n" + Numbered(row.Source));
        ImmutableArray<StackConfiguration> stacks = row.Configuration is { } settings ? [settings.ToFiles()] : [];
        var findings = ProgramFindings.For(compilation, _ => policies, _ => stacks)!;
        return [.. compilation.SyntaxTrees.SelectMany(tree => findings.In(tree, CancellationToken.None)).OrderBy(static finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The resources of a row as JSON, to see why it finds what it finds.</summary>
    public static string Graph(MatrixRow row) => ResourceGraphJson.Write(DifferentialResult.Analyze(Compile(row), row.Configuration));

    private static CSharpCompilation Compile(MatrixRow row)
    {
        var empty = Empty.Value;
        return empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(row.Source, (CSharpParseOptions)empty.SyntaxTrees[0].Options, "Program.cs"));
    }

    private static string Numbered(string source) => string.Join("\n", source.Split('\n').Select(static (line, index) => $"{index + 1,4} {line}"));

    // The start of what a location covers.
    private static string Pointed(Location location)
    {
        const int Longest = 60;
        var text = location.SourceTree!.GetText().ToString(location.SourceSpan);
        var line = text.Split('\n')[0];
        var shown = line.Length > Longest ? line[..Longest] : line;
        return shown + (shown.Length < text.Length ? "..." : "");
    }

    private static string Line(Finding finding)
    {
        var deployment = finding.Verdict.Deployment;
        return string.Join(" ", [
            finding.Rule,
            deployment.Model?.Id ?? "?",
            Write(deployment.Cloud),
            Write(deployment.Region),
            Write(deployment.Exposure),
            "'" + deployment.Resource.Name.AsString() + "'"]);
    }

    private static string Write(Determination fact) => string.Join("|", fact.Values.Concat(fact.WhyUndetermined is null ? [] : ["?"]));

    private static string Write(Exposure exposure) => exposure switch
    {
        Exposure.PublicApi => "public-api",
        Exposure.PrivateApi => "private-api",
        Exposure.NonApi => "non-api",
        _ => "?",
    };
}
