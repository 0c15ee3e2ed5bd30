using ModelPlacement.Engine.Documents;
using Xunit;

namespace ModelPlacement.Engine.Tests.Documents;

public class GlobTests
{
    [Theory]
    [InlineData("openai/gpt-4o", "openai/gpt-4o", true)]
    [InlineData("openai/gpt-4o", "OpenAI/GPT-4o", true)]
    [InlineData("openai/gpt-4o", "openai/gpt-4o-mini", false)]
    [InlineData("openai/*", "openai/gpt-4o", true)]
    [InlineData("openai/*", "openai/", true)]
    [InlineData("openai/*", "azure/openai/x", false)]
    [InlineData("*gpt*", "openai/gpt-4o", true)]
    [InlineData("*-mini", "openai/gpt-4o-mini-mini", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a*b*c", "aXbYbZc", true)]
    [InlineData("a*b*c", "aXcYb", false)]
    [InlineData("*", "", true)]
    [InlineData("**", "anything/at all", true)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData("eu-*", "eu-west-1", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("[a]", "a", false)]
    [InlineData("INTERNAL*", "internal_managed", true)]
    [InlineData("INTERNAL*", "external", false)]
    [InlineData("*.azure.com", "x.openai.azure.com", true)]
    [InlineData("*.azure.com", "azure.com", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("abc*", "ab", false)]
    [InlineData("a*c*e", "abcdf", false)]
    [InlineData("*.dkr.ecr.*/x:*", "1.dkr.ecr.us-east-1.amazonaws.com/x:2", true)]
    public void Star_is_any_run_and_question_mark_one(string pattern, string text, bool matches) => Assert.Equal(matches, new Glob(pattern).Matches(text));

    [Theory]
    [InlineData("openai/gpt-*", "openai/gpt-")]
    [InlineData("OpenAI/?", "openai/")]
    [InlineData("openai/gpt-4o", "openai/gpt-4o")]
    public void What_every_match_begins_with(string pattern, string prefix) => Assert.Equal(prefix, new Glob(pattern).LiteralPrefix);

    [Fact]
    public void A_hostile_pattern_takes_no_more_than_pattern_times_text()
    {
        Assert.False(new Glob(string.Concat(System.Linq.Enumerable.Repeat("*a", 200)) + "b").Matches(new string('a', 20_000)));
    }
}
