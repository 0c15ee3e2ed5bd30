using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>The deployments of one stack program, found resource by resource as they are asked for. Safe under concurrent callers.</summary>
public sealed class StackDeployments
{
    private readonly ResourceMap _map;
    private readonly ModelFinder _models;
    private readonly CloudFinder _clouds;
    private readonly RegionFinder _regions;
    private readonly ExposureFinder _exposures;

    internal StackDeployments(ResourceMap map, ModelFamilies families, Func<string, string?> configuration)
    {
        _map = map;
        _models = new ModelFinder(map, families);
        _clouds = new CloudFinder(map, configuration);
        _regions = new RegionFinder(map, _clouds, configuration);
        _exposures = new ExposureFinder(map);
    }

    /// <summary>
    /// The deployments whose finding sits on an instance: one per model it serves. None where another resource of the program is the API of what it holds.
    /// </summary>
    /// <param name="instance">The resource, or a resource of another program under the same catalog.</param>
    /// <param name="isOfInterest">
    /// Asked with each model (null: cannot be told) before anything else is found out: where the answer is false, no deployment is reported and the graph is not asked for. Null: all are.
    /// </param>
    public ImmutableArray<Deployment> Of(ResourceInstance instance, Func<ModelIdentity?, bool>? isOfInterest = null)
    {
        var deployments = ImmutableArray.CreateBuilder<Deployment>();
        foreach (var node in _map.NodesOf(instance))
        {
            var models = Reported(node).Where(model => isOfInterest is null || isOfInterest(model.Identity)).ToImmutableArray();
            if (!models.IsEmpty && !IsServedByAnother(node))
                deployments.AddRange(models.Select(model => Deploy(node, model)));
        }

        return deployments.ToImmutable();
    }

    /// <summary>The models a resource answers for: its own and those of its chain where it serves or runs; its own only where it is a gateway or a part.</summary>
    private IEnumerable<FoundModel> Reported(ResourceNode node)
    {
        if (node.Entry is not { } entry)
            return [];
        switch (entry.Role)
        {
            case Role.Serve or Role.Host or Role.Train or Role.Batch or Role.Notebook:
                return _models.ServedBy(node);
            case Role.Expose or Role.Config when entry.Api is ApiKind.Managed or ApiKind.Public:
                return _models.NamedBy(node);
            case Role.Expose or Role.Config:
                // What a config map's variables name is found where a workload includes them.
                return _models.NamedBy(node).Where(static model => model.Kind == ServingKind.Consumed && !model.IsOfWorkload).Concat(_models.CompletedBy(node));
            default:
                return [];
        }
    }

    /// <summary>Whether the finding belongs to a resource that serves this one: the service that runs a task definition, the agent on an inference profile.</summary>
    private bool IsServedByAnother(ResourceNode node)
    {
        if (node.Entry is not { } entry || entry.Role is Role.Train or Role.Batch or Role.Notebook)
            return false;
        var servers = Reachable(node, one => _map.LinksTo(one, LinkKind.Serves).Select(static link => link.From))
            .Where(static server => server.Entry is { Role: Role.Serve or Role.Host })
            .ToList();
        if (servers.Count == 0)
            return false;

        // Where resources serve each other in a circle, all of them answer for themselves.
        var served = Reachable(node, one => _map.LinksFrom(one, LinkKind.Serves).Select(static link => link.To));
        return servers.Exists(server => !served.Contains(server));
    }

    private static HashSet<ResourceNode> Reachable(ResourceNode start, Func<ResourceNode, IEnumerable<ResourceNode>> next)
    {
        var reached = new HashSet<ResourceNode>();
        var open = new Queue<ResourceNode>();
        open.Enqueue(start);
        while (open.Count > 0)
        {
            foreach (var node in next(open.Dequeue()).Where(reached.Add))
                open.Enqueue(node);
        }

        return reached;
    }

    private Deployment Deploy(ResourceNode node, FoundModel model)
    {
        var entry = node.Entry!;
        var host = model.Host ?? node;
        var cloud = model.Kind == ServingKind.Consumed ? Consumed(host, model) : _clouds.Of(host);
        var region = _regions.Of(host);
        var exposure = _exposures.Of(host, model);
        return new Deployment
        {
            Resource = node.Instance,
            Entry = entry,
            Model = model.Identity,
            WhyModelUnknown = model.WhyUnknown,
            IsAlternative = model.IsAlternative,
            ModelValue = model.Identity is null ? null : model.Value,
            Kind = model.Kind ?? host.Entry!.Kind,
            Cloud = cloud.Fact,
            Region = region.Fact,
            Exposure = exposure.Exposure,
            WhyExposureUndetermined = exposure.Why,
            Chain = Chain(node, model),
            Evidence = EvidenceOf(model).Concat(cloud.Evidence).Concat(region.Evidence).Concat(exposure.Evidence).Distinct().ToImmutableArray(),
        };
    }

    /// <summary>Where requests that are passed on are answered: the cloud they go to, else the vendor's own API, which is no cloud's and goes by the vendor's id.</summary>
    private Shown<Determination> Consumed(ResourceNode node, FoundModel model) => model.Upstream switch
    {
        { } upstream when !ReferenceEquals(upstream, FoundModel.VendorsOwn) => new(upstream, ImmutableArray<Evidence>.Empty),
        null when (_clouds.Stated(node) ?? Through(node, model)) is { } stated => stated,
        _ when model.Identity is { } identity => new(Determination.Known(identity.Vendor), ImmutableArray<Evidence>.Empty),
        _ => _clouds.Of(node),
    };

    /// <summary>Where what is named beside the model, and passes its requests on, says that they go; null where it says nothing.</summary>
    private Shown<Determination>? Through(ResourceNode node, FoundModel model) => (
        from link in _map.LinksFrom(node, LinkKind.Uses)
        where link.To.Entry is { Kind: ServingKind.Consumed } && link.IsBeside(model.Where)
        let upstream = _models.NamedBy(link.To).Select(static named => named.Upstream).FirstOrDefault(static upstream => upstream is not null && !ReferenceEquals(upstream, FoundModel.VendorsOwn))
        let answer = upstream is null ? _clouds.Stated(link.To) : new(upstream, ImmutableArray<Evidence>.Empty)
        where answer is not null
        select answer with { Evidence = answer.Evidence.Insert(0, new Evidence(link.To.Location, "passes requests on through " + link.To.Described)) }).FirstOrDefault();

    private static ImmutableArray<ResourceInstance> Chain(ResourceNode node, FoundModel model) =>
        model.Trail.Select(static link => link.To.Instance).Where(instance => !ReferenceEquals(instance, node.Instance)).Distinct().ToImmutableArray();

    private static IEnumerable<Evidence> EvidenceOf(FoundModel model)
    {
        if (model.Value?.Origin is { } origin)
        {
            var written = origin.Steps().Last();
            var says = model.Identity is null ? "the model is set here and not known" : "model '" + model.Identity.Raw + "' is set here (" + model.Where + ")";
            yield return new Evidence(written.Location, says);
        }
        else
        {
            yield return new Evidence(model.Carrier.Location, "the model is set in " + model.Carrier.Described + " (" + model.Where + ")");
        }

        foreach (var link in model.Trail.Reverse())
            yield return new Evidence(link.To.Location, link.To.Described + " is served by " + link.From.Described);
    }
}
