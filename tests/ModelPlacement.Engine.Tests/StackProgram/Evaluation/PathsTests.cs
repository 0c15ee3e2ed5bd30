using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

/// <summary>Which runs reach what: nothing is claimed of every run that some run leaves before.</summary>
public sealed class PathsTests
{
    [Fact]
    public void AHandlerMayLeave() => SmallProgram.Check("""
        try
        {
            if (text == "other")
                throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
            return;
        }

        Keep("after", "a"); // known
        """);

    [Fact]
    public void TheBodyOfATryMayLeaveUnlessItThrows() => SmallProgram.Check("""
        try
        {
            if (flag)
                throw new InvalidOperationException();
            return;
        }
        catch (InvalidOperationException)
        {
        }

        Keep("after", "a"); // known
        """);

    [Fact]
    public void ALoopMayLeaveInItsFirstRound() => SmallProgram.Check("""
        foreach (var part in text.Split('o').Skip(1).Where(part => part.Length > 1))
            return;

        Keep("after", "a"); // known
        """);

    [Fact]
    public void ARoundThatIsLeftByAKnownContinueLeavesTheOthersCertain() => SmallProgram.Check("""
        var created = new List<string>();
        foreach (var name in new[] { "a", "b" })
        {
            switch (name)
            {
                case "a":
                    continue;
            }

            created.Add(name);
        }

        Keep("created", string.Join(",", created)); // known
        """);
}
