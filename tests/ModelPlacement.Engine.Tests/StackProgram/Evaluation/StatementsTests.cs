using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class StatementsTests
{
    [Fact]
    public void LocalsAssignedOnceAndAgain() => SmallProgram.Check("""
        string model;
        model = "a";
        Keep("once", model); // known
        model = "b";
        Keep("again", model); // known
        if (flag)
            model = "c";
        Keep("branch", model); // unknown
        model = "d";
        Keep("overwritten", model); // known
        """);

    [Fact]
    public void CatchFindsWhatTheTryLeftAtAnyPoint() => SmallProgram.Check("""
        var model = "a";
        var untouched = "u";
        try
        {
            model = "b";
            Fail(flag);
            model = "c";
        }
        catch (InvalidOperationException)
        {
            Keep("caught", model); // unknown
            Keep("caught-untouched", untouched); // known
            model += "!";
        }

        Keep("after", model); // unknown

        static void Fail(bool fails)
        {
            if (fails)
                throw new InvalidOperationException();
        }
        """);

    [Fact]
    public void AnExceptionInTheMiddleOfAnExpression() => SmallProgram.Check("""
        var model = "a";
        try
        {
            Keep("unreached", Combine(model = "b", int.Parse(flag ? "x" : "1").ToString()));
            model = "c";
        }
        catch (FormatException)
        {
            Keep("caught", model); // unknown
        }

        static string Combine(string one, string other) => one + other;
        """);

    [Fact]
    public void KnownThrowGoesToTheCatch() => SmallProgram.Check("""
        var model = "a";
        try
        {
            model = "b";
            throw new Exception();
        }
        catch
        {
            model += "c";
        }

        Keep("model", model); // unknown
        """);

    [Fact]
    public void FinallyRunsOnEveryWayOut() => SmallProgram.Check("""
        var log = new List<string>();
        Keep("result", Early(log)); // known
        Keep("log", string.Join(",", log)); // known
        var state = "a";
        for (var i = 0; i < 2; i++)
        {
            try
            {
                if (i == 0)
                    continue;
                state += "t";
            }
            finally
            {
                state += "f";
            }
        }

        Keep("state", state); // known

        static string Early(List<string> log)
        {
            try
            {
                log.Add("try");
                return "early";
            }
            finally
            {
                log.Add("finally");
            }
        }
        """);

    [Fact]
    public void UsingDisposes() => SmallProgram.Check("""
        var log = new List<string>();
        using (new Scope(log, "a"))
            log.Add("body");
        Keep("statement", string.Join(",", log)); // known
        Inner(log);
        Keep("declaration", string.Join(",", log)); // known

        static void Inner(List<string> log)
        {
            using var outer = new Scope(log, "b");
            using var inner = new Scope(log, "c");
            log.Add("inner");
        }
        """, """
        sealed class Scope(List<string> log, string name) : IDisposable
        {
            public void Dispose() => log.Add("-" + name);
        }
        """);

    [Fact]
    public void LocalFunctionsSeeVariablesDeclaredLater() => SmallProgram.Check("""
        string prefix = "p";
        string Name(string name) => prefix + name + Suffix();
        prefix = "q";
        string suffix = "s";
        string Suffix() => suffix;
        Keep("name", Name("n")); // known
        suffix = "t";
        Keep("later", Name("n")); // known
        """);

    [Fact]
    public void LockAndChecked() => SmallProgram.Check("""
        var gate = new object();
        var n = 1;
        lock (gate)
            n++;
        checked
        {
            n += 2;
        }

        Keep("n", n.ToString()); // known
        """);

    [Fact]
    public void ResourcesInATryMayNotBeReached() => SmallProgram.Check("""
        try
        {
            Keep("before", "b"); // known
            if (flag)
                throw new Exception();
            Keep("after", "a"); // known
        }
        catch (Exception)
        {
            Keep("handler", "h"); // known
        }
        """);

    [Fact]
    public void UsingDisposesWhatOverridesTheMethod() => SmallProgram.Check("""
        var log = new List<string>();
        using (new Inner(log))
            log.Add("body");
        Keep("log", string.Join(",", log)); // known
        """, """
        class Outer(List<string> log) : IDisposable
        {
            protected List<string> Log => log;

            public virtual void Dispose() => log.Add("outer");
        }

        sealed class Inner(List<string> log) : Outer(log)
        {
            public override void Dispose() => Log.Add("inner");
        }
        """);
}
