using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>The same sources make the same package, whoever builds them, wherever and when: what is published can be checked by building it again.</summary>
public sealed class ReproducibleTests : IDisposable
{
    // What the package is made of, beside the folder of its sources.
    private static readonly string[] Files =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig", "LICENSE", "CHANGELOG.md", "tests/Pulumi.Reference/Pulumi.Reference.targets"];

    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    // The kind of debug information that source links are, by the specification of portable PDBs.
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly string _root = Directory.CreateTempSubdirectory("model-placement-").FullName;

    [Fact]
    public void Two_builds_in_two_places_make_the_same_package_and_it_says_where_its_sources_are()
    {
        var once = Pack("once");
        var again = Pack("again/and deeper");
        Assert.Equal(HashesOf(once), HashesOf(again));

        var links = SourceLinks(once, "analyzers/dotnet/cs/ModelPlacement.Engine.dll");
        Assert.Equal("{\"documents\":{\"/_/*\":\"https://raw.githubusercontent.com/acme/model-placement/" + Commit + "/*\"}}", links);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Pack(string name)
    {
        var folder = Path.Combine(_root, name);
        var repository = Metadata("RepositoryRoot");
        var sources = Directory.EnumerateFiles(Path.Combine(repository, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(repository, path))
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));
        foreach (var file in sources.Concat(Files))
            Copy(Path.Combine(repository, file), Path.Combine(folder, file));
        Clone(folder);

        // Analyzers say nothing about what is compiled; the version is that of no tag.
        DotNetCommand.RunSuccessfully(
            folder, "pack", "src/ModelPlacement.Package", "-c", Metadata("Configuration"), "-o", "packed", "-v", "q", "-nologo", "-p:RunAnalyzers=false", "-p:MinVerSkip=true");
        return Directory.GetFiles(Path.Combine(folder, "packed"), "*.nupkg").Single();
    }

    // As much of a repository as a build looks at.
    private static void Clone(string folder)
    {
        var git = Directory.CreateDirectory(Path.Combine(folder, ".git")).FullName;
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs"));
        File.WriteAllText(Path.Combine(git, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"), "[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = https://github.com/acme/model-placement.git\n");
    }

    private static void Copy(string file, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }

    // Each entry and its hash. The dates of the entries are those of the day: NuGet writes no others.
    private static SortedDictionary<string, string> HashesOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return new(archive.Entries.ToDictionary(static entry => entry.FullName, HashOf, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexString(SHA256.HashData(content));
    }

    // What a debugger reads of an assembly to find its sources.
    private static string SourceLinks(string package, string assembly)
    {
        using var archive = ZipFile.OpenRead(package);
        using var content = new MemoryStream();
        using (var packed = archive.GetEntry(assembly)!.Open())
            packed.CopyTo(content);
        content.Position = 0;
        using var image = new PEReader(content);
        using var symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(image.ReadDebugDirectory().Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = symbols.GetMetadataReader();
        var links = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(information => reader.GetGuid(information.Kind) == SourceLink);
        return Encoding.UTF8.GetString(reader.GetBlobBytes(links.Value));
    }

    private static string Metadata(string key) =>
        typeof(ReproducibleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
