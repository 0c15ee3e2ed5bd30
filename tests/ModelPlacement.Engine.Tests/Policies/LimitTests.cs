using System.Linq;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>How long a name can be, how much of it a message shows, and how many problems are listed.</summary>
public class LimitTests
{
    private static string[] Problems(string text) => [.. Given.File(text).Problems.Select(static problem => problem.Message)];

    private static string Policy(string id, string model = "openai/*") => "{version: 1, policies: [{id: " + id + ", models: ['" + model + "'], allow: {clouds: [azure]}}]}";

    [Fact]
    public void A_name_has_at_most_five_hundred_characters()
    {
        Assert.Empty(Problems(Policy(new string('p', 500))));
        Assert.Equal(
            "'" + new string('p', 60) + "...' is not a valid 'id': it consists of letters, digits, '.', '_' and '-'",
            Assert.Single(Problems(Policy(new string('p', 501)))));
    }

    [Fact]
    public void A_pattern_has_at_most_five_hundred_characters()
    {
        Assert.Empty(Problems(Policy("p", new string('x', 500))));
        Assert.Equal(
            "'" + new string('x', 60) + "...' is not a pattern: it is too long, or starts or ends with a space",
            Assert.Single(Problems(Policy("p", new string('x', 501)))));
    }

    [Fact]
    public void A_message_shows_sixty_characters_of_what_was_written()
    {
        var written = new string('a', 59);
        Assert.Contains("'" + written + "!' is not a valid 'id'", Assert.Single(Problems(Policy(written + "!"))), System.StringComparison.Ordinal);
        Assert.Contains("'" + written + "!...' is not a valid 'id'", Assert.Single(Problems(Policy(written + "!!"))), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models: [~]", "An item of 'models' must be a text, not empty")]
    [InlineData("models: [[openai/*]]", "An item of 'models' must be a text, not a list")]
    [InlineData("models: {a: b}", "'models' must be a list, not a mapping")]
    [InlineData("models: [7]", "An item of 'models' must be a text, not the number 7; put it in quotes: \"7\"")]
    public void A_remedy_is_named_only_where_there_is_one(string models, string message) =>
        Assert.Equal(message, Assert.Single(Problems("{version: 1, policies: [{id: p, " + models + ", allow: {clouds: [azure]}}]}")));

    [Fact]
    public void A_hundred_problems_are_listed_and_then_that_there_are_more()
    {
        Assert.Equal(ProblemList.Limit, Problems(Typos(ProblemList.Limit)).Length);
        var more = Problems(Typos(ProblemList.Limit + 1));
        Assert.Equal(ProblemList.Limit + 1, more.Length);
        Assert.Equal("There are more problems than are listed", more[^1]);
        Assert.StartsWith("Unknown key 'typo99'", more[^2], System.StringComparison.Ordinal);

        static string Typos(int count) => "version: 1\n" + string.Concat(Enumerable.Range(0, count).Select(static i => System.FormattableString.Invariant($"typo{i}: 1\n")));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("# nothing yet\n", 1)]
    public void An_empty_file_is_reported_at_its_first_character(string text, int end)
    {
        var span = Assert.Single(Given.File(text).Problems).Position.Span;
        Assert.Equal((0, end), (span.Start, span.End));
    }
}
