using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>The day that a project is judged as of.</summary>
internal static class AsOf
{
    private const string Property = "build_property.ModelPlacementAsOf";

    /// <summary>The day that the build says, or null where it says none.</summary>
    public static DateTime? Of(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var date)
            && DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
                ? parsed
                : null;
}
