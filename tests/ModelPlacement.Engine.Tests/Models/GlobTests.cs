using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

public sealed class GlobTests
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "A", true)]
    [InlineData("a", "ab", false)]
    [InlineData("a*", "a", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("*c", "abc", true)]
    [InlineData("a*c*e", "abcde", true)]
    [InlineData("a*c*e", "abcdf", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*.dkr.ecr.*/x:*", "1.dkr.ecr.us-east-1.amazonaws.com/x:2", true)]
    public void Matches_whole_strings(string pattern, string text, bool matches) => Assert.Equal(matches, new Glob(pattern).IsMatch(text));
}
