using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
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
public sealed class MoveToAllowedRegionFix : FindingFix
{
    private const string EquivalenceKey = "MoveToAllowedRegion:";

    /// <summary>Made by the host.</summary>
    public MoveToAllowedRegionFix()
        : base(RuleId.OutsideAllowedRegions)
    {
    }

    private protected override Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult(
            diagnostic.Properties.TryGetValue(FindingProperties.AllowedRegions, out var allowed) && allowed is not null
            && diagnostic.Properties.TryGetValue(FindingProperties.Region, out var region) && region is not null
            && diagnostic.AdditionalLocations.Select(location => LiteralAt(program, location, region)).FirstOrDefault(static literal => literal is not null) is { } literal
            && program.Project.Solution.GetDocument(literal.SyntaxTree) is { } document
                ? allowed.Split(',').Select(target => new FixOffer("Move to " + target, EquivalenceKey + target, stop => ReplaceAsync(document, literal.Span, target, stop)))
                : []);

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

    private static async Task<Solution> ReplaceAsync(Document document, TextSpan span, string region, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(span, ResourceWriter.Quote(region)))).Project.Solution;
    }
}
