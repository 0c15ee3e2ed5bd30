using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class SequencesTests
{
    [Fact]
    public void Pipelines() => SmallProgram.Check("""
        var numbers = new[] { 3, 1, 2 };
        Keep("select", string.Join(",", numbers.Select((n, i) => n * i))); // known
        Keep("where", string.Join(",", numbers.Where(n => n > 1).OrderBy(n => n))); // known
        Keep("many", string.Join(",", new[] { "ab", "cd" }.SelectMany(s => s, (s, c) => s + c))); // known
        Keep("zip", string.Join(",", numbers.Zip(new[] { "a", "b", "c" }, (n, s) => s + n))); // known
        Keep("tuples", string.Join(",", numbers.Zip(new[] { "a", "b" }).Select(pair => pair.Second + pair.First))); // known
        Keep("parts", string.Join(",", numbers.Skip(1).Take(1).Concat(new[] { 9 }).Append(8).Prepend(7))); // known
        Keep("order", string.Join(",", new[] { "b1", "a2", "b0" }.OrderBy(s => s[..1]).ThenByDescending(s => s[1..]))); // known
        Keep("group", string.Join(";", new[] { "a1", "b1", "a2" }.GroupBy(s => s[0]).Select(g => $"{g.Key}:{string.Join(",", g)}"))); // known
        Keep("distinct", string.Join(",", new[] { 1, 1, 2 }.Distinct().Union(new[] { 2, 3 }).Except(new[] { 1 }))); // known
        Keep("first", numbers.First(n => n < 3) + numbers.Last().ToString() + numbers.FirstOrDefault(n => n > 9)); // known
        Keep("single", numbers.Single(n => n == 2).ToString() + numbers.ElementAt(1)); // known
        Keep("aggregates", $"{numbers.Sum()}{numbers.Max()}{numbers.Min()}{numbers.Count(n => n > 1)}{numbers.Any(n => n > 2)}{numbers.All(n => n > 2)}"); // known
        Keep("fold", numbers.Aggregate("x", (text, n) => text + n)); // known
        Keep("dictionary", numbers.ToDictionary(n => $"k{n}", n => n * 2)["k3"].ToString()); // known
        Keep("range", string.Join(",", Enumerable.Range(5, 3).Reverse()) + string.Concat(Enumerable.Repeat("z", 2))); // known
        Keep("chunk", string.Join(";", Enumerable.Range(0, 5).Chunk(2).Select(chunk => string.Join(",", chunk)))); // known
        Keep("while", string.Join(",", numbers.TakeWhile(n => n != 2)) + string.Join(",", numbers.SkipWhile(n => n != 1))); // known
        Keep("of-type", string.Join(",", new object[] { "a", 1, "b" }.OfType<string>())); // known
        Keep("by", numbers.MaxBy(n => -n).ToString() + string.Join(",", numbers.DistinctBy(n => n % 2))); // known
        Keep("default", string.Join(",", Array.Empty<int>().DefaultIfEmpty(4))); // known
        Keep("contains", numbers.Contains(2).ToString() + numbers.SequenceEqual(new[] { 3, 1, 2 })); // known
        """);

    [Fact]
    public void QueryExpressions() => SmallProgram.Check("""
        var teams = new[] { (Name: "a", Models: new[] { "x", "y" }), (Name: "b", Models: new[] { "z" }) };
        var query =
            from team in teams
            from model in team.Models
            let id = team.Name + "/" + model
            where model != "y"
            orderby id descending
            select new { id, model };
        Keep("query", string.Join(",", query.Select(item => item.id))); // known
        var grouped =
            from team in teams
            group team.Name by team.Models.Length into sizes
            select $"{sizes.Key}={string.Join("+", sizes)}";
        Keep("grouped", string.Join(",", grouped)); // known
        """);

    [Fact]
    public void QueriesRunWhenTheyAreEnumerated() => SmallProgram.Check("""
        var created = 0;
        var names = new List<string> { "a" };
        var query = names.Select(name =>
        {
            created++;
            return new Bucket("lazy-" + name);
        });
        Keep("before", created.ToString()); // known
        names.Add("b");
        var buckets = query.ToList();
        Keep("after", created.ToString() + buckets.Count); // known
        var unused = names.Select(name => new Bucket("never-" + name));
        var prefix = "p";
        var later = names.Select(name => prefix + name);
        prefix = "q";
        Keep("later", string.Join(",", later)); // known
        """);

    [Fact]
    public void ItemsThatMayNotBeThere() => SmallProgram.Check("""
        var names = new[] { "a", "b", "c" };
        var some = names.Where(name => name != "b" || flag).ToList();
        foreach (var name in some)
            Keep("some-" + name, name);
        Keep("joined", string.Join(",", some)); // unknown
        Keep("count", some.Count.ToString()); // unknown
        Keep("first", some.First()); // known
        Keep("second", some[1]); // unknown
        Keep("any", some.Any(name => name == "a").ToString()); // known
        Keep("any-b", some.Any(name => name == "b").ToString()); // unknown
        Keep("all", some.All(name => name.Length == 1).ToString()); // known
        KeepList("list", some); // unknown
        var map = some.ToDictionary(name => name, name => name + "!");
        Keep("map-a", map["a"]); // known
        Keep("map-b", map.GetValueOrDefault("b", "none")); // unknown
        foreach (var pair in some.SelectMany(name => new[] { name + "1", name + "2" }))
            Keep("pair-" + pair, pair);
        """);

    [Fact]
    public void CollectionsThatAreNotKnown() => SmallProgram.Check("""
        var characters = text.Select(character => character.ToString()).ToList();
        Keep("first", characters[0]); // unknown
        Keep("count", characters.Count().ToString()); // unknown
        Keep("known-part", characters.Select(_ => "x").First()); // unknown
        var touched = "a";
        foreach (var one in text.Select(character =>
        {
            touched = "b";
            return character;
        }))
        {
        }

        Keep("touched", touched); // unknown
        """);

    [Fact]
    public void OrderOfStringsOtherThanPlainOnesIsNotClaimed() => SmallProgram.Check("""
        Keep("culture", string.Join(",", new[] { "a-b", "B" }.Order())); // unknown
        Keep("plain", string.Join(",", new[] { "b", "a1" }.Order())); // known
        Keep("numbers", string.Join(",", new[] { 2.5, 1.5 }.OrderDescending().Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))); // known
        """);

    [Fact]
    public void WhatLambdasCreateOnCollectionsThatAreNotKnownIsFound() => SmallProgram.Check("""
        var parts = text.Split('t');
        var made = parts.ToDictionary(part => part, part => new Bucket("made-" + part));
        var taken = parts.Select(part => new Bucket("taken-" + part)).Take(text.Length).ToList();
        Keep("after", "a"); // known
        """);

    [Fact]
    public void OrdersByAComparer() => SmallProgram.Check("""
        var words = new[] { "b", "B", "A_D", "A_C", "a" };
        KeepList("ordinal", words.OrderBy(word => word, StringComparer.Ordinal).ToList()); // known
        KeepList("descending", words.OrderByDescending(word => word.Length).ThenByDescending(word => word, StringComparer.Ordinal).ToList()); // known
        KeepList("own", words.OrderBy(word => word, new Backwards()).ThenBy(word => word.Length).ToList()); // unknown
        KeepList("culture", words.OrderBy(word => word).ToList()); // unknown
        var created = words.Select(word => new Bucket("of-" + word)).OrderBy(bucket => "k", new Backwards()).ToList();
        """, """
        class Backwards : IComparer<string>
        {
            public int Compare(string? one, string? other) => string.CompareOrdinal(other, one);
        }
        """);

    [Fact]
    public void LookupsAndJoins() => SmallProgram.Check("""
        var models = new[] { ("a", 1), ("b", 2), ("a", 3) };
        var byName = models.ToLookup(model => model.Item1, model => model.Item2);
        Keep("lookup", string.Join(",", byName["a"]) + byName.Count + byName.Contains("z") + byName["z"].Count()); // known
        Keep("groups", string.Join(",", byName.Select(group => group.Key + ":" + group.Sum()))); // known
        Keep("join", string.Join(",", from model in models join region in new[] { ("a", "eastus"), ("b", "westus") } on model.Item1 equals region.Item1 select region.Item2 + model.Item2)); // known
        Keep("group-join", string.Join(",", from name in new[] { "a", "b", "c" } join model in models on name equals model.Item1 into found select name + found.Count())); // known
        Keep("unknown-key", string.Join(",", byName[text])); // unknown
        Keep("unknown-join", string.Join(",", models.Join(new[] { text, "b" }, model => model.Item1, name => name, (model, name) => name + model.Item2))); // unknown
        """);

    [Fact]
    public void WhatIsComparedByWhatItHolds() => SmallProgram.Check("""
        var models = new[] { new { Use = "chat", Area = "us", Id = 1 }, new { Use = "chat", Area = "us", Id = 2 }, new { Use = "chat", Area = "eu", Id = 3 } };
        Keep("groups", string.Join(",", models.GroupBy(model => new { model.Use, model.Area }).Select(group => $"{group.Key.Area}{group.Count()}"))); // known
        Keep("lookup", models.ToLookup(model => (model.Use, model.Area))[("chat", "us")].Count().ToString()); // known
        Keep("join", string.Join(",", models.Join(new[] { new Key("chat", "eu") }, model => new Key(model.Use, model.Area), key => key, (model, _) => model.Id))); // known
        var keys = new[] { new Key("a", "b"), new Key("a", "b"), new Key("c", "d") };
        Keep("distinct", string.Join(",", keys.Distinct().Select(key => key.Use))); // known
        Keep("except", string.Join(",", keys.Except([new Key("a", "b")]).Select(key => key.Use)) + keys.Intersect([new Key("c", "d")]).Count()); // known
        Keep("contains", $"{keys.Contains(new Key("c", "d"))}{keys.ToList().IndexOf(new Key("c", "d"))}"); // known
        """, """
        record Key(string Use, string Area);
        """);

    [Fact]
    public void SumsOfEveryKindOfNumber() => SmallProgram.Check("""
        Keep("whole", $"{new[] { 1, 2 }.Sum()}{new[] { 1L, 2L }.Sum()}{new int[0].Sum()}{new[] { 3L, 9L }.Max()}{new[] { "a", "bb" }.Sum(one => (long)one.Length)}"); // known
        Keep("fractions", FormattableString.Invariant($"{new[] { 0.1, 0.2, 0.3 }.Sum()}|{new[] { 1.5, 0.5 }.Min()}|{new[] { 1.50m, 2.5m }.Sum()}|{new decimal[0].Sum()}")); // known
        Keep("averages", FormattableString.Invariant($"{new[] { 1, 1, 2 }.Average()}|{new[] { 1L, 2L }.Average()}|{new[] { 1m, 1m, 2m }.Average()}|{new[] { "a", "bb" }.Average(one => one.Length)}")); // known
        Keep("none-given", new int?[] { 1, null, 2 }.Sum().ToString()); // unknown
        Keep("not-a-number", $"{new[] { double.NaN, 1 }.Max() > 0}"); // unknown
        Keep("in-no-order", FormattableString.Invariant($"{ImmutableHashSet.Create(0.1, 0.2, 0.3).Sum()}")); // unknown
        Keep("one-of", new[] { flag ? 1 : 2 }.Sum().ToString()); // unknown
        try
        {
            Keep("too-large", new[] { long.MaxValue, 1 }.Sum().ToString());
        }
        catch (OverflowException)
        {
            Keep("caught", "overflow"); // known
        }
        """);

    [Fact]
    public void ComparesWithAComparer() => SmallProgram.Check("""
        string[] names = ["a", "A", "b", "B", "c"];
        Keep("distinct", string.Join(",", names.Distinct(StringComparer.OrdinalIgnoreCase)) + string.Join(",", names.DistinctBy(name => name + "x", StringComparer.OrdinalIgnoreCase))); // known
        Keep("sets", string.Join(",", names.Union(["C", "d"], StringComparer.OrdinalIgnoreCase)) + string.Join(",", names.Except(["B"], StringComparer.OrdinalIgnoreCase)) + string.Join(",", names.Intersect(["B"], StringComparer.OrdinalIgnoreCase))); // known
        Keep("groups", string.Join(",", names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Select(group => group.Key + group.Count()))); // known
        Keep("contains", $"{names.Contains("C", StringComparer.OrdinalIgnoreCase)}{names.Contains("C")}"); // known
        Keep("positions", string.Join(",", names.SelectMany((name, index) => new[] { name + index }))); // known
        Keep("numbered", string.Join(",", names.Index().Select(one => one.Index + one.Item))); // known
        Keep("lookup", string.Join(",", names.ToLookup(name => name, StringComparer.OrdinalIgnoreCase)["A"])); // unknown
        Keep("own", string.Join(",", names.Distinct(new Lengths()))); // unknown
        Keep("not-known", new[] { text, "q" }.Contains("A", StringComparer.OrdinalIgnoreCase).ToString()); // unknown
        Keep("sorted", string.Join("|", new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["b:X"] = 1, ["B:a"] = 2, ["_z"] = 3, ["A"] = 4 }.Keys)); // known
        """, """
        class Lengths : IEqualityComparer<string>
        {
            public bool Equals(string? one, string? other) => one!.Length == other!.Length;

            public int GetHashCode(string text) => text.Length;
        }
        """);

    [Fact]
    public void OrderOfKeysOfEveryKind() => SmallProgram.Check("""
        var all = new[] { ("a", 2, true), ("b", 1, false), ("c", 2, false) };
        Keep("bools", string.Join(",", all.OrderByDescending(one => one.Item3).ThenBy(one => one.Item2).Select(one => one.Item1))); // known
        Keep("best", all.MaxBy(one => one.Item3).Item1 + all.MinBy(one => one.Item2 == 2).Item1 + all.MaxBy(one => one.Item2).Item1); // known
        Keep("tuples", string.Join(",", all.OrderBy(one => (one.Item2, one.Item1)).Select(one => one.Item1))); // known
        Keep("decimals", string.Join(",", new[] { 2.5m, 0.4m, 20m }.OrderBy(size => size).Select(size => size > 1))); // known
        Keep("characters", string.Concat("hello".OrderBy(letter => letter))); // known
        Keep("spans", string.Join(",", new[] { TimeSpan.FromHours(2), TimeSpan.FromMinutes(5) }.Order())); // known
        Keep("culture", string.Join(",", all.OrderBy(one => (one.Item2, one.Item3 ? "A-" : "a")).Select(one => one.Item1))); // unknown
        Keep("mixed", string.Join(",", new object[] { 1, 2L }.OrderBy(one => one is int ? 1 : 0))); // known
        var names = new[] { "beta-2", "Beta-10", "alpha", "ALPHA_1" };
        Keep("any-case", string.Join(",", names.OrderBy(name => name, StringComparer.OrdinalIgnoreCase)) + string.Join(",", names.OrderDescending(StringComparer.OrdinalIgnoreCase))); // known
        Keep("one-of-a-set", string.Join(",", new ConcurrentDictionary<string, int> { ["a"] = 1, ["A"] = 2 }.Keys.OrderBy(key => key, StringComparer.OrdinalIgnoreCase))); // unknown
        var equal = new List<decimal> { 1.0m, 1.00m };
        equal.Sort();
        Keep("equal", string.Join(";", equal)); // unknown
        """);
}
