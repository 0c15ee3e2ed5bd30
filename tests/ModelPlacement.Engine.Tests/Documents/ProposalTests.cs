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
    [InlineData("", null)]
    public void The_nearest_word_is_proposed_where_one_is_near(string word, string? nearest) => Assert.Equal(nearest, Proposal.Nearest(word, Known));

    [Fact]
    public void A_proposal_is_the_end_of_a_sentence() =>
        Assert.Equal(("; did you mean 'serve'?", ""), (Proposal.DidYouMean("srve", Known), Proposal.DidYouMean("xyz", Known)));
}
