using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>The provider instances that a resource may be made through.</summary>
/// <param name="Instances">Explicit ones: none for the package's default provider, more than one for a choice.</param>
/// <param name="MayBeDefault">Whether it may be the default provider, which the stack's configuration and the environment set up.</param>
/// <param name="WhyUnknown">Why it cannot be told, or null.</param>
internal sealed record ResourceProviders(ImmutableArray<ResourceNode> Instances, bool MayBeDefault, string? WhyUnknown)
{
    public static readonly ResourceProviders Default = new(ImmutableArray<ResourceNode>.Empty, true, null);

    public bool Equals(ResourceProviders? other) =>
        other is not null && MayBeDefault == other.MayBeDefault && WhyUnknown is null && other.WhyUnknown is null && Instances.SequenceEqual(other.Instances);

    public override int GetHashCode() => Instances.Length;
}

/// <summary>
/// Finds the provider instance of a resource as Pulumi does: its own <c>provider</c> option, then the <c>providers</c> and <c>provider</c> of the components it stands in, from the
/// inside out, whatever is of the resource's package; else the default provider.
/// </summary>
internal sealed class ProviderFinder
{
    private const int DeepestParents = 64;

    private readonly ResourceMap _map;
    private readonly ConcurrentDictionary<InPackage, ResourceProviders> _found = new();

    public ProviderFinder(ResourceMap map) => _map = map;

    public ResourceProviders Of(ResourceNode node) => Of(node.Instance, _map.PackageOf(node.Instance));

    /// <summary>As if the resource were of another package: for components of one package that make resources of another.</summary>
    public ResourceProviders Of(ResourceInstance instance, string package) =>
        _found.GetOrAdd(new InPackage(instance, package), key => Find(key.Instance, key.Package, 0));

    private ResourceProviders Find(ResourceInstance instance, string package, int depth)
    {
        if (depth > DeepestParents)
            return new ResourceProviders(ImmutableArray<ResourceNode>.Empty, false, "budget: too many parents");
        if (instance.Options is not Mapping options)
        {
            return instance.Options is Constant { Raw: null }
                ? ResourceProviders.Default
                : new ResourceProviders(ImmutableArray<ResourceNode>.Empty, false, "its options are not known: " + ValueReading.WhyUnknown(instance.Options));
        }

        var inherited = new Lazy<ResourceProviders>(() => FromParent(options["parent"], package, depth), isThreadSafe: false);
        if (options["provider"] is { } provider && Choose(provider, package, inherited) is { } own)
            return own;
        return options["providers"] is { } providers && ChooseAmong(providers, package, inherited) is { } among ? among : inherited.Value;
    }

    private ResourceProviders FromParent(Value? parent, string package, int depth) => parent switch
    {
        null or Constant { Raw: null } => ResourceProviders.Default,
        ResourceReference reference => Find(reference.Instance, package, depth + 1),
        Choice choice => Join(choice.Alternatives.Select(alternative => FromParent(alternative, package, depth))),
        _ => new ResourceProviders(ImmutableArray<ResourceNode>.Empty, false, "its parent is not known: " + ValueReading.WhyUnknown(parent)),
    };

    /// <summary>What the value of a <c>provider</c> option says; null where it is none, or one of another package.</summary>
    private ResourceProviders? Choose(Value provider, string package, Lazy<ResourceProviders> inherited)
    {
        switch (provider)
        {
            case Constant { Raw: null }:
                return null;
            case ResourceReference reference:
                return IsOf(reference, package) ? new ResourceProviders(ImmutableArray.Create(_map.NodeOf(reference.Instance)), false, null) : null;
            case Choice choice:
                return Join(choice.Alternatives.Select(alternative => Choose(alternative, package, inherited) ?? inherited.Value));
            default:
                return new ResourceProviders(ImmutableArray<ResourceNode>.Empty, false, "its provider is not known: " + ValueReading.WhyUnknown(provider));
        }
    }

    /// <summary>What the value of a <c>providers</c> option, a list or a map, says; null where none of them is of the package.</summary>
    private ResourceProviders? ChooseAmong(Value providers, string package, Lazy<ResourceProviders> inherited)
    {
        switch (providers)
        {
            case Sequence sequence:
                return First(sequence.Items);
            case Mapping mapping:
                return First(mapping.Entries.Select(static entry => entry.Value));
            case Choice choice:
                return Join(choice.Alternatives.Select(alternative => ChooseAmong(alternative, package, inherited) ?? inherited.Value));
            default:
                return Choose(providers, package, inherited);
        }

        ResourceProviders? First(IEnumerable<Value> values) =>
            values.Select(value => Choose(value, package, inherited)).FirstOrDefault(static chosen => chosen is not null);
    }

    private static bool IsOf(ResourceReference reference, string package) =>
        string.Equals(TypeToken.Package(reference.Instance.Token), package, StringComparison.Ordinal);

    private static ResourceProviders Join(IEnumerable<ResourceProviders> alternatives)
    {
        var all = alternatives.ToList();
        return new ResourceProviders(
            all.SelectMany(static one => one.Instances).Distinct().ToImmutableArray(),
            all.Any(static one => one.MayBeDefault),
            all.Select(static one => one.WhyUnknown).FirstOrDefault(static why => why is not null));
    }

    private sealed record InPackage(ResourceInstance Instance, string Package);
}
