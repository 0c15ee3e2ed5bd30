using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.CodeFixes.Writing;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>
/// Moves a Kubernetes workload, and what stands beside it on its provider, to a provider in scope whose cluster is on the compliant cloud. The workload stays as it is;
/// annotations that make a load balancer internal become that cloud's.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToClusterFix))]
[Shared]
public sealed class MoveToClusterFix : CodeFixProvider
{
    private const string EquivalenceKey = "MoveToCluster";
    private const string ProviderToken = "pulumi:providers:kubernetes";
    private const string KubernetesPrefix = "kubernetes:";
    private const int DeepestOrigin = 4;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleId.ServedOutsideAllowedClouds, RuleId.SelfHostedOutsideAllowedClouds);

    // What shares a provider moves together, which one finding decides for one workload.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ProgramView.OfAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } program)
            return;
        foreach (var diagnostic in context.Diagnostics.Where(static diagnostic => diagnostic.Properties.ContainsKey(FindingProperties.DeclaredModels)))
        {
            if (WorkloadOf(program, diagnostic) is not { } workload
                || ProviderOf(program, workload) is not { } old
                || Compliant(program, workload, old) is not { } compliant
                || Edits(program, workload, old, compliant) is not { } edits
                || context.Document.Project.Solution.GetDocument(workload.SyntaxTree) is not { } document)
            {
                continue;
            }

            var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            var moved = document.WithText(edits.ApplyTo(text));
            if (!await HasErrorsAsync(moved, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(CodeAction.Create("Run it on the cluster of '" + compliant.Name + "'", _ => Task.FromResult(moved), EquivalenceKey), diagnostic);
        }
    }

    private static BaseObjectCreationExpressionSyntax? WorkloadOf(ProgramView program, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location)
            .Select(location => program.TreeOf(location) is { } tree ? ResourceCreation.At(tree.GetRoot(), location.SourceSpan) : null)
            .FirstOrDefault(creation => creation is not null && IsWorkload(program.TokenOf(creation)));

    /// <summary>Whether a resource runs something, or may: a chart or a file is not looked into.</summary>
    private static bool IsWorkload(string? token) =>
        token is null
        || (token.StartsWith(KubernetesPrefix, StringComparison.Ordinal)
            && (ResourceCatalog.BuiltIn.Find(token) is { Role: not (Role.Expose or Role.Config) } || token.Contains(":helm.") || token.Contains(":yaml") || token.Contains(":kustomize")));

    /// <summary>The variable of the provider that a creation's options name, in place or through a variable of their own.</summary>
    private static ILocalSymbol? ProviderOf(ProgramView program, BaseObjectCreationExpressionSyntax creation)
    {
        var options = ResourceCreation.Of(program, creation)?.Options?.Expression;
        if (options is IdentifierNameSyntax name && InitialOf(program, name) is { } initial)
            options = initial;
        return (options as BaseObjectCreationExpressionSyntax)?.Initializer is { } initializer
            && ResourceCreation.Members(initializer).FirstOrDefault(static member => member.Member.Identifier.ValueText == "Provider").Value is IdentifierNameSyntax provider
                ? program.SymbolOf(provider) as ILocalSymbol
                : null;
    }

    private static ExpressionSyntax? InitialOf(ProgramView program, IdentifierNameSyntax name) =>
        program.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var initial } ? initial : null;

    /// <summary>A provider declared before a workload whose kubeconfig comes from a cluster of the compliant cloud.</summary>
    private static ILocalSymbol? Compliant(ProgramView program, BaseObjectCreationExpressionSyntax workload, ISymbol old) =>
        workload.AncestorsAndSelf().OfType<StatementSyntax>().SelectMany(Insertion.Preceding).OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(static statement => statement.Declaration.Variables)
            .Where(variable => variable.Initializer?.Value is BaseObjectCreationExpressionSyntax creation && program.TokenOf(creation) == ProviderToken && IsOfCompliantCluster(program, creation, DeepestOrigin))
            .Select(variable => program.ModelOf(variable).GetDeclaredSymbol(variable) as ILocalSymbol)
            .FirstOrDefault(variable => variable is not null && !SymbolEqualityComparer.Default.Equals(variable, old));

    private static bool IsOfCompliantCluster(ProgramView program, SyntaxNode expression, int depth) =>
        expression.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            program.SymbolOf(name) is ILocalSymbol { Type: INamedTypeSymbol type }
            && ((program.Pulumi.Token(type) is { } token && CounterpartData.BuiltIn.Clusters.Contains(token)) || (depth > 0 && InitialOf(program, name) is { } initial && IsOfCompliantCluster(program, initial, depth - 1))));

    /// <summary>What changes where everything on the old provider can move along; null where it runs something else too, or is used for more than options.</summary>
    private static FileEdits? Edits(ProgramView program, SyntaxNode workload, ILocalSymbol old, ILocalSymbol compliant)
    {
        var onIt = program.Compilation.SyntaxTrees
            .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            .Where(creation => program.IsResource(creation) && SymbolEqualityComparer.Default.Equals(ProviderOf(program, creation), old))
            .ToList();
        var mentions = program.MentionsOf(old).ToList();
        if (onIt.Exists(creation => creation != workload && IsWorkload(program.TokenOf(creation)))
            || !mentions.TrueForAll(static mention => mention.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Provider" }, Parent: InitializerExpressionSyntax }))
        {
            return null;
        }

        var text = workload.SyntaxTree.GetText();
        var edits = new FileEdits();
        foreach (var mention in mentions)
            edits.Replace(mention.Span, compliant.Name);
        foreach (var element in onIt.SelectMany(static creation => creation.DescendantNodes()).OfType<ExpressionSyntax>())
            Translate(element, edits);
        if (old.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Declaration.Variables.Count: 1, ContainsDirectives: false } statement)
            Removal.Write(edits, text, Layout.Of(text), [statement]);
        return edits;
    }

    private static void Translate(ExpressionSyntax element, FileEdits edits)
    {
        var (key, value) = element switch
        {
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [LiteralExpressionSyntax first, LiteralExpressionSyntax second] } => (first, second),
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax first }] }, Right: LiteralExpressionSyntax second } => (first, second),
            _ => (null, null),
        };
        if (key is null || value is null || !CounterpartData.BuiltIn.InternalElsewhere.Contains((key.Token.ValueText, value.Token.ValueText)))
            return;
        edits.Replace(key.Span, ResourceWriter.Quote(CounterpartData.BuiltIn.Internal.Key));
        edits.Replace(value.Span, ResourceWriter.Quote(CounterpartData.BuiltIn.Internal.Value));
    }

    private static async Task<bool> HasErrorsAsync(Document document, System.Threading.CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model || model.GetDiagnostics(cancellationToken: cancellation).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
