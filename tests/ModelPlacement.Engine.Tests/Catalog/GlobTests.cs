using System;
using ModelPlacement.Engine.Catalog;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

public sealed class GlobTests
{
    [Theory]
    [InlineData("internal", "Internal", true)]
    [InlineData("internal", "internals", false)]
    [InlineData("*", "", true)]
    [InlineData("INTERNAL*", "internal_managed", true)]
    [InlineData("INTERNAL*", "external", false)]
    [InlineData("*.azure.com", "x.openai.azure.com", true)]
    [InlineData("*.azure.com", ".azure.com", true)]
    [InlineData("*.azure.com", "azure.com", false)]
    [InlineData("a*b*c", "aXXbYYc", true)]
    [InlineData("a*b*c", "ac", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("abc*", "ab", false)]
    [InlineData("", "", true)]
    public void A_star_stands_for_any_run_of_characters(string glob, string text, bool matches) => Assert.Equal(matches, Glob.Matches(glob, text, StringComparison.OrdinalIgnoreCase));
}
