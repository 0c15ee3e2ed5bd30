using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>What a diagnostic says that a fix can start from.</summary>
/// <param name="Creation">The creation it sits on.</param>
/// <param name="Source">What the data says of that resource.</param>
/// <param name="Model">How the counterpart's platform names the model.</param>
/// <param name="ModelText">The model as the program writes it, or null.</param>
internal sealed record FindingFacts(BaseObjectCreationExpressionSyntax Creation, CounterpartSource Source, CounterpartModel Model, string? ModelText)
{
    private const string CanonicalDialect = "openai-api";

    /// <summary>The facts of a diagnostic; null where it sits on no creation, or on one that has no counterpart, or where several models are possible.</summary>
    public static FindingFacts? Of(Diagnostic diagnostic, SyntaxNode root)
    {
        string? Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

        if (Property(FindingProperties.Token) is not { } token
            || Property(FindingProperties.Model) is not { } model
            || Property(FindingProperties.IsAlternative) is not null
            || CounterpartData.BuiltIn.SourceOf(token) is not { } source
            || ResourceCreation.At(root, diagnostic.Location.SourceSpan) is not { } creation)
        {
            return null;
        }

        var identity = ModelFamilies.BuiltIn.Identify(model, CanonicalDialect);
        return identity is not null && ModelFamilies.BuiltIn.CounterpartOf(identity with { Version = Property(FindingProperties.ModelVersion) ?? identity.Version }) is { } counterpart
            ? new FindingFacts(creation, source, counterpart, Property(FindingProperties.ModelText))
            : null;
    }
}
