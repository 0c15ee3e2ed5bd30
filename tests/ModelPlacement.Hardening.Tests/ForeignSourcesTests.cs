using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace ModelPlacement.Hardening.Tests;

/// <summary>
/// All analyzers over code that is no stack program, but could be, as Pulumi is referenced: the tests' own, or a folder named by
/// <c>MODELPLACEMENT_FOREIGN_SOURCES</c>. Most of it refers to what is not there: half-typed code, as an IDE has it all the time.
/// </summary>
public sealed class ForeignSourcesTests(ITestOutputHelper output)
{
    private const int FilesOfACompilation = 10;

    [Fact]
    public async Task Nothing_throws_and_nothing_is_found()
    {
        var files = Setting.ForeignSources is { } folder
            ? Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList()
            : Repository.Files("tests/Pulumi.Reference/Pulumi", "*.cs").Concat(Repository.Files("tests/ModelPlacement.EndToEnd.Tests", "*.cs")).ToList();
        Assert.InRange(files.Count, 50, int.MaxValue);
        foreach (var some in files.Chunk(FilesOfACompilation))
        {
            var compilation = Host.Compile(some.Select(static path => Host.Tree(File.ReadAllText(path), path)));
            var findings = await Host.FindingsAsync(compilation);
            Assert.DoesNotContain(findings, static finding => finding.Contains("MPA1", StringComparison.Ordinal));
        }

        output.WriteLine("{0} files, {1:N0} lines", files.Count, files.Sum(static path => File.ReadLines(path).Count()));
    }
}
