using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>Deployments and policy files to judge, with only what a test is about.</summary>
internal static class Given
{
    public static readonly DateTime Today = Day("2026-11-24");

    private static readonly INamedTypeSymbol AnyType = CSharpCompilation.Create("stack").ObjectType;

    public static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PolicyFile File(string text, string path = "/repo/model-placement.yaml") => PolicyFile.Read(new DocumentFile(path, text));

    /// <summary>A set of one file that has no problems.</summary>
    public static PolicySet Policies(string text)
    {
        var set = Loose(text);
        Xunit.Assert.Empty(set.Problems);
        return set;
    }

    /// <summary>A set of one file, whatever is wrong with it.</summary>
    public static PolicySet Loose(string text) => PolicySet.From([File(text)], Today);

    public static ModelIdentity Model(string id) => ModelFamilies.BuiltIn.Identify(id, "openai-api") ?? throw new ArgumentException(id, nameof(id));

    public static Deployment Deployment(
        string? model = "openai/gpt-4o",
        string? cloud = "aws",
        string? region = "us-east-1",
        Exposure exposure = Exposure.PublicApi,
        ServingKind kind = ServingKind.Managed,
        string token = "aws:sagemaker/endpoint:Endpoint",
        Value? name = null,
        string displayName = "SageMaker endpoint",
        params string[] stacks)
    {
        return new()
        {
            Resource = new ResourceInstance(token, AnyType, Location.None, ImmutableArray<Location>.Empty) { Name = name ?? new Constant("chat") },
            Entry = new CatalogEntry { Token = token, Role = Role.Serve, DisplayName = displayName, Kind = kind },
            Model = model is null ? null : Model(model),
            WhyModelUnknown = model is null ? "parameter 'model' of a public method" : null,
            Kind = kind,
            Cloud = Place(cloud, "the kubeconfig comes from a file"),
            Region = Place(region, "no region is set"),
            Exposure = exposure,
            WhyExposureUndetermined = exposure is Exposure.Undetermined ? "the service's type is not known" : null,
            Stacks = [.. stacks],
        };
    }

    /// <summary><c>a|b</c> is a choice, <c>a|?</c> one of which the rest is not known, null is nothing at all.</summary>
    public static Determination Place(string? values, string why)
    {
        if (values is null)
            return Determination.Undetermined(why);
        var all = values.Split('|');
        return new Determination([.. all.Where(static value => value is not "?")], all.Contains("?") ? why : null);
    }

    /// <summary>Verdicts as short texts: <c>MPA1001 openai-api-on-azure</c>, <c>MPA1001? p</c> where only possible, <c>allowed p</c>, <c>exempted p</c>; with stacks in brackets.</summary>
    public static string[] Short(this ImmutableArray<Verdict> verdicts) => [.. verdicts.Select(static verdict =>
        verdict switch
        {
            Violation violation => violation.Rule + (violation.IsPossible ? "?" : ""),
            Undetermined undetermined => undetermined.Rule,
            Exempted exempted => "exempted " + (exempted.Finding switch { Violation violation => violation.Rule, Undetermined undetermined => undetermined.Rule, _ => "" }),
            _ => "allowed",
        }
        + " " + string.Join("+", verdict.Policies.Select(static policy => policy.Id))
        + (verdict.Stacks.IsEmpty ? "" : " [" + string.Join(",", verdict.Stacks) + "]"))];
}
