using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Finds the models that a resource names itself, and those of the resources that it serves.</summary>
internal sealed class ModelFinder
{
    /// <summary>A longer chain of resources is not followed.</summary>
    private const int LongestTrail = 8;

    /// <summary>The dialect that reads a string any way that recognises it.</summary>
    private const string AnyDialect = "any";

    private readonly ResourceMap _map;
    private readonly ModelFamilies _families;
    private readonly WorkloadFinder _workloads;
    private readonly UpstreamFinder _upstreams;
    private readonly ConcurrentDictionary<ResourceNode, ImmutableArray<FoundModel>> _own = new();

    public ModelFinder(ResourceMap map, ModelFamilies families)
    {
        _map = map;
        _families = families;
        _upstreams = new UpstreamFinder(map);
        _workloads = new WorkloadFinder(map, families, _upstreams);
    }

    /// <summary>The models that a resource serves: each once, with what leads to it.</summary>
    public ImmutableArray<FoundModel> ServedBy(ResourceNode node)
    {
        var found = new List<FoundModel>();
        Follow(node, ImmutableArray<ResourceLink>.Empty, isAlternative: false, new HashSet<ResourceNode>(), found);
        if (found.Count == 0 && node.Entry is { Role: Role.Serve, Kind: ServingKind.Managed })
            LeadOutside(node, ImmutableArray<ResourceLink>.Empty, new HashSet<ResourceNode>(), found);
        return Once(found);
    }

    /// <summary>The models that a resource's own inputs name.</summary>
    public ImmutableArray<FoundModel> NamedBy(ResourceNode node) => _own.GetOrAdd(node, Read);

    /// <summary>The models that resources serve only once this one completes them: a web app with the settings that stand beside it.</summary>
    public ImmutableArray<FoundModel> CompletedBy(ResourceNode node)
    {
        if (node.Entry is not { Containers.IsEmpty: false })
            return ImmutableArray<FoundModel>.Empty;
        var found = new List<FoundModel>();
        foreach (var host in _map.LinksFrom(node, LinkKind.Completes).Select(static link => link.To).Where(static host => host.Entry is { Containers.IsEmpty: false }))
        {
            var before = NamedBy(host);
            found.AddRange(_workloads.InCompleted(node, host).Where(model => !before.Any(known => Equals(known.Identity, model.Identity))));
        }

        return Once(found);
    }

    private void Follow(ResourceNode node, ImmutableArray<ResourceLink> trail, bool isAlternative, HashSet<ResourceNode> seen, List<FoundModel> found)
    {
        if (trail.Length > LongestTrail || !seen.Add(node))
            return;
        foreach (var model in NamedBy(node))
            found.Add(model with { Trail = trail, IsAlternative = model.IsAlternative || isAlternative });
        foreach (var link in _map.LinksFrom(node, LinkKind.Serves))
            Follow(link.To, trail.Add(link), isAlternative || link.IsAlternative, seen, found);
    }

    /// <summary>A platform's endpoint whose chain leads out of the program serves a model all the same: which, cannot be told.</summary>
    private void LeadOutside(ResourceNode node, ImmutableArray<ResourceLink> trail, HashSet<ResourceNode> seen, List<FoundModel> found)
    {
        if (trail.Length > LongestTrail || !seen.Add(node))
            return;
        foreach (var (link, reached) in _map.Unresolved(node, LinkKind.Serves))
        {
            // Where the input also names models, its value has been read as such.
            if (node.Entry!.Models.Any(model => model.Path.Equals(link.Path)))
                continue;
            found.Add(new FoundModel
            {
                Carrier = node,
                Where = reached.Path,
                Value = reached.Value,
                IsAlternative = reached.IsAlternative,
                Trail = trail,
                WhyUnknown = reached.Path + " of " + node.Described + (ValueReading.IsFullyKnown(reached.Value)
                    ? " names a resource that the program does not make"
                    : " is not known: " + ValueReading.WhyUnknown(reached.Value)),
            });
        }

        foreach (var link in _map.LinksFrom(node, LinkKind.Serves).Where(static link => link.To.Entry is not null))
            LeadOutside(link.To, trail.Add(link), seen, found);
    }

    /// <summary>
    /// One of each model, way to offer it and cloud that answers for it, what is certain before what is one of several. A model that cannot be told counts only where nothing
    /// beside it tells one.
    /// </summary>
    private static ImmutableArray<FoundModel> Once(List<FoundModel> found) =>
        found.GroupBy(static model => new { model.Identity?.Id, model.Kind, IsUnknown = model.Identity is null, Answers = model.Upstream is { } upstream ? string.Join("|", upstream.Values) : null })
            .Select(static same => same.FirstOrDefault(static model => !model.IsAlternative) ?? same.First())
            .ToImmutableArray();

    private ImmutableArray<FoundModel> Read(ResourceNode node)
    {
        if (node.Entry is not { } entry)
        {
            return node.Function is { } function
                ? Settle(function.Models.SelectMany(path => Named(node, node.Inputs, path))).ToImmutableArray()
                : ImmutableArray<FoundModel>.Empty;
        }

        var found = new List<FoundModel>();
        found.AddRange(Settle(entry.Models.SelectMany(path => Named(node, node.Inputs, path))));
        foreach (var container in entry.Containers)
            found.AddRange(_workloads.InContainers(node, node.Inputs, container));
        foreach (var script in entry.UserData)
            found.AddRange(_workloads.InScripts(node, script));
        foreach (var embedded in entry.Embedded.Where(static embedded => !embedded.Models.IsEmpty || !embedded.Containers.IsEmpty))
        {
            foreach (var root in _map.Roots(node, embedded))
            {
                found.AddRange(Settle(embedded.Models.SelectMany(path => Named(node, root.Value, path))));
                foreach (var container in embedded.Containers)
                    found.AddRange(_workloads.InContainers(node, root.Value, container));
            }
        }

        if (!found.Exists(static model => model.Kind == ServingKind.Consumed))
            found.AddRange(PassedOn(node, entry));
        return found.ToImmutableArray();
    }

