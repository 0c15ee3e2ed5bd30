using System;
using System.Globalization;

namespace ModelPlacement.Hardening.Tests;

/// <summary>What a person who runs these tests for longer sets in the environment.</summary>
internal static class Setting
{
    /// <summary>How many mutated inputs each fuzz test tries; a few, unless <c>MODELPLACEMENT_FUZZ</c> says more.</summary>
    public static int FuzzInputs(int few) => Number("MODELPLACEMENT_FUZZ") ?? few;

    /// <summary>Where the mutations start from: the same number makes the same inputs.</summary>
    public static int FuzzSeed => Number("MODELPLACEMENT_FUZZ_SEED") ?? 1;

    /// <summary>A folder of C# sources that the analyzers have never seen.</summary>
    public static string? ForeignSources => Environment.GetEnvironmentVariable("MODELPLACEMENT_FOREIGN_SOURCES") is { Length: > 0 } folder ? folder : null;

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
