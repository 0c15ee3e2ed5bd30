using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Pulumi.Reference;

/// <summary>What a recorded run is told from outside.</summary>
public sealed record RecorderOptions
{
    public string Stack { get; init; } = "stack";

    public string Project { get; init; } = "project";

    public string Organization { get; init; } = "organization";

    public string RootDirectory { get; init; } = "/";

    /// <summary>Values by <c>namespace:key</c>; objects and lists as JSON.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Answers data sources: the result itself, or its members by schema name as a dictionary; null where it is unknown. Without it every
    /// result is unknown, and <c>InvokeAsync</c>, whose task cannot say so, fails.
    /// </summary>
    public Func<InvokeRequest, object?>? Invoke { get; init; }
}
