using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

/// <summary>Overloads of library methods: each argument counts, or the result is not claimed.</summary>
public sealed class OverloadsTests
{
    [Fact]
    public void LinqComparers() => SmallProgram.Check(""""
        string[] a = ["b", "A", "a", "C", "B"]; string[] b = ["c", "a"];
        var ci = StringComparer.OrdinalIgnoreCase;
        Keep("contains", $"{a.Contains("c", ci)}{a.Contains("c")}{a.SequenceEqual(["B", "a", "A", "c", "b"], ci)}{a.SequenceEqual(["b"])}");
        Keep("distinct", string.Join(",", a.Distinct(ci)) + string.Join(",", a.DistinctBy(x => x, ci)) + string.Join(",", a.DistinctBy(x => x.Length))); // known
        Keep("sets", string.Join(",", a.Union(b, ci)) + "|" + string.Join(",", a.Except(b, ci)) + "|" + string.Join(",", a.Intersect(b, ci)) + "|" + string.Join(",", a.UnionBy(b, x => x, ci)) + "|" + string.Join(",", a.ExceptBy(b, x => x, ci)) + "|" + string.Join(",", a.IntersectBy(b, x => x, ci)));
        Keep("group", string.Join(",", a.GroupBy(x => x, ci).Select(g => g.Key + g.Count())) + string.Join(",", a.GroupBy(x => x).Select(g => g.Key + g.Count())) + string.Join(",", a.GroupBy(x => x, x => x + "!", ci).Select(g => g.Key + string.Concat(g)))); // known
        Keep("group-result", string.Join(",", a.GroupBy(x => x, (k, g) => k + g.Count(), ci)) + string.Join(",", a.GroupBy(x => x, x => x.Length, (k, g) => k + g.Sum(), ci))); // known
        Keep("lookup", a.ToLookup(x => x, ci)["a"].Count() + "" + a.ToLookup(x => x)["a"].Count() + a.ToLookup(x => x, x => x + "?", ci)["b"].Last());
        Keep("dictionary", new[] { "x", "Y" }.ToDictionary(x => x, ci)["y"] + new[] { "x", "Y" }.ToDictionary(x => x, x => x + "1", ci)["X"] + new[] { "x" }.ToDictionary(x => x, x => x).ContainsKey("X")); // known
        Keep("join", string.Join(",", a.Join(b, x => x, y => y, (x, y) => x + y, ci)) + string.Join(",", a.Join(b, x => x, y => y, (x, y) => x + y)) + string.Join(",", b.GroupJoin(a, x => x, y => y, (x, ys) => x + ys.Count(), ci)));
        Keep("order", string.Join(",", a.OrderBy(x => x, StringComparer.Ordinal)) + string.Join(",", a.OrderByDescending(x => x, StringComparer.Ordinal)) + string.Join(",", a.Order(StringComparer.Ordinal)) + string.Join(",", a.OrderDescending(StringComparer.Ordinal))); // known
        Keep("order-case", string.Join(",", a.OrderBy(x => x, ci)) + string.Join(",", a.Order(ci)) + string.Join(",", a.OrderBy(x => x.Length).ThenByDescending(x => x, StringComparer.Ordinal)) + string.Join(",", a.OrderBy(x => x.Length).ThenBy(x => x, ci)));
        Keep("order-default", string.Join(",", a.OrderBy(x => x)) + string.Join(",", a.Order()));
        Keep("max", $"{a.Max(StringComparer.Ordinal)}{a.Min(StringComparer.Ordinal)}{a.MaxBy(x => x, StringComparer.Ordinal)}{a.MinBy(x => x, StringComparer.Ordinal)}{a.Max(ci)}{a.MinBy(x => x, ci)}");
        Keep("count-by", string.Join(",", a.CountBy(x => x, ci).Select(p => p.Key + p.Value)) + string.Join(",", a.AggregateBy(x => x, "", (s, x) => s + x, ci).Select(p => p.Key + p.Value)));
        Keep("max-default", $"{a.Max()}{a.Min()}");
        """");

    [Fact]
    public void Linq() => SmallProgram.Check(""""
        string[] a = ["b", "A", "a", "C", "B"]; int[] n = [3, 1, 2];
        Keep("index", string.Join(",", a.Select((x, i) => x + i)) + string.Join(",", a.Where((x, i) => i % 2 == 0)) + string.Join(",", a.TakeWhile((x, i) => i < 2)) + string.Join(",", a.SkipWhile((x, i) => i < 3)) + string.Join(",", a.Index().Select(p => p.Item + p.Index))); // known
        Keep("many", string.Join(",", a.SelectMany(x => new[] { x, x + "1" })) + string.Join(",", a.SelectMany((x, i) => Enumerable.Repeat(x, i))) + string.Join(",", a.SelectMany(x => x, (x, c) => x + c)) + string.Join(",", a.SelectMany((x, i) => x + i, (x, c) => c))); // known
        Keep("zip", string.Join(",", a.Zip(n)) + string.Join(",", a.Zip(n, (x, y) => x + y)) + string.Join(",", a.Zip(n, a).Select(t => t.First + t.Second + t.Third))); // known
        Keep("take", string.Join(",", a.Take(1..3)) + string.Join(",", a.Take(^2..)) + string.Join(",", a.Take(..^3)) + a.ElementAt(^1) + a.ElementAtOrDefault(^9) + a.ElementAtOrDefault(new Index(1)));
        Keep("default", string.Join(",", new string[0].DefaultIfEmpty("d")) + a.FirstOrDefault(x => x == "q", "f") + new string[0].FirstOrDefault("g") + a.FirstOrDefault(x => x == "C", "f") + string.Join(",", a.DefaultIfEmpty("d"))); // known
        Keep("aggregate", a.Aggregate((x, y) => x + y) + a.Aggregate("s", (x, y) => x + y) + a.Aggregate("s", (x, y) => x + y, x => x.Length + "")); // known
        Keep("chunk", string.Join("|", a.Chunk(2).Select(c => string.Concat(c))) + string.Join(",", Enumerable.Range(2, 3)) + string.Join(",", Enumerable.Repeat("r", 2)) + string.Join(",", a.Append("z").Prepend("y")) + string.Join(",", a.Reverse())); // known
        Keep("sum", $"{n.Sum()}{n.Sum(x => x * 2)}{n.Average()}{n.Max(x => -x) == -1}{n.Min(x => x + 1)}{a.Sum(x => x.Length)}{a.Max(x => x.Length)}{n.Count(x => x > 1)}{n.Any(x => x > 3)}{n.All(x => x > 0)}"); // known
        Keep("type", string.Join(",", new object[] { "s", 1, "t" }.OfType<string>()) + string.Join(",", new object[] { "s" }.Cast<string>()) + string.Join(",", new object?[] { null, "x" }.OfType<string>())); // known
        Keep("order-number", string.Join(",", n.Order()) + string.Join(",", n.OrderByDescending(x => x)) + string.Join(",", n.OrderBy(x => x % 2).ThenBy(x => -x))); // known
        Keep("left", string.Join(",", a.LeftJoin(["a"], x => x, y => y, (x, y) => x + y)) + string.Join(",", a.RightJoin(["a", "q"], x => x, y => y, (x, y) => x + y)));
        """");

    [Fact]
    public void Texts() => SmallProgram.Check(""""
        var s = "a,B,,c,D";
        Keep("split", string.Join("|", s.Split(',', 2)) + string.Join("|", s.Split(",", StringSplitOptions.RemoveEmptyEntries)) + string.Join("|", s.Split(new[] { ',', 'B' }, 3, StringSplitOptions.None)) + string.Join("|", s.Split(",", 3)) + string.Join("|", " a , b ".Split(',', StringSplitOptions.TrimEntries)) + string.Join("|", "a b\tc".Split()) + string.Join("|", "a--b-c".Split(["--", "-"], StringSplitOptions.None)) + string.Join("|", s.Split(',', 2, StringSplitOptions.RemoveEmptyEntries)));
        Keep("split-null", string.Join("|", "a b".Split((char[]?)null)) + string.Join("|", "a b".Split((string?)null)) + string.Join("|", "a b".Split("")) + string.Join("|", s.Split(',', 1)) + string.Join("|", s.Split(',', 0)));
        Keep("join", string.Join("-", ["a", "b", "c"], 1, 2) + string.Join('-', "a", "b") + string.Join("-", "a", 1, null, true) + string.Join("-", new object?[] { null, "x" }));
        Keep("replace", s.Replace("b", "X", StringComparison.OrdinalIgnoreCase) + s.Replace("b", "X", StringComparison.Ordinal) + s.Replace("b", "X", true, null) + s.Replace(',', '.') + s.Replace(",", null) + "a\r\nb".ReplaceLineEndings("\n"));
        Keep("contains", $"{s.Contains("b", StringComparison.OrdinalIgnoreCase)}{s.Contains('b')}{s.Contains('b', StringComparison.OrdinalIgnoreCase)}{s.Contains("b")}"); // known
        Keep("index", $"{s.IndexOf(',', 2)}{s.IndexOf(",", 4)}{s.IndexOf(',', 2, 1) < 0}{s.LastIndexOf(',', 3)}{s.IndexOf("b", StringComparison.OrdinalIgnoreCase)}{s.IndexOfAny(['c', 'B'])}{s.LastIndexOf("d", StringComparison.OrdinalIgnoreCase)}{s.IndexOf("")}{s.LastIndexOf(',')}{s.LastIndexOfAny(['a', 'c'])}");
        Keep("trim", "xxaxx".Trim('x') + "xyaxy".Trim('x', 'y') + "xxa".TrimStart('x') + "axx".TrimEnd('x') + " a ".TrimStart() + "xyax".TrimEnd("xy".ToCharArray()) + " a ".TrimEnd(null));
        Keep("pad", "a".PadLeft(3, '0') + "a".PadRight(3) + "abc".PadLeft(2) + "abc".Remove(1) + "abc".Remove(1, 1) + "ac".Insert(1, "b") + "abcd".Substring(1, 2) + "abcd".Substring(2)); // known
        Keep("starts", $"{s.StartsWith("A", StringComparison.OrdinalIgnoreCase)}{s.StartsWith("A", true, null)}{s.EndsWith('D')}{s.StartsWith("A", StringComparison.Ordinal)}{s.EndsWith("d", StringComparison.OrdinalIgnoreCase)}{"".StartsWith("")}");
        Keep("compare", $"{string.Compare("a", "B", StringComparison.Ordinal) > 0}{string.Compare("a", "B", StringComparison.OrdinalIgnoreCase) < 0}{string.Compare("a", "A", true) == 0}{string.CompareOrdinal("a", "b") < 0}{string.Equals("a", "A", StringComparison.OrdinalIgnoreCase)}{"a".Equals("A")}{"a".Equals("A", StringComparison.OrdinalIgnoreCase)}{string.CompareOrdinal("xab", 1, "ab", 0, 2) == 0}{string.Compare("xab", 1, "AB", 0, 2, StringComparison.OrdinalIgnoreCase) == 0}{string.Compare("a", "A", false) == 0}");
        Keep("format", string.Format("{0}-{1,3}|{1,-3}|{0:X}", 255, 7) + string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:N1}", 1234.5) + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{1.5}") + string.Format("{{0}}") + FormattableString.Invariant($"{2.5}")); // known
        Keep("new", new string('x', 3) + new string(['a', 'b', 'c'], 1, 2) + new string("abc".ToCharArray(1, 2)) + string.Concat(new[] { "a", "b" }) + string.Concat("a", null, 1) + string.Concat(Enumerable.Range(1, 3)) + new string("ab".AsSpan()));
        Keep("span", "abcdef".AsSpan(2, 3).ToString() + "abc".AsSpan()[1..].ToString() + "abcdef"[^3..] + "abcdef"[1..^1] + "abc"[^1] + "key=value".AsSpan().Slice(4).ToString());
        Keep("chars", $"{"abc".ElementAt(1)}{"abc".First()}{"abc".Last()}{string.Concat("abc".Reverse())}{string.Concat("abc".Skip(1))}{"a-b".Count(c => c == '-')}{"abc".Contains('b')}{"abc".ToArray().Length}"); // known
        """");

    [Fact]
    public void TextBuilders() => SmallProgram.Check(""""
        var b = new StringBuilder("ab");
        b.Append('c', 3).Append("xyz", 1, 2).Append(new[] { 'q', 'r' }).Append(1).Append(true).Append((object?)null).Insert(0, "<").Insert(1, "-", 2).AppendLine("!").AppendLine();
        Keep("built", b.ToString().Replace(Environment.NewLine, "\n"));
        b.Clear().AppendJoin(", ", new[] { "a", "b" }).AppendJoin('-', 1, 2).AppendFormat("{0}|{1:D2}", "f", 3).Append($"{4}:{5,3}");
        Keep("joined", b.ToString());
        b.Replace("a", "A").Replace('b', 'B').Replace("-", "_", 0, 3).Remove(0, 1).Replace("B", "bb", 0, 5);
        Keep("replaced", b.ToString() + b.Length + b[0]);
        b.Length = 3; b[0] = 'Z';
        Keep("cut", b.ToString() + b.ToString(1, 2) + new StringBuilder("abcdef", 1, 3, 16).ToString() + new StringBuilder(16).Append("x") + b.Equals(new StringBuilder("Z")));
        """");

    [Fact]
    public void Numbers() => SmallProgram.Check(""""
        Keep("round", $"{Math.Round(2.5)}{Math.Round(3.5)}{Math.Round(2.5, MidpointRounding.AwayFromZero)}{Math.Round(2.4m)}{Math.Clamp(9, 1, 5)}{Math.Max(1, 2)}{Math.Min(3L, 2L)}{Math.Pow(2, 3)}{Math.Truncate(2.9)}{Math.DivRem(7, 2).Quotient}{Math.Sqrt(9)}{Math.Sign(-3) < 0}{Math.Round(5.55m, 1) > 5}");
        Keep("convert", $"{Convert.ToInt32("ff", 16)}{Convert.ToString(5, 2)}{Convert.ToInt32("12")}{Convert.ToInt32(2.5)}{Convert.ToInt32(3.5)}{Convert.ToInt64("12")}{Convert.ToString(true)}{Convert.ToInt32('a')}{Convert.ToInt32(true)}{Convert.ToDouble("2", System.Globalization.CultureInfo.InvariantCulture)}{Convert.ToChar(65)}{Convert.ToByte("7")}");
        Keep("parse", $"{int.Parse("ff", System.Globalization.NumberStyles.HexNumber)}{int.Parse(" 12 ")}{int.TryParse("1,000", out _)}{int.Parse("1,000", System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)}{double.Parse("2", System.Globalization.CultureInfo.InvariantCulture)}{decimal.Parse("3", System.Globalization.CultureInfo.InvariantCulture)}{int.TryParse("", out var zero)}{zero}{int.TryParse("+5", out var five)}{five}{byte.TryParse("300", out _)}");
        Keep("format", $"{255:x2}{5:D3}{1234:N0}{0.5:P0}{12:00000}{255:X}{5,4}{5,-4}|{12345678:#,##0}");
        Keep("invariant", 1234.5.ToString("F2", System.Globalization.CultureInfo.InvariantCulture) + 1234.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + (0.5).ToString("P0", System.Globalization.CultureInfo.InvariantCulture) + 5.ToString(System.Globalization.CultureInfo.InvariantCulture)); // known
        Keep("bytes", Convert.ToBase64String([1, 2, 3], 1, 2) + Convert.ToBase64String(Encoding.UTF8.GetBytes("é")) + Encoding.UTF8.GetString([65, 66, 67], 1, 2) + Encoding.ASCII.GetString(Convert.FromBase64String("QUI=")) + Encoding.UTF8.GetByteCount("é") + Encoding.Unicode.GetBytes("a").Length + Convert.ToHexString([10]).ToLowerInvariant() + Convert.ToBase64String(Encoding.Latin1.GetBytes("é")));
        Keep("bits", $"{5 & 3}{5 | 3}{5 ^ 3}{~5 < 0}{1 << 4}{-8 >> 1 < 0}{-8 >>> 28}{7 % 3}{-7 % 3 == -1}{7 / 2}{unchecked((byte)300)}{(int)2.9}{(char)('a' + 1)}{unchecked(int.MaxValue + 1) < 0}{(long)int.MaxValue + 1}"); // known
        Keep("paths", Path.Combine("a", "b", "c") .Replace('\\', '/') + Path.GetFileName("/x/y.txt") + Path.GetExtension("y.tar.gz") + Path.GetFileNameWithoutExtension("/x/y.txt") + Path.ChangeExtension("y.txt", ".md") + Path.Combine("a", "/b").Replace('\\', '/') + Path.Join("a", "/b").Replace('\\', '/'));
        """");

    [Fact]
    public void Collections() => SmallProgram.Check(""""
        var d = new Dictionary<string, string>(new Dictionary<string, string> { ["a"] = "1", ["B"] = "2" }, StringComparer.OrdinalIgnoreCase) { ["C"] = "3" };
        d["A"] = "4"; d.Remove("b", out var removed);
        Keep("case", $"{d["a"]}{d.ContainsKey("c")}{removed}{string.Join(",", d.Keys)}{d.Comparer == StringComparer.OrdinalIgnoreCase}");
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 1, ["B"] = 2, ["a"] = 3 };
        Keep("sorted", string.Join(",", sorted.Select(p => p.Key + p.Value)) + sorted.First().Key);
        var reversed = new SortedDictionary<string, int>(Comparer<string>.Create((x, y) => string.CompareOrdinal(y, x))) { ["a"] = 1, ["b"] = 2 };
        Keep("reversed", string.Join(",", reversed.Keys));
        var list = new SortedList<int, string> { [3] = "c", [1] = "a" };
        Keep("list", list.Values[0] + list.Keys[1] + list.IndexOfKey(3));
        var concurrent = new ConcurrentDictionary<string, int>();
        Keep("concurrent", $"{concurrent.GetOrAdd("a", 1)}{concurrent.GetOrAdd("a", k => 2)}{concurrent.AddOrUpdate("a", 5, (k, v) => v + 10)}{concurrent.AddOrUpdate("b", k => 7, (k, v) => v)}{concurrent.TryUpdate("a", 20, 11)}{concurrent["a"]}{concurrent.TryRemove("b", out var gone)}{gone}{concurrent.GetOrAdd("c", (k, x) => x, 9)}");
        var set = new SortedSet<string>(["c", "a", "b"], StringComparer.Ordinal);
        Keep("sorted-set", string.Join(",", set) + set.Min + set.Max + string.Join(",", set.GetViewBetween("a", "b")) + string.Join(",", set.Reverse()));
        var priority = new PriorityQueue<string, int>(); priority.Enqueue("late", 9); priority.Enqueue("soon", 1);
        Keep("priority", priority.Dequeue() + priority.Count);
        var linked = new LinkedList<string>(); linked.AddLast("a"); linked.AddFirst("b"); linked.AddAfter(linked.First!, "c");
        Keep("linked", string.Join(",", linked) + linked.First!.Value + linked.Last!.Value);
        var l = new List<string> { "c", "a", "b" }; l.Sort(StringComparer.Ordinal); l.Reverse(); l.RemoveRange(0, 1); l.Insert(0, "z"); l.RemoveAll(x => x == "a"); l.InsertRange(1, ["p", "q"]);
        Keep("edited", string.Join(",", l) + l.IndexOf("q") + l.Count + l.BinarySearch("a").ToString().Length);
        l.Sort((x, y) => string.CompareOrdinal(y, x)); Keep("sorted-down", string.Join(",", l));
        l.Reverse(0, 2); Keep("part-reversed", string.Join(",", l));
        Keep("slices", string.Join(",", l[..2]) + l[^1] + string.Join(",", l.Slice(1, 2)) + string.Join(",", new[] { 1, 2, 3 }[1..]));
        var lookup = new Dictionary<(string, int), string> { [("a", 1)] = "x", [("b", 2)] = "y" };
        Keep("tuple-key", lookup[("b", 2)] + lookup.GetValueOrDefault(("c", 3), "none") + lookup.ContainsKey(("a", 2))); // known
        Keep("merge", string.Join(",", new Dictionary<string, int> { ["a"] = 1 }.Concat(new Dictionary<string, int> { ["b"] = 2 }).ToDictionary(p => p.Key, p => p.Value).Select(p => p.Key + p.Value)) + new Dictionary<string, int>([new("k", 1)])["k"] + new Dictionary<string, int>(new[] { KeyValuePair.Create("m", 4) })["m"]); // known
        """");

    [Fact]
    public void Characters() => SmallProgram.Check(""""
        Keep("at", $"{char.IsDigit("a1", 1)}{char.IsLetter("a1", 1)}{char.IsUpper("aB", 1)}{char.IsWhiteSpace("a ", 1)}{char.IsLetterOrDigit("-", 0)}{char.IsPunctuation('-')}{char.IsAsciiDigit('5')}{char.IsAsciiHexDigit('f')}{char.IsBetween('c', 'a', 'd')}{char.GetNumericValue('7')}{char.ToString('x')}{'x'.ToString()}{char.Parse("q")}{char.TryParse("qq", out _)}{'a'.CompareTo('b') < 0}{'a'.Equals('a')}");
        var turkish = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
        Keep("upper-turkish", $"{char.ToUpper('i', turkish)}{"mini".ToUpper(turkish)}{"MINI".ToLower(turkish)}"); // unknown
        Keep("upper-culture", $"{char.ToUpper('x', System.Globalization.CultureInfo.InvariantCulture)}{"mini".ToUpper(System.Globalization.CultureInfo.InvariantCulture)}{"MINI".ToLowerInvariant()}{System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase("ab cd")}");
        """");

    [Fact]
    public void RegularExpressions() => SmallProgram.Check(""""
        Keep("replace", Regex.Replace("aXbXc", "x", "-", RegexOptions.IgnoreCase) + new Regex("X").Replace("aXbXc", "-", 1) + new Regex("X").Replace("aXbXc", "-", 1, 2) + Regex.Replace("a1b2", @"\d", m => "<" + m.Value + ">") + Regex.Replace("John Smith", @"(\w+) (\w+)", "$2, $1") + Regex.Replace("ab", "(?<x>a)", "${x}${x}"));
        Keep("split", string.Join("|", Regex.Split("a1b22c", @"\d+")) + string.Join("|", new Regex(",").Split("a,b,c", 2)) + string.Join("|", Regex.Split("a1b", @"(\d)")) + string.Join("|", new Regex(",").Split("a,b,c", 9, 2)));
        Keep("match", Regex.Match("gpt-4o-mini", @"gpt-(?<v>\d)(o)?").Groups["v"].Value + Regex.Match("ab12", @"\d+").Index + new Regex("b").Match("abab", 2).Index + Regex.IsMatch("A", "a", RegexOptions.IgnoreCase) + Regex.IsMatch("A", "a") + new Regex("b").IsMatch("ab", 2) + string.Join(",", Regex.Matches("a1b2", @"\d").Select(m => m.Value)) + Regex.Match("x", "y").Success + Regex.Match("ab", "(a)(c)?").Groups[2].Success + Regex.Match("ab", "a").NextMatch().Success + new Regex("b").Match("abab", 0, 1).Success);
        Keep("misc", Regex.Escape("a.b") + Regex.Count("aaa", "a") + new Regex("a", RegexOptions.IgnoreCase).ToString() + Regex.Unescape(@"a\.b") + new Regex("(?<n>a)(b)").GetGroupNames().Length + Regex.Match("abc", "(?<n>b)").Groups.Count + Regex.Match("aab", "a+?").Value + Regex.Match("a\nb", "^b", RegexOptions.Multiline).Value + Regex.Match("a\nb", "a.b", RegexOptions.Singleline).Length);
        """");

    [Fact]
    public void Json() => SmallProgram.Check(""""
        var node = System.Text.Json.Nodes.JsonNode.Parse("{\"a\": [1, \"x\", true, null, 2.5], \"b\": {\"c\": \"d\"}, \"n\": 7}")!;
        Keep("node", $"{node["a"]![0]!.GetValue<int>()}{node["a"]![1]}{(bool)node["a"]![2]!}{node["a"]![3] is null}{node["b"]!["c"]!.GetValue<string>()}{(int)node["n"]!}{node["a"]!.AsArray().Count}{node.AsObject().ContainsKey("z")}{node["z"] is null}"); // known
        Keep("written", node.ToJsonString()); // known
        Keep("indented", node["b"]!.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Replace("\r\n", "\n")); // known
        var edited = node.AsObject(); edited["n"] = 8; edited.Remove("a"); edited.Add("e", new System.Text.Json.Nodes.JsonArray("p", 1)); edited["b"]!["c"] = null;
        Keep("edited", edited.ToJsonString() + edited.Count); // known
        var clone = node.DeepClone(); clone["n"] = 9;
        Keep("clone", clone["n"]!.ToJsonString() + node["n"]!.ToJsonString());
        using var document = JsonDocument.Parse("[{\"id\": 1, \"name\": \"a\"}, {\"id\": 2}]");
        Keep("elements", string.Join(",", document.RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetInt32() + (e.TryGetProperty("name", out var name) ? name.GetString() : "-"))) + document.RootElement.GetArrayLength() + document.RootElement[0].GetRawText() + document.RootElement[0].ValueKind + string.Join(",", document.RootElement[0].EnumerateObject().Select(p => p.Name + p.Value)));
        Keep("typed", string.Join(",", JsonSerializer.Deserialize<Dictionary<string, int>>("{\"a\": 1, \"b\": 2}")!.Select(p => p.Key + p.Value)) + JsonSerializer.Deserialize<List<string>>("[\"x\"]")![0] + JsonSerializer.Deserialize<int[]>("[1,2]")!.Sum() + JsonSerializer.Deserialize<string>("\"q\"") + JsonSerializer.Deserialize<Model>("{\"Name\": \"n\", \"size\": 3}")!.Size + JsonSerializer.Deserialize<Model>("{\"name\": \"n\", \"size\": 3}", new JsonSerializerOptions { PropertyNameCaseInsensitive = true })!.Size + JsonSerializer.Deserialize<Model>("{\"name\": \"n\", \"size\": 3}", new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Name); // known
        Keep("options", JsonSerializer.Serialize(new Model("n", 3), new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }) + JsonSerializer.Serialize(new { a = (string?)null, b = 1 }, new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull }) + JsonSerializer.Serialize(new[] { 'c' }) + JsonSerializer.Serialize(new { t = TimeSpan.FromSeconds(1), g = Guid.Empty, d = 1.5m, u = new Uri("https://x.y/z") }) + JsonSerializer.Serialize("é<>'\"&+") + JsonSerializer.Serialize(new Dictionary<int, string> { [1] = "x" }) + JsonSerializer.Serialize((object)new Model("o", 1)) + JsonSerializer.Serialize<object>(new Model("p", 2)) + JsonSerializer.Serialize(new Model("q", 3), typeof(Model))); // known
        Keep("relaxed", JsonSerializer.Serialize("é<>'&+", new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })); // known
        Keep("numbers", JsonSerializer.Serialize(new object?[] { 1, 2L, 1.0, 1e20, 0.1f, true, null, "s", DayOfWeek.Friday, 5u, (byte)1, new[] { 1 }, new { x = 1 } })); // known
        Keep("struct", JsonSerializer.Serialize((1, 2)) + JsonSerializer.Serialize(new KeyValuePair<string, int>("k", 1)) + JsonSerializer.Serialize(new Dictionary<string, object?> { ["a"] = null, ["b"] = new List<int> { 1 } }));
        """", """"
        record Model(string Name, int Size);
        """");

    [Fact]
    public void Scalars() => SmallProgram.Check(""""
        Keep("enum", $"{Enum.GetName(DayOfWeek.Friday)}{string.Join(",", Enum.GetNames<DayOfWeek>().Take(2))}{Enum.GetValues<DayOfWeek>().Length}{Enum.IsDefined(DayOfWeek.Monday)}{Enum.IsDefined((DayOfWeek)9)}{DayOfWeek.Friday.ToString("D")}{DayOfWeek.Friday:D}{DayOfWeek.Friday:X}{(DayOfWeek)9}{Enum.Parse<DayOfWeek>("Monday", true)}{DayOfWeek.Monday.HasFlag(DayOfWeek.Sunday)}{DayOfWeek.Monday.CompareTo(DayOfWeek.Friday) < 0}{Enum.TryParse<DayOfWeek>("9", out var nine)}{nine}");
        Keep("time", $"{new TimeSpan(1, 2, 3, 4, 5)}{TimeSpan.FromHours(1.5):hh\\:mm}{TimeSpan.FromMinutes(90).TotalHours > 1}{TimeSpan.FromSeconds(-5).Duration()}{TimeSpan.Compare(TimeSpan.Zero, TimeSpan.FromTicks(1)) < 0}{TimeSpan.FromDays(1).Negate().Days < 0}{TimeSpan.ParseExact("01:30", "hh\\:mm", null)}{-TimeSpan.FromHours(1)}{TimeSpan.FromHours(1) == TimeSpan.FromMinutes(60)}{(TimeSpan.FromHours(1) / 2).Minutes}");
        Keep("uri", new Uri("https://u:p@h.example:8080/a/b/?q=1#f").UserInfo + new Uri("https://h.example/a b").AbsoluteUri + new Uri("/x", UriKind.Relative) + new Uri(new Uri("https://h.example/a/b"), "../c") + Uri.EscapeDataString("ä&b=c d") + Uri.UnescapeDataString("a%20b") + new Uri("HTTPS://H.Example/A").ToString() + new Uri("https://h.example").GetLeftPart(UriPartial.Authority) + new Uri("https://h.example").IsAbsoluteUri + new UriBuilder("https://h.example") { Path = "p", Query = "a=b" }.Uri);
        Keep("version", $"{new Version(1, 2, 3, 4)}{new Version(1, 2).CompareTo(new Version(1, 10)) < 0}{new Version("1.2").Build < 0}{new Version(1, 2) < new Version(1, 2, 0)}{new Version(1, 2, 3).ToString(3)}{new Version(1, 2).Equals(null)}");
        Keep("guid", $"{new Guid("{6F9619FF-8B86-D011-B42D-00C04FC964FF}")}{Guid.Parse("6F9619FF8B86D011B42D00C04FC964FF").ToString("P")}{Guid.Empty == default}{Guid.ParseExact("6F9619FF8B86D011B42D00C04FC964FF", "N").ToString("X").Length}{Guid.Parse("6F9619FF8B86D011B42D00C04FC964FF").ToString("N").ToUpperInvariant()}");
        Keep("hash", $"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes("x"))).Length}{"x".GetHashCode() == "x".GetHashCode()}{HashCode.Combine(1) == HashCode.Combine(1)}");
        Keep("tuple", $"{(1, "a")}{(1, "a").Equals((1, "a"))}{(1, 2).CompareTo((1, 3)) < 0}{Tuple.Create(1, "x").Item2}{(1, 2) == (1, 2)}{ValueTuple.Create(3).Item1}");
        Keep("nullable", $"{((int?)null).GetValueOrDefault(4)}{((int?)5).GetValueOrDefault(4)}{((int?)5).Value}{((int?)null).HasValue}{(int?)5 > 4}{(int?)null + 1 is null}{((int?)5).ToString()}{((int?)null).ToString()}|{((DayOfWeek?)DayOfWeek.Monday).ToString()}"); // known
        Keep("lazy", new Lazy<string>(() => "l").Value + new Lazy<string>("v").Value.Length + new Lazy<List<string>>().Value.Count);
        Keep("dates", new DateTime(2026, 1, 2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + new DateOnly(2026, 3, 4).AddDays(1).ToString("O") + DateTime.UnixEpoch.Year + new DateTime(2026, 1, 31).AddMonths(1).Day + new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToString("O") + DateTime.Parse("2026-01-01", System.Globalization.CultureInfo.InvariantCulture).DayOfWeek);
        Keep("console", Environment.NewLine.Length > 0 ? "n" : "");
        Keep("os", $"{OperatingSystem.IsLinux()}{Environment.MachineName.Length > 0}");
        """");

    [Fact]
    public void Outputs() => SmallProgram.Check(""""
        var a = Output.Create("a"); var b = Output.Create("b");
        Keep("all", Output.All(a, b).Apply(x => string.Join("+", x))); // known
        Keep("tuple", Output.Tuple(a, b, Output.Create(3)).Apply(t => t.Item1 + t.Item2 + t.Item3)); // known
        Keep("format", Output.Format($"{a}-{b,3}-{1:D2}")); // known
        Keep("concat", Output.All(new List<Input<string>> { a, "x" }).Apply(x => x.Length + x[1])); // known
        Keep("nested", a.Apply(x => b.Apply(y => x + y))); // known
        Keep("task", a.Apply(async x => { await Task.Delay(1); return x + "t"; })); // known
        Keep("json", Output.JsonSerialize(Output.Create(new { x = 1, y = "z" }))); // known
        Keep("tuple-input", Output.Tuple<string, string>("p", a).Apply(t => t.Item1 + t.Item2)); // known
        Keep("secret", Output.CreateSecret("q").Apply(x => x + "!")); // known
        Keep("created-task", Output.Create(Task.FromResult("t"))); // known
        Keep("deserialized", Output.JsonDeserialize<Dictionary<string, string>>(Output.Create("{\"model\": \"gpt-4o\"}")).Apply(m => m["model"])); // known
        Keep("deserialized-deployed", Output.JsonDeserialize<Dictionary<string, string>>(deployed.Apply(d => "{\"model\": \"" + d + "\"}")).Apply(m => m["model"])); // unknown
        Keep("deserialized-direct", JsonSerializer.Deserialize<Dictionary<string, string>>("{\"model\": \"gpt-4o\"}")!["model"]); // known
        InputMap<string> map = new() { ["k"] = "v" }; map.Add("l", b);
        KeepMap("map", map); // known
        KeepMap("merged", InputMap<string>.Merge(map, new InputMap<string> { ["k"] = "w" })); // known
        InputList<string> list = new[] { "x" }; list.Add(a, "y"); KeepList("list", list); // known
        KeepList("concat-list", new InputList<string> { "x" }.Concat(new[] { "z" }.ToList())); // known
        """");

    [Fact]
    public void Immutables() => SmallProgram.Check(""""
        var first = ImmutableDictionary<string, string>.Empty.Add("a", "1");
        var builder = first.ToBuilder(); builder["b"] = "2"; builder.Remove("a");
        Keep("builder", $"{first.ContainsKey("a")}{first.Count}{builder.ToImmutable().ContainsKey("a")}{builder.Count}{builder["b"]}"); // known
        var more = first.SetItems(new Dictionary<string, string> { ["a"] = "3", ["c"] = "4" });
        Keep("set-items", first["a"] + more["a"] + more["c"] + more.Remove("a").Count + first.SetItem("a", "5")["a"] + first.AddRange(more.Where(p => p.Key == "c")).Count); // known
        var list = ImmutableList.Create("a", "b", "c");
        Keep("list", list.Add("d").Count + list.Remove("b").Count + string.Join(",", list.RemoveAt(0)) + string.Join(",", list.SetItem(1, "x")) + string.Join(",", list.Insert(0, "z")) + list.IndexOf("c") + string.Join(",", list.RemoveAll(x => x == "a")) + string.Join(",", list.Replace("a", "q")) + string.Join(",", list.GetRange(1, 2)) + string.Join(",", list.Reverse()) + list[1]);
        var array = ImmutableArray.Create(1, 2, 3);
        Keep("array", $"{array.Length}{array.Add(4).Length}{array[2]}{array.IsDefault}{array.IsEmpty}{array.IsDefaultOrEmpty}{default(ImmutableArray<int>).IsDefault}{array.Contains(2)}{array.IndexOf(3)}{string.Join(",", array.RemoveAt(0))}{string.Join(",", array.SetItem(0, 9))}{string.Join(",", array.Insert(1, 7))}{string.Join(",", array.AddRange(new[] { 5, 6 }))}{array.First()}{array.Any()}{string.Join(",", array.Slice(1, 2))}{string.Join(",", array.Sort((x, y) => y - x))}");
        var made = ImmutableArray.CreateBuilder<string>(2); made.Add("p"); made.Add("q");
        Keep("moved", string.Join(",", made.MoveToImmutable()) + made.Count); 
        made.Add("r"); Keep("drained", string.Join(",", made.DrainToImmutable()) + made.Count);
        var set = ImmutableHashSet.Create("a", "b");
        Keep("set", $"{set.Add("a").Count}{set.Add("c").Count}{set.Remove("a").Contains("a")}{set.Count}{set.Union(["c"]).Count}{set.Intersect(["a"]).Count}{set.Except(["a"]).Single()}{set.SymmetricExcept(["b", "c"]).Count}{set.IsSubsetOf(["a", "b", "c"])}{set.Overlaps(["z"])}{set.SetEquals(["b", "a"])}");
        var queue = ImmutableQueue<string>.Empty.Enqueue("a").Enqueue("b");
        Keep("queue", queue.Peek() + queue.Dequeue().Peek() + queue.Dequeue(out var taken).IsEmpty + taken + queue.IsEmpty);
        var stack = ImmutableStack<string>.Empty.Push("a").Push("b");
        Keep("stack", stack.Peek() + stack.Pop().Peek() + stack.IsEmpty + string.Join(",", stack));
        var bag = new ConcurrentBag<string> { "x" };
        Keep("bag", $"{bag.TryTake(out var it)}{it}{bag.Count}{bag.TryTake(out _)}");
        var queue2 = new ConcurrentQueue<string>(["m", "n"]);
        Keep("concurrent-queue", $"{queue2.TryDequeue(out var m)}{m}{queue2.Count}{queue2.TryPeek(out var n)}{n}");
        int[] grown = [1, 2]; Array.Resize(ref grown, 4); Keep("resized", $"{grown.Length}{grown[1]}{grown[3]}");
        int[] filled = new int[3]; Array.Fill(filled, 7); Keep("filled", string.Join(",", filled));
        int[] cleared = [1, 2, 3]; Array.Clear(cleared, 1, 1); Keep("cleared", string.Join(",", cleared));
        int[] source = [1, 2, 3], target = new int[3]; Array.Copy(source, 1, target, 0, 2); Keep("copied", string.Join(",", target));
        var cloned = (int[])source.Clone(); cloned[0] = 9; Keep("cloned", $"{source[0]}{cloned[0]}");
        var capacity = new List<string>(8) { "a" }; capacity.EnsureCapacity(20); capacity.TrimExcess(); Keep("capacity", string.Join(",", capacity)); // known
        var view = new List<string> { "a" }; var readOnly = view.AsReadOnly(); view.Add("b"); Keep("view", $"{readOnly.Count}{view.Count}"); // known
        var snapshot = new List<string> { "a" }; var taken2 = snapshot.ToList(); var lazy = snapshot.Where(x => x != "q"); snapshot.Add("b"); Keep("snapshot", $"{taken2.Count}{lazy.Count()}"); // known
        var keys = new Dictionary<string, int> { ["a"] = 1 }; var live = keys.Keys; keys["b"] = 2; Keep("live", $"{live.Count}{string.Join(",", keys.Values)}");
        """");
}
