using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class LoopsTests
{
    [Fact]
    public void ForEachOverKnownItemsHasARoundPerItem() => SmallProgram.Check("""
        var last = "";
        foreach (var model in new[] { "a", "b", "c" })
        {
            Keep("bucket-" + model, model);
            last += model;
        }

        Keep("last", last); // known
        """);

    [Fact]
    public void CountedForIsUnrolled() => SmallProgram.Check("""
        var joined = "";
        for (var i = 0; i < 3; i++)
        {
            Keep($"n{i}", i.ToString());
            joined += i;
        }

        for (int i = 10, j = 0; i > j; i -= 3, j++)
            joined += $"-{i}:{j}";
        Keep("joined", joined); // known
        """);

    [Fact]
    public void WhileWithKnownConditionIsUnrolled() => SmallProgram.Check("""
        var n = 1;
        while (n < 100)
            n *= 3;
        Keep("while", n.ToString()); // known
        do
        {
            n -= 50;
        }
        while (n > 0);
        Keep("do", n.ToString(System.Globalization.CultureInfo.InvariantCulture)); // known
        """);

    [Fact]
    public void VariablesChangedInLoopsOfUnknownLengthAreNotKnown() => SmallProgram.Check("""
        var model = "a";
        var other = "b";
        var untouched = "c";
        foreach (var character in text)
        {
            other = model;
            model = "x";
        }

        Keep("model", model); // unknown
        Keep("other", other); // unknown
        Keep("untouched", untouched); // known
        """);

    [Fact]
    public void WhatARoundReadsMayComeFromTheRoundBefore() => SmallProgram.Check("""
        var current = "first";
        var next = "second";
        for (var i = 0; i < text.Length; i++)
        {
            Keep("round" + i, current);
            (current, next) = (next, current);
        }
        """);

    [Fact]
    public void ObjectsChangedInLoopsOfUnknownLengthAreNotKnown() => SmallProgram.Check("""
        var names = new List<string> { "a" };
        var box = new Box { Value = "v", Kept = "k" };
        while (names.Count < text.Length)
        {
            names.Add("b");
            box.Value = "w";
        }

        Keep("count", names.Count.ToString()); // unknown
        Keep("value", box.Value); // unknown
        Keep("kept", box.Kept); // known
        """, "class Box { public string Value = \"\"; public string Kept = \"\"; }");

    [Fact]
    public void BreakAndContinue() => SmallProgram.Check("""
        var seen = "";
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            if (name == "b")
                continue;
            if (name == "d")
                break;
            seen += name;
        }

        Keep("seen", seen); // known
        var mixed = "";
        foreach (var name in new[] { "a", "b" })
        {
            if (flag && name == "b")
                break;
            mixed += name;
            Keep("mixed-" + name, "m");
        }

        Keep("mixed", mixed); // unknown
        var after = "x";
        for (var i = 0; i < 3; i++)
        {
            if (flag)
                continue;
            after = "y";
        }

        Keep("after", after); // unknown
        """);

    [Fact]
    public void ReturnInsideALoop() => SmallProgram.Check("""
        Keep("found", Find(["a", "gpt", "b"])); // known
        Keep("none", Find(["a", "b"])); // known
        Keep("maybe", Maybe(flag)); // unknown

        static string Find(string[] names)
        {
            foreach (var name in names)
            {
                if (name.StartsWith("g"))
                    return name;
            }

            return "nothing";
        }

        static string Maybe(bool stop)
        {
            var result = "";
            for (var i = 0; i < 4; i++)
            {
                if (stop && i == 2)
                    return result;
                result += i;
            }

            return result;
        }
        """);

    [Fact]
    public void LambdasCaptureTheVariableNotItsValue() => SmallProgram.Check("""
        var shared = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
            shared.Add(() => i);
        var own = new List<Func<int>>();
        foreach (var i in new[] { 0, 1, 2 })
            own.Add(() => i);
        Keep("shared", string.Join(",", shared.Select(get => get()))); // known
        Keep("own", string.Join(",", own.Select(get => get()))); // known
        """);

    [Fact]
    public void OrderOfUnorderedCollectionsIsNotClaimed() => SmallProgram.Check("""
        var capacities = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }.ToImmutableDictionary();
        var last = "";
        foreach (var (model, capacity) in capacities)
        {
            Keep("model-" + model, capacity);
            last = model;
        }

        Keep("last", last); // unknown
        Keep("lookup", capacities["a"]); // known
        """);

    [Fact]
    public void ForEachOverOwnEnumerable() => SmallProgram.Check("""
        var all = "";
        foreach (var name in new Names("a", "b"))
            all += name;
        Keep("all", all); // known
        """, """
        class Names(params string[] names)
        {
            public IEnumerator<string> GetEnumerator()
            {
                foreach (var name in names)
                    yield return name + "!";
            }
        }
        """);

    [Fact]
    public void AwaitForEach() => SmallProgram.Check("""
        var all = "";
        await foreach (var name in Names())
            all += name;
        Keep("all", all); // known

        static async IAsyncEnumerable<string> Names()
        {
            await Task.Yield();
            yield return "a";
            yield return "b";
        }
        """);

    [Fact]
    public void NestedLoopsWithOuterVariables() => SmallProgram.Check("""
        var pairs = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            foreach (var c in "xy")
                pairs.Add($"{c}{i}");
        }

        Keep("pairs", string.Join(" ", pairs)); // known
        var found = "";
        foreach (var a in new[] { 1, 2, 3 })
        {
            foreach (var b in new[] { 1, 2, 3 })
            {
                if (a * b == 6)
                {
                    found = $"{a}x{b}";
                    break;
                }
            }

            if (found != "")
                break;
        }

        Keep("found", found); // known
        """);
}
