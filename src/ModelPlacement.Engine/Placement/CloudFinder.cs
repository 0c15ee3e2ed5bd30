using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>A fact about a deployment with what shows it.</summary>
internal sealed record Shown<T>(T Fact, ImmutableArray<Evidence> Evidence);

/// <summary>Finds the cloud that a resource is on: from its type, its provider instance, the cluster or machine that the provider leads to. Never a guess.</summary>
internal sealed class CloudFinder
{
    private const string ProviderTokens = "pulumi:providers:";

    /// <summary>Clusters of clusters, hosts of hosts: no program needs more.</summary>
    private const int LongestTrail = 6;

    private readonly ResourceMap _map;
    private readonly Func<string, string?> _configuration;

    /// <param name="map">The program's resources.</param>
    /// <param name="configuration">The stack's configuration by full key, <c>databricks:host</c>; null for what it does not set.</param>
    public CloudFinder(ResourceMap map, Func<string, string?> configuration)
    {
        _map = map;
        _configuration = configuration;
    }

    public Shown<Determination> Of(ResourceNode node) => Of(node, 0).Reported();

    /// <summary>The clusters and machines of the program that a resource runs on: where its provider leads.</summary>
    public ImmutableArray<ResourceNode> HostsOf(ResourceNode node) => Of(node, 0).Hosts;

    private Place Of(ResourceNode node, int depth)
    {
        if (node.Entry is not { } entry)
            return OfPackage(node);
        if (depth > LongestTrail)
            return Place.Undetermined("budget: hosts of hosts");
        if (OfOwnInputs(node, entry, depth) is { } own)
            return own;
        if (entry.Cloud is { } cloud)
            return EmulatorOf(node) ?? Place.Known(cloud);
        return entry.CloudSource == CloudSource.Provider
            ? OfProvider(node, depth)
            : Place.Undetermined(node.Described + " runs wherever it is told to");
    }

    /// <summary>What a resource's own inputs say of the cloud that answers it; null where they say nothing.</summary>
    public Shown<Determination>? Stated(ResourceNode node) => node.Entry is { } entry ? OfMeanings(node, entry.CloudFrom, 0)?.Reported() : null;

    /// <summary>A resource the catalog has no entry for is on the cloud that its provider is for.</summary>
    private Place OfPackage(ResourceNode node)
    {
        if (node.Function?.Cloud is { } asked)
            return Place.Known(asked);
        return _map.Catalog.Find(ProviderTokens + _map.PackageOf(node.Instance))?.Cloud is { } cloud
            ? Place.Known(cloud)
            : Place.Undetermined("the catalog does not know the cloud of '" + node.Instance.Token + "'");
    }

    /// <summary>What the resource's own inputs say: a distribution, the host it runs on.</summary>
    private Place? OfOwnInputs(ResourceNode node, CatalogEntry entry, int depth)
    {
        if (OfMeanings(node, entry.CloudFrom, depth) is { } meant)
            return meant;
        if (entry.Role == Role.Provider || entry.Cloud is not null)
            return null;
        var hosts = entry.Machine.SelectMany(path => node.Read(path)).Select(host => OfHost(node, host.Value, depth)).ToImmutableArray();
        return hosts.IsEmpty ? null : Place.AnyOf(hosts);
    }

    private Place OfProvider(ResourceNode node, int depth)
    {
        var providers = _map.Providers.Of(node);
        var places = providers.Instances.Select(provider => OfInstance(provider, depth)).ToList();
        if (providers.MayBeDefault)
            places.Add(OfDefaultProvider(_map.PackageOf(node.Instance)));
        if (providers.WhyUnknown is { } why)
            places.Add(Place.Undetermined(why));
        return Place.AnyOf(places.ToImmutableArray());
    }

