using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Who can call a deployed model.</summary>
public enum Exposure
{
    /// <summary>An API that anybody with credentials, or anybody at all, can call.</summary>
    PublicApi,

    /// <summary>An API inside a private network.</summary>
    PrivateApi,

    /// <summary>No API: training, batch, notebooks, devices.</summary>
    NonApi,

    /// <summary>Cannot be told at compile time.</summary>
    Undetermined,
}

/// <summary>How a deployment comes to offer the model.</summary>
public enum ServingKind
{
    /// <summary>A platform on which one names a model or deploys to a model endpoint (Bedrock, SageMaker, Vertex AI): MPA1001.</summary>
    Managed,

    /// <summary>A container, function, machine or workload that one runs oneself: MPA1002.</summary>
    SelfHosted,

    /// <summary>Passes requests on to a vendor's API, or calls it: MPA1003.</summary>
    Consumed,

    /// <summary>Not served: training, batch, notebooks. Judged only under a policy with <c>exposure: any</c> (MPA1005).</summary>
    NotServed,
}

/// <summary>A fact that is either known, known to be one of several, or undetermined with the reason.</summary>
/// <param name="Values">What it can be: empty when undetermined, one when known, more when a choice.</param>
/// <param name="WhyUndetermined">
/// Why it is not (wholly) known, for a person; null when it is. With <paramref name="Values"/> not empty: what else it may be is not known.
/// </param>
public sealed record Determination(ImmutableArray<string> Values, string? WhyUndetermined)
{
    public static Determination Known(string value) => new(ImmutableArray.Create(value), null);

    public static Determination Undetermined(string why) => new(ImmutableArray<string>.Empty, why);

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsUndetermined => Values.IsEmpty;
}

/// <summary>A fact and the place in the program that shows it, in the order a person would follow.</summary>
/// <param name="Location">Where in the source.</param>
/// <param name="Says">What it shows: <c>model 'openai.gpt-5.5' is set here</c>.</param>
public sealed record Evidence(Location Location, string Says);

/// <summary>One model that one resource instance serves (or uses), where and how.</summary>
public sealed record Deployment
{
    /// <summary>The resource that is the API (endpoint, service, URL), else the one that carries the model.</summary>
    public required ResourceInstance Resource { get; init; }

    /// <summary>What the catalog says of that resource.</summary>
    public required CatalogEntry Entry { get; init; }

    /// <summary>The model, or null when it cannot be told (see <see cref="WhyModelUnknown"/>).</summary>
    public ModelIdentity? Model { get; init; }

    /// <summary>Why the model is not known, in words for a person; null when it is.</summary>
    public string? WhyModelUnknown { get; init; }

    /// <summary>Whether the model is only one of several alternatives ("may serve").</summary>
    public bool IsAlternative { get; init; }

    /// <summary>The value that names the model, with its origin: decides where the finding sits. Null when the model is unknown.</summary>
    public Value? ModelValue { get; init; }

    public required ServingKind Kind { get; init; }

    /// <summary>Cloud ids: <c>aws</c>, <c>azure</c>, <c>gcp</c>, <c>oci</c>, ...</summary>
    public required Determination Cloud { get; init; }

    /// <summary>Region ids as the cloud spells them: <c>us-east-1</c>, <c>westeurope</c>.</summary>
    public required Determination Region { get; init; }

    public required Exposure Exposure { get; init; }

    /// <summary>Why exposure is <see cref="Exposure.Undetermined"/>; null when it is not.</summary>
    public string? WhyExposureUndetermined { get; init; }

    /// <summary>The resource that carries the model, and those between it and <see cref="Resource"/>: the chain, from the API inwards.</summary>
    public ImmutableArray<ResourceInstance> Chain { get; init; } = ImmutableArray<ResourceInstance>.Empty;

    /// <summary>Where each of the above was read from.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = ImmutableArray<Evidence>.Empty;

    /// <summary>Names of the stacks this holds for; empty where no stack configuration was given.</summary>
    public ImmutableArray<string> Stacks { get; init; } = ImmutableArray<string>.Empty;
}
