using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class EnumerationTests
{
    [Fact]
    public void ItemsThatNobodyAsksForAreNotMade() => SmallProgram.Check("""
        var models = new[] { "a", "b", "c" };
        var log = "";
        IEnumerable<string> Logged() => models.Select(model =>
        {
            log += model;
            return model + "!";
        });
        Keep("taken", string.Join(",", Logged().Take(2))); // known
        Keep("after-take", log); // known
        Keep("first", Logged().First(model => model != "a!")); // known
        Keep("after-first", log); // known
        Keep("any", Logged().Any(model => model == "a!").ToString() + Logged().All(model => model == "a!") + Logged().Contains("b!")); // known
        Keep("after-any", log); // known
        Keep("while", string.Join(",", Logged().TakeWhile(model => model != "b!"))); // known
        Keep("after-while", log); // known
        Keep("zip", string.Join(",", Logged().Zip(new[] { 1, 2 }, (model, number) => model + number))); // known
        var created = models.Select(model => new Bucket("made-" + model)).Take(1).ToList();
        foreach (var bucket in models.Select(model => new Bucket("looped-" + model)))
        {
            if (flag)
                break;
        }
        """);

    [Fact]
    public void LambdasOfAChainTakeTurns() => SmallProgram.Check("""
        var turn = "";
        string Turn(string name) => turn += name;
        var made = new[] { "a", "b" }.Where(model => Turn("w") != "").Select(model => Turn(model)).ToList();
        KeepList("made", made); // known
        Keep("turn", turn); // known
        var count = 0;
        foreach (var one in new[] { "c", "d" }.Select(model => model + count))
        {
            count += 10;
            Keep("round-" + one, one);
        }

        Keep("folded", new[] { "e", "f" }.Select(model => model + ++count).Aggregate("", (all, one) => all + one + count)); // known
        Keep("map", string.Join(",", new[] { "g", "h" }.Select(model => model + count).ToDictionary(one => one, one => one + ++count).Values)); // known
        """);

    [Fact]
    public void LambdasThatMayNotRunAreNotClaimedToHaveRun() => SmallProgram.Check("""
        var calls = 0;
        IEnumerable<string> Counted() => new List<string> { "a", "b", "c" }.Select(model =>
        {
            calls++;
            return model;
        });
        Keep("last", Counted().Last()); // known
        Keep("after-last", calls.ToString()); // unknown
        calls = 0;
        Keep("element", Counted().ElementAt(1) + string.Join("", Counted().Skip(1))); // known
        Keep("after-element", calls.ToString()); // unknown
        calls = 0;
        Keep("maybe", Counted().Where(model => model == "a" && flag).Any().ToString()); // unknown
        Keep("after-maybe", calls.ToString()); // unknown
        calls = 0;
        Keep("maybe-first", Counted().FirstOrDefault(model => model == text) ?? "none"); // unknown
        Keep("after-maybe-first", calls.ToString()); // unknown
        calls = 0;
        Keep("joined", string.Join("", Counted().Where(model => flag || model == "c").Select((model, index) => model + index))); // unknown
        """);

    [Fact]
    public void IteratorsThatChangeWhatOthersSee() => SmallProgram.Check("""
        var state = "start";
        IEnumerable<string> Steps()
        {
            state = "one";
            yield return "1";
            state = "two";
            yield return "2";
            new Bucket("at-the-end");
            state = "end";
        }

        foreach (var step in Steps())
            Keep("between-" + step, state); // unknown
        Keep("whole", state); // known
        foreach (var step in Steps())
        {
            state = "mine" + step;
            Keep("mine-" + step, state); // known
        }

        state = "again";
        var first = Steps().First();
        Keep("stopped", first + state); // unknown
        foreach (var step in Steps())
        {
            if (flag)
                return;
        }

        Keep("at-last", state); // known
        """);

    [Fact]
    public void DelegatesThatAreNotTheLambdasThemselves() => SmallProgram.Check("""
        var log = "";
        Func<string, string> one = model =>
        {
            log = "one";
            return model + "1";
        };
        Func<string, string> other = model =>
        {
            log = "other";
            return model + "2";
        };
        var chosen = flag ? one : other;
        Keep("chosen", new[] { "a" }.Select(chosen).First()); // unknown
        Keep("after", log); // unknown
        """);
}
