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

    [Theory]
    [InlineData("", true, false)]
    [InlineData("a", true, false)]
    [InlineData("*a", false, false)]
    [InlineData("?", false, false)]
    [InlineData("a?", false, false)]
    [InlineData("*", false, true)]
    [InlineData("***", false, true)]
    [InlineData("*?", false, false)]
    public void What_a_pattern_stands_for(string pattern, bool isLiteral, bool matchesEverything) =>
        Assert.Equal((isLiteral, matchesEverything), (new Glob(pattern).IsLiteral, new Glob(pattern).MatchesEverything));

    [Fact]
    public void Patterns_are_equal_whatever_their_letter_case_and_wherever_they_stand()
    {
        var place = new FilePosition("d.yaml", default, default);
        Assert.Equal(new Glob("OpenAI/*", place), new Glob("openai/*"));
        Assert.Equal(new Glob("OpenAI/*").GetHashCode(), new Glob("openai/*").GetHashCode());
        Assert.NotEqual(new Glob("openai/*"), new Glob("openai/?"));
        Assert.False(new Glob("a").Equals(null));
        Assert.False(new Glob("a").Equals("a"));
        Assert.Equal(("OpenAI/*", place), (new Glob("OpenAI/*", place).ToString(), new Glob("OpenAI/*", place).Position));
    }

    [Theory]
    [InlineData("a*c", true)]
    [InlineData("*", true)]
    [InlineData("a?c", false)]
    [InlineData("a\uFFFFc", false)]
    public void Only_a_star_stands_for_what_is_not_known(string pattern, bool matches) => Assert.Equal(matches, new Glob(pattern).Matches("a" + Glob.Hole + "c"));

    [Fact]
    public void A_hostile_pattern_takes_no_more_than_pattern_times_text()
    {
        Assert.False(new Glob(string.Concat(System.Linq.Enumerable.Repeat("*a", 200)) + "b").Matches(new string('a', 20_000)));
    }
}
