using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Analyzers;

/// <summary>Reports suppressions of placement rules in code that do not say why: a pragma without a comment, a <c>[SuppressMessage]</c> without a justification.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.Unjustified);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (PulumiSymbols.From(start.Compilation) is null)
                return;
            start.RegisterSyntaxTreeAction(ReportPragmas);
            if (start.Compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.SuppressMessageAttribute") is { } attribute)
                start.RegisterSyntaxNodeAction(node => ReportAttribute(node, attribute), SyntaxKind.Attribute);
        });
    }

    private static void ReportPragmas(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives)
            return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax { DisableOrRestoreKeyword.RawKind: (int)SyntaxKind.DisableKeyword } pragma || HasComment(pragma))
                continue;
            foreach (var code in pragma.ErrorCodes.OfType<IdentifierNameSyntax>().Where(static code => IsOurs(code.Identifier.ValueText)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.Unjustified, code.GetLocation(), "#pragma that turns " + code.Identifier.ValueText + " off has no justification: add a comment behind it that says why"));
        }
    }

    // The reason stands on the pragma's own line, or in a comment right above it.
    private static bool HasComment(PragmaWarningDirectiveTriviaSyntax pragma) =>
        pragma.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().Trim('/', ' ', '\t').Length > 0)
        || CommentAbove(pragma);

    private static bool CommentAbove(PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var trivia = pragma.ParentTrivia.Token.LeadingTrivia;
        var lines = 0;
        foreach (var before in trivia.TakeWhile(one => one != pragma.ParentTrivia).Reverse())
        {
            if (before.IsKind(SyntaxKind.SingleLineCommentTrivia))
                return lines <= 1;
            if (before.IsKind(SyntaxKind.EndOfLineTrivia))
                lines++;
            else if (!before.IsKind(SyntaxKind.WhitespaceTrivia))
                return false;
        }

        return false;
    }

    private static void ReportAttribute(SyntaxNodeAnalysisContext context, INamedTypeSymbol suppressMessage)
    {
        // One with a lambda does not compile, and the compiler itself can stumble over it when asked.
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: > 1 } arguments }
            || attribute.DescendantNodes().Any(static node => node is AnonymousFunctionExpressionSyntax)
            || !SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType, suppressMessage))
        {
            return;
        }

        var positional = arguments.Where(static argument => argument.NameEquals is null).ToList();
        if (positional.Count < 2 || Text(positional[1], context) is not { } id || !IsOurs(id))
            return;
        var justification = arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
        if (justification is null || Text(justification, context) is { } text && (string.IsNullOrWhiteSpace(text) || text == "<Pending>"))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Unjustified, attribute.GetLocation(), "[SuppressMessage] of " + id + " has no justification: set Justification to why it may stand"));
    }

    private static string? Text(AttributeArgumentSyntax argument, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken) is { HasValue: true, Value: string text } ? text : null;

    // "MPA1001" and "MPA1001:Title", as an IDE writes it. Turning this rule itself off asks for no reason: it would have nowhere to stand.
    private static bool IsOurs(string id) =>
        Descriptors.OfResources.Concat(Descriptors.OfPolicies).Any(descriptor => !descriptor.Equals(Descriptors.Unjustified) && id.StartsWith(descriptor.Id, StringComparison.OrdinalIgnoreCase) && (id.Length == descriptor.Id.Length || id[descriptor.Id.Length] == ':'));
}
