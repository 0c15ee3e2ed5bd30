using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.Analyzers;

/// <summary>The rules as a compiler knows them. Their message is the engine's sentence.</summary>
internal static class Descriptors
{
    // Where the pages of docs/rules are published: the build's property RulePagesUrl.
    private static readonly string PagesUrl =
        typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(static metadata => metadata.Key == "RulePagesUrl")?.Value ?? "";

    private const string Category = "ModelPlacement";

    public static readonly DiagnosticDescriptor ServedOutsideAllowedClouds = new(
        RuleId.ServedOutsideAllowedClouds,
        "Restricted model is served through an API outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A resource of a managed platform (Bedrock, SageMaker, Vertex AI, Azure Machine Learning, Databricks, ...) that serves a model through an API, on a cloud that a placement policy does not allow for that model.",
        helpLinkUri: PageOf(RuleId.ServedOutsideAllowedClouds));

    public static readonly DiagnosticDescriptor SelfHostedOutsideAllowedClouds = new(
        RuleId.SelfHostedOutsideAllowedClouds,
        "Restricted model is self-hosted behind an API outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A container, function, machine or Kubernetes workload of your own that runs a model behind an API, on a cloud that a placement policy does not allow for that model.",
        helpLinkUri: PageOf(RuleId.SelfHostedOutsideAllowedClouds));

    public static readonly DiagnosticDescriptor ConsumedOutsideAllowedClouds = new(
        RuleId.ConsumedOutsideAllowedClouds,
        "Restricted model is consumed through an endpoint outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        description: "A deployment that calls a model through an endpoint that a placement policy does not allow for it: an application with a key of a vendor's own API, a proxy or gateway that passes requests on to one.",
        helpLinkUri: PageOf(RuleId.ConsumedOutsideAllowedClouds));

    public static readonly DiagnosticDescriptor OutsideAllowedRegions = new(
        RuleId.OutsideAllowedRegions,
        "Restricted model is served from a region outside its allowed regions",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model that is served on a cloud that a placement policy allows for it, from a region that it does not allow.",
        helpLinkUri: PageOf(RuleId.OutsideAllowedRegions));

    public static readonly DiagnosticDescriptor UsedOutsideAllowedClouds = new(
        RuleId.UsedOutsideAllowedClouds,
        "Restricted model is used outside its allowed clouds",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model that is trained, fine-tuned, run in batch or opened in a notebook on a cloud that a placement policy on any use does not allow for it.",
        helpLinkUri: PageOf(RuleId.UsedOutsideAllowedClouds));

    public static readonly DiagnosticDescriptor ModelUndetermined = new(
        RuleId.ModelUndetermined,
        "Served model cannot be determined at compile time",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A resource that serves a model, in a place where some placement policy would object to some model, where the program does not say which model it is.",
        helpLinkUri: PageOf(RuleId.ModelUndetermined));

    public static readonly DiagnosticDescriptor PlaceUndetermined = new(
        RuleId.PlaceUndetermined,
        "Cloud that hosts a restricted model cannot be determined",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A restricted model that is served, where the program does not say on which cloud, or, where a policy is about regions, in which region.",
        helpLinkUri: PageOf(RuleId.PlaceUndetermined));

    public static readonly DiagnosticDescriptor ExposureUndetermined = new(
        RuleId.ExposureUndetermined,
        "Whether a restricted model is served through an API cannot be determined",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A container, function or machine with a restricted model on a cloud that a placement policy does not allow for it, where the program shows neither that somebody can call it nor that nobody can.",
        helpLinkUri: PageOf(RuleId.ExposureUndetermined));

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
        description: "An exemption in a policy file that lacks what the file requires of it, a pragma that turns a placement rule off without a comment, or a SuppressMessage attribute without a justification.",
        helpLinkUri: PageOf(RuleId.Unjustified));

    public static readonly DiagnosticDescriptor ExemptionExpired = new(
        RuleId.ExemptionExpired,
        "Exemption has expired",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An exemption in a policy file whose last day is over: what it covered is reported again.",
        helpLinkUri: PageOf(RuleId.ExemptionExpired));

    public static readonly DiagnosticDescriptor ExemptionUnused = new(
        RuleId.ExemptionUnused,
        "Exemption matches nothing",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An exemption in a policy file that took nothing out in this project.",
        helpLinkUri: PageOf(RuleId.ExemptionUnused),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor PolicyFileInvalid = new(
        RuleId.PolicyFileInvalid,
        "Policy file is invalid",
        "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Something in a policy file that is not as its format says: syntax, unknown keys and words, wrong types, days that do not exist, ids that are there twice.",
        helpLinkUri: PageOf(RuleId.PolicyFileInvalid));

    public static readonly DiagnosticDescriptor UnknownReference = new(
        RuleId.UnknownReference,
        "Policy refers to an unknown model, cloud, token or policy",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A name in a policy file that nothing has: a pattern that matches no known model, cloud or region, a type token that is not in the catalog, an exemption from a policy that is not there.",
        helpLinkUri: PageOf(RuleId.UnknownReference));

    public static readonly DiagnosticDescriptor OutsideValidity = new(
        RuleId.OutsideValidity,
        "Policy is outside its validity dates",
        "{0}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A policy whose first day is still to come or whose last day is over: it judges nothing today.",
        helpLinkUri: PageOf(RuleId.OutsideValidity));

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

    private static string PageOf(string rule) => PagesUrl.Length == 0 ? "" : PagesUrl + rule + ".md";

    public static DiagnosticDescriptor Of(string rule) => ById[rule];
}
