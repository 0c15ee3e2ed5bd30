using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement.Documents;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>Finds the models in what a resource runs: its containers and its start scripts.</summary>
internal sealed class WorkloadFinder
{
    private readonly ResourceMap _map;
    private readonly ModelFamilies _families;
    private readonly UpstreamFinder _upstreams;

    public WorkloadFinder(ResourceMap map, ModelFamilies families, UpstreamFinder upstreams)
    {
        _map = map;
        _families = families;
        _upstreams = upstreams;
    }

    /// <summary>The models of the containers that another resource runs, once the variables that this one adds are set.</summary>
    public IEnumerable<FoundModel> InCompleted(ResourceNode node, ResourceNode host)
    {
        var added = Variables(node).ToImmutableArray();
        return host.Entry!.Containers
            .SelectMany(paths => InContainers(host, host.Inputs, paths, added))
            .Select(model => model with { Carrier = node, Host = host });
    }

    /// <summary>The models of every container that a path leads to.</summary>
    public IEnumerable<FoundModel> InContainers(ResourceNode node, Value root, ContainerPaths paths) => InContainers(node, root, paths, ImmutableArray<NamedValue>.Empty);

    private IEnumerable<FoundModel> InContainers(ResourceNode node, Value root, ContainerPaths paths, ImmutableArray<NamedValue> added)
    {
        var included = _map.LinksFrom(node, LinkKind.Includes).SelectMany(link => Variables(link.To)).Concat(added).ToImmutableArray();

        foreach (var container in paths.At.Read(root))
        {
            if (!container.IsComplete)
                continue;
            var variants = ValueReading.Alternatives(Relevant(container.Value, paths));
            foreach (var variant in variants)
            {
                var run = Run(node, variant, paths, included);
                var found = Models(node, WorkloadReader.Read(run.Source), run, container.Path);
                foreach (var model in found)
                    yield return model with { IsAlternative = model.IsAlternative || container.IsAlternative || variants.Length > 1 };
            }
        }
    }

    /// <summary>The models of every start script that a path leads to.</summary>
    public IEnumerable<FoundModel> InScripts(ResourceNode node, UserDataPath path)
    {
        foreach (var reached in path.Path.Read(node.Inputs))
        {
            var script = EncodedText.Read(_map.Resolve(reached.Value), path.Encoding);
            var variants = ValueReading.Alternatives(script);
            foreach (var variant in variants)
            {
                if (ValueReading.PartlyKnownText(_map.Resolve(variant)) is not { } text)
                    continue;
                var run = new ContainerRun(new WorkloadSource { Script = text }, variant, IsWhollyKnown: true);
                foreach (var model in Models(node, WorkloadReader.Read(run.Source), run, reached.Path))
                    yield return model with { IsAlternative = model.IsAlternative || reached.IsAlternative || variants.Length > 1 };
            }
        }
    }

    /// <summary>Only what the paths may read, so that choices elsewhere in the container do not multiply.</summary>
    private static Value Relevant(Value container, ContainerPaths paths)
    {
        if (container is not Mapping mapping)
            return container;
        var names = new HashSet<string>(
            paths.Image.Concat(paths.Arguments).Concat(paths.Environment.Select(static environment => environment.Path)).SelectMany(static path => path.Names.Take(1)),
            StringComparer.Ordinal);
        return new Mapping(mapping.Entries.Where(entry => names.Contains(entry.Key)).ToImmutableArray(), mapping.Origin);
    }

    /// <summary>The variables that a resource has of its own or lends to others: those of a config map.</summary>
    private IEnumerable<NamedValue> Variables(ResourceNode node) =>
        from paths in node.Entry?.Containers ?? ImmutableArray<ContainerPaths>.Empty
        from container in paths.At.Read(node.Inputs)
        from path in paths.Environment
        from variable in Variables(container.Value, path, paths.Environment)
        select variable;

    /// <summary>An image that another resource pulls or builds goes by that resource's name for it.</summary>
    private Value Image(ResourceNode node, Value image)
    {
        var resolved = _map.Resolve(image);
        if (resolved is not ResourceReference)
            return resolved;
        var named = from link in _map.LinksFrom(node, LinkKind.Serves)
                    where link.Value.Equals(image)
                    from paths in link.To.Entry?.Containers ?? ImmutableArray<ContainerPaths>.Empty
                    from path in paths.Image
                    from reached in path.Read(link.To.Inputs)
                    select _map.Resolve(reached.Value);
        return named.FirstOrDefault() ?? resolved;
    }

