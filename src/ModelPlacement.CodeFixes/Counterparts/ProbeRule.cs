using System.Collections.Immutable;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>Where a source writes a check of health.</summary>
/// <param name="Kind">What follows from it: <c>Startup</c>, <c>Readiness</c> or <c>Liveness</c>.</param>
/// <param name="At">The path to it; other paths start there.</param>
/// <param name="Http">Paths, some with what must be written there (<c>protocol=HTTP</c>): where one is, it asks over HTTP.</param>
/// <param name="Tcp">Likewise: it asks whether the port takes connections.</param>
/// <param name="Only">By path, what may be written there, so that it means the same on the target.</param>
/// <param name="Headers">The path to the headers that it sends, or null.</param>
/// <param name="Values">By slot, the paths on which its value may be written; the first that is counts.</param>
/// <param name="Defaults">By slot, its value where none is written, and the target's is another.</param>
internal sealed record ProbeRule(
    string Kind,
    string At,
    ImmutableArray<string> Http,
    ImmutableArray<string> Tcp,
    ImmutableDictionary<string, ImmutableArray<string>> Only,
    string? Headers,
    ImmutableDictionary<string, ImmutableArray<string>> Values,
    ImmutableDictionary<string, string> Defaults);

/// <summary>The largest numbers that a target takes in checks of health.</summary>
/// <param name="Delay">Seconds before the first.</param>
/// <param name="Seconds">Seconds between two, and until one has failed.</param>
/// <param name="Times">How many must fail or succeed.</param>
internal sealed record ProbeLimits(int Delay, int Seconds, int Times);
