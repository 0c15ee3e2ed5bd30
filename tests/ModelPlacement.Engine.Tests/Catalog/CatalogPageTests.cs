using System;
using System.IO;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

public sealed class CatalogPageTests
{
    /// <summary>Set to 1, the test writes the page instead of failing.</summary>
    private const string Rewrite = "MODELPLACEMENT_WRITE_DOCS";

    [Fact]
    public void The_page_says_what_the_data_says()
    {
        var path = Repository.PathOf("docs", "catalog.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var written = CatalogPage.Write(page);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            File.WriteAllText(path, written);
        else
            Assert.True(string.Equals(page, written, StringComparison.Ordinal), "docs/catalog.md is behind the data. Run this test with " + Rewrite + "=1 to write it anew.");
    }
}
