using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class CollectionsTests
{
    [Fact]
    public void SetsAreCombined() => SmallProgram.Check("""
        var all = new HashSet<string> { "a", "b", "c", "d" };
        all.ExceptWith(new[] { "b" });
        Keep("except", string.Join(",", all)); // known
        var some = new HashSet<string> { "a", "b", "c" };
        some.IntersectWith(all);
        Keep("intersect", string.Join(",", some)); // known
        var other = new HashSet<string> { "a", "x" };
        other.SymmetricExceptWith(new[] { "y", "z", "y" });
        Keep("symmetric", string.Join(",", other)); // known
        other.SymmetricExceptWith(new[] { "a", "q" });
        Keep("symmetric-order", string.Join(",", other)); // unknown
        Keep("symmetric-items", string.Join(",", other.Order(StringComparer.Ordinal))); // known
        Keep("questions", $"{some.IsSubsetOf(all)}{some.IsSupersetOf(all)}{some.IsProperSubsetOf(all)}{all.IsProperSupersetOf(some)}{some.Overlaps(other)}{some.SetEquals(new[] { "c", "a" })}"); // known
        var sorted = new SortedSet<string> { "b", "a" };
        sorted.UnionWith(new[] { "c" });
        sorted.ExceptWith(new[] { "a" });
        Keep("sorted", string.Join(",", sorted)); // known
        Keep("immutable", string.Join(",", ImmutableHashSet.Create("a", "b").Except(new[] { "a" }))); // known
        var maybe = new HashSet<string> { "a", "b" };
        if (flag)
            maybe.Add("c");
        maybe.ExceptWith(new[] { "a" });
        Keep("maybe", string.Join(",", maybe)); // unknown
        var itself = new HashSet<int> { 1, 2 };
        itself.ExceptWith(itself);
        Keep("itself", itself.Count.ToString()); // known
        """);

    [Fact]
    public void WhatIsAddedToASetAfterARemovalComesToStandAnywhere() => SmallProgram.Check("""
        var set = new HashSet<string> { "a", "b", "c" };
        set.RemoveWhere(item => item == "b");
        set.Add("d");
        Keep("where", string.Join(",", set)); // unknown
        Keep("count", set.Count.ToString()); // known
        var list = new List<string> { "a", "b", "c" };
        list.RemoveAll(item => item == "b");
        list.Add("d");
        Keep("list", string.Join(",", list)); // known
        """);

    [Fact]
    public void SetsThatIgnoreCase() => SmallProgram.Check("""
        var set = new HashSet<string>(new[] { "A", "a", "b" }, StringComparer.OrdinalIgnoreCase);
        Keep("copied", string.Join(",", set)); // known
        Keep("contains", $"{set.Contains("B")}{set.Contains("x")}"); // known
        set.UnionWith(new[] { "B", "C" });
        Keep("union", string.Join(",", set)); // known
        set.ExceptWith(new[] { "c" });
        Keep("except", $"{string.Join(",", set)}{set.SetEquals(new[] { "a", "B" })}"); // known
        """);

    [Fact]
    public void KeysThatAreComparedByWhatTheyHold() => SmallProgram.Check("""
        var models = new Dictionary<Key, string> { [new("chat", "us")] = "gpt-4o", [new("chat", "eu")] = "gemma" };
        models[new Key("chat", "us")] += "-mini";
        Keep("read", models[new Key("chat", "us")] + models.Count); // known
        Keep("asked", $"{models.ContainsKey(new("chat", "eu"))}{models.ContainsKey(new("speech", "eu"))}"); // known
        Keep("taken", models.TryGetValue(new("chat", "eu"), out var found) ? found : "none"); // known
        var derived = new Dictionary<Key, string> { [new Key("a", "b")] = "base", [new Derived("a", "b", 1)] = "derived" };
        Keep("derived", derived[new Derived("a", "b", 1)] + derived[new Key("a", "b")]); // known
        var sizes = new Dictionary<Size, int> { [new(1, 2)] = 3 };
        sizes[new(1, 2)]++;
        Keep("struct", $"{sizes[new(1, 2)]}"); // known
        var types = new Dictionary<Type, Func<object, string>> { [typeof(Key)] = key => ((Key)key).Use, [typeof(string)] = _ => "text" };
        object one = new Key("by type", "us");
        Keep("type", types[one.GetType()](one) + types[typeof(string)]("")); // known
        Keep("set", new HashSet<Key> { new("a", "b"), new("a", "b") }.Count.ToString()); // known
        var changed = new Changeable { Name = "a" };
        var byChangeable = new Dictionary<Changeable, string> { [changed] = "x", [new() { Name = "b" }] = "y" };
        changed.Name = "c";
        Keep("changeable", byChangeable.ContainsKey(new() { Name = "c" }) ? "found" : "lost"); // unknown
        Keep("changed", byChangeable.ContainsKey(changed) ? "found" : "lost"); // unknown
        Keep("boxed", new HashSet<object> { 1, 1L, "1" }.Count.ToString()); // unknown
        var named = new Dictionary<AnyCase, string> { [new("A")] = "x" };
        Keep("own-equality", named.ContainsKey(new("a")) ? "same" : "other"); // unknown
        """, """
        record Key(string Use, string Area);
        record Derived(string Use, string Area, int Number) : Key(Use, Area);
        readonly record struct Size(int Width, int Height);
        record Changeable { public string Name { get; set; } = ""; }
        record AnyCase(string Name)
        {
            public virtual bool Equals(AnyCase? other) => string.Equals(Name, other?.Name, StringComparison.OrdinalIgnoreCase);

            public override int GetHashCode() => 1;
        }
        """);
}
