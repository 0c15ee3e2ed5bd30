using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>Writes the deployments of a graph as lines that read like a table.</summary>
internal static class Placements
{
    public static ImmutableArray<Deployment> Find(string graph, params (string Key, string Value)[] configuration)
    {
        var settings = configuration.ToDictionary(static setting => setting.Key, static setting => setting.Value, StringComparer.Ordinal);
        return new DeploymentFinder(ResourceCatalog.BuiltIn, ModelFamilies.BuiltIn).Find(GraphBuilder.Graph(graph), settings.GetValueOrDefault);
    }

    /// <summary>One deployment a line: <c>chat: openai/gpt-4o managed aws us-east-1 public-api</c>; <c>?</c> for what is not known, <c>may</c> for an alternative.</summary>
    public static string Table(string graph, params (string Key, string Value)[] configuration) =>
        string.Join("\n", Find(graph, configuration).Select(static deployment => Line(deployment)));

    private static string Line(Deployment deployment) =>
        deployment.Resource.Name.AsString() + ": " + string.Join(" ", new[]
        {
            deployment.IsAlternative ? "may" : null,
            deployment.Model?.Id ?? "?",
            deployment.Kind switch
            {
                ServingKind.Managed => "managed",
                ServingKind.SelfHosted => "self-hosted",
                ServingKind.Consumed => "consumed",
                _ => "not-served",
            },
            Write(deployment.Cloud),
            Write(deployment.Region),
            deployment.Exposure switch
            {
                Exposure.PublicApi => "public-api",
                Exposure.PrivateApi => "private-api",
                Exposure.NonApi => "non-api",
                _ => "?",
            },
        }.OfType<string>());

    private static string Write(Determination fact) =>
        string.Join("|", fact.Values.Concat(fact.WhyUndetermined is null ? [] : ["?"]));
}