    private ContainerRun Run(ResourceNode node, Value container, ContainerPaths paths, ImmutableArray<NamedValue> included)
    {
        var images = paths.Image.SelectMany(path => path.Read(container)).Select(reached => Image(node, reached.Value)).ToList();
        var arguments = paths.Arguments.SelectMany(path => path.Read(container)).ToList();
        // What the container sets itself comes last and wins.
        var environment = included.Concat(paths.Environment.SelectMany(path => Variables(container, path, paths.Environment))).ToList();
        return new ContainerRun(
            new WorkloadSource
            {
                Image = images.Select(static image => ValueReading.PartlyKnownText(image)).FirstOrDefault(static image => image is not null),
                Arguments = arguments.Select(argument => ValueReading.PartlyKnownText(_map.Resolve(argument.Value))).ToImmutableArray(),
                Environment = environment.Where(static variable => variable.Name is not null)
                    .Select(static variable => new KeyValuePair<string, string?>(variable.Name!, ValueReading.PartlyKnownText(variable.Value)))
                    .ToImmutableArray(),
            },
            container,
            arguments.All(static argument => argument.IsComplete && argument.Value is Constant or Text) && environment.All(static variable => variable.Name is not null))
        {
            Image = images.FirstOrDefault(),
            Arguments = arguments.Select(static argument => argument.Value).ToImmutableArray(),
            Environment = environment.ToImmutableArray(),
        };
    }

    /// <summary>Names and values in any of their shapes; no name where what stands there is not known.</summary>
    /// <param name="container">Where the path starts.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="beside">The ways to give a value there, of which an entry takes one.</param>
    private IEnumerable<NamedValue> Variables(Value container, NamedValuesPath path, ImmutableArray<NamedValuesPath> beside)
    {
        foreach (var reached in path.Path.Read(container))
        {
            var value = _map.Resolve(reached.Value);
            switch (path.Shape)
            {
                case NamedValuesShape.Map when value is Mapping map:
                    foreach (var entry in map.Entries)
                        yield return new NamedValue(entry.Key, _map.Resolve(entry.Value));
                    break;
                case NamedValuesShape.Names when value is Mapping kept:
                    foreach (var entry in kept.Entries)
                        yield return new NamedValue(entry.Key, null);
                    break;
                case NamedValuesShape.Entries when value is Mapping other && Given(path, other) is null && beside.Any(one => Given(one, other) is not null):
                    break;
                case NamedValuesShape.Entries when value is Mapping entry && entry[path.Name!] is { } name && ValueReading.KnownText(_map.Resolve(name)) is { } known:
                    yield return new NamedValue(known, Given(path, entry) is { } given ? _map.Resolve(given) : null);
                    break;
                case NamedValuesShape.Assignments when ValueReading.PartlyKnownText(value) is { } text && text.IndexOf('=') is > 0 and var at:
                    yield return new NamedValue(text.Substring(0, at), new Constant(text.Substring(at + 1), reached.Value.Origin));
                    break;
                default:
                    yield return new NamedValue(null, value);
                    break;
            }
        }
    }

    private static Value? Given(NamedValuesPath path, Mapping entry) => path is { Shape: NamedValuesShape.Entries, Value: { } value } ? entry[value] : null;

    private List<FoundModel> Models(ResourceNode node, Workload workload, ContainerRun run, string where)
    {
        var found = new List<FoundModel>();
        var isPassedOn = workload.Kind is WorkloadKind.Proxy or WorkloadKind.Client;
        foreach (var mention in workload.Mentions)
        {
            if (mention.Kind == MentionKind.Alias)
                continue;
            var model = new FoundModel
            {
                Carrier = node,
                IsOfWorkload = true,
                Where = where.Length == 0 ? mention.Where : mention.Where + " of " + where,
                Value = run.ValueOf(mention) ?? run.Whole,
                Kind = isPassedOn ? ServingKind.Consumed : null,
                IsServer = IsServer(workload),
                Port = workload.Port,
                Upstream = isPassedOn ? UpstreamOf(workload, mention, run) : null,
            };
            if (ReferenceEquals(model.Upstream, FoundModel.Own))
                continue;
            if (mention.Raw is null)
            {
                if (CanBeUnknown(node, workload))
                    found.Add(model with { WhyUnknown = mention.Where + ": " + ValueReading.WhyUnknown(model.Value) });
            }
            else if (_families.Identify(mention.Raw, mention.Dialect) is { } identity)
            {
                if (model with { Identity = identity } is { IsNamedByProtocol: false } named)
                    found.Add(named);
            }
            else if (mention.Raw.IndexOf(WorkloadSource.UnknownPiece) >= 0 && CanBeUnknown(node, workload))
            {
                found.Add(model with { WhyUnknown = mention.Where + ": " + ValueReading.WhyUnknown(model.Value) });
            }
        }

        if (found.Exists(static model => model.Identity is not null))
            found.RemoveAll(static model => model.Identity is null);
        else if (isPassedOn)
            found.AddRange(workload.Upstreams.Where(static upstream => upstream.Vendor is not null).Select(upstream => FoundModel.OfVendor(node, upstream.Vendor!, upstream.Address!, upstream.Where, run.Whole) with { IsOfWorkload = true }));
        else if (found.Count == 0 && !IsTold(workload) && !run.IsWhollyKnown && CanBeUnknown(node, workload))
            found.Add(Unnamed(node, workload, run, where));
        return found;
    }

