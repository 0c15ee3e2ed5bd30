using System;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>The keys of configuration, <c>namespace:name</c>.</summary>
internal static class ConfigurationKey
{
    private const string OldMiddle = "config:";

    /// <summary>
    /// The full form of a key as a file writes it: a bare one belongs to the project; the old form <c>namespace:config:name</c> means <c>namespace:name</c>.
    /// Null for a bare key where the project's name is not known.
    /// </summary>
    public static string? Full(string written, string? project)
    {
        var colon = written.IndexOf(":", StringComparison.Ordinal);
        if (colon < 0)
            return project is null ? null : project + ":" + written;
        return string.CompareOrdinal(written, colon + 1, OldMiddle, 0, OldMiddle.Length) == 0
            ? written.Substring(0, colon + 1) + written.Substring(colon + 1 + OldMiddle.Length)
            : written;
    }

    /// <summary>Whether a key as a file writes it belongs to the project.</summary>
    public static bool IsOfProject(string written, string? project) =>
        written.IndexOf(":", StringComparison.Ordinal) < 0 || (project is not null && written.StartsWith(project + ":", StringComparison.Ordinal));
}
