using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class TasksTests
{
    [Fact]
    public void Results() => SmallProgram.Check("""
        Keep("from-result", await Task.FromResult("a")); // known
        Keep("run", await Task.Run(() => "b")); // known
        Keep("blocking", Task.FromResult("c").Result + Task.Run(() => "d").GetAwaiter().GetResult()); // known
        Keep("all", string.Join(",", await Task.WhenAll(Task.FromResult("e"), Task.FromResult("f")))); // known
        Keep("value-task", await new ValueTask<string>("g")); // known
        """);

    [Fact]
    public void WorkThatNobodyAwaitsMayNotHaveHappenedYet() => SmallProgram.Check("""
        var awaited = "a";
        await Task.Run(() => awaited = "b");
        Keep("awaited", awaited); // known
        var model = "a";
        var work = Task.Run(() => model = "b");
        Keep("model", model == "a" || model == "b" ? "either" : "none"); // unknown
        await work;
        Keep("after", model); // unknown
        """);

    [Fact]
    public void LaziesRunOnce() => SmallProgram.Check("""
        var runs = 0;
        var lazy = new Lazy<string>(() =>
        {
            runs++;
            return "made";
        });
        Keep("before", $"{runs}{lazy.IsValueCreated}"); // known
        Keep("value", lazy.Value + lazy.Value + runs); // known
        var never = new Lazy<Bucket>(() => new Bucket("never"));
        var once = new Lazy<Bucket>(() => new Bucket("once"));
        _ = once.Value;
        _ = once.Value;
        """);

    [Fact]
    public void TasksThatGoOnChangeThingsAtAnyTime() => SmallProgram.Check("""
        var log = new List<string>();
        var (done, late) = ("a", "a");
        var first = Finish("x");
        log.Add("between");
        await first;
        Keep("finished", done + string.Join(",", log)); // known
        var second = GoOn();
        late += "!";
        await second;
        Keep("late", late); // unknown
        await Task.WhenAll(Interleave("x"), Interleave("y"));
        Keep("interleaved", string.Join(",", log)); // unknown

        async Task Finish(string name)
        {
            log.Add(name);
            await Task.CompletedTask;
            done += name;
        }

        async Task GoOn()
        {
            await Task.Yield();
            late += "b";
        }

        async Task Interleave(string name)
        {
            lock (log)
                log.Add(name + "1");
            await Task.Delay(5);
            lock (log)
                log.Add(name + "2");
        }
        """);

    [Fact]
    public void TasksThatWaitForNothingEndWhereTheyBegin() => SmallProgram.Check("""
        var names = new List<string>();
        var all = await Task.WhenAll(new[] { "a", "b" }.Select(AddAsync));
        Keep("all", string.Join(",", all) + string.Join(",", names)); // known

        async Task<string> AddAsync(string name)
        {
            await Task.CompletedTask;
            names.Add(name);
            return name.ToUpperInvariant();
        }
        """);

    [Fact]
    public void StreamsThatMayBeCancelled() => SmallProgram.Check("""
        var names = new List<string>();
        await foreach (var name in Stream().WithCancellation(CancellationToken.None).ConfigureAwait(false))
            names.Add(name);
        Keep("names", string.Join(",", names)); // known
        await foreach (var name in Stream(text == "some").WithCancellation(CancellationToken.None))
            names.Add(name);
        Keep("more", string.Join(",", names)); // unknown

        static async IAsyncEnumerable<string> Stream(bool more = false, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await Task.CompletedTask;
            yield return "a";
            cancellation.ThrowIfCancellationRequested();
            if (more)
                yield return "b";
        }
        """);

    [Fact]
    public void AnAwaiterOfTheProgramYieldsWhatItLikes() => SmallProgram.Check(
        """
        Keep("own", await new Late()); // unknown
        Keep("library", await Yielded()); // known

        static async Task<string> Yielded()
        {
            await Task.Yield();
            await Task.CompletedTask.ConfigureAwait(false);
            return await new ValueTask<string>("a").ConfigureAwait(false);
        }
        """,
        """
        class Late
        {
            public LateResult GetAwaiter() => new();
        }

        class LateResult : System.Runtime.CompilerServices.INotifyCompletion
        {
            public bool IsCompleted => true;

            public string GetResult() => "awaited";

            public void OnCompleted(Action action) => action();
        }
        """);

    // Whoever reads it afterwards finds it as far as the task came: with what it was given before the exception, or after.
    [Fact]
    public void WhatATaskMadeBeforeItFailed() => SmallProgram.Check("""
        Holder? made = null;
        var kept = new Holder { Name = "before" };
        var list = new List<Holder>();
        var failing = FillAsync();
        Keep("made", made?.Name); // unknown
        Keep("kept", kept.Name); // unknown
        Keep("listed", string.Join(",", list.Select(item => item.Name))); // unknown
        var fine = FineAsync();
        Keep("fine", made!.Name + list[^1].Name); // known
        Keep("awaited", (await fine).Name); // known

        async Task<Holder> FillAsync()
        {
            made = new Holder();
            list.Add(made);
            made.Name = "first";
            kept.Name = "first";
            if (flag)
                throw new InvalidOperationException("no");
            made.Name = "second";
            kept.Name = "second";
            await Task.CompletedTask;
            return made;
        }

        async Task<Holder> FineAsync()
        {
            made = new Holder { Name = "x" };
            list.Clear();
            list.Add(new Holder { Name = "y" });
            made.Name += "z";
            await Task.CompletedTask;
            return made;
        }
        """, "class Holder { public string Name { get; set; } = \"none\"; }");

    [Fact]
    public void WhatIsMadeBeforeATryWithinATaskIsLeft() => SmallProgram.Check("""
        Holder? made = null;
        string how = "none";
        try
        {
            try
            {
                made = new Holder { Name = "a" };
                made.Name = "b";
                if (flag)
                    throw new InvalidOperationException("no");
                made.Name = "c";
            }
            finally
            {
                how = made!.Name;
            }
        }
        catch (InvalidOperationException)
        {
            made!.Name += "!";
        }

        Keep("how", how); // unknown
        Keep("made", made!.Name); // unknown
        """, "class Holder { public string Name { get; set; } = \"none\"; }");
}
