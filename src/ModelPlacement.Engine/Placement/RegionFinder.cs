using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>
/// Finds the region that a resource is in: what it is given itself, that of what it stands within, of its provider, of the cluster or machine it runs on, and of the
/// stack's configuration, in this order.
/// </summary>
internal sealed class RegionFinder
{
    private const string ProviderTokens = "pulumi:providers:";
    private const int LongestTrail = 6;

    private readonly ResourceMap _map;
    private readonly CloudFinder _clouds;
    private readonly Func<string, string?> _configuration;

    public RegionFinder(ResourceMap map, CloudFinder clouds, Func<string, string?> configuration)
    {
        _map = map;
        _clouds = clouds;
        _configuration = configuration;
    }

    public Shown<Determination> Of(ResourceNode node) =>
        Of(node, 0) ?? new Shown<Determination>(
            Determination.Undetermined("no region is set on it, on what it stands within, on its provider or in the stack's configuration"),
            ImmutableArray<Evidence>.Empty);

    private Shown<Determination>? Of(ResourceNode node, int depth)
    {
        if (depth > LongestTrail)
            return null;
        return OfInputs(node, depth)
            ?? First(_map.LinksFrom(node, LinkKind.Within).Select(link => Of(link.To, depth + 1)))
            ?? First(_clouds.HostsOf(node).Where(host => !ReferenceEquals(host, node)).Select(host => Of(host, depth + 1)))
            ?? OfProvider(node);
    }

    private Shown<Determination>? OfInputs(ResourceNode node, int depth)
    {
        foreach (var region in node.Entry?.Region ?? node.Function?.Region ?? ImmutableArray<RegionPath>.Empty)
        {
            var reached = node.Read(region.Path);
            if (reached.IsEmpty)
                continue;
            var facts = reached.Select(value => OfValue(value, region.IsZone, depth)).ToImmutableArray();
            var evidence = reached
                .Where(static value => value.Value.Origin is not null)
                .Select(value => new Evidence(value.Value.Origin!.Location, "region is set here (" + value.Path + ")"))
                .Take(1)
                .ToImmutableArray();
            return new Shown<Determination>(AnyOf(facts), evidence);
        }

        return null;
    }

    private Determination OfValue(ReachedValue reached, bool isZone, int depth)
    {
        var value = _map.Resolve(reached.Value);
        if (ValueReading.KnownText(value) is { Length: > 0 } text)
            return Determination.Known(isZone ? RegionOfZone(text) : text);
        if (value is Choice choice)
            return AnyOf(choice.Alternatives.Select(alternative => OfValue(reached with { Value = alternative }, isZone, depth)).ToImmutableArray());

        // An output of a resource whose region is known by other means: a resource group's location.
        if (value is ResourceReference reference && depth < LongestTrail && OfInputs(_map.NodeOf(reference.Instance), depth + 1) is { } referred)
            return referred.Fact;
        return Determination.Undetermined("its region is not known: " + ValueReading.WhyUnknown(value));
    }

    /// <summary><c>us-central1-a</c> and <c>fr-par-1</c> lose their last part, <c>us-east-1a</c> its last letter; what ends otherwise is a region already, where either may stand.</summary>
    private static string RegionOfZone(string zone)
    {
        var last = zone.LastIndexOf('-');
        if (last <= 0)
            return zone;
        var tail = zone.Substring(last + 1);
        if (tail.Length > 1 && char.IsDigit(tail[0]) && char.IsLetter(tail[tail.Length - 1]))
            return zone.Substring(0, zone.Length - 1);
        return tail.All(char.IsDigit) || tail.Length == 1 ? zone.Substring(0, last) : zone;
    }

    private Shown<Determination>? OfProvider(ResourceNode node)
    {
        var package = ProviderPackage(node);
        var providers = _map.Providers.Of(node.Instance, package);
        var found = providers.Instances.Select(provider => OfInputs(provider, 0)).ToList();
        if (providers.MayBeDefault || found.Exists(static one => one is null))
        {
            found.RemoveAll(static one => one is null);
            found.Add(OfConfiguration(package));
        }

        if (providers.WhyUnknown is { } why)
            found.Add(new Shown<Determination>(Determination.Undetermined(why), ImmutableArray<Evidence>.Empty));
        var known = found.OfType<Shown<Determination>>().ToImmutableArray();
        return known.IsEmpty
            ? null
            : new Shown<Determination>(AnyOf(known.Select(static one => one.Fact).ToImmutableArray()), known.SelectMany(static one => one.Evidence).ToImmutableArray());
    }

    /// <summary>
    /// The package whose provider decides the region: the resource's own, else, where that one's provider takes none (packages of components), the one named as the cloud is.
    /// </summary>
    private string ProviderPackage(ResourceNode node)
    {
        var package = _map.PackageOf(node.Instance);
        return _map.Catalog.Find(ProviderTokens + package) is { Region.IsEmpty: true, Cloud: { } cloud } ? cloud : package;
    }

    /// <summary>What the stack's configuration sets for the default provider: <c>aws:region</c>, <c>azure-native:location</c>.</summary>
    private Shown<Determination>? OfConfiguration(string package)
    {
        if (_map.Catalog.Find(ProviderTokens + package) is not { } entry)
            return null;
        foreach (var region in entry.Region)
        {
            if (_configuration(package + ":" + region.Path) is { Length: > 0 } configured)
                return new Shown<Determination>(Determination.Known(region.IsZone ? RegionOfZone(configured) : configured), ImmutableArray<Evidence>.Empty);
        }

        return null;
    }

    private static Shown<Determination>? First(IEnumerable<Shown<Determination>?> found) => found.FirstOrDefault(static one => one is not null);

    private static Determination AnyOf(ImmutableArray<Determination> facts) => facts.Length == 1
        ? facts[0]
        : new Determination(
            facts.SelectMany(static fact => fact.Values).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            facts.Select(static fact => fact.WhyUndetermined).FirstOrDefault(static why => why is not null));
}
