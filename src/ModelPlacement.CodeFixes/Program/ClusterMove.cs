using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Writing;
using ModelPlacement.Engine.Catalog;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>Everything that stands on one Kubernetes provider, moved to a cluster on the compliant cloud: to that of another provider, else its own provider is given one.</summary>
/// <param name="From">The variable of the provider that it stands on.</param>
/// <param name="To">The variable of the compliant one, or null.</param>
/// <param name="Resources">The creations that stand on it.</param>
/// <param name="Connection">Where no provider is compliant: what connects its own one to a cluster.</param>
internal sealed record ClusterMove(ILocalSymbol From, ILocalSymbol? To, ImmutableArray<BaseObjectCreationExpressionSyntax> Resources, ClusterConnection? Connection = null)
{
    private const string ProviderToken = "pulumi:providers:kubernetes";
    private const string KubernetesPrefix = "kubernetes:";
    private const string ProviderOption = "Provider";
    private const int DeepestOrigin = 4;

    /// <summary>The moves that take care of some findings: of each provider that runs nothing but what they are about, is used for nothing but that, and has a compliant one beside it.</summary>
    public static ImmutableArray<ClusterMove> Of(ProgramView program, ImmutableArray<Diagnostic> findings)
    {
        var workloads = findings.Where(static finding => finding.Properties.ContainsKey(FindingProperties.DeclaredModels))
            .Select(finding => WorkloadOf(program, finding)).OfType<BaseObjectCreationExpressionSyntax>()
            .GroupBy(workload => ProviderOf(program, workload), SymbolEqualityComparer.Default).Where(static group => group.Key is not null).ToList();
        if (workloads.Count == 0)
            return ImmutableArray<ClusterMove>.Empty;
        var resources = program.Creations.Where(program.IsResource).ToLookup(creation => ProviderOf(program, creation), SymbolEqualityComparer.Default);
        return workloads.Select(group => Of(program, (ILocalSymbol)group.Key!, group.ToImmutableHashSet(), resources[group.Key].ToImmutableArray())).OfType<ClusterMove>().ToImmutableArray();
    }

    /// <summary>The solution after some moves.</summary>
    public static Solution Apply(ProgramView program, ImmutableArray<ClusterMove> moves)
    {
        var gone = new GoneSyntax(program);
        var files = new ChangedFiles(program);
        foreach (var move in moves)
        {
            if (move.Connection is { } connection)
                gone.Add(connection.KubeConfig);
            else if (move.From.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is { Declaration.Variables.Count: 1, ContainsDirectives: false } statement)
                gone.Add(statement);
            foreach (var waiting in move.Waiting(program))
                gone.Add(waiting);
        }

        gone.Settle();
        var declarations = new SupportDeclarations(program, gone);
        foreach (var move in moves)
            move.Write(program, files, declarations);
        return files.Apply(gone);
    }

    private void Write(ProgramView program, ChangedFiles files, SupportDeclarations declarations)
    {
        var file = files.Of(Resources[0].SyntaxTree);
        Connection?.Write(program, file, declarations);
        if (To is { } to)
        {
            foreach (var mention in program.MentionsOf(From))
                file.Edits.Replace(mention.Span, to.Name);
        }

        foreach (var element in Resources.SelectMany(static creation => creation.DescendantNodes()).OfType<ExpressionSyntax>())
            Translate(element, file.Edits);
        foreach (var waiting in Waiting(program))
            OptionsWriter.Drop(file, waiting);
    }

    /// <summary>What options wait for that stays behind.</summary>
    private IEnumerable<SyntaxNode> Waiting(ProgramView program) =>
        Resources.Cast<SyntaxNode>().Append(Connection?.Provider.Syntax)
            .Select(creation => creation is BaseObjectCreationExpressionSyntax { } syntax ? OptionsOf(program, syntax)?.Initializer : null).OfType<InitializerExpressionSyntax>().Distinct()
            .SelectMany(options => CarriedOptions.Waiting(program, options));

    private static ClusterMove? Of(ProgramView program, ILocalSymbol from, ImmutableHashSet<BaseObjectCreationExpressionSyntax> workloads, ImmutableArray<BaseObjectCreationExpressionSyntax> resources)
    {
        var isForThemOnly = resources.All(creation => workloads.Contains(creation) || !IsWorkload(program.TokenOf(creation)))
            && program.MentionsOf(from).All(static mention => mention.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: ProviderOption }, Parent: InitializerExpressionSyntax });
        if (!isForThemOnly)
            return null;
        return workloads.Select(workload => Compliant(program, workload, from)).Distinct<ILocalSymbol?>(SymbolEqualityComparer.Default).ToList() switch
        {
            [{ } to] => new ClusterMove(from, to, resources),
            [null] when ClusterConnection.Of(program, from, workloads) is { } connection => new ClusterMove(from, null, resources, connection),
            _ => null,
        };
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
    private static ILocalSymbol? ProviderOf(ProgramView program, BaseObjectCreationExpressionSyntax creation) =>
        ResourceCreation.Members(OptionsOf(program, creation)?.Initializer).FirstOrDefault(static member => member.Member.Identifier.ValueText == ProviderOption).Value is IdentifierNameSyntax provider
            ? program.SymbolOf(provider) as ILocalSymbol
            : null;

    /// <summary>The options of a creation, where they are written in place or in a variable of their own.</summary>
    private static BaseObjectCreationExpressionSyntax? OptionsOf(ProgramView program, BaseObjectCreationExpressionSyntax creation)
    {
        var options = ResourceCreation.Of(program, creation)?.Options?.Expression;
        return (options is IdentifierNameSyntax name && InitialOf(program, name) is { } initial ? initial : options) as BaseObjectCreationExpressionSyntax;
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
}
