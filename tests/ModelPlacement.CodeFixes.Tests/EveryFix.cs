using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>The fixes of the assembly, as a host finds them: by their export.</summary>
internal static class EveryFix
{
    public static ImmutableArray<CodeFixProvider> All { get; } =
    [
        .. typeof(ServeFromCounterpartFix).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(ExportCodeFixProviderAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];
}
