using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Tests.Catalog;
using ModelPlacement.Engine.Tests.Placement.Matrices;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>The violating programs that are not written for the fixes: the rows of the engine's matrices, and the samples. Each has an Azure SDK beside its own.</summary>
internal static partial class FurtherPrograms
{
    private const string Counterpart = "Pulumi.AzureNative";

    // The others break no policy.
    private static readonly string[] Samples = ["OpenAiOnAws", "PerStackPolicy", "CompanyPolicy/Support", "SelfHostedOnKubernetes"];

    private static readonly string[] Sdks =
    [
        "Pulumi.Aws", "Pulumi.AwsNative", "Pulumi.Azure", Counterpart, "Pulumi.Command", "Pulumi.Databricks", "Pulumi.DigitalOcean", "Pulumi.Docker", "Pulumi.Eks", "Pulumi.Gcp", "Pulumi.Kubernetes",
    ];

    /// <summary>Every program by a name that a person recognizes.</summary>
    public static IEnumerable<(string Name, Func<Task<Project>> Make)> All() =>
    [
        .. new[] { "places", "clouds" }.SelectMany(matrix => MatrixRow.All(matrix + ".yaml")).Where(row => row.Finds.Any(finding => finding.StartsWith("MPA1", StringComparison.Ordinal))).Select(row => (row.ToString(), (Func<Task<Project>>)(() => OfRowAsync(row)))),
        .. Samples.Select(sample => ("sample " + sample, (Func<Task<Project>>)(() => Task.FromResult(OfSample(Repository.PathOf("samples", sample, "Program.cs")))))),
    ];

    private static async Task<Project> OfRowAsync(MatrixRow row)
    {
        var text = await WithoutUnneededUsingsAsync(row.Source.TrimEnd() + "\n");
        var project = StackProject.WithPolicy(StackProject.Of(text, [.. text.Contains("Pulumi.Azure;", StringComparison.Ordinal) ? Sdks : Sdks.Where(sdk => sdk != "Pulumi.Azure"), StackProject.Surfaces]), Promises.NoPolicy);
        return WithRules(row.Configuration is { } settings ? WithFiles(project, settings.Files.Project, settings.Files.Stack) : project);
    }

    private static Project OfSample(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var references = SdkReference().Matches(File.ReadAllText(Directory.EnumerateFiles(folder, "*.csproj").Single())).Select(match => match.Groups["sdk"].Value);
        var project = StackProject.Of(File.ReadAllText(file), [.. references.Append(Counterpart).Distinct(StringComparer.Ordinal)]);
        var policy = new[] { folder, Path.GetDirectoryName(folder)! }.Select(at => Path.Combine(at, Promises.PolicyFile)).FirstOrDefault(File.Exists);
        var stacks = Directory.EnumerateFiles(folder, "Pulumi*.yaml").Select(path => new DocumentFile(Path.GetFileName(path), File.ReadAllText(path)));
        return WithRules(WithFiles(StackProject.WithPolicy(project, policy is null ? Promises.NoPolicy : File.ReadAllText(policy)), [.. stacks]));
    }

    private static Project WithRules(Project project) => StackProject.WithConfig(project, Promises.AllRules, "rules.globalconfig");

    private static Project WithFiles(Project project, params DocumentFile[] files) => files.Aggregate(project, static (changed, file) => StackProject.WithFile(changed, file.Path, file.Text));

    // All rows have the same lines of `using`, of which each needs some.
    private static async Task<string> WithoutUnneededUsingsAsync(string text)
    {
        var compilation = (await StackProject.Of(text, [.. Sdks, StackProject.Surfaces]).GetCompilationAsync())!;
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("Program.cs", StringComparison.Ordinal));
        var unneeded = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Id == "CS8019" && diagnostic.Location.SourceTree == tree).Select(diagnostic => diagnostic.Location.SourceSpan).ToHashSet();
        var root = (CompilationUnitSyntax)await tree.GetRootAsync();
        return root.WithUsings(SyntaxFactory.List(root.Usings.Where(directive => !unneeded.Contains(directive.Span)))).ToFullString();
    }

    [GeneratedRegex("PulumiReference Include=\"(?<sdk>[^\"]+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SdkReference();
}
