using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class ForgettingTests
{
    [Fact]
    public void CollectionsThatALibraryFills() => SmallProgram.Check("""
        var numbers = new[] { "c", "a", "b" };
        Array.Sort(numbers, (one, other) => string.CompareOrdinal(other, one));
        Keep("sorted", numbers[0]); // unknown
        var copy = new string[3];
        numbers.CopyTo(copy, 0);
        Keep("copied", copy[0]); // unknown
        var list = new List<string> { "x" };
        ((ICollection<string>)list).CopyTo(copy, 1);
        Keep("through-interface", copy[1]); // unknown
        Array.Fill(copy, "f");
        Keep("filled", copy[2]); // unknown
        Keep("list", list[0]); // known
        """);

    [Fact]
    public void ObjectsGivenToReflection() => SmallProgram.Check("""
        var box = new Box { Value = "a" };
        typeof(Box).GetField("Value")!.SetValue(box, "b");
        Keep("set", box.Value); // unknown
        """, "class Box { public string Value = \"\"; }");

    [Fact]
    public void DelegatesGivenToALibraryMayRunAtAnyTime() => SmallProgram.Check("""
        var model = "a";
        var timer = new Timer(_ => model = "b", null, Timeout.Infinite, Timeout.Infinite);
        Keep("now", model); // unknown
        model = "c";
        Keep("later", model); // unknown
        timer.Dispose();
        var seen = 0;
        Parallel.ForEach(new[] { 1, 2, 3 }, _ => Interlocked.Increment(ref seen));
        Keep("seen", seen.ToString()); // unknown
        """);

    [Fact]
    public void WhatWasGivenAwayOnAnotherWayToo() => SmallProgram.Check("""
        var box = new Box { Value = "a" };
        box.Next = box;
        var model = "a";
        TimerCallback set = _ => model = "b";
        if (flag)
        {
            typeof(Box).GetField("Value")!.SetValue(box, "b");
            _ = new Timer(set, null, Timeout.Infinite, Timeout.Infinite);
            return;
        }

        typeof(Box).GetField("Value")!.SetValue(box, "c");
        _ = new Timer(set, null, Timeout.Infinite, Timeout.Infinite);
        Keep("object", box.Value); // unknown
        Keep("captured", model); // unknown
        """, "class Box { public string Value = \"\"; public Box? Next; }");

    [Fact]
    public void ChainsOfObjectsLongerThanTheStack() => SmallProgram.Check("""
        var box = new Box { Value = "a" };
        for (var i = 0; i < 1_200; i++)
        {
            for (var j = 0; j < 20; j++)
                box = new Box { Value = "a", Next = box };
        }

        typeof(Box).GetField("Value")!.SetValue(box, "b");
        Keep("set", box.Value); // unknown
        """, "class Box { public string Value = \"\"; public Box? Next; }");

    [Fact]
    public void ObjectsReachedThroughDynamic() => SmallProgram.Check("""
        var box = new Box { Value = "a" };
        dynamic late = box;
        late.Value = "b";
        Keep("set", box.Value); // unknown
        """, "public class Box { public string Value = \"\"; }");

    [Fact]
    public void StringsAndNumbersSurviveUnknownCalls() => SmallProgram.Check("""
        var model = "a";
        var names = new List<string> { "n" };
        Console.Out.WriteLine(model);
        GC.Collect();
        _ = Convert.ToBase64String(Encoding.UTF8.GetBytes(model));
        _ = JsonSerializer.Serialize(names);
        Keep("model", model); // known
        Keep("names", names[0]); // known
        """);
}
