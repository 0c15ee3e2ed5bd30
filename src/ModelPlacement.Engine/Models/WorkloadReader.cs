using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>Reads what a host runs (image, environment, arguments, scripts) for the model it serves.</summary>
public static class WorkloadReader
{
    public static Workload Read(WorkloadSource source) => new() { Kind = WorkloadKind.Other, Mentions = ImmutableArray<ModelMention>.Empty };

    /// <summary>Id of the cloud whose model API an address (URL or host) belongs to; null for a vendor's own API and for what the data does not know.</summary>
    public static string? CloudOfEndpoint(string address) => null;
}