    private Place OfInstance(ResourceNode provider, int depth)
    {
        if (provider.Entry is not { } entry)
            return Place.Undetermined("the catalog does not know provider '" + provider.Instance.Token + "'");
        var evidence = new Evidence(provider.Location, "made through " + provider.Described);
        if (OfMeanings(provider, entry.CloudFrom, depth) is { } meant)
            return meant.After(evidence);
        var kubeconfigs = entry.Kubeconfig.SelectMany(path => provider.Read(path)).ToImmutableArray();
        if (!kubeconfigs.IsEmpty)
            return Place.AnyOf(kubeconfigs.Select(kubeconfig => OfKubeconfig(kubeconfig.Value, depth)).ToImmutableArray()).After(evidence);
        var hosts = entry.Machine.SelectMany(path => provider.Read(path)).ToImmutableArray();
        if (!hosts.IsEmpty)
            return Place.AnyOf(hosts.Select(host => OfHost(provider, host.Value, depth)).ToImmutableArray()).After(evidence);
        return entry.Cloud is { } cloud
            ? Place.Known(cloud).After(evidence)
            : Place.Undetermined("nothing that " + provider.Described + " is given shows which cloud it leads to").After(evidence);
    }

    /// <summary>The default provider is set up by the stack's configuration, else by what the machine that runs the program has lying about.</summary>
    private Place OfDefaultProvider(string package)
    {
        var entry = _map.Catalog.Find(ProviderTokens + package);
        foreach (var meanings in entry?.CloudFrom ?? ImmutableArray<ValueMeanings>.Empty)
        {
            if (_configuration(package + ":" + meanings.Path) is { } configured && meanings.Of(configured) is { } cloud)
                return Place.Known(cloud);
        }

        foreach (var path in entry?.Kubeconfig ?? ImmutableArray<PropertyPath>.Empty)
        {
            if (_configuration(package + ":" + path) is { } configured && ResourceCatalog.CloudOfKubeconfig(configured) is { } cloud)
                return Place.Known(cloud);
        }

        foreach (var path in entry?.Machine ?? ImmutableArray<PropertyPath>.Empty)
        {
            if (_configuration(package + ":" + path) is { } configured && ResourceCatalog.CloudOfHost(configured) is { } cloud)
                return Place.Known(cloud);
        }

        return Place.Undetermined("it is made through the default " + package + " provider, which is set up outside the program");
    }

