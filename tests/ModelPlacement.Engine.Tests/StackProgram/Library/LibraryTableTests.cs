using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.StackProgram.Library;
using ModelPlacement.Engine.Tests.Catalog;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

/// <summary>The library methods that no other test is about: each is tried at least once.</summary>
public sealed class LibraryTableTests
{
    /// <summary>A program that runs is the only thing that tells whether a method is known right.</summary>
    /// <remarks>Looks for the name alone: of two types that share one, the other may be what is tried.</remarks>
    [Fact]
    public void EveryMethodStandsInATest()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "ModelPlacement.Engine.Tests", "StackProgram"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var called = Regex.Matches(tests, @"\w+(?=\s*[(<)])", RegexOptions.None, TimeSpan.FromSeconds(10)).Select(static match => match.Value).ToHashSet();
        string[] ofTestsAndRequirements = ["RequirePulumiVersionAsync", "TestAsync", "TestWithServiceProviderAsync"];
        Assert.Equal(ofTestsAndRequirements, LibraryTable.Names.Select(static name => name.Split('.')[^1]).Where(name => !called.Contains(name)).Order());
    }

    [Fact]
    public void ArraysOfTheStaticKind() => SmallProgram.Check("""
        string[] models = ["gpt-4o", "o3", "gpt-4o-mini", "o3"];
        Keep("find", Array.Find(models, m => m.StartsWith('o')) + Array.FindIndex(models, m => m == "o3") + Array.IndexOf(models, "gpt-4o-mini") + Array.Exists(models, m => m == "x")); // known
        Keep("find-none", $"{Array.Find(models, m => m == "x") ?? "none"}{Array.FindIndex(models, m => m == "x") < 0}{Array.IndexOf(models, "x") < 0}{Array.FindLast(models, m => m != "o3")}{Array.TrueForAll(models, m => m.Length > 1)}"); // known
        Keep("last", $"{Array.LastIndexOf(models, "o3")}{Array.FindLastIndex(models, m => m == "o3")}{Array.BinarySearch(models, "x") < 9}");
        KeepList("find-all", Array.FindAll(models, m => m.StartsWith("gpt"))); // known
        KeepList("convert-all", Array.ConvertAll(models, m => m.ToUpperInvariant())); // known
        var seen = new List<string>();
        Array.ForEach(models, m => seen.Add(m + "!"));
        KeepList("for-each", seen); // known
        Keep("from", $"{Array.IndexOf(models, "o3", 2)}{Array.FindIndex(models, 2, m => m == "o3")}{Array.IndexOf(models, "o3", 2, 1)}");
        Keep("doubt", Array.Find(models, m => m == text) ?? "none"); // unknown
        Keep("doubt-exists", Array.Exists(models, m => m == text) ? "yes" : "no"); // unknown
        KeepList("doubt-all", Array.FindAll(models, m => flag || m == "o3")); // unknown
        int[] numbers = [3, 1, 2];
        Keep("numbers", $"{Array.IndexOf(numbers, 2)}{Array.Find(numbers, n => n > 5)}{string.Join(",", Array.ConvertAll(numbers, n => n * 2))}{Array.Exists(numbers, n => n > 2)}"); // known
        """);

    [Fact]
    public void Characters() => SmallProgram.Check("""
        const string sample = "aB3 _-é\u01c5٣\t";
        Keep("digit", string.Concat(sample.Select(c => char.IsDigit(c) ? '1' : '0'))); // known
        Keep("letter", string.Concat(sample.Select(c => char.IsLetter(c) ? '1' : '0'))); // known
        Keep("letter-or-digit", string.Concat(sample.Select(c => char.IsLetterOrDigit(c) ? '1' : '0'))); // known
        Keep("lower", string.Concat(sample.Select(c => char.IsLower(c) ? '1' : '0'))); // known
        Keep("upper", string.Concat(sample.Select(c => char.IsUpper(c) ? '1' : '0'))); // known
        Keep("space", string.Concat(sample.Select(c => char.IsWhiteSpace(c) ? '1' : '0'))); // known
        Keep("ascii", string.Concat(sample.Select(c => char.IsAsciiLetterLower(c) ? 'l' : char.IsAsciiLetterUpper(c) ? 'u' : char.IsAsciiLetterOrDigit(c) ? 'x' : '-'))); // known
        Keep("to", string.Concat("aBz_4".Select(c => char.ToUpperInvariant(c))) + string.Concat("aBz_4".Select(char.ToLowerInvariant))); // known
        Keep("plain", $"{char.IsDigit('4')}{char.IsLetter('x')}{char.IsLetterOrDigit('_')}{char.IsLower('x')}{char.IsUpper('x')}{char.IsWhiteSpace(' ')}{char.IsAsciiLetterLower('q')}{char.IsAsciiLetterUpper('q')}{char.IsAsciiLetterOrDigit('9')}"); // known
        Keep("culture", $"{char.ToUpper('a')}{char.ToLower('Q')}"); // known
        Keep("dotted", $"{char.ToUpper('i')}{char.ToLower('I')}"); // known
        Keep("doubt", char.IsUpper(text[0]) ? "yes" : "no"); // unknown
        """);

    [Fact]
    public void Immutables() => SmallProgram.Check("""
        var pairs = new[] { KeyValuePair.Create("b", "2"), KeyValuePair.Create("a", "1") };
        var dictionary = ImmutableDictionary.CreateRange(pairs);
        Keep("dictionary", dictionary["a"] + dictionary.GetValueOrDefault("c", "none") + dictionary.GetValueOrDefault("b") + ImmutableDictionary.GetValueOrDefault(dictionary, "b", "x") + dictionary.Count); // known
        var builder = ImmutableDictionary.CreateBuilder<string, string>();
        builder["x"] = "1"; builder.Add("y", "2"); builder.Remove("x");
        Keep("builder", string.Join(",", builder.ToImmutable().Select(p => p.Key + p.Value))); // known
        Keep("empty", $"{ImmutableDictionary.Create<string, string>().Add("k", "v")["k"]}{ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("K", "v").ContainsKey("k")}");
        var sorted = ImmutableSortedDictionary.CreateRange(pairs);
        Keep("sorted", string.Join(",", sorted.Keys) + string.Join(",", sorted.Values) + string.Join(",", pairs.ToImmutableSortedDictionary().Keys) + string.Join(",", pairs.ToImmutableSortedDictionary(p => p.Value, p => p.Key).Values)); // known
        Keep("sorted-case", string.Join(",", ImmutableSortedDictionary.Create<string, string>().Add("B", "1").Add("a", "2").Keys));
        Keep("sorted-ordinal", string.Join(",", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("B", "1").Add("a", "2").Keys));
        var sortedBuilder = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        sortedBuilder["z"] = "26"; sortedBuilder["m"] = "13";
        Keep("sorted-builder", string.Join(",", sortedBuilder.ToImmutable().Select(p => p.Key)));
        Keep("sorted-set", string.Join(",", ImmutableSortedSet.Create("c", "a", "b", "a")) + string.Join(",", ImmutableSortedSet.CreateRange(new[] { 3, 1, 2 })) + string.Join(",", new[] { "y", "x" }.ToImmutableSortedSet(StringComparer.Ordinal))); // known
        Keep("set", $"{ImmutableHashSet.CreateRange(new[] { "a", "b", "a" }).Count}{new[] { "a", "A" }.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase).Count}{new[] { "a" }.ToImmutableHashSet().Contains("a")}"); // known
        Keep("list", string.Join(",", ImmutableList.CreateRange(new[] { "p", "q" }).Add("r")) + string.Join(",", new[] { "s" }.ToImmutableList().Insert(0, "t"))); // known
        var listBuilder = ImmutableList.CreateBuilder<string>();
        listBuilder.Add("one"); listBuilder.AddRange(["two", "three"]); listBuilder.RemoveAt(1);
        Keep("list-builder", string.Join(",", listBuilder.ToImmutable())); // known
        Keep("array", string.Join(",", ImmutableArray.CreateRange(new[] { "m", "n" }).Add("o"))); // known
        Keep("frozen", System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(pairs)["a"] + System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { "k", "k" }).Count); // known
        var doubted = ImmutableDictionary<string, string>.Empty.Add("a", text);
        Keep("doubt", doubted["a"]); // unknown
        Keep("doubt-default", doubted.GetValueOrDefault("b", "none")); // known
        Keep("changed", (flag ? dictionary.Remove("a") : dictionary).GetValueOrDefault("a", "none")); // unknown
        """);

    [Fact]
    public void CollectionsOfOthers() => SmallProgram.Check("""
        var models = new Dictionary<string, string> { ["a"] = "1" };
        Keep("try-add", $"{models.TryAdd("a", "2")}{models.TryAdd("b", "3")}{models["a"]}{models["b"]}{models.AsReadOnly()["a"]}{models.Count}"); // known
        KeyValuePair<string, string> pair = KeyValuePair.Create("k", "v");
        Keep("pair", pair.Key + pair.Value); // known
        var list = new List<string> { "a", "b", "c", "d", "b" };
        Keep("read-only", string.Join(",", list.AsReadOnly())); // known
        KeepList("range", list.GetRange(1, 2)); // known
        Keep("find", $"{list.FindLastIndex(m => m == "b")}{list.FindIndex(m => m == "b")}{list.FindLast(m => m != "b")}{list.LastIndexOf("b")}{list.Find(m => m == "x") ?? "none"}");
        Keep("true-for-all", $"{list.TrueForAll(m => m.Length == 1)}{list.Exists(m => m == "z")}{list.ConvertAll(m => m + m)[1]}"); // known
        var left = new HashSet<string> { "a", "b" };
        left.SymmetricExceptWith(["b", "c"]);
        Keep("symmetric", string.Join(",", left.OrderBy(x => x, StringComparer.Ordinal))); // known
        Keep("sets", $"{left.IsSubsetOf(["a", "c", "d"])}{left.IsSupersetOf(["a"])}{left.Overlaps(["c"])}{left.SetEquals(["c", "a"])}{left.IsProperSubsetOf(["a", "c"])}{left.IsProperSupersetOf(["a", "c"])}");
        var stack = new Stack<string>(["x", "y"]);
        Keep("stack", $"{(stack.TryPop(out var top) ? top : "none")}{stack.Peek()}{stack.Count}{(stack.TryPeek(out var next) ? next : "none")}"); // known
        var queue = new Queue<string>(["x", "y"]);
        Keep("queue", $"{(queue.TryDequeue(out var first) ? first : "none")}{queue.Peek()}{queue.Count}{(queue.TryPeek(out var second) ? second : "none")}"); // known
        var linked = new LinkedList<string>(["x", "y", "z"]);
        linked.RemoveFirst(); linked.RemoveLast(); linked.AddFirst("w");
        Keep("linked", string.Join(",", linked));
        Keep("doubt", models.TryAdd(text, "4") ? "new" : "old"); // unknown
        var inputs = new InputList<string> { "a" }; inputs.Add("b", "c");
        KeepList("list-add", inputs); // known
        Keep("part-of-array", string.Join(",", ImmutableArray.Create(new[] { "a", "b", "c" }, 1, 2)) + string.Join(",", ImmutableArray.CreateRange(["a", "b"], m => m + "!")));
        Keep("comparers", $"{ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "a", "A").Count}{ImmutableHashSet.CreateRange(StringComparer.Ordinal, new[] { "a", "A" }).Count}{new[] { "a" }.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase).Contains("A")}"); // known
        """);

    [Fact]
    public void MoreOfLinq() => SmallProgram.Check("""
        string[] models = ["gpt-4o", "o3", "gpt-4o-mini"];
        string[] none = [];
        Keep("or-default", $"{models.ElementAtOrDefault(1)}{models.ElementAtOrDefault(9) ?? "none"}{models.LastOrDefault()}{none.LastOrDefault() ?? "none"}{none.SingleOrDefault() ?? "none"}{none.LastOrDefault("last")}{none.SingleOrDefault("single")}{models.LastOrDefault(m => m == "x", "y")}{models.SingleOrDefault(m => m == "o3")}"); // known
        Keep("ends", string.Join(",", models.SkipLast(1)) + string.Join(",", models.TakeLast(2)) + string.Join(",", models.TakeLast(0)) + string.Join(",", models.SkipLast(9))); // known
        Keep("by", $"{models.MinBy(m => m.Length)}{models.MaxBy(m => m.Length)}{models.LongCount()}{models.LongCount(m => m.StartsWith('g'))}"); // known
        Keep("sets", $"{models.ToHashSet().Count}{models.ToHashSet(StringComparer.OrdinalIgnoreCase).Contains("O3")}{models.AsEnumerable().First()}{Enumerable.Empty<string>().Count()}{models.TryGetNonEnumeratedCount(out var count)}{count}");
        Keep("by-name", new[] { ("b", 2), ("a", 2), ("c", 1) }.MinBy(p => p.Item2).Item1 + new[] { ("b", 2), ("a", 2), ("c", 1) }.MaxBy(p => p.Item2).Item1); // known
        Keep("doubt", models.SkipLast(flag ? 1 : 2).Last()); // unknown
        Keep("doubt-single", models.SingleOrDefault(m => m == text) ?? "none"); // unknown
        Keep("doubt-last", models.LastOrDefault(m => flag || m == "o3") ?? "none"); // unknown
        """);

    [Fact]
    public void NumbersOfEveryKind() => SmallProgram.Check("""
        Keep("text", $"{((short)5).ToString()}{((sbyte)-5).ToString()}{((ushort)5).ToString()}{5u.ToString()}{5ul.ToString()}{5L.ToString()}{((byte)5).ToString("D3")}{255.ToString("X4")}{7u.ToString("D2")}");
        Keep("negative", ((short)-5).ToString() + (-5L) + (-5));
        Keep("parse", $"{long.Parse("12") + 1}{(long.TryParse("13", out var parsed) ? parsed : 0)}{(long.TryParse("x", out var bad) ? 1 : 2)}{bad}{(bool.TryParse("TRUE", out var yes) ? yes : false)}{bool.TryParse("ja", out _)}"); // known
        Keep("compare", $"{5L.CompareTo(6L)}{5.0.CompareTo(5.0)}{5m.CompareTo(4m)}{5.CompareTo(7)}");
        Keep("math", $"{Math.Floor(2.7)}{Math.Floor(2.7m)}{Math.Floor(-2.5)}{Math.Abs(-3)}{Math.Abs(-3L)}{Math.Abs(-3.5m)}{Math.Abs((sbyte)-4)}{Math.Ceiling(2.1)}");
        Keep("convert", $"{Convert.ToBoolean("true")}{Convert.ToBoolean(1)}{Convert.ToBoolean(0)}{Convert.ToHexString(new byte[] { 1, 255 })}{Convert.ToHexString(Encoding.UTF8.GetBytes("az"))}");
        Keep("single", 1.5f.ToString() + 2f);
        Keep("single-invariant", 1.5f.ToString(System.Globalization.CultureInfo.InvariantCulture)); // known
        Keep("enum", $"{(Enum.TryParse<DayOfWeek>("Friday", out var day) ? day : DayOfWeek.Monday)}{Enum.TryParse<DayOfWeek>("friday", out _)}{Enum.TryParse<DayOfWeek>("friday", true, out var other)}{other}{(int)day}{Enum.TryParse(typeof(DayOfWeek), "Monday", out var boxed)}{boxed}"); // known
        Keep("doubt", long.TryParse(text, out var doubted) ? "yes" : "no"); // unknown
        """);

    [Fact]
    public void ScalarsOfEveryKind() => SmallProgram.Check("""
        var id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        Keep("guid", $"{id.Equals(Guid.Empty)}{id.Equals(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"))}{Guid.TryParse("x", out var none)}{none}{Guid.TryParse("6f9619ff8b86d011b42d00c04fc964ff", out var same)}{same == id}{id.Equals((object)"x")}");
        var time = TimeSpan.FromMilliseconds(1500);
        Keep("time", $"{time}{time.Add(TimeSpan.FromSeconds(1))}{time.Subtract(TimeSpan.FromSeconds(2))}{time.Equals(TimeSpan.FromSeconds(1.5))}{TimeSpan.TryParse("00:01:00", out var minute)}{minute}{TimeSpan.TryParse("x", out var bad)}{bad}");
        var address = new Uri("https://h.example/a");
        Keep("uri", $"{address.Equals(new Uri("https://H.example/a"))}{(Uri.TryCreate("https://h.example/b", UriKind.Absolute, out var second) ? second : address)}{Uri.TryCreate("b", UriKind.Absolute, out _)}{(Uri.TryCreate(address, "c", out var third) ? third.AbsolutePath : "")}");
        var version = Version.Parse("1.2.3");
        Keep("version", $"{version.CompareTo(new Version(1, 3))}{version.Equals(new Version("1.2.3"))}{version.CompareTo(null)}{version.Build}");
        Keep("strings", $"{"abc".Clone()}{string.Intern("x")}{"e\u0301".Normalize().Length}{"abc".ToString()}{"abc".Normalize() == "abc"}");
        Keep("upper", "gpt".ToUpper() + "MINI".ToLower()); // known
        Keep("doubt", Uri.TryCreate(text, UriKind.Absolute, out var doubted) ? "yes" : "no"); // unknown
        """);

    [Fact]
    public void WhatGuardsAndLogs() => SmallProgram.Check("""
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty("x");
        ArgumentException.ThrowIfNullOrWhiteSpace("x");
        Console.Write("a"); Console.WriteLine("b"); Console.WriteLine("{0}", text);
        GC.KeepAlive(text); GC.SuppressFinalize(text);
        Log.Debug("a"); Log.Warn("b"); Log.Info("c", deployed is null ? null : null);
        Keep("after", "kept"); // known
        var caught = "none";
        try { ArgumentException.ThrowIfNullOrEmpty(""); caught = "not reached"; } catch (ArgumentException) { caught = "caught"; }
        Keep("caught", caught); // known
        try { ArgumentNullException.ThrowIfNull((object?)null, "model"); caught = "not reached"; } catch (ArgumentNullException) { caught = "null"; }
        Keep("null", caught); // known
        try { ArgumentException.ThrowIfNullOrWhiteSpace("  "); caught = "not reached"; } catch (ArgumentException) { caught = "white"; }
        Keep("white", caught); // known
        try { ArgumentException.ThrowIfNullOrEmpty(flag ? "" : "x"); caught = "passed"; } catch (ArgumentException) { caught = "thrown"; }
        Keep("doubt", caught); // unknown
        using (var reader = new StringReader("first\nsecond\nthird"))
        {
            Keep("reader", reader.ReadLine() + "|" + reader.ReadToEnd()); // known
            reader.Close();
        }
        using var document = JsonDocument.Parse("{\"n\": 12, \"d\": 1.5, \"list\": [1]}");
        Keep("element", $"{document.RootElement.GetProperty("n").GetInt64()}{document.RootElement.Clone().GetProperty("list")[0].GetInt32()}"); // known
        Keep("fraction", document.RootElement.GetProperty("d").GetDouble() > 1 ? "more" : "less"); // known
        Keep("node", System.Text.Json.Nodes.JsonValue.Create("x")!.ToJsonString() + System.Text.Json.Nodes.JsonNode.Parse("[7]")![0]!.AsValue().GetValue<int>()); // known
        Keep("regex", Regex.Count("a1b22", "[0-9]+") + Regex.Match("gpt-4o", "[0-9]").ToString()); // known
        """);

    [Fact]
    public void TasksOfEveryKind() => SmallProgram.Check("""
        Keep("value-task", await ValueTask.FromResult("a") + await new ValueTask<string>("b").AsTask() + ValueTask.FromResult("c").GetAwaiter().GetResult()); // known
        var task = Task.Run(() => "d");
        task.Wait();
        Keep("waited", task.Result); // known
        var collected = "";
        await foreach (var item in Items().ConfigureAwait(false))
            collected += item;
        Keep("stream", collected); // known
        await foreach (var item in Items().WithCancellation(default).ConfigureAwait(false))
            collected += item;
        Keep("stream-again", collected); // known

        static async IAsyncEnumerable<string> Items()
        {
            yield return "x";
            await Task.Yield();
            yield return "y";
        }
        """);

    [Fact]
    public void OutputsOfEveryKind() => SmallProgram.Check("""
        Keep("json", Output.JsonDeserialize<Dictionary<string, string>>(Output.Create("{\"model\": \"gpt-4o\"}")).Apply(m => m["model"]));
        Keep("secret", Output.Unsecret(Output.CreateSecret("s"))); // known
        var list = Output.Create(ImmutableArray.Create("a", "b", "c"));
        Keep("first", list.First()); // known
        Keep("at", list.GetAt(1)); // known
        Keep("length", list.Length().Apply(l => "n" + l)); // known
        Keep("unknown-of", Pulumi.Utilities.OutputUtilities.CreateUnknown("x"));
        Keep("with", Pulumi.Utilities.OutputUtilities.WithDependency(Output.Create("w"), new Bucket("dependency"))); // known
        Union<string, int> choice = "left";
        Keep("union", choice.AsT0 + Union<string, int>.FromT1(3).AsT1 + Union<string, int>.FromT0("z").Value); // known
        var bucket = new Bucket("named");
        Keep("resource", bucket.GetResourceName() + bucket.GetResourceType()); // known
        """);

    [Fact]
    public void Settings() => SmallProgram.Check(""""
        Keep("none", $"{config.GetSecret("none") is null}{config.GetSecretBoolean("none") is null}{config.GetSecretInt32("none") is null}{config.GetSecretDouble("none") is null}{config.GetSecretObject<string[]>("none") is null}{config.GetObject<string[]>("none") is null}");
        var caught = "none";
        try { config.RequireInt32("none"); caught = "found"; } catch (Exception) { caught = "missing"; }
        Keep("required-number", caught); // unknown
        try { config.RequireDouble("none"); config.RequireSecretInt32("none"); config.RequireSecretDouble("none"); config.RequireSecretBoolean("none"); config.RequireSecretObject<string[]>("none"); caught = "found"; } catch (Exception) { caught = "missing"; }
        Keep("required", caught); // unknown
        Union<string, int> choice = "left";
        Keep("left", Output.Create(choice).AsT0()); // known
        Keep("right", Output.Create<Union<string, int>>(3).AsT1().Apply(number => "n" + number)); // known
        Keep("after", "after"); // known
        """", mayFail: true);

    [Fact]
    public void OtherStacks() => SmallProgram.Check(""""
        if (flag)
        {
            var network = new StackReference("acme/network/prod");
            Keep("output", network.RequireOutput("model").Apply(model => (string)model!)); // unknown
            Keep("value", (string?)await network.GetValueAsync("model")); // unknown
            Keep("required", (string?)await network.RequireValueAsync("model")); // unknown
        }

        Keep("after", "after"); // known
        """", mayFail: true);
}
