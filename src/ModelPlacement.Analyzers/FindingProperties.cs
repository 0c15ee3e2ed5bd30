using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Findings;
using ModelPlacement.Engine.Placement;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Analyzers;

/// <summary>What a diagnostic tells the code fixes beside its places.</summary>
public static class FindingProperties
{
    /// <summary>Canonical id of the model: <c>openai/gpt-4o</c>. Absent where it is not known.</summary>
    public const string Model = "model";

    /// <summary>The version named beside the model: <c>2024-11-20</c>. Absent where there is none.</summary>
    public const string ModelVersion = "modelVersion";

    /// <summary>The type token of the resource that is the API.</summary>
    public const string Token = "token";

    /// <summary>The id of the policy that objects.</summary>
    public const string Policy = "policy";

    /// <summary>The region the resource is in, where one is known.</summary>
    public const string Region = "region";

    /// <summary>The model as the program writes it: <c>us.openai.gpt-5.5</c>. Absent where it is not known.</summary>
    public const string ModelText = "modelText";

    /// <summary>The organisation's own id of the model, which is only based on <see cref="Model"/>. Absent where it is that model.</summary>
    public const string OwnModel = "ownModel";

    /// <summary>Present where the model is only one of several alternatives.</summary>
    public const string IsAlternative = "isAlternative";

    /// <summary>
    /// Canonical ids, with versions where they are named, of all models that the creation serves, separated by commas. Absent where the finding does not hold for every
    /// instance of the creation: then what replaces it would replace something that is allowed.
    /// </summary>
    public const string DeclaredModels = "declaredModels";

    /// <summary>Present where anybody may call what serves the model.</summary>
    public const string IsPublic = "isPublic";

    /// <summary>The logical name of the resource that is the API. Absent where it is not a constant.</summary>
    public const string Name = "name";

    /// <summary>The stacks that the finding holds for, separated by commas. Absent where it holds for all.</summary>
    public const string Stacks = "stacks";

    /// <summary>For <see cref="RuleId.OutsideAllowedRegions"/>: regions that the policy allows, separated by commas, at most <see cref="MostRegions"/>.</summary>
    public const string AllowedRegions = "allowedRegions";

    /// <summary>More regions are not named.</summary>
    public const int MostRegions = 5;

    internal static ImmutableDictionary<string, string?> Of(Finding finding)
    {
        var deployment = finding.Verdict.Deployment;
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(System.StringComparer.Ordinal);
        properties[Token] = deployment.Resource.Token;
        if (!finding.Verdict.Policies.IsEmpty)
            properties[Policy] = finding.Verdict.Policies[0].Id;
        if (deployment.Model is { } model)
        {
            properties[Model] = model.Id;
            properties[ModelText] = model.Raw;
            if (model.OwnId is not null)
                properties[OwnModel] = model.OwnId;
            if (model.Version is not null)
                properties[ModelVersion] = model.Version;
        }

        if (deployment.Exposure == Exposure.PublicApi)
            properties[IsPublic] = "true";
        if (deployment.IsAlternative)
            properties[IsAlternative] = "true";
        if (finding.IsOfEveryInstance)
            properties[DeclaredModels] = string.Join(",", finding.DeclaredModels.Select(static declared => declared.DatedId).Distinct(System.StringComparer.Ordinal));
        if (deployment.Region.Values.Length == 1 && finding.Verdict.RegionsByStack.IsEmpty)
            properties[Region] = deployment.Region.Values[0];
        if (deployment.Resource.Name is Constant { Raw: string name })
            properties[Name] = name;
        if (!finding.Verdict.Stacks.IsEmpty)
            properties[Stacks] = string.Join(",", finding.Verdict.Stacks);
        if (finding.Rule == RuleId.OutsideAllowedRegions && Regions(finding) is { Length: > 0 } regions)
            properties[AllowedRegions] = regions;
        return properties.ToImmutable();
    }

    /// <summary>The regions of the deployment's cloud that every policy of the verdict allows.</summary>
    private static string Regions(Finding finding) =>
        string.Join(",", Cloud.All.Where(cloud => finding.Verdict.Deployment.Cloud.Values.Contains(cloud.Id, System.StringComparer.OrdinalIgnoreCase))
            .SelectMany(static cloud => cloud.Regions)
            .Where(region => finding.Verdict.Policies.All(policy => policy.AllowedRegions is not { } allowed || allowed.Any(glob => glob.Matches(region))))
            .Take(MostRegions));
}
