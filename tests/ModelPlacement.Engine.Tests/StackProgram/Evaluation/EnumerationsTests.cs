using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class EnumerationsTests
{
    [Fact]
    public void IndexesAndRanges() => SmallProgram.Check("""
        string[] models = ["a", "b", "c", "d"];
        List<string> list = [.. models];
        Keep("from-end", models[^1] + list[^2]); // known
        Keep("range", string.Join("", models[1..3]) + string.Join("", models[..^1]) + string.Join("", models[2..])); // known
        Keep("string", "gpt-4o"[..3] + "gpt-4o"[^2..] + "gpt"[0] + "gpt"[^1]); // known
        Index last = ^1;
        Keep("index", models[last]); // known
        var part = models[1..3];
        part[0] = "x";
        Keep("copy", models[1] + part[0]); // known
        Keep("unknown-index", models[text.Length % 4]); // unknown
        """);

    [Fact]
    public void CollectionExpressionsAndSpreads() => SmallProgram.Check("""
        List<string> some = ["b", "c"];
        string[] all = ["a", .. some, .. some.Select(name => name + "!"), "d"];
        Keep("array", string.Join(",", all)); // known
        HashSet<string> set = ["a", "a", .. all];
        Keep("set", string.Join(",", set)); // known
        IEnumerable<string> lazy = [.. some];
        some.Add("z");
        Keep("copied", string.Join(",", lazy)); // known
        KeepList("inputs", [.. all]); // known
        Keep("empty", new List<string>([]).Count.ToString()); // known
        string[] none = [];
        Keep("none", none.Length.ToString()); // known
        """);

    [Fact]
    public void DictionariesByEveryMeans() => SmallProgram.Check("""
        var map = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
        map.Add("c", "3");
        map["a"] = "x";
        map.TryAdd("a", "ignored");
        map.Remove("b");
        Keep("values", string.Join(",", map.OrderBy(entry => entry.Key).Select(entry => entry.Key + entry.Value))); // known
        Keep("try", map.TryGetValue("c", out var found) ? found : "none"); // known
        Keep("missing", map.TryGetValue("z", out var missing) ? missing : "none"); // known
        Keep("default", map.GetValueOrDefault("z", "fallback")); // known
        Keep("contains", map.ContainsKey("b").ToString() + map.ContainsValue("x") + map.Count); // unknown
        Keep("contains-key", map.ContainsKey("b").ToString() + map.Count); // known
        var numbers = new Dictionary<string, int>();
        numbers.TryGetValue("none", out var zero);
        Keep("zero", $"{zero}{numbers.GetValueOrDefault("none")}"); // known
        var insensitive = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Model"] = "m" };
        Keep("ignores-case", insensitive["MODEL"]); // known
        var nested = new Dictionary<(string, int), string> { [("a", 1)] = "one" };
        Keep("tuple-key", nested[("a", 1)]); // known
        Keep("maybe", map[flag ? "a" : "c"]); // unknown
        """);

    [Fact]
    public void ConditionalAdds() => SmallProgram.Check("""
        var list = new List<string> { "a" };
        var map = new Dictionary<string, string> { ["x"] = "1" };
        var tags = new InputMap<string> { ["team"] = "ml" };
        if (flag)
        {
            list.Add("b");
            map["y"] = "2";
            tags.Add("env", "dev");
        }

        foreach (var name in list)
            Keep("list-" + name, name);
        foreach (var (key, value) in map)
            Keep("map-" + key, value);
        Keep("first", list[0]); // unknown
        Keep("count", list.Count.ToString()); // unknown
        Keep("contains", map.ContainsKey("y").ToString()); // unknown
        Keep("joined", string.Join(",", list)); // unknown
        Keep("x", map["x"]); // known
        Keep("get", map.GetValueOrDefault("y", "none")); // unknown
        KeepMap("tags", tags); // unknown
        KeepList("inputs", list); // unknown
        list.Add("c");
        foreach (var name in list.Select(one => one.ToUpperInvariant()))
            Keep("after-" + name, name);
        """);

    [Fact]
    public void ConditionalRemovals() => SmallProgram.Check("""
        var list = new List<string> { "a", "b" };
        var map = new Dictionary<string, string> { ["x"] = "1", ["y"] = "2" };
        if (flag)
        {
            list.RemoveAt(0);
            map.Remove("x");
        }

        Keep("first", list[0]); // unknown
        Keep("x", map.TryGetValue("x", out var x) ? x : "none"); // unknown
        Keep("y", map["y"]); // known
        foreach (var name in list)
            Keep("left-" + name, name);
        """);

    [Fact]
    public void SetsQueuesAndStacks() => SmallProgram.Check("""
        var set = new HashSet<string> { "b", "a", "b" };
        Keep("set", string.Join(",", set) + set.Add("a") + set.Add("c") + set.Count); // known
        var sorted = new SortedSet<string> { "b", "a" };
        Keep("sorted", string.Join(",", sorted)); // known
        var queue = new Queue<string>();
        queue.Enqueue("1");
        queue.Enqueue("2");
        Keep("queue", queue.Dequeue() + queue.Peek() + queue.Count); // known
        var worked = "";
        while (queue.TryPeek(out var seen) && queue.TryDequeue(out var next))
            worked += seen + next;
        Keep("try-queue", worked + queue.TryDequeue(out var none) + (none ?? "null") + queue.Count); // known
        var stack = new Stack<string>();
        stack.Push("1");
        stack.Push("2");
        Keep("stack", string.Join(",", stack) + stack.Pop() + stack.Count); // known
        var map = new SortedDictionary<string, string> { ["z"] = "1", ["a"] = "2" };
        Keep("sorted-map", string.Join(",", map.Keys)); // known
        var reused = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
        reused.Remove("a");
        reused["c"] = "3";
        Keep("reused", string.Join(",", reused.Keys)); // unknown
        """);

    [Fact]
    public void Arrays() => SmallProgram.Check("""
        var sized = new string[2];
        sized[0] = "a";
        Keep("sized", sized[0] + (sized[1] ?? "null") + sized.Length); // known
        var numbers = new int[3];
        numbers[1]++;
        Keep("numbers", string.Join(",", numbers)); // known
        var grid = new[,] { { "a", "b" }, { "c", "d" } };
        Keep("grid", grid[0, 1]); // known
        string[][] jagged = [["a"], ["b", "c"]];
        Keep("jagged", jagged[1][1]); // known
        try
        {
            Keep("outside", sized[2]);
        }
        catch (IndexOutOfRangeException)
        {
            Keep("caught", "c"); // known
        }
        """);

    [Fact]
    public void ListsInPlace() => SmallProgram.Check("""
        var list = new List<string> { "c", "a", "b" };
        list.Sort();
        list.Reverse();
        list.Insert(1, "x");
        list.RemoveAll(item => item == "a");
        list.AddRange(["y", "z"]);
        Keep("list", string.Join(",", list)); // known
        Keep("find", list.Find(item => item.Length > 5 || flag) ?? "none"); // unknown
        Keep("index", list.IndexOf("x").ToString() + list.FindIndex(item => item == "z")); // known
        list.ForEach(item => Keep("each-" + item, item));
        var view = list.AsReadOnly();
        list.Add("late");
        Keep("view", view.Count.ToString()); // known
        var keys = new Dictionary<string, string> { ["a"] = "1" };
        var live = keys.Keys;
        keys["b"] = "2";
        Keep("live", string.Join(",", live)); // known
        """);

    [Fact]
    public void ImmutableCollections() => SmallProgram.Check("""
        var list = ImmutableList.Create("a", "b");
        var longer = list.Add("c");
        Keep("list", string.Join(",", list) + string.Join(",", longer)); // known
        var array = ImmutableArray.Create("x").Add("y");
        Keep("array", array[1] + array.Length); // known
        var map = ImmutableDictionary<string, string>.Empty.Add("a", "1").SetItem("a", "2");
        Keep("map", map["a"]); // known
        var builder = ImmutableArray.CreateBuilder<string>();
        builder.Add("m");
        Keep("builder", builder.ToImmutable()[0]); // known
        """);

    [Fact]
    public void ArraysOfSeveralDimensions() => SmallProgram.Check("""
        var names = new string[2, 2];
        names[0, 1] = "x";
        Keep("element", names[0, 1] + (names[1, 1] ?? "null")); // known
        int[,] sizes = { { 1, 2, 3 }, { 4, 5, 6 } };
        sizes[0, 0] += 5;
        sizes[1, 2]++;
        KeepNumber("sizes", sizes[0, 0] + sizes[1, 2] + (sizes.GetLength(1) * 10) + (sizes.Length * 100)); // known
        var sum = 0;
        for (var row = 0; row < sizes.GetLength(0); row++)
        {
            for (var column = 0; column < sizes.GetLength(1); column++)
                sum += sizes[row, column] * (row + 1);
        }

        foreach (var size in sizes)
            sum += size;
        KeepNumber("sum", sum); // known
        if (flag)
            sizes[1, 1] = 50;
        KeepNumber("either", sizes[1, 1]); // unknown
        KeepNumber("other", sizes[1, 0]); // known
        try
        {
            sizes[2, 0] = 1;
        }
        catch (IndexOutOfRangeException)
        {
            Keep("outside", "caught"); // known
        }
        """);

    [Fact]
    public void PairsThatAreCreated() => SmallProgram.Check("""
        var pair = new KeyValuePair<string, string>("a", "b");
        var (key, value) = pair;
        Keep("pair", pair.Key + pair.Value + key + value); // known
        foreach (var (name, model) in Models())
            Keep("model-" + name, model);
        Keep("first", Models().First().Value); // known

        IEnumerable<KeyValuePair<string, string>> Models()
        {
            yield return new("x", "gpt-4o");
        }
        """);

    [Fact]
    public void EmptyCollectionExpressionsOfEveryKind() => SmallProgram.Check("""
        Dictionary<string, List<string>> map = [];
        if (!map.TryGetValue("k", out var list))
            map["k"] = list = [];
        list.Add("v");
        Keep("map", map["k"][0] + map.Count + map.ContainsKey("z")); // known
        var holder = new Holder();
        holder.Tags.Add("team", "ml");
        KeepMap("held", holder.Tags); // known
        HashSet<string> set = [];
        Keep("set", $"{set.Add("a")}{set.Add("a")}{set.Count}"); // known
        SortedDictionary<string, string> sorted = [];
        sorted[text] = "x";
        Keep("unknown-key", sorted.First().Key); // unknown
        """, "class Holder { public Dictionary<string, string> Tags { get; init; } = []; }");

    [Fact]
    public void CollectionExpressionsOfTypesOfTheProgram() => SmallProgram.Check(
        """
        Bag bag = ["a", "b", .. new[] { "c" }];
        Keep("added", bag.Text + Bag.Count); // known
        Built built = ["a", "b"];
        Keep("built", built.Text); // unknown
        """,
        """
        class Bag : System.Collections.IEnumerable
        {
            public static int Count;

            public string Text = "";

            public void Add(string item)
            {
                Text = item + Text;
                Count++;
            }

            public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
        }

        [System.Runtime.CompilerServices.CollectionBuilder(typeof(Built), "Create")]
        class Built : IEnumerable<string>
        {
            public string Text = "";

            public static Built Create(ReadOnlySpan<string> items)
            {
                var built = new Built();
                foreach (var item in items)
                    built.Text = item + built.Text;
                return built;
            }

            public IEnumerator<string> GetEnumerator() => throw new NotSupportedException();

            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
        }
        """);

    [Fact]
    public void WhatAnIteratorYieldsBeforeItThrows() => SmallProgram.Check("""
        var taken = "0";
        try { foreach (var item in Items()) taken = item; } catch (InvalidOperationException) { taken += "c"; }
        Keep("taken", taken); // unknown
        var first = "0";
        try { first = Items().First() + "f"; first = string.Concat(Items()); } catch (InvalidOperationException) { first += "c"; }
        Keep("first", first); // unknown
        var some = "0";
        foreach (var item in Items().Take(1)) some += item;
        Keep("some", some); // unknown
        var left = "0";
        foreach (var item in Items()) { left += item; if (item == "2") break; }
        Keep("left", left); // unknown
        var none = "0";
        try { foreach (var item in None()) none = item; } catch (InvalidOperationException) { none += "c"; }
        Keep("none", none);
        Keep("after", "after"); // known

        static IEnumerable<string> Items() { yield return "1"; yield return "2"; throw new InvalidOperationException(); }
        static IEnumerable<string> None() { if (DateTime.UnixEpoch.Year > 0) throw new InvalidOperationException(); yield return "1"; }
        """);
}
