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
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes;
using Xunit;

namespace ModelPlacement.Analyzers.Tests.Documentation;

/// <summary>A stack as a page shows it: files beside each other, in a workspace as an IDE has it.</summary>
internal sealed class PageStack
{
    /// <summary>Every quick fix of the package.</summary>
    public static readonly ImmutableArray<CodeFixProvider> Fixes =
        [.. typeof(ServeFromCounterpartFix).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    private const string Folder = "/stack/";

    /// <summary>The day on which the pages are read, unless they pin one.</summary>
    private const string Today = "2026-11-24";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        """;

    /// <summary>The program of a page that is about a policy file only.</summary>
    private const string EmptyProgram = "return await Pulumi.Deployment.RunAsync(() => { });\n";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new PlacementAnalyzer(), new SuppressionAnalyzer()];

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(static () =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "Pulumi*.dll"))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray());

    private readonly Project _project;

    private PageStack(Project project) => _project = project;

    public static PageStack Of(IReadOnlyDictionary<string, string> files, string? asOf)
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Create(),
            "Stack",
            "Stack",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: References.Value));
        solution = solution
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", ImplicitUsings, filePath: Folder + "obj/Usings.cs")
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), "build.globalconfig", SourceText.From("is_global = true\nbuild_property.ModelPlacementAsOf = " + (asOf ?? Today) + "\n"), filePath: Folder + "obj/build.globalconfig");
        if (!files.ContainsKey("Program.cs"))
            solution = solution.AddDocument(DocumentId.CreateNewId(id), "Program.cs", EmptyProgram, filePath: Folder + "Program.cs");
        foreach (var (name, text) in files)
        {
            var (document, path) = (DocumentId.CreateNewId(id), Folder + name);
            solution = Path.GetExtension(name) switch
            {
                ".cs" => solution.AddDocument(document, name, text, filePath: path),
                ".editorconfig" or ".globalconfig" => solution.AddAnalyzerConfigDocument(document, name, SourceText.From(text), filePath: path),
                _ => solution.AddAdditionalDocument(document, name, text, filePath: path),
            };
        }

        return new PageStack(solution.GetProject(id)!);
    }

    /// <summary>What the rules report, suppressed findings too, in the order of files and lines. The program must compile and no analyzer throw.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var compilation = (await _project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var thrown = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            _project.AnalyzerOptions,
            (exception, _, _) => thrown.Add(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        return [.. found.OrderBy(static finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(static finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>A finding as a build prints it.</summary>
    public static string Print(Diagnostic finding) => finding.ToString().Replace(Folder, "", StringComparison.Ordinal);

    /// <summary>The stack after the quick fix of that title, or null where it is not offered for a rule's findings; and the titles of all that are.</summary>
    public async Task<(PageStack? Result, IReadOnlyList<string> Titles)> ApplyAsync(string rule, string title)
    {
        var actions = new List<CodeAction>();
        var findings = await FindingsAsync();
        foreach (var finding in findings.Where(finding => finding.Id == rule && finding.Location.IsInSource))
        {
            var document = _project.GetDocument(finding.Location.SourceTree)!;
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        }

        var titles = actions.Select(static action => action.Title).ToList();
        if (actions.Find(action => action.Title == title) is not { } chosen)
            return (null, titles);
        var operations = await chosen.GetOperationsAsync(CancellationToken.None);
        return (new PageStack(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project.Id)!), titles);
    }

    public async Task<string> TextAsync(string file)
    {
        var document = _project.Documents.Concat<TextDocument>(_project.AdditionalDocuments).Single(document => document.Name == file);
        return (await document.GetTextAsync()).ToString();
    }
}
