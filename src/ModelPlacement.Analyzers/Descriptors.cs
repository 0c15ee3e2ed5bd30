using System;
using System.Collections.Immutable;
using System.Linq;
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

    public static DiagnosticDescriptor Of(string rule) => OfResources.First(descriptor => string.Equals(descriptor.Id, rule, StringComparison.Ordinal));
}
