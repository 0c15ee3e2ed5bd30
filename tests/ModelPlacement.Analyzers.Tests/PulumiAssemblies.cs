using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace ModelPlacement.Analyzers.Tests;

/// <summary>What a stack program compiles against: .NET 8 and the Pulumi SDKs beside the tests.</summary>
internal static class PulumiAssemblies
{
    private static readonly ImmutableArray<MetadataReference> References = Directory
        .EnumerateFiles(AppContext.BaseDirectory, "Pulumi*.dll")
        .Order(StringComparer.Ordinal)
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    public static ReferenceAssemblies Net80 { get; } = ReferenceAssemblies.Net.Net80;

    public static void AddTo(SolutionState state) => state.AdditionalReferences.AddRange(References);
}
