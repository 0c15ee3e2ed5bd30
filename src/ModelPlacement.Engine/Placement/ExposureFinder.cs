using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Who can call a resource, and why that is not (wholly) known.</summary>
internal sealed record FoundExposure(Exposure Exposure, string? Why, ImmutableArray<Evidence> Evidence);

/// <summary>
/// Finds who can call a model: what a person says in a label, what the resource's inputs say, and what makes it callable from outside: the links are
/// followed from the host outwards, through services, target groups and listeners to load balancers, gateways and ingresses.
/// </summary>
internal sealed class ExposureFinder
{
    /// <summary>The name of a tag, label or annotation by which a person says what the program does not show.</summary>
    public const string Label = "model-placement/exposure";

    /// <summary>Where <see cref="Label"/> has to be written without the slash: cloud tags and labels that allow none.</summary>
    private static readonly ImmutableHashSet<string> Labels = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, Label, "model-placement_exposure", "model-placement-exposure");

    /// <summary>Which of several meanings wins.</summary>
    private static readonly ImmutableArray<string> Precedence = ImmutableArray.Create(ValueMeanings.NonApi, ValueMeanings.Private, ValueMeanings.Public, ValueMeanings.Internal);

    private readonly ResourceMap _map;

    public ExposureFinder(ResourceMap map) => _map = map;

    /// <param name="node">The resource that serves the model.</param>
    /// <param name="model">The model, with the chain that leads to the resource that names it.</param>
    public FoundExposure Of(ResourceNode node, FoundModel model)
    {
        var chain = ImmutableArray.Create(node).AddRange(model.Trail.Select(static link => link.To));
        return Labelled(chain) ?? OfKind(node, model) ?? Followed(node, model);
    }

    private static FoundExposure? OfKind(ResourceNode node, FoundModel model)
    {
        if (node.Entry is not { } entry || (model.Kind ?? entry.Kind) == ServingKind.NotServed || entry.Api == ApiKind.NonApi)
            return new FoundExposure(Exposure.NonApi, null, ImmutableArray<Evidence>.Empty);
        return model.Kind == ServingKind.Consumed ? new FoundExposure(Exposure.PublicApi, null, ImmutableArray<Evidence>.Empty) : null;
    }

    private FoundExposure? Labelled(ImmutableArray<ResourceNode> chain)
    {
        foreach (var node in chain.SelectMany(static node => node.Carrier is { } carrier ? [node, carrier] : new[] { node }))
        {
            foreach (var (name, value) in node.Entry?.Labels.SelectMany(path => NamedValues(node, path)) ?? [])
            {
                if (!Labels.Contains(name))
                    continue;
                var evidence = value.Origin is { } origin ? ImmutableArray.Create(new Evidence(origin.Location, "exposure is stated here")) : ImmutableArray<Evidence>.Empty;
                switch (ValueReading.KnownText(value))
                {
                    case "non-api":
                        return new FoundExposure(Exposure.NonApi, null, evidence);
                    case "public-api":
                        return new FoundExposure(Exposure.PublicApi, null, evidence);
                    case "private-api":
                        return new FoundExposure(Exposure.PrivateApi, null, evidence);
                    case { } other:
                        return new FoundExposure(
                            Exposure.Undetermined, "label '" + name + "' says '" + other + "', which is none of public-api, private-api and non-api", evidence);
                    default:
                        return new FoundExposure(Exposure.Undetermined, "label '" + name + "' is not known: " + ValueReading.WhyUnknown(value), evidence);
                }
            }
        }

        return null;
    }

    private IEnumerable<(string Name, Value Value)> NamedValues(ResourceNode node, NamedValuesPath path)
    {
        foreach (var reached in node.Read(path.Path))
        {
            var value = _map.Resolve(reached.Value);
            if (path.Shape == NamedValuesShape.Map && value is Mapping map)
            {
                foreach (var entry in map.Entries)
                    yield return (entry.Key, _map.Resolve(entry.Value));
            }
            else if (path is { Shape: NamedValuesShape.Entries, Value: { } valueOf } && value is Mapping entry && entry[path.Name!]?.AsString() is { } name && entry[valueOf] is { } given)
            {
                yield return (name, _map.Resolve(given));
            }
            else if (path.Shape == NamedValuesShape.Assignments && ValueReading.KnownText(value) is { } text && text.IndexOf('=') is > 0 and var at)
            {
                yield return (text.Substring(0, at), new Constant(text.Substring(at + 1), value.Origin));
            }
        }
    }

    private FoundExposure Followed(ResourceNode node, FoundModel model)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        var own = OfHost(node, model);
        switch (own.Meaning)
        {
            case ValueMeanings.NonApi:
                return new FoundExposure(Exposure.NonApi, null, ImmutableArray<Evidence>.Empty);
            case ValueMeanings.Private:
                return new FoundExposure(Exposure.PrivateApi, null, ImmutableArray<Evidence>.Empty);
            case ValueMeanings.Public when own.Why is null:
                return new FoundExposure(Exposure.PublicApi, null, ImmutableArray<Evidence>.Empty);
        }

        var isPublic = own.Meaning is ValueMeanings.Public;
        var isInternal = own.Meaning is ValueMeanings.Internal;
        var why = own.Why;
        foreach (var way in WaysIn(node, model))
        {
            var outside = Guarded(way.To, OfNode(way.To), port: null);
            why ??= outside.Why;
            if (outside.Meaning is null or ValueMeanings.NonApi)
                continue;
            isInternal = true;
            isPublic |= outside.Meaning is ValueMeanings.Public;
            evidence.Add(new Evidence(way.To.Location, (outside.Meaning is ValueMeanings.Public ? "public" : "private") + " through " + way.To.Described));
            if (outside.Meaning is ValueMeanings.Public && outside.Why is null)
                return new FoundExposure(Exposure.PublicApi, null, evidence.ToImmutable());
        }

        if (isPublic || isInternal)
            return new FoundExposure(isPublic ? Exposure.PublicApi : Exposure.PrivateApi, why, evidence.ToImmutable());
        if (why is null && OutsideOfProgram(node, model) is { } outsider)
            return new FoundExposure(Exposure.PrivateApi, outsider + " is not in the program, so whether it is public is not known", evidence.ToImmutable());
        return model.IsServer
            ? new FoundExposure(Exposure.PrivateApi, why, evidence.ToImmutable())
            : new FoundExposure(
                Exposure.Undetermined,
                why is null ? "nothing in the program makes " + node.Described + " callable" : "whether something makes it callable is not known: " + why,
                evidence.ToImmutable());
    }

    /// <summary>What a host's inputs say; where they say nothing, those of the template that it is made from.</summary>
    private Said OfHost(ResourceNode node, FoundModel model)
    {
        var own = Guarded(node, OfNode(node), model.Port);
        if (own.Meaning is not null)
            return own;
        return model.Trail.Select(static link => link.To)
            .Where(static inner => inner.Entry is { Role: Role.Host })
            .Select(inner => Guarded(inner, OfNode(inner), model.Port))
            .FirstOrDefault(static said => said.Meaning is not null) ?? own;
    }

    /// <summary>The resources through which a host can be called, nearest first.</summary>
    private List<ResourceLink> WaysIn(ResourceNode node, FoundModel model)
    {
        var ways = new List<ResourceLink>();
        var seen = new HashSet<ResourceNode> { node };
        var open = new Queue<ResourceNode>();
        open.Enqueue(node);

        // A pod template or function deeper in the chain may be what the exposing resource points at.
        foreach (var inner in model.Trail.Select(static link => link.To).Where(seen.Add))
            open.Enqueue(inner);
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            foreach (var way in Outwards(next).Where(way => seen.Add(way.To)))
            {
                ways.Add(way);
                open.Enqueue(way.To);
            }
        }

        return ways;
    }

    private IEnumerable<ResourceLink> Outwards(ResourceNode node)
    {
        foreach (var link in _map.LinksFrom(node, LinkKind.ExposedBy))
            yield return link;
        foreach (var link in _map.LinksTo(node, LinkKind.Exposes))
            yield return link with { To = link.From, From = node };

        // An alias or an instance group stands for what it serves; another service that runs the same is another way in only for itself.
        foreach (var link in _map.LinksTo(node, LinkKind.Serves))
        {
            if (link.From.Entry is { Role: Role.Config or Role.Expose })
                yield return link with { To = link.From, From = node };
        }
    }

    private string? OutsideOfProgram(ResourceNode node, FoundModel model) =>
        ImmutableArray.Create(node).AddRange(model.Trail.Select(static link => link.To))
            .SelectMany(one => _map.Unresolved(one, LinkKind.ExposedBy))
            .Where(static unresolved => unresolved.Reached.Value is Constant or Text or ResourceReference)
            .Select(static unresolved => "what '" + unresolved.Reached.Path + "' points to")
            .FirstOrDefault();

    /// <summary>What a resource's inputs, what it stands within and what completes it say, before its neighbours are looked at.</summary>
    private Said OfNode(ResourceNode node)
    {
        if (node.Entry is not { } entry)
            return Said.Nothing;
        var said = OfInputs(node);
        var within = _map.LinksFrom(node, LinkKind.Within).Select(link => OfInputs(link.To)).ToList();
        var completed = _map.LinksTo(node, LinkKind.Completes).Select(link => OfInputs(link.From)).ToList();
        var meanings = completed.Append(said).Select(static one => one.Meaning).ToList();
        var why = completed.Append(said).Concat(within).Select(static one => one.Why).FirstOrDefault(static reason => reason is not null);
        if (meanings.Contains(ValueMeanings.NonApi))
            return new Said(ValueMeanings.NonApi, null);
        var isApi = meanings.Exists(static meaning => meaning is not null) || entry.Api is ApiKind.Managed or ApiKind.Public or ApiKind.Internal;
        if (meanings.Contains(ValueMeanings.Private) || (isApi && within.Exists(static one => one.Meaning is ValueMeanings.Private)))
            return new Said(ValueMeanings.Private, null);
        if (meanings.Contains(ValueMeanings.Public))
            return new Said(ValueMeanings.Public, null);
        if (meanings.Contains(ValueMeanings.Internal))
            return new Said(ValueMeanings.Internal, null);
        return entry.Api switch
        {
            ApiKind.Managed or ApiKind.Public => new Said(ValueMeanings.Public, why),
            ApiKind.Internal => new Said(ValueMeanings.Internal, null),
            ApiKind.NonApi => new Said(ValueMeanings.NonApi, null),
            _ => new Said(null, why),
        };
    }

    private Said OfInputs(ResourceNode node)
    {
        if (node.Entry is not { } entry)
            return Said.Nothing;
        var meanings = new HashSet<string>(StringComparer.Ordinal);
        string? why = null;
        var scopes = entry.Exposure.Select(meaning => (Meanings: meaning, Root: node.Inputs))
            .Concat(entry.Embedded.Where(static embedded => !embedded.Exposure.IsEmpty)
                .SelectMany(embedded => _map.Roots(node, embedded).SelectMany(root => embedded.Exposure.Select(meaning => (Meanings: meaning, Root: root.Value)))));
        foreach (var (each, root) in scopes)
        {
            var reached = each.Path.Read(root).ToList();
            if (reached.Count == 0 && each.WhenAbsent is { } absent)
                meanings.Add(absent);
            var isDecided = !reached.Exists(static value => value.IsAlternative);
            foreach (var value in reached)
            {
                var resolved = _map.Resolve(value.Value);
                var meaning = ValueReading.KnownText(resolved) is { } text && value.IsComplete ? each.Of(text) : each.WhenPresent;
                if (meaning is null && !each.ByValue.IsEmpty && (!value.IsComplete || !ValueReading.IsFullyKnown(resolved)))
                    why ??= value.Path + ": " + ValueReading.WhyUnknown(resolved);

                // One of several values: what may open it counts, what may close it does not.
                if (meaning is not null && (isDecided || meaning is ValueMeanings.Public or ValueMeanings.Internal || reached.TrueForAll(other => string.Equals(Means(each, other), meaning, StringComparison.Ordinal))))
                    meanings.Add(meaning);
            }
        }

        foreach (var meaning in Precedence)
        {
            if (meanings.Contains(meaning))
                return new Said(meaning, why);
        }

        return new Said(null, why);
    }

    private string? Means(ValueMeanings meanings, ReachedValue value) => ValueReading.KnownText(_map.Resolve(value.Value)) is { } text ? meanings.Of(text) : meanings.WhenPresent;

    /// <summary>A public address behind a security group is public only where the group lets the internet in.</summary>
    private Said Guarded(ResourceNode node, Said said, int? port)
    {
        if (said.Meaning is not ValueMeanings.Public || node.Entry is not { } entry || !entry.Links.Any(static link => link.Kind == LinkKind.GuardedBy))
            return said;
        var guards = _map.LinksFrom(node, LinkKind.GuardedBy).Select(static link => link.To).Distinct().ToList();
        var isUnknown = _map.Unresolved(node, LinkKind.GuardedBy).Any();
        if (guards.Count == 0)
            return isUnknown ? said with { Why = said.Why ?? "its security group is not in the program" } : said;
        if (guards.Exists(guard => LetsIn(guard, port)))
            return said;
        return isUnknown || guards.Exists(guard => OfNode(guard).Why is not null)
            ? said with { Why = said.Why ?? "what its security group lets in is not known" }
            : new Said(ValueMeanings.Private, null);
    }

    private bool LetsIn(ResourceNode guard, int? port) =>
        _map.LinksTo(guard, LinkKind.Completes).Select(static link => link.From).Append(guard)
            .Any(rule => OfInputs(rule).Meaning is ValueMeanings.Public && OpensPort(rule, port));

    /// <summary>Whether any of the ranges that a rule opens holds the port; a rule of which the ports cannot be told opens it.</summary>
    private bool OpensPort(ResourceNode rule, int? port)
    {
        if (port is null || rule.Entry is not { Ports.IsEmpty: false } entry)
            return true;
        var ranges = entry.Ports
            .SelectMany(path => rule.Read(path))
            .GroupBy(static reached => reached.Path.Substring(0, Math.Max(reached.Path.LastIndexOf('.'), 0)), StringComparer.Ordinal)
            .Select(group => group.Select(reached => ValueReading.KnownText(_map.Resolve(reached.Value))).ToList())
            .ToList();
        return ranges.Count == 0 || ranges.Exists(range => Holds(range, port.Value));
    }

    private static bool Holds(List<string?> range, int port)
    {
        var ports = new List<int>();
        foreach (var text in range)
        {
            foreach (var part in (text ?? "").Split('-'))
            {
                if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    return true;
                ports.Add(number);
            }
        }

        // 0 to 0 and -1 are the ways clouds write "every port".
        return ports.TrueForAll(static number => number <= 0) || (ports.Min() <= port && port <= ports.Max());
    }

    /// <summary>What is said of exposure (one of <see cref="ValueMeanings"/>' words, or null for nothing), and what of it is not known.</summary>
    private sealed record Said(string? Meaning, string? Why)
    {
        public static readonly Said Nothing = new(null, null);
    }
}
