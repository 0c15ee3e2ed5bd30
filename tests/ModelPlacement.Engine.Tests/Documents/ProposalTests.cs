using ModelPlacement.Engine.Documents;
using Xunit;

namespace ModelPlacement.Engine.Tests.Documents;

public sealed class ProposalTests
{
    private static readonly string[] Known = ["serve", "host", "expose", "registry", "notebook"];

    [Theory]
    [InlineData("serv", "serve")]
    [InlineData("serves", "serve")]
    [InlineData("ohst", "host")]
    [InlineData("EXPOSE", "expose")]
    [InlineData("regsitry", "registry")]
    [InlineData("note-book", "notebook")]
    [InlineData("xyz", null)]
    [InlineData("ho", null)]
    [InlineData("exp", null)]
    [InlineData("expo", null)]
    [InlineData("expos", "expose")]
    [InlineData("xepose", "expose")]
    [InlineData("xepsoe", "expose")]
    [InlineData("xepso", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_proposed_where_one_is_near(string word, string? nearest) => Assert.Equal(nearest, Proposal.Nearest(word, Known));

    [Theory]
    [InlineData("ab", 3, "abc")]
    [InlineData("ab", 0, null)]
    [InlineData("xbc", 1, "abc")]
    [InlineData("bac", 1, "abc")]
    [InlineData("", 3, "abc")]
    [InlineData("", 2, null)]
    [InlineData("cba", 2, "abc")]
    [InlineData("cba", 1, null)]
    public void Of_those_equally_near_it_is_the_first_and_none_further_off_than_asked(string word, int mostEdits, string? nearest) =>
        Assert.Equal(nearest, Proposal.Nearest(word, ["ABC", "ABD"], static known => known.ToLowerInvariant(), mostEdits)?.ToLowerInvariant());

    [Fact]
    public void A_proposal_is_the_end_of_a_sentence() =>
        Assert.Equal(("; did you mean 'serve'?", ""), (Proposal.DidYouMean("srve", Known), Proposal.DidYouMean("xyz", Known)));
}
