using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.CodeFixes.Writing;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>Names a region that the policy allows where the program names one that it does not: one action for each of the first few.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveToAllowedRegionFix))]
[Shared]
public sealed class MoveToAllowedRegionFix : CodeFixProvider
{
    private const string EquivalenceKey = "MoveToAllowedRegion:";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleId.OutsideAllowedRegions);

    // Which region is a person's choice, one at a time: a solution is not moved in one go.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ProgramView.OfAsync(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } program)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FindingProperties.AllowedRegions, out var allowed) || allowed is null
                || !diagnostic.Properties.TryGetValue(FindingProperties.Region, out var region) || region is null
                || diagnostic.AdditionalLocations.Select(location => LiteralAt(program, location, region)).FirstOrDefault(static literal => literal is not null) is not { } literal
                || context.Document.Project.Solution.GetDocument(literal.SyntaxTree) is not { } document)
            {
                continue;
            }

            foreach (var target in allowed.Split(','))
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Move to " + target, cancellation => ReplaceAsync(document, literal.Span, target, cancellation), EquivalenceKey + target),
                    diagnostic);
            }
        }
    }

    /// <summary>The literal that stands at a place, or that the constant or variable there was given.</summary>
    private static LiteralExpressionSyntax? LiteralAt(ProgramView program, Location location, string region)
    {
        if (program.TreeOf(location) is not { } tree)
            return null;
        var node = tree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        if (node is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && program.SymbolOf(node) is ILocalSymbol or IFieldSymbol
            && program.SymbolOf(node)!.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value })
        {
            node = value;
        }

        return node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal && string.Equals(literal.Token.ValueText, region, StringComparison.Ordinal) ? literal : null;
    }

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string region, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(span, ResourceWriter.Quote(region))));
    }
}