    /// <summary>Whether the workload is told which model to load, be it one that no family knows. An image's own name tells nothing.</summary>
    private static bool IsTold(Workload workload) =>
        workload.Mentions.Any(static mention => mention.Kind == MentionKind.Model && (mention.EnvironmentName is not null || mention.ArgumentIndex is not null));

    /// <summary>Nothing names a model, but something that could is not known.</summary>
    private static FoundModel Unnamed(ResourceNode node, Workload workload, ContainerRun run, string where)
    {
        var unknown = run.Environment.Where(static variable => variable.Name is null).Select(static variable => variable.Value)
            .Concat(run.Arguments)
            .FirstOrDefault(static value => value is not (Constant or Text or Mapping or Sequence));
        return new FoundModel
        {
            Carrier = node,
            IsOfWorkload = true,
            Where = where,
            Value = unknown ?? run.Whole,
            IsServer = IsServer(workload),
            Port = workload.Port,
            WhyUnknown = "what " + (workload.Engine ?? "the container") + " is told to load is not known: " + ValueReading.WhyUnknown(unknown),
        };
    }

    /// <summary>
    /// Only what is recognised as a server by its program listens for sure; a variable that names a model to load says that it runs, not that anybody can call it.
    /// </summary>
    private static bool IsServer(Workload workload) => workload is { Kind: WorkloadKind.Server, Engine: not null };

    /// <summary>Whether a model that cannot be told is worth a word: where a model is served for sure. A container that runs anything is no finding.</summary>
    private static bool CanBeUnknown(ResourceNode node, Workload workload) =>
        workload.Kind == WorkloadKind.Server
        || (workload.Kind == WorkloadKind.Other && node.Entry is { } entry && (entry.Kind == ServingKind.Managed || entry.Role == Role.Registry));

    private Determination UpstreamOf(Workload workload, ModelMention mention, ContainerRun run)
    {
        if (mention.ServedBy is { } cloud)
            return Determination.Known(cloud);
        var upstreams = mention.Upstream is { } own ? ImmutableArray.Create(own) : workload.Upstreams;
        if (upstreams.IsEmpty)
            return FoundModel.VendorsOwn;
        var answers = upstreams.Select(upstream => AnswerAt(upstream, run)).ToImmutableArray();
        var clouds = answers.SelectMany(static answer => answer.Values).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return !clouds.IsEmpty ? new Determination(clouds, null)
            : answers.FirstOrDefault(static answer => ReferenceEquals(answer, FoundModel.VendorsOwn)) ?? answers.FirstOrDefault(static answer => !ReferenceEquals(answer, FoundModel.Own)) ?? FoundModel.Own;
    }

    private Determination AnswerAt(Upstream upstream, ContainerRun run)
    {
        if (upstream.Vendor is not null)
            return FoundModel.VendorsOwn;
        if (upstream.Cloud is { } cloud)
            return Determination.Known(cloud);
        if (upstream.Address is { } address && WorkloadReader.IsOwn(address))
            return FoundModel.Own;
        if (upstream.EnvironmentName is { } name && run.Variable(name) is { } value && _upstreams.OfReferred(value) is { } referred)
            return referred;
        return Determination.Undetermined(upstream.Address is null
            ? "where it sends its requests (" + upstream.Where + ") is not known"
            : "it sends its requests to " + upstream.Address + ", which is of no known cloud");
    }

    /// <summary>A variable of a container: without a name where that is not known, without a value where it is written elsewhere.</summary>
    private sealed record NamedValue(string? Name, Value? Value);

    /// <summary>What a container runs, as strings and as the values they came from.</summary>
    private sealed record ContainerRun(WorkloadSource Source, Value Whole, bool IsWhollyKnown)
    {
        public Value? Image { get; init; }

        public ImmutableArray<Value> Arguments { get; init; } = ImmutableArray<Value>.Empty;

        public ImmutableArray<NamedValue> Environment { get; init; } = ImmutableArray<NamedValue>.Empty;

        public Value? Variable(string name) => Environment.LastOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal))?.Value;

        public Value? ValueOf(ModelMention mention)
        {
            if (mention.EnvironmentName is { } name)
                return Variable(name);
            if (mention.ArgumentIndex is { } index && index >= 0 && index < Arguments.Length)
                return Arguments[index];
            return Source.Script is null ? Image : null;
        }
    }
}
