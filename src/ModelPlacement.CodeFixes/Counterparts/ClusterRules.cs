using System.Collections.Immutable;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>The cluster that Kubernetes workloads move to where the program has none.</summary>
/// <param name="Target">The cluster.</param>
/// <param name="Machine">The size of its machines.</param>
/// <param name="MachineWithGraphics">Their size where a workload asks for graphics processors.</param>
/// <param name="Graphics">The resources by which it does.</param>
internal sealed record ClusterRules(CounterpartTarget Target, string Machine, string MachineWithGraphics, ImmutableHashSet<string> Graphics);
