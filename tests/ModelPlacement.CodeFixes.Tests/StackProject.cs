using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Analyzers;
using ModelPlacement.Engine.Tests.Placement.Matrices;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>A stack program in memory, as an IDE or <c>dotnet format</c> holds it: SDKs as compiled references, findings by the analyzer, fixes through the provider.</summary>
internal static class StackProject
{
    private static readonly Lazy<MefHostServices> Host = new(() => MefHostServices.Create(MefHostServices.DefaultAssemblies));

    private static readonly Lazy<ImmutableArray<MetadataReference>> Platform = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll") && Path.GetDirectoryName(path)!.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private static readonly Dictionary<string, MetadataReference> Sdks = new(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<Project, Task<ImmutableArray<Diagnostic>>> Found = [];

    private static readonly ConditionalWeakTable<Project, Task<ImmutableArray<Diagnostic>>> Compiler = [];

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The classes of the matrices that stand in no reference SDK.</summary>
    public const string Surfaces = "Surfaces";

    /// <summary>A project of some files that references some SDKs beside the core.</summary>
    public static Project Of(IReadOnlyDictionary<string, string> files, params string[] sdks)
    {
        var workspace = new AdhocWorkspace(Host.Value);
        var project = AddTo(workspace.CurrentSolution, "Stack", files, sdks);
        return project;
    }

    public static Project Of(string source, params string[] sdks) => Of(new Dictionary<string, string>(StringComparer.Ordinal) { ["Program.cs"] = source }, sdks);

    public static Project AddTo(Solution solution, string name, IReadOnlyDictionary<string, string> files, params string[] sdks)
    {
        var id = ProjectId.CreateNewId(name);
        solution = solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Create(),
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse),
            metadataReferences: Platform.Value.AddRange(sdks.Prepend("Pulumi").Select(Sdk))));
        solution = AddFile(solution, id, name, "GlobalUsings.g.cs", ImplicitUsings);
        foreach (var file in files)
            solution = AddFile(solution, id, name, file.Key, file.Value);
        return solution.GetProject(id)!;
    }

    /// <summary>The project with one more SDK.</summary>
    public static Project WithSdk(Project project, string sdk) => project.AddMetadataReference(Sdk(sdk));

    /// <summary>The project with a policy file beside it.</summary>
    public static Project WithPolicy(Project project, string policy) => WithFile(project, "model-placement.yaml", policy);

    /// <summary>The project with an additional file beside it.</summary>
    public static Project WithFile(Project project, string name, string text) =>
        project.AddAdditionalDocument(name, SourceText.From(text), filePath: "/" + project.Name + "/" + name).Project;

    /// <summary>The project with a global analyzer config.</summary>
    public static Project WithConfig(Project project, string config, string name = ".globalconfig") =>
        project.AddAnalyzerConfigDocument(name, SourceText.From(config), filePath: "/" + project.Name + "/" + name).Project;

    /// <summary>The findings in a project, looked for once.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project) => Found.GetValue(project, FindAsync);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var errors = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => errors.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new PlacementAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(errors);
        return [.. found.OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The findings that the fix is for.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project) =>
        [.. (await FindingsAsync(project)).Where(finding => new ServeFromCounterpartFix().FixableDiagnosticIds.Contains(finding.Id))];

    public static async Task<ImmutableArray<CodeAction>> ActionsAsync(Project project, Diagnostic finding, CodeFixProvider? fix = null)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = project.GetDocument(finding.Location.SourceTree)!;
        await (fix ?? new ServeFromCounterpartFix()).RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    public static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
    }

    /// <summary>The project after a fix of all its findings; the counterparts are the default.</summary>
    public static async Task<Project> FixAllAsync(Project project, FixAllScope scope, string? key = ServeFromCounterpartFix.EquivalenceKey, CodeFixProvider? fix = null)
    {
        fix ??= new ServeFromCounterpartFix();
        var document = project.Documents.First(document => document.Name != "GlobalUsings.g.cs");
        var context = new FixAllContext(document, fix, scope, key, fix.FixableDiagnosticIds, new Findings(), CancellationToken.None);
        return await ApplyAsync(project, (await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public static async Task<string> TextAsync(Project project, string name = "Program.cs") =>
        (await project.Documents.Single(document => document.Name == name).GetTextAsync()).ToString();

    /// <summary>The compiler's errors and warnings.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CompilerDiagnosticsAsync(Project project) =>
        [.. (await AllCompilerDiagnosticsAsync(project)).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>Whatever the compiler says, looked for once.</summary>
    public static Task<ImmutableArray<Diagnostic>> AllCompilerDiagnosticsAsync(Project project) => Compiler.GetValue(project, async compiled => (await compiled.GetCompilationAsync())!.GetDiagnostics());

    private static Solution AddFile(Solution solution, ProjectId project, string folder, string name, string text) =>
        solution.AddDocument(DocumentId.CreateNewId(project, name), name, SourceText.From(text), filePath: "/" + folder + "/" + name);

    private static MetadataReference Sdk(string name)
    {
        lock (Sdks)
        {
            if (!Sdks.TryGetValue(name, out var reference))
                Sdks.Add(name, reference = File.Exists(PathOf(name + ".dll")) ? MetadataReference.CreateFromFile(PathOf(name + ".dll")) : Compiled(name));
            return reference;
        }
    }

    /// <summary>An SDK of which there is no reference assembly, from its source: to a program it is metadata, as a real one.</summary>
    private static PortableExecutableReference Compiled(string name)
    {
        IEnumerable<string> sources = name == Surfaces ? MatrixRow.Surfaces().Values : [File.ReadAllText(PathOf(Path.Combine("Programs", "Sdks", name + ".cs")))];
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12))),
            [.. Platform.Value, .. Directory.EnumerateFiles(PathOf(""), "Pulumi*.dll").Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, name + ": " + string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(image.ToArray(), filePath: name + ".dll");
    }

    private static string PathOf(string file) => Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, file);

    private sealed class Findings : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await FindingsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FindingsAsync(document.Project)).Where(finding => finding.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await FindingsAsync(project)).Where(finding => !finding.Location.IsInSource);
    }
}
