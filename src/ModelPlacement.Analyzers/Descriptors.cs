using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.Analyzers;

/// <summary>The rules as a compiler knows them. Their message is the engine's sentence.</summary>
internal static class Descriptors
{
    // Where the pages of docs/rules are published; empty until there is such a place.
    private const string HelpLinkBase = "";

    private const string Category = "ModelPlacement";

    public static readonly DiagnosticDescriptor ServedOutsideAllowedClouds = new(
        RuleId.ServedOutsideAllowedClouds,
        "Restricted model is served through an API outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor SelfHostedOutsideAllowedClouds = new(
        RuleId.SelfHostedOutsideAllowedClouds,
        "Restricted model is self-hosted behind an API outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor ConsumedOutsideAllowedClouds = new(
        RuleId.ConsumedOutsideAllowedClouds,
        "Restricted model is consumed through an endpoint outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor OutsideAllowedRegions = new(
        RuleId.OutsideAllowedRegions,
        "Restricted model is served from a region outside its allowed regions",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor UsedOutsideAllowedClouds = new(
        RuleId.UsedOutsideAllowedClouds,
        "Restricted model is used outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor ModelUndetermined = new(
        RuleId.ModelUndetermined,
        "Served model cannot be determined at compile time",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor PlaceUndetermined = new(
        RuleId.PlaceUndetermined,
        "Cloud that hosts a restricted model cannot be determined",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor ExposureUndetermined = new(
        RuleId.ExposureUndetermined,
        "Whether a restricted model is served through an API cannot be determined",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    /// <summary>The rules that judge resources.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfResources = ImmutableArray.Create(
        ServedOutsideAllowedClouds,
        SelfHostedOutsideAllowedClouds,
        ConsumedOutsideAllowedClouds,
        OutsideAllowedRegions,
        UsedOutsideAllowedClouds,
        ModelUndetermined,
        PlaceUndetermined,
        ExposureUndetermined);

    public static readonly DiagnosticDescriptor Unjustified = new(
        RuleId.Unjustified,
        "Exemption or suppression has no justification",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor ExemptionExpired = new(
        RuleId.ExemptionExpired,
        "Exemption has expired",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor ExemptionUnused = new(
        RuleId.ExemptionUnused,
        "Exemption matches nothing",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PolicyFileInvalid = new(
        RuleId.PolicyFileInvalid,
        "Policy file is invalid",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor UnknownReference = new(
        RuleId.UnknownReference,
        "Policy refers to an unknown model, cloud, token or policy",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    public static readonly DiagnosticDescriptor OutsideValidity = new(
        RuleId.OutsideValidity,
        "Policy is outside its validity dates",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLinkBase);

    /// <summary>The rules that judge policy files and suppressions.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfPolicies = ImmutableArray.Create(
        Unjustified,
        ExemptionExpired,
        ExemptionUnused,
        PolicyFileInvalid,
        UnknownReference,
        OutsideValidity);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        OfResources.AddRange(OfPolicies).ToImmutableDictionary(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Of(string rule) => ById[rule];
}
