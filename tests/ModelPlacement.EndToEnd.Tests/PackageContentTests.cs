using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>What is in the package, to the file.</summary>
[Collection(PackedPackageTests.Name)]
public sealed class PackageContentTests(PackedPackage package) : IDisposable
{
    private const string General = "analyzers/dotnet/cs/";

    private const string AheadOfTime = "tools/linux-x64/";

    // What every compiler that loads analyzers for .NET Standard has.
    private static readonly string[] OfCompilers = ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory"];

    private readonly ZipArchive _archive = ZipFile.OpenRead(package.File);

    [Fact]
    public void It_has_these_entries()
    {
        Assert.Equal(
            [
                "LICENSE",
                "ModelPlacement.Analyzers.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                General + "ModelPlacement.Analyzers.dll",
                General + "ModelPlacement.CodeFixes.dll",
                General + "ModelPlacement.Engine.dll",
                General + "YamlDotNet.dll",
                "buildTransitive/ModelPlacement.Analyzers.props",
                "buildTransitive/ModelPlacement.Analyzers.targets",
                "icon.png",
                "modes/audit.globalconfig",
                "modes/default.globalconfig",
                "modes/off.globalconfig",
                "modes/strict.globalconfig",
                "schema/model-placement.schema.json",
                .. BuildTests.IsLinuxX64
                    ? new[] { AheadOfTime + "ModelPlacement.Analyzers.dll", AheadOfTime + "ModelPlacement.CodeFixes.dll", AheadOfTime + "ModelPlacement.Engine.dll", AheadOfTime + "YamlDotNet.dll" }
                    : [],
            ],
            _archive.Entries.Select(static entry => entry.FullName).Where(static name => !IsOfTheFormat(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_a_development_dependency_without_dependencies()
    {
        var metadata = Nuspec();
        Assert.Equal("true", Text(metadata, "developmentDependency"));
        Assert.Equal(package.Version, Text(metadata, "version"));
        Assert.Equal("MIT", Text(metadata, "license"));
        Assert.Equal("README.md", Text(metadata, "readme"));
        Assert.Equal("icon.png", Text(metadata, "icon"));
        Assert.Contains("Changelog", Text(metadata, "releaseNotes"), StringComparison.Ordinal);
        Assert.DoesNotContain(metadata.Descendants(), static element => element.Name.LocalName is "dependencies" or "frameworkReferences");
    }

    [Theory]
    [InlineData("ModelPlacement.Engine", "YamlDotNet")]
    [InlineData("ModelPlacement.Analyzers", "ModelPlacement.Engine")]
    [InlineData("ModelPlacement.CodeFixes", "YamlDotNet", "ModelPlacement.Analyzers", "ModelPlacement.Engine", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition.AttributedModel")]
    [InlineData("YamlDotNet")]
    public void Its_assemblies_need_nothing_that_a_host_lacks(string assembly, params string[] more)
    {
        using var content = Open(General + assembly + ".dll");
        using var image = new PEReader(content);
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList();
        Assert.Contains("netstandard", references);
        Assert.Empty(references.Except(OfCompilers).Except(more));
    }

    [Theory]
    [InlineData("ModelPlacement.Engine")]
    [InlineData("ModelPlacement.Analyzers")]
    [InlineData("ModelPlacement.CodeFixes")]
    public void Its_assemblies_carry_their_symbols_and_no_path_of_the_machine_that_built_them(string assembly)
    {
        using var content = Open(General + assembly + ".dll");
        using var image = new PEReader(content);
        var entries = image.ReadDebugDirectory();
        Assert.Contains(entries, static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(entries.Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = symbols.GetMetadataReader();
        Assert.All(reader.Documents, document => Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_compiled_ahead_of_time_is_the_same_assemblies()
    {
        var ahead = _archive.Entries.Where(static entry => entry.FullName.StartsWith(AheadOfTime, StringComparison.Ordinal)).ToList();
        Assert.Equal(BuildTests.IsLinuxX64 ? 4 : 0, ahead.Count);
        Assert.All(ahead, entry =>
        {
            using var compiled = new PEReader(Open(entry.FullName));
            using var general = new PEReader(Open(General + entry.Name));
            Assert.Equal(VersionOf(general), VersionOf(compiled));
            Assert.True(HasNativeCode(compiled), entry.FullName);
            Assert.False(HasNativeCode(general), entry.Name);
        });
    }

    [Fact]
    public void Every_mode_lies_below_what_a_user_sets()
    {
        var modes = _archive.Entries.Where(static entry => entry.FullName.StartsWith("modes/", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, modes.Count);
        Assert.All(modes, static mode => Assert.StartsWith("is_global = true\nglobal_level = -100\n", Read(mode), StringComparison.Ordinal));
    }

    public void Dispose() => _archive.Dispose();

    // The format's own parts.
    private static bool IsOfTheFormat(string name) => name is "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);

    private XElement Nuspec() => XDocument.Parse(Read(_archive.GetEntry("ModelPlacement.Analyzers.nuspec")!)).Root!.Elements().Single();

    private static Guid VersionOf(PEReader image)
    {
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static bool HasNativeCode(PEReader image) => image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;

    private static string Text(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private MemoryStream Open(string name)
    {
        var copy = new MemoryStream();
        using var content = _archive.GetEntry(name)!.Open();
        content.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
