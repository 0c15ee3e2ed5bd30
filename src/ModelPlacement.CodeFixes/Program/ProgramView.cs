using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>A project's program as the fixes read it: its symbols, and who mentions what. Not thread-safe; one per fix.</summary>
internal sealed class ProgramView
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly Dictionary<(SyntaxTree Tree, string Name), ILookup<ISymbol, SimpleNameSyntax>> _bound = new();
    private readonly Dictionary<SyntaxTree, ILookup<string, SimpleNameSyntax>> _names = new();
    private readonly Lazy<ILookup<string, SyntaxTree>> _treesByPath;
    private readonly Lazy<ILookup<ISymbol, BaseObjectCreationExpressionSyntax>> _creations;
    private readonly Lazy<IReadOnlyList<string>> _findings;
    private readonly CancellationToken _cancellation;

    private ProgramView(Project project, Compilation compilation, PulumiSymbols pulumi, CancellationToken cancellation)
    {
        Project = project;
        Compilation = compilation;
        Pulumi = pulumi;
        _cancellation = cancellation;
        _treesByPath = new(() => compilation.SyntaxTrees.ToLookup(static tree => tree.FilePath, StringComparer.Ordinal));
        _findings = new(() => PlacementFindings.Of(project, compilation, cancellation));
        _creations = new(() => Creations
            .Where(creation => TypeOf(creation) is not null)
            .ToLookup(creation => (ISymbol)TypeOf(creation)!.OriginalDefinition, SymbolEqualityComparer.Default));
    }

    public Project Project { get; }

    public Compilation Compilation { get; }

    public PulumiSymbols Pulumi { get; }

    /// <summary>The day that the program is judged as of, or null.</summary>
    public DateTime? AsOf => Program.AsOf.Of(Project);

    /// <summary>The view of a project, or null when it does not use Pulumi from C#.</summary>
    public static async Task<ProgramView?> OfAsync(Project project, CancellationToken cancellation) =>
        await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is CSharpCompilation compilation && PulumiSymbols.From(compilation) is { } pulumi
            ? new ProgramView(project, compilation, pulumi, cancellation)
            : null;

    /// <summary>What the engine finds in it, each with its rule and sentence.</summary>
    public IReadOnlyList<string> Findings => _findings.Value;

    /// <summary>Whether the project references the SDK of a family.</summary>
    public bool Has(CounterpartFamily family) => Compilation.GetTypeByMetadataName(family.ClassName(family.Resource.Class)) is not null;

    /// <summary>The program's tree of a location, which may come from another compilation of the same files; null where there is none.</summary>
    public SyntaxTree? TreeOf(Location location) => location.SourceTree switch
    {
        null => null,
        { } tree when Compilation.ContainsSyntaxTree(tree) => tree,
        { FilePath.Length: > 0 } tree => _treesByPath.Value[tree.FilePath].FirstOrDefault(),
        _ => null,
    };

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
            _models.Add(tree, model = Compilation.GetSemanticModel(tree));
        return model;
    }

    public SemanticModel ModelOf(SyntaxNode node) => ModelOf(node.SyntaxTree);

    public ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, _cancellation).Symbol;

    public ITypeSymbol? TypeOf(SyntaxNode node) => ModelOf(node).GetTypeInfo(node, _cancellation).Type;

    /// <summary>The schema name of the input that a member of an initializer is.</summary>
    public string InputNameOf(IdentifierNameSyntax member) => SymbolOf(member) is IPropertySymbol property && Pulumi.InputName(property) is { } input ? input : member.Identifier.ValueText;

    /// <summary>The type token of the resource that an expression creates, or null where it creates none that has one.</summary>
    public string? TokenOf(BaseObjectCreationExpressionSyntax creation) => TypeOf(creation) is INamedTypeSymbol type && Pulumi.IsResource(type) ? Pulumi.Token(type) : null;

    public bool IsResource(BaseObjectCreationExpressionSyntax creation) => Pulumi.IsResource(TypeOf(creation));

    /// <summary>Every creation of an object.</summary>
    public IEnumerable<BaseObjectCreationExpressionSyntax> Creations => Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(_cancellation).DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>());

    /// <summary>Every creation of a class, by name or target-typed.</summary>
    public IEnumerable<BaseObjectCreationExpressionSyntax> CreationsOf(INamedTypeSymbol type) => _creations.Value[type.OriginalDefinition];

    /// <summary>Every mention of a local, parameter, field, property or local function, its declaration not counted.</summary>
    public IEnumerable<SimpleNameSyntax> MentionsOf(ISymbol symbol)
    {
        var isInOneTree = symbol.Kind is SymbolKind.Local or SymbolKind.Parameter || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction };
        var trees = isInOneTree ? symbol.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct() : Compilation.SyntaxTrees;
        return trees.SelectMany(tree => BoundNames(tree, symbol.Name)[symbol]);
    }

    /// <summary>Each name of a tree is bound once, however many symbols are asked for.</summary>
    private ILookup<ISymbol, SimpleNameSyntax> BoundNames(SyntaxTree tree, string name)
    {
        if (!_bound.TryGetValue((tree, name), out var bound))
        {
            bound = NamesOf(tree)[name]
                .Select(node => (Node: node, Symbol: SymbolOf(node)?.OriginalDefinition))
                .Where(static pair => pair.Symbol is not null)
                .ToLookup(static pair => pair.Symbol!, static pair => pair.Node, SymbolEqualityComparer.Default);
            _bound.Add((tree, name), bound);
        }

        return bound;
    }

    public ILookup<string, SimpleNameSyntax> NamesOf(SyntaxTree tree)
    {
        if (!_names.TryGetValue(tree, out var names))
        {
            names = tree.GetRoot(_cancellation).DescendantNodes().OfType<SimpleNameSyntax>().ToLookup(static node => node.Identifier.ValueText, StringComparer.Ordinal);
            _names.Add(tree, names);
        }

        return names;
    }
}
