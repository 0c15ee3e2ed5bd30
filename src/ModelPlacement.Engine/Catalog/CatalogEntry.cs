using ModelPlacement.Engine.Placement;

namespace ModelPlacement.Engine.Catalog;

/// <summary>What a resource type has to do with models.</summary>
public enum Role
{
    Serve,
    Host,
    Expose,
    Config,
    Registry,
    Train,
    Batch,
    Notebook,
    Provider,
}

/// <summary>What the catalog says of one resource type.</summary>
public sealed record CatalogEntry
{
    /// <summary>Pulumi's type token, without API version: <c>azure-native:cognitiveservices:Deployment</c>.</summary>
    public required string Token { get; init; }

    public required Role Role { get; init; }

    /// <summary>The cloud's id, or null where another resource decides it (Kubernetes, Docker).</summary>
    public string? Cloud { get; init; }

    /// <summary>What a person calls such a resource: <c>SageMaker endpoint</c>.</summary>
    public required string DisplayName { get; init; }

    public required ServingKind Kind { get; init; }
}
