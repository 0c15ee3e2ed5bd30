using System.Collections.Generic;
using System.Linq;

namespace Pulumi;

/// <summary>What controls a resource besides its inputs.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? dependsOn;
    private InputList<Resource>? replaceWith;
    private List<string>? ignoreChanges;
    private List<ResourceTransformation>? resourceTransformations;
    private List<ResourceTransform>? resourceTransforms;
    private List<Input<Alias>>? aliases;
    private List<string>? replaceOnChanges;
    private List<string>? hideDiffs;

    protected ResourceOptions()
    {
    }

    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= [];
        set => dependsOn = value;
    }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges
    {
        get => ignoreChanges ??= [];
        set => ignoreChanges = value;
    }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations
    {
        get => resourceTransformations ??= [];
        set => resourceTransformations = value;
    }

    public List<ResourceTransform> ResourceTransforms
    {
        get => resourceTransforms ??= [];
        set => resourceTransforms = value;
    }

    public List<Input<Alias>> Aliases
    {
        get => aliases ??= [];
        set => aliases = value;
    }

    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges
    {
        get => replaceOnChanges ??= [];
        set => replaceOnChanges = value;
    }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith
    {
        get => replaceWith ??= [];
        set => replaceWith = value;
    }

    public ResourceHookBinding? Hooks { get; set; }

    public List<string> HideDiffs
    {
        get => hideDiffs ??= [];
        set => hideDiffs = value;
    }

    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Takes over what <paramref name="other"/> sets: single values win over those here, lists follow those here.</summary>
    private protected void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        Hooks = other.Hooks is null ? Hooks : Hooks is null ? other.Hooks.Clone() : Hooks.Concat(other.Hooks);
        dependsOn = other.dependsOn is null ? dependsOn : (dependsOn ?? []).Concat(other.dependsOn);
        replaceWith = other.replaceWith is null ? replaceWith : (replaceWith ?? []).Concat(other.replaceWith);
        ignoreChanges = Join(ignoreChanges, other.ignoreChanges);
        resourceTransformations = Join(resourceTransformations, other.resourceTransformations);
        resourceTransforms = Join(resourceTransforms, other.resourceTransforms);
        aliases = Join(aliases, other.aliases);
        replaceOnChanges = Join(replaceOnChanges, other.replaceOnChanges);
        hideDiffs = Join(hideDiffs, other.hideDiffs);
    }

    private protected static List<T>? Join<T>(List<T>? first, List<T>? second) =>
        first is null && second is null ? null : [.. (first ?? []).Concat(second ?? [])];
}