    private Place? OfMeanings(ResourceNode node, ImmutableArray<ValueMeanings> all, int depth)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var meanings in all)
        {
            var reached = node.Read(meanings.Path);
            foreach (var value in reached)
            {
                var resolved = _map.Resolve(value.Value);
                if (ValueReading.PartlyKnownText(resolved) is { } text && meanings.Of(text) is { } cloud)
                    places.Add(Place.Known(cloud));
                else if (meanings.WhenPresent is { } present)
                    places.Add(Place.Known(present));
                else if (OfReferred(resolved, depth) is { } referred)
                    places.Add(referred);
                else if (value.IsAlternative || resolved is not Constant)
                    places.Add(Place.Undetermined(value.Path + ": " + ValueReading.WhyUnknown(resolved)));
            }

            if (reached.IsEmpty && meanings.WhenAbsent is { } absent)
                places.Add(Place.Known(absent));

            // The first input that says anything decides.
            if (places.Any(static place => place.Fact.Values.Length > 0))
                return Place.AnyOf(places.ToImmutable());
        }

        return null;
    }

    /// <summary>From the clusters it was made of, else from its text.</summary>
    private Place OfKubeconfig(Value kubeconfig, int depth)
    {
        var resolved = _map.Resolve(kubeconfig);
        var clusters = Clusters(resolved).Concat(ReferenceEquals(resolved, kubeconfig) ? [] : Clusters(kubeconfig)).Distinct().ToImmutableArray();
        if (!clusters.IsEmpty)
        {
            return Place.AnyOf(clusters.Select(cluster => Of(cluster, depth + 1)
                .After(new Evidence(cluster.Location, "its kubeconfig comes from " + cluster.Described))
                .On(cluster)).ToImmutableArray());
        }

        if (ResourceCatalog.CloudOfKubeconfig(ValueReading.KnownPieces(resolved)) is { } cloud)
            return Place.Known(cloud).After(Evidence(kubeconfig, "its kubeconfig is made for " + Cloud.NameOf(cloud)));
        return resolved is Constant or Text
            ? Place.Undetermined("its kubeconfig does not show which cloud it leads to")
            : Place.Undetermined("its kubeconfig is not known: " + ValueReading.WhyUnknown(resolved));
    }

    /// <summary>The clusters that a value is made of, directly or through a function that answers with a cluster's credentials.</summary>
    private IEnumerable<ResourceNode> Clusters(Value value)
    {
        foreach (var reference in ValueReading.References(value))
        {
            var node = _map.NodeOf(reference.Instance);
            if (node.Entry is { IsKubernetesCluster: true })
                yield return node;
            if (node.Function is not { IsKubernetesCluster: true })
                continue;
            var asked = Enum.GetValues(typeof(LinkKind)).Cast<LinkKind>().SelectMany(kind => _map.LinksFrom(node, kind)).Select(static link => link.To).ToList();
            foreach (var cluster in asked.Count > 0 ? asked : [node])
                yield return cluster;
        }
    }

    private Place OfHost(ResourceNode node, Value host, int depth)
    {
        var resolved = _map.Resolve(host);
        if (OfReferred(host, depth) is { } referred)
            return referred;
        if (ValueReading.PartlyKnownText(resolved) is { } text)
        {
            return ResourceCatalog.CloudOfHost(text) is { } cloud
                ? Place.Known(cloud).After(Evidence(host, "the host '" + text + "' is one of " + Cloud.NameOf(cloud)))
                : Place.Undetermined("the host of " + node.Described + " is of no known cloud");
        }

        return Place.Undetermined("the host of " + node.Described + " is not known: " + ValueReading.WhyUnknown(resolved));
    }

    /// <summary>The cloud of the resources that a value is made of, where they agree.</summary>
    private Place? OfReferred(Value value, int depth)
    {
        var places = ValueReading.References(value)
            .Select(reference => _map.NodeOf(reference.Instance))
            .Distinct()
            .Select(node => Of(node, depth + 1).After(new Evidence(node.Location, "leads to " + node.Described)).On(node))
            .Where(static place => !place.Fact.IsUndetermined)
            .ToImmutableArray();
        return places.Select(static place => string.Join(",", place.Fact.Values)).Distinct(StringComparer.Ordinal).Count() == 1 ? places[0] : null;
    }

    /// <summary>Undetermined, where the provider's endpoints are replaced by ones of no known cloud; else null.</summary>
    private Place? EmulatorOf(ResourceNode node)
    {
        foreach (var provider in _map.Providers.Of(node).Instances)
        {
            foreach (var endpoint in provider.Entry?.Endpoints.SelectMany(path => provider.Read(path)) ?? [])
            {
                if (ValueReading.PartlyKnownText(_map.Resolve(endpoint.Value)) is { } text && ResourceCatalog.CloudOfHost(text) is null)
                {
                    return Place.Undetermined(provider.Described + " talks to " + text + " in place of the cloud")
                        .After(Evidence(endpoint.Value, "the provider's endpoint is " + text));
                }
            }
        }

        return null;
    }

    private static Evidence? Evidence(Value value, string says) => value.Origin is { } origin ? new Evidence(origin.Location, says) : null;

    /// <summary>A cloud as far as it is known, what shows it, and the clusters or machines of the program that led there.</summary>
    private sealed record Place(Determination Fact, ImmutableArray<Evidence> Evidence, ImmutableArray<ResourceNode> Hosts)
    {
        public static Place Known(string cloud) => new(Determination.Known(cloud), ImmutableArray<Evidence>.Empty, ImmutableArray<ResourceNode>.Empty);

        public static Place Undetermined(string why) => new(Determination.Undetermined(why), ImmutableArray<Evidence>.Empty, ImmutableArray<ResourceNode>.Empty);

        public static Place AnyOf(ImmutableArray<Place> places) => places.Length == 1 ? places[0] : new(
            new Determination(
                places.SelectMany(static place => place.Fact.Values).Distinct(StringComparer.Ordinal).ToImmutableArray(),
                places.Select(static place => place.Fact.WhyUndetermined).FirstOrDefault(static why => why is not null)),
            places.SelectMany(static place => place.Evidence).Distinct().ToImmutableArray(),
            places.SelectMany(static place => place.Hosts).Distinct().ToImmutableArray());

        public Place After(Evidence? evidence) => evidence is null ? this : this with { Evidence = Evidence.Insert(0, evidence) };

        public Place On(ResourceNode host) => this with { Hosts = Hosts.Insert(0, host) };

        public Shown<Determination> Reported() => new(Fact, Evidence);
    }
}
