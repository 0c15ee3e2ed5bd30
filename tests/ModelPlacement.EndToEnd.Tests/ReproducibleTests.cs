using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>The same sources make the same package, whoever builds them, wherever and when: what is published can be checked by building it again.</summary>
public sealed class ReproducibleTests : IDisposable
{
    // What the package is made of, beside the folder of its sources.
    private static readonly string[] Files =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig", "LICENSE", "CHANGELOG.md", "tests/Pulumi.Reference/Pulumi.Reference.targets"];

    private readonly string _root = Directory.CreateTempSubdirectory("model-placement-").FullName;

    [Fact]
    public void Two_builds_in_two_places_make_the_same_package()
    {
        var once = Pack("once");
        var again = Pack("again/and deeper");
        Assert.Contains("analyzers/dotnet/cs/ModelPlacement.Engine.dll", once.Keys);
        Assert.Equal(once, again);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // Each entry and its hash. The dates of the entries are those of the day: NuGet writes no others.
    private SortedDictionary<string, string> Pack(string name)
    {
        var folder = Path.Combine(_root, name);
        var repository = Metadata("RepositoryRoot");
        var sources = Directory.EnumerateFiles(Path.Combine(repository, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(repository, path))
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));
        foreach (var file in sources.Concat(Files))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(repository, file), copy);
        }

        // Analyzers say nothing about what is compiled.
        DotNetCommand.RunSuccessfully(folder, "pack", "src/ModelPlacement.Package", "-c", Metadata("Configuration"), "-o", "packed", "-v", "q", "-nologo", "-p:RunAnalyzers=false");
        using var archive = ZipFile.OpenRead(Directory.GetFiles(Path.Combine(folder, "packed"), "*.nupkg").Single());
        return new(archive.Entries.ToDictionary(static entry => entry.FullName, HashOf, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexString(SHA256.HashData(content));
    }

    private static string Metadata(string key) =>
        typeof(ReproducibleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
