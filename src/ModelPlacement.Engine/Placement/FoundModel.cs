using System.Collections.Immutable;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>A model that a resource names, before it is known where and how it is served.</summary>
internal sealed record FoundModel
{
    /// <summary>Where requests go that are passed on to the API of the model's own vendor: no cloud's. Its values are filled in from the model.</summary>
    public static readonly Determination VendorsOwn = new(ImmutableArray<string>.Empty, null);

    /// <summary>Where requests go that something of the program's own answers, or what runs beside the caller: the model is the one that is served there, whatever callers name it.</summary>
    public static readonly Determination Own = new(ImmutableArray<string>.Empty, null);

    /// <summary>The name of a model of which only the vendor is known: something calls the vendor's API.</summary>
    private const string Unspecified = "unspecified";

    /// <summary>A model that is not named where requests go to a vendor's own API.</summary>
    public static FoundModel OfVendor(ResourceNode carrier, string vendor, string address, string where, Value? value) => new()
    {
        Identity = new ModelIdentity(vendor + "/" + Unspecified, vendor, ModelIdentity.Unlisted, null, ModelWeights.Proprietary, address),
        Value = value,
        Where = where,
        Kind = ServingKind.Consumed,
        Upstream = VendorsOwn,
        Carrier = carrier,
    };

    /// <summary>Which, or null when it cannot be told.</summary>
    public ModelIdentity? Identity { get; init; }

    /// <summary>Why it cannot be told; null when it can.</summary>
    public string? WhyUnknown { get; init; }

    /// <summary>The value that names it, or null.</summary>
    public Value? Value { get; init; }

    /// <summary>For a person, where it is named: <c>environment variable HF_MODEL_ID</c>, <c>foundationModel</c>.</summary>
    public required string Where { get; init; }

    /// <summary>Whether another value may stand there instead.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>How it is offered, where what names it says so; null: as the resource's type offers models.</summary>
    public ServingKind? Kind { get; init; }

    /// <summary>Whether what names it is a recognised model server, which is an API by itself.</summary>
    public bool IsServer { get; init; }

    /// <summary>The port the server listens on, or null.</summary>
    public int? Port { get; init; }

    /// <summary>The cloud that requests are passed on to, for what passes requests on; else null.</summary>
    public Determination? Upstream { get; init; }

    /// <summary>
    /// Whether a vendor's name before a model's says no more than how to speak to it: nobody knows the model, and it is not the vendor that answers (<c>openai/house</c> at
    /// an address of one's own).
    /// </summary>
    public bool IsNamedByProtocol => Identity is { Family: ModelIdentity.Unlisted } && Upstream is not null && !ReferenceEquals(Upstream, VendorsOwn);

    /// <summary>The resource that names it.</summary>
    public required ResourceNode Carrier { get; init; }

    /// <summary>The resource that runs it, where the carrier only completes that one (settings of a web app); else null.</summary>
    public ResourceNode? Host { get; init; }

    /// <summary>Whether it is named in what a container or script runs, not in an input that is for naming models.</summary>
    public bool IsOfWorkload { get; init; }

    /// <summary>The links that lead to the carrier, from the resource that serves the model inwards.</summary>
    public ImmutableArray<ResourceLink> Trail { get; init; } = ImmutableArray<ResourceLink>.Empty;
}
