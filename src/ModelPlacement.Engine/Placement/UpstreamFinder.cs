using System;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Finds what answers at an address that requests are sent to: a vendor's own API, a cloud, or something of the program's own.</summary>
internal sealed class UpstreamFinder(ResourceMap map)
{
    /// <summary>What answers at an address; <see cref="FoundModel.Own"/> where the program shows what it serves.</summary>
    public Determination Of(Value address)
    {
        var resolved = map.Resolve(address);
        if (ValueReading.PartlyKnownText(resolved) is not { } text)
            return OfReferred(resolved) ?? Determination.Undetermined("where it passes requests on to is not known: " + ValueReading.WhyUnknown(resolved));
        if (WorkloadReader.VendorOf(text) is not null)
            return FoundModel.VendorsOwn;
        if (WorkloadReader.IsOwn(text))
            return FoundModel.Own;
        return ResourceCatalog.CloudOfHost(text) is { } cloud
            ? Determination.Known(cloud)
            : OfReferred(address) ?? Determination.Undetermined("it passes requests on to " + text + ", which is of no known cloud");
    }

    /// <summary>What the resources that an address is made of say: an account's endpoint leads to the account's cloud, a service that one runs to itself.</summary>
    public Determination? OfReferred(Value address)
    {
        var entries = ValueReading.References(address).Select(reference => map.NodeOf(reference.Instance).Entry).OfType<CatalogEntry>().ToImmutableArray();
        if (entries.Any(static entry => entry is { Kind: ServingKind.SelfHosted, Role: Role.Serve or Role.Host or Role.Expose }))
            return FoundModel.Own;
        var clouds = entries.Select(static entry => entry.Cloud).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return clouds.Length == 1 ? Determination.Known(clouds[0]) : null;
    }
}
