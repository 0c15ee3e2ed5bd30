using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>What a diagnostic says that a fix can start from, and what the fix makes of it.</summary>
/// <param name="Creation">The creation of the resource.</param>
/// <param name="Entry">Where the model enters through a call, if the diagnostic sits there; null where it sits on the creation.</param>
/// <param name="Source">What the data says of that resource.</param>
/// <param name="Family">The SDK family of the counterpart.</param>
/// <param name="Model">How the counterpart's platform names the model; null where it does not, which matters only where the counterpart asks.</param>
/// <param name="ModelText">The model as the program writes it, or null.</param>
/// <param name="Declared">What the platform makes of every model that instances of the creation serve, null where it does not have one.</param>
/// <param name="IsPublic">Whether anybody may call it.</param>
/// <param name="Evidence">The creations of the other resources that it is about.</param>
internal sealed record FindingFacts(
    BaseObjectCreationExpressionSyntax Creation,
    ExpressionSyntax? Entry,
    CounterpartSource Source,
    CounterpartFamily Family,
    CounterpartModel? Model,
    string? ModelText,
    ImmutableArray<CounterpartModel?> Declared,
    bool IsPublic,
    ImmutableArray<BaseObjectCreationExpressionSyntax> Evidence)
{
    /// <summary>Whether all instances of the creation serve that model.</summary>
    public bool IsOfOneModel => Declared.All(other => other == Model);

    /// <summary>
    /// The facts of a diagnostic; null where it leads to no creation, where some instance or alternative of it is allowed or not known, or where the platform does not have the
    /// model because it is the organisation's own.
    /// </summary>
    public static FindingFacts? Of(Diagnostic diagnostic, ProgramView program, CounterpartSource source, CounterpartFamily family) => Of(diagnostic, program, source, family, PlatformModels.Of);

    /// <summary>The same with the successor in place of a model that the platform does not offer, or no longer; null where there is no need, or no successor.</summary>
    public static FindingFacts? OfSuccessor(Diagnostic diagnostic, ProgramView program, CounterpartSource source, CounterpartFamily family) =>
        source.Model is null && Of(diagnostic, program, source, family, model => PlatformModels.SuccessorOf(model, program.AsOf)) is { Entry: null, Model: not null } facts ? facts : null;

    private static FindingFacts? Of(Diagnostic diagnostic, ProgramView program, CounterpartSource source, CounterpartFamily family, Func<string, CounterpartModel?> platformModel)
    {
        string? Property(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

        if (Property(FindingProperties.Token) is not { } token
            || Property(FindingProperties.Model) is not { } model
            || Property(FindingProperties.DeclaredModels) is not { } declared
            || (source.Target.AsksForModel && Property(FindingProperties.OwnModel) is not null))
        {
            return null;
        }

        ExpressionSyntax? entry = null;
        var creation = CreationAt(program, diagnostic.Location);
        if (creation is null || program.TokenOf(creation) != token)
        {
            entry = ExpressionAt(program, diagnostic.Location);
            creation = diagnostic.AdditionalLocations.Select(location => CreationAt(program, location)).FirstOrDefault(found => found is not null && program.TokenOf(found) == token);
        }

        if (creation is null)
            return null;
        var counterpart = source.Model ?? platformModel(Property(FindingProperties.ModelVersion) is { } version ? model + "-" + version : model);
        return new FindingFacts(
            creation,
            entry,
            source,
            family,
            counterpart,
            Property(FindingProperties.ModelText),
            source.Model is null ? declared.Split(',').Select(platformModel).Distinct().ToImmutableArray() : ImmutableArray.Create<CounterpartModel?>(source.Model),
            Property(FindingProperties.IsPublic) is not null,
            diagnostic.AdditionalLocations.Select(location => CreationAt(program, location)).OfType<BaseObjectCreationExpressionSyntax>().Where(other => other != creation).ToImmutableArray());
    }

    private static BaseObjectCreationExpressionSyntax? CreationAt(ProgramView program, Location location) =>
        program.TreeOf(location) is { } tree ? ResourceCreation.At(tree.GetRoot(), location.SourceSpan) : null;

    private static ExpressionSyntax? ExpressionAt(ProgramView program, Location location) =>
        program.TreeOf(location) is { } tree && tree.GetRoot() is var root && root.FullSpan.Contains(location.SourceSpan)
            ? root.FindToken(location.SourceSpan.Start).Parent?.AncestorsAndSelf().TakeWhile(node => node.Span.Start >= location.SourceSpan.Start).OfType<ExpressionSyntax>().LastOrDefault(node => node.Span == location.SourceSpan)
            : null;
}
