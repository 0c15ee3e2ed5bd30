using System.Linq;
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

    // Nobody deploys a program that always fails: something about it is not as it was thought to be.
    [Theory]
    [InlineData("string? none = null; _ = none!.Length;", "after")]
    [InlineData("_ = new List<string>().First();", "after")]
    [InlineData("var twice = new Dictionary<string, string> { { \"a\", \"b\" }, { \"a\", \"c\" } };", "after")]
    [InlineData("static int Length(string? text) => text!.Length; _ = Length(null);", "after")]
    [InlineData("string? none = null; if (Environment.TickCount > 0) _ = none!.Length; else throw new InvalidOperationException();", "")]
    [InlineData("throw new InvalidOperationException();", "")]
    [InlineData("_ = 3 switch { 1 => 2 };", "")]
    [InlineData("Environment.Exit(1);", "")]
    [InlineData("System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(new InvalidOperationException());", "")]
    [InlineData("if (Environment.TickCount > 0) Environment.FailFast(null);", "after")]
    [InlineData("try { _ = new List<string>().First(); } catch (InvalidOperationException) { return; }", "")]
    public void WhereEveryRunWouldEndByAnExceptionOfALibraryItGoesOn(string statements, string created)
    {
        foreach (var lambda in new[] { "()", "async ()" })
        {
            var compilation = StackCompiler.Compile(StackSource.Of("return await Pulumi.Deployment.RunAsync(" + lambda + " => { " + statements + " new Pulumi.Aws.S3.Bucket(\"after\"); });"));
            Assert.Equal(created, string.Join(",", DifferentialResult.Analyze(compilation, null).Instances.Select(static instance => instance.Name.AsString())));
        }
    }
}
