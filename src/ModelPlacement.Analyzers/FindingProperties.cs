using System.Collections.Immutable;
using ModelPlacement.Engine.Findings;

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

    /// <summary>Present where the model is only one of several alternatives.</summary>
    public const string IsAlternative = "isAlternative";

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
            if (model.Version is not null)
                properties[ModelVersion] = model.Version;
        }

        if (deployment.IsAlternative)
            properties[IsAlternative] = "true";
        if (deployment.Region.Values.Length == 1)
            properties[Region] = deployment.Region.Values[0];
        return properties.ToImmutable();
    }
}