    /// <summary>A gateway that names no model still passes requests on to a vendor's API.</summary>
    private IEnumerable<FoundModel> PassedOn(ResourceNode node, CatalogEntry entry) =>
        from reached in entry.Upstreams.SelectMany(path => node.Read(path)).Concat(
            from embedded in entry.Embedded
            where !embedded.Upstreams.IsEmpty
            from root in _map.Roots(node, embedded)
            from path in embedded.Upstreams
            from reached in path.Read(root.Value)
            select reached)
        let address = ValueReading.PartlyKnownText(_map.Resolve(reached.Value))
        where address is not null
        let vendor = WorkloadReader.VendorOf(address)
        where vendor is not null
        select FoundModel.OfVendor(node, vendor, address, reached.Path, reached.Value) with { IsAlternative = reached.IsAlternative };

    /// <summary>What stands beside a known model under the same owner and is not known is not another model: a resource takes one of several inputs.</summary>
    private static IEnumerable<FoundModel> Settle(IEnumerable<NamedModel> named)
    {
        var all = named.ToList();
        var settled = new HashSet<Value>(
            all.Where(static one => one.Model.Identity is not null && !one.Model.IsAlternative).Select(static one => one.Owner),
            ReferenceComparer<Value>.Instance);
        return all.Where(one => one.Model.Identity is not null || !settled.Contains(one.Owner)).Select(static one => one.Model);
    }

    private IEnumerable<NamedModel> Named(ResourceNode node, Value root, ModelPath path)
    {
        foreach (var reached in path.Path.Read(root))
        {
            if (path.Unless is { } unless && unless.Read(reached.Owner).Any())
                continue;
            var alternatives = ValueReading.Alternatives(Given(_map.Resolve(reached.Value)));
            foreach (var value in alternatives)
            {
                if (Identify(node, path, reached, value) is { } found)
                    yield return new NamedModel(found with { IsAlternative = reached.IsAlternative || alternatives.Length > 1 }, reached.Owner);
            }
        }
    }

    /// <summary>A reference to a function's answer stands for what the function was asked for, where it names one model.</summary>
    private Value Given(Value value)
    {
        if (value is not ResourceReference reference || _map.NodeOf(reference.Instance).Function is not { } function)
            return value;
        var asked = function.Models.SelectMany(path => path.Path.Read(reference.Instance.Inputs)).Where(static reached => reached.IsComplete).ToList();
        return asked.Count == 1 ? _map.Resolve(asked[0].Value) : value;
    }

    private FoundModel? Identify(ResourceNode node, ModelPath path, ReachedValue reached, Value value)
    {
        var found = new FoundModel
        {
            Carrier = node,
            Value = value.Origin is null ? value.WithOrigin(reached.Value.Origin) : value,
            Where = reached.Path,
            Kind = path.Kind,
            Upstream = UpstreamOf(node, path, reached.Owner),
        };

        // What another resource names is found by following the link to it.
        if (_map.LinksFrom(node, LinkKind.Serves).Any(link => ReferenceEquals(link.Value, reached.Value)))
            return null;
        var raw = reached.IsComplete ? ValueReading.PartlyKnownText(value) : null;
        if (raw is null)
            return value is Constant or Mapping or Sequence ? null : found with { WhyUnknown = reached.Path + ": " + ValueReading.WhyUnknown(value) };

        var beside = Beside(path.Format, reached.Owner) ?? Beside(path.Vendor, reached.Owner);
        if (_families.Identify(raw, path.Dialect ?? AnyDialect, beside) is { } identity)
        {
            var version = identity.Version ?? Beside(path.Version, reached.Owner);
            var served = path.Kind == ServingKind.Consumed ? WorkloadReader.ServedBy(raw, path.Dialect ?? AnyDialect) : null;
            found = found with { Identity = identity with { Version = version }, Upstream = served is null ? found.Upstream : Determination.Known(served) };
            return ReferenceEquals(found.Upstream, FoundModel.Own) || found.IsNamedByProtocol ? null : found;
        }

        return value is Text && !ValueReading.IsFullyKnown(value) ? found with { WhyUnknown = reached.Path + ": " + ValueReading.WhyUnknown(value) } : null;
    }

    private string? Beside(PropertyPath? path, Value owner) =>
        path?.Read(owner).Select(reached => ValueReading.KnownText(_map.Resolve(reached.Value))).FirstOrDefault(static text => text is not null);

    /// <summary>The cloud that values beside the model's name say a request is passed on to; null where the type passes nothing on.</summary>
    private Determination? UpstreamOf(ResourceNode node, ModelPath path, Value owner)
    {
        foreach (var meanings in path.Upstream)
        {
            foreach (var reached in meanings.Path.Read(owner))
            {
                if (ValueReading.KnownText(_map.Resolve(reached.Value)) is { } text && meanings.Of(text) is { } cloud)
                    return Determination.Known(cloud);
            }
        }

        var addresses = path.Endpoints.SelectMany(endpoint => endpoint.Read(owner));
        if (path.Kind == ServingKind.Consumed && node.Entry is { } entry)
            addresses = addresses.Concat(entry.Upstreams.SelectMany(endpoint => endpoint.Read(node.Inputs)));
        return addresses.Select(reached => _upstreams.Of(reached.Value)).FirstOrDefault();
    }

    private sealed record NamedModel(FoundModel Model, Value Owner);
}
