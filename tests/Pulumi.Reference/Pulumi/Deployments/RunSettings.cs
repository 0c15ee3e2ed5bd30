using System;
using System.Collections.Generic;
using Pulumi.Reference;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>What a run is told from outside.</summary>
/// <param name="Configuration">Values by <c>namespace:key</c>.</param>
/// <param name="Mocks">Answers for the engine; without them outputs are unknown.</param>
/// <param name="Session">Takes what the run registers.</param>
internal sealed record RunSettings(
    string Project,
    string Stack,
    string Organization,
    string RootDirectory,
    bool IsDryRun,
    IReadOnlyDictionary<string, string> Configuration,
    IMocks? Mocks,
    Func<InvokeRequest, object?>? Invoke,
    Session Session);
