using System.Collections.Immutable;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What a link from one resource to another means. Read it as a sentence: this resource ... the target.</summary>
public enum LinkKind
{
    /// <summary>This resource serves what the target holds: endpoint -> configuration -> model, service -> task definition, alias -> agent.</summary>
    Serves,

    /// <summary>This resource makes the target callable: function URL -> function, listener -> target group, ingress -> service.</summary>
    Exposes,

    /// <summary>The target makes this resource callable: service -> target group, listener -> load balancer, machine -> public address.</summary>
    ExposedBy,

    /// <summary>
    /// This resource stands within the target and takes region and cloud from it, and its exposure where that is private or where this one's is managed:
    /// deployment -> account, service -> cluster.
    /// </summary>
    Within,

    /// <summary>This resource takes environment variables or files from the target: workload -> ConfigMap.</summary>
    Includes,

    /// <summary>The target decides who gets through to this resource: machine -> security group.</summary>
    GuardedBy,

    /// <summary>What this resource says holds for the target: a rule of a security group, settings of a web app, a policy of a service.</summary>
    Completes,

    /// <summary>Anything else: roles, keys. Nothing follows from it.</summary>
    Uses,
}

/// <summary>What a link may point to.</summary>
/// <param name="Token">The target's token, as the catalog spells it; for a function its token (<c>aws:bedrockfoundation/getModel:getModel</c>).</param>
/// <param name="Output">The output that is given, or the name that is compared (<c>name</c>, <c>metadata.name</c>); empty: the resource itself or any.</param>
/// <param name="IsFunction">Whether the target is a function (data source), not a resource.</param>
public sealed record LinkTarget(string Token, string Output, bool IsFunction);

/// <summary>An input that points to other resources, by reference or by name.</summary>
/// <param name="Kind">What follows from it.</param>
/// <param name="Path">The input.</param>
/// <param name="Targets">What it may point to. A reference to a resource of another type is no link of this kind. Empty: to any resource.</param>
public sealed record CatalogLink(LinkKind Kind, PropertyPath Path, ImmutableArray<LinkTarget> Targets);
