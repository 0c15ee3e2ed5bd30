using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>
/// The package, packed once for all tests, in a feed of its own, and a consumer's project restored from it once: a test copies that. Packages go to a folder of this
/// run, so that nothing an earlier run left is tested.
/// </summary>
public sealed class PackedPackage : IDisposable
{
    private const string Id = "ModelPlacement.Analyzers";

    private readonly string _root = Directory.CreateTempSubdirectory("model-placement-").FullName;

    public PackedPackage()
    {
        DotNetCommand.RunSuccessfully(
            Path.GetDirectoryName(Metadata("PackageProject"))!,
            "pack", Metadata("PackageProject"), "--no-build", "-c", Metadata("Configuration"), "-o", Feed, "-v", "q", "-nologo",
            "-p:NuspecOutputPath=" + Path.Combine(_root, "nuspec")); // Tests of another project may pack at the same time.
        File = Directory.GetFiles(Feed, Id + ".*.nupkg").Single();
        Version = Path.GetFileNameWithoutExtension(File)[(Id.Length + 1)..];

        System.IO.File.WriteAllText(Path.Combine(_root, "nuget.config"), """
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
            </configuration>
            """);
        var template = ConsumerProject.Create(Template, Version);
        DotNetCommand.RunSuccessfully(template.Folder, "restore", "-v", "q", "-nologo");
    }

    /// <summary>The packed file.</summary>
    public string File { get; }

    /// <summary>The package's version.</summary>
    public string Version { get; }

    /// <summary>The folder that a restore takes packages from.</summary>
    public string Feed => Path.Combine(_root, "feed");

    private string Template => Path.Combine(_root, "template");

    /// <summary>A restored consumer in a folder of its own.</summary>
    internal ConsumerProject NewConsumer(string source) => ConsumerProject.Copy(Template, NewFolder()).With("Program.cs", source);

    /// <summary>An empty folder, in which a restore uses the feed of this run.</summary>
    internal string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, "t" + Guid.NewGuid().ToString("N")[..8], "stack")).FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Metadata(string key) =>
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

/// <summary>All tests that use the packed package, one after the other: each starts processes that fill the machine.</summary>
[CollectionDefinition(Name)]
public sealed class PackedPackageTests : ICollectionFixture<PackedPackage>
{
    public const string Name = "packed package";
}
