using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using ModelPlacement.EndToEnd.Tests;
using Xunit;

namespace ModelPlacement.Hosts.Tests;

/// <summary>A tool that opens the project of a user who added the package: analyzers, options and files come from the project alone.</summary>
[Collection(PackedPackageTests.Name)]
public class WorkspaceTests(PackedPackage package)
{
    private const string Policy = "# Ours.\nversion: 1\n";

    [Fact]
    public async Task A_project_brings_its_analyzers_policies_and_mode()
    {
        var consumer = package.NewConsumer(Stacks.ConfiguredAgent)
            .With("Pulumi.yaml", "name: support\nruntime: dotnet\n")
            .With("Pulumi.prod.yaml", "config:\n  support:model: openai.gpt-5.5\n")
            .With("model-placement.yaml", "version: 1\npolices: []\n")
            .With("Directory.Build.props", "<Project><PropertyGroup><ModelPlacementMode>strict</ModelPlacementMode></PropertyGroup></Project>");
        using var workspace = MSBuildWorkspace.Create();
        var findings = (await FindingsAsync(await OpenAsync(workspace, consumer))).Select(static finding => finding.Severity + " " + finding.Id);
        Assert.Equal(["Error MPA1001", "Error MPA4001"], findings);
    }

    [Fact]
    public async Task A_quick_fix_serves_the_model_from_azure()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent);
        await ApplyAsync(consumer, static title => title == "Serve gpt-5.5 from Azure OpenAI");
        Assert.Contains("Format = \"OpenAI\"", consumer.Read("Program.cs"), StringComparison.Ordinal);
        var build = consumer.Build();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Empty(build.Findings);
    }

    [Fact]
    public async Task A_quick_fix_adds_an_exemption_that_holds_once_somebody_has_justified_it()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent).With("model-placement.yaml", Policy);
        await ApplyAsync(consumer, static title => title.StartsWith("Exempt 'support' from policy", StringComparison.Ordinal));
        Assert.Equal(Stacks.OpenAiAgent, consumer.Read("Program.cs"));
        var exempted = consumer.Read("model-placement.yaml");
        Assert.StartsWith(Policy + "exemptions:\n  - policy: openai-api-on-azure\n    resource: aws:bedrock/agentAgent:AgentAgent\n    name: support\n    reason: \"\"\n", exempted, StringComparison.Ordinal);

        var asked = consumer.Build();
        Assert.Contains(asked.Findings, static finding => finding.Contains("warning MPA1001", StringComparison.Ordinal));
        Assert.Contains(asked.Findings, static finding => finding.Contains("model-placement.yaml(4,5): warning MPA3001", StringComparison.Ordinal));

        consumer.With("model-placement.yaml", exempted
            .Replace("reason: \"\"", "reason: Load test until the quota arrives.", StringComparison.Ordinal)
            .Replace("approvedBy: \"\"", "approvedBy: platform@acme.example", StringComparison.Ordinal));
        Assert.Empty(consumer.Build().Findings);
    }

    private static async Task<Project> OpenAsync(MSBuildWorkspace workspace, ConsumerProject consumer)
    {
        var project = await workspace.OpenProjectAsync(Path.Combine(consumer.Folder, "Stack.csproj"));
        Assert.Empty(workspace.Diagnostics.Where(static diagnostic => diagnostic.Kind == WorkspaceDiagnosticKind.Failure).Select(static diagnostic => diagnostic.Message));
        return project;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project)
    {
        var analyzers = project.AnalyzerReferences.SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))
            .Where(static analyzer => analyzer.GetType().Namespace == "ModelPlacement.Analyzers")
            .ToImmutableArray();
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static finding => finding.Id, StringComparer.Ordinal)];
    }

    private static async Task ApplyAsync(ConsumerProject consumer, Func<string, bool> isWanted)
    {
        using var workspace = MSBuildWorkspace.Create();
        var project = await OpenAsync(workspace, consumer);
        var finding = Assert.Single(await FindingsAsync(project));
        var actions = new List<CodeAction>();
        foreach (var fix in Fixes(project).Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => actions.Add(action), CancellationToken.None));

        var wanted = Assert.Single(actions, action => isWanted(action.Title));
        foreach (var operation in await wanted.GetOperationsAsync(CancellationToken.None))
            operation.Apply(workspace, CancellationToken.None);
    }

    private static IEnumerable<CodeFixProvider> Fixes(Project project) =>
        project.AnalyzerReferences.OfType<AnalyzerFileReference>()
            .Single(static reference => Path.GetFileName(reference.FullPath) == "ModelPlacement.CodeFixes.dll")
            .GetAssembly().GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!);
}
