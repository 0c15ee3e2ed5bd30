using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class StringsTests
{
    [Fact]
    public void FunctionsOfKnownStrings() => SmallProgram.Check("""
        var id = "  OpenAI/GPT-4o ";
        Keep("case", id.ToLower() + id.ToUpperInvariant()); // known
        Keep("trim", id.Trim() + id.TrimStart() + "xxaxx".Trim('x') + "/a/".TrimEnd('/') + "ab".TrimStart('a', 'b')); // known
        Keep("replace", "a.b.c".Replace(".", "-").Replace('-', '_').Replace("_b", null)); // known
        Keep("substring", "gpt-4o-mini".Substring(4) + "gpt-4o-mini".Substring(0, 3)); // known
        Keep("split", string.Join("|", "a/b//c".Split('/')) + "a, b".Split(", ")[1]); // known
        Keep("split-count", string.Join("|", "a,b,c".Split(',', 2))); // known
        Keep("split-options", string.Join("|", " a , ,b".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))); // known
        Keep("split-many", string.Join("|", "a-b_c".Split('-', '_')) + string.Join("|", "a--b".Split(["--"], StringSplitOptions.None))); // known
        Keep("pad", "7".PadLeft(3, '0') + "x".PadRight(3) + "|"); // known
        Keep("insert", "ab".Insert(1, "-") + "abc".Remove(1) + "abc".Remove(0, 1)); // known
        Keep("index", FormattableString.Invariant($"{"abcabc".IndexOf('b')}{"abcabc".LastIndexOf("b")}{"abc".IndexOf("z")}")); // known
        Keep("tests", $"{"gpt-4o".StartsWith("gpt")}{"gpt-4o".EndsWith("O", StringComparison.OrdinalIgnoreCase)}{"gpt".Contains('p')}{"gpt".Contains("x")}"); // known
        Keep("empty", $"{string.IsNullOrEmpty("")}{string.IsNullOrWhiteSpace(" ")}{string.IsNullOrEmpty("a")}"); // known
        Keep("equals", $"{"A".Equals("a", StringComparison.OrdinalIgnoreCase)}{string.Equals("a", "b")}{"a" == "a"}"); // known
        Keep("chars", new string("abc".ToCharArray()) + new string('z', 3) + string.Concat("cba".Reverse())); // known
        Keep("format", string.Format("{0}-{1:D2}-{0}-{{}}", "a", 5)); // known
        Keep("join", string.Join(", ", "a", 1, true) + string.Join('-', new List<string> { "x", "y" })); // known
        Keep("concat", string.Concat("a", "b", 1) + string.Concat(new[] { "c", "d" })); // known
        Keep("length", "gpt".Length.ToString()); // known
        """);

    [Fact]
    public void ReplacingInPartlyKnownStrings() => SmallProgram.Check("""
        var lines = new StringBuilder().AppendLine("one").AppendLine(text);
        Keep("first", "a=%A%;b=%B%".Replace("%A%", text).Replace("%B%", "x").Split(';').Length > 1 ? "parts" : "none"); // unknown
        Keep("starts", "a=%A%;b=%B%".Replace("%B%", "x").Replace("%A%", text).StartsWith("a=") ? "a" : "other"); // known
        Keep("contains", "a=%A%;b=%B%".Replace("%A%", text).Replace("%B%", "x").Contains(";b=x") ? "x" : "other"); // known
        Keep("no-more", (text + "-old-").Replace("old", "new").Contains("-new-") ? "new" : "other"); // known
        Keep("begins-in-hole", (text + "thing").Replace("ething", "1").EndsWith("thing", StringComparison.Ordinal) ? "kept" : "taken"); // unknown
        Keep("ends-in-hole", ("so" + text + "!").Replace("some", "1").StartsWith("so") ? "kept" : "taken"); // unknown
        Keep("around-hole", ("{" + text + "}").Replace("{some}", "z")); // unknown
        Keep("lines", "one\r\ntwo".Replace("\r\n", "\n") + new StringBuilder().AppendLine("one").AppendLine("two").ToString().Replace("\r\n", "\n")); // known
        Keep("lines-of-machine", new StringBuilder().AppendLine("one").ToString().Replace(Environment.NewLine, "\n")); // known
        Keep("builder", lines.Replace("one", "1").ToString().StartsWith("1", StringComparison.Ordinal) ? "1" : "other"); // known
        Keep("case", ("OpenAI/" + text).ToLowerInvariant().StartsWith("openai/") ? "openai" : "other"); // known
        """);

    [Fact]
    public void PartlyKnownStrings() => SmallProgram.Check("""
        var id = "openai/" + text;
        Keep("prefix", id); // unknown
        Keep("starts", id.StartsWith("openai/") ? "openai" : "other"); // known
        Keep("starts-not", id.StartsWith("google") ? "google" : "other"); // known
        Keep("contains", id.Contains("openai") ? "openai" : "other"); // known
        Keep("longer", id.StartsWith("openai/s") ? "s" : "other"); // unknown
        Keep("equal", id == "meta/llama" ? "llama" : "other"); // known
        Keep("upper", id.ToUpperInvariant()); // unknown
        Keep("choice", (flag ? "a-b" : "c-d").Split('-')[1]); // unknown
        """);

    [Fact]
    public void WhatTheCultureDecidesIsNotClaimed() => SmallProgram.Check("""
        Keep("compare", Math.Sign(string.Compare("a", "B")).ToString()); // unknown
        Keep("soft-hyphen", "a\u00ADb".IndexOf("ab").ToString()); // unknown
        Keep("ordinal", "a\u00ADb".IndexOf("ab", StringComparison.Ordinal) < 0 ? "none" : "found"); // known
        Keep("fraction", $"{1.5}"); // unknown
        Keep("fraction-concatenated", "a" + 1.5 + 0.5m.ToString()); // unknown
        Keep("fraction-formatted", string.Format("{0}|{1:N0}", 1.5, 1000)); // unknown
        Keep("fraction-parsed", double.Parse("1.5") < 2 ? "less" : "more"); // unknown
        Keep("fraction-tried", double.TryParse("1.5", out var tried) ? $"{tried > 2}" : "none"); // unknown
        Keep("whole-parsed", $"{double.Parse("42")}"); // known
        Keep("fraction-argument", Echo(System.Globalization.CultureInfo.InvariantCulture, $"{1.5}")); // unknown
        Keep("fraction-in-an-object", string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", new Fraction())); // unknown
        Keep("fraction-invariant", string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}|{1:N0}", 1.5, 1000)); // known
        Keep("fraction-created", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{1.5}") + FormattableString.Invariant($"{2.5:0.00}")); // known
        Keep("whole", $"{2.0}{3m}{4:D2}"); // known
        Keep("new-line", "a" + Environment.NewLine); // unknown
        Keep("new-line-join", string.Join(Environment.NewLine, "a", "b")); // unknown
        Keep("null-join", string.Join((string?)null, "a", "b") + string.Join('-', 1, 2)); // known
        var builder = new StringBuilder().Append($"{1 + 1}-{"id"}").Append(System.Globalization.CultureInfo.InvariantCulture, $"/{3}");
        Keep("builder", builder.ToString()); // known
        Keep("builder-line", builder.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{4}").ToString()); // unknown

        string Echo(IFormatProvider culture, string number) => number;
        """, """
        internal sealed class Fraction { public override string ToString() => "a" + 1.5; }
        """);

    [Fact]
    public void NumbersFromAndToText() => SmallProgram.Check("""
        Keep("parse", $"{int.Parse("42")}{double.Parse("1.5", System.Globalization.CultureInfo.InvariantCulture) * 2}{bool.Parse("True")}"); // known
        Keep("try", int.TryParse("x", out var failed) ? "number" : $"none{failed}"); // known
        Keep("try-good", int.TryParse("7", out var seven) ? (seven + 1).ToString() : "none"); // known
        Keep("hex", int.Parse("10", System.Globalization.NumberStyles.HexNumber).ToString()); // unknown
        Keep("format", 5.ToString("D3") + 0.5.ToString("P0", System.Globalization.CultureInfo.InvariantCulture)); // known
        Keep("base", Convert.ToString(10, 2) + Convert.ToInt32("ff", 16) + Convert.ToInt32(2.5) + bool.TrueString); // known
        Keep("whole", $"{(int)Math.Pow(2, 10)}{(int)Math.Sqrt(81)}{(int)Math.Round(2.5)}"); // known
        Keep("root", (int)Math.Pow(2, 0.5) == 1 ? "one" : "other"); // unknown
        Keep("math", $"{Math.Max(1, 2)}{Math.Min(3, 4)}{Math.Abs(-5)}{Math.Clamp(9, 1, 5)}"); // known
        Keep("unknown", int.TryParse(text, out var n) ? n.ToString() : "none"); // unknown
        """);

    [Fact]
    public void StringBuilders() => SmallProgram.Check("""
        var builder = new StringBuilder("start");
        builder.Append('-').Append(1).Append("x", 0, 1);
        var other = new StringBuilder();
        foreach (var name in new[] { "a", "b" })
            other.Append(name).Append(", ");
        other.Length -= 2;
        Keep("length", other.ToString()); // known
        var third = new StringBuilder();
        third.Append("a").Append(2).Append(true).AppendJoin("|", new[] { "x", "y" }).Insert(0, "^").Replace("a", "A").AppendFormat("{0}", 5);
        Keep("third", third.ToString()); // known
        Keep("before", new StringBuilder().AppendLine("b").Insert(0, "a").ToString().TrimEnd()); // known
        var alias = third;
        alias.Clear();
        Keep("cleared", third.ToString() + third.Length); // known
        if (flag)
            third.Append("x");
        Keep("maybe", third.ToString()); // unknown
        """);

    [Fact]
    public void Encodings() => SmallProgram.Check("""
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("#cloud-config"));
        Keep("base64", encoded); // known
        Keep("back", Encoding.UTF8.GetString(Convert.FromBase64String(encoded))); // known
        Keep("ascii", Encoding.ASCII.GetString(new byte[] { 65 })); // unknown
        """);

    [Fact]
    public void FormatsWithAFieldWidth() => SmallProgram.Check("""
        Keep("format", string.Format("{0,5}|{1,-5}|{2:D3}|{2,4:D2}", "x", "y", 7)); // known
        Keep("culture", FormattableString.Invariant($"{2.5:F1}-{"x"}") + string.Create(null, $"{text.Length > 0,6}")); // unknown
        Keep("invariant", FormattableString.Invariant($"{2.5:F1}-{"x"}") + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{5,3}")); // known
        Keep("output", FormattableString.Invariant($"{Output.Create("x")}")); // unknown
        Keep("zeros", 12.ToString("00000")); // known
        """);

    [Fact]
    public void StringBuildersThatAreCut() => SmallProgram.Check("""
        var list = new StringBuilder("a,b,");
        list.Length--;
        Keep("cut", list.ToString()); // known
        var alias = list;
        alias.Length -= 2;
        Keep("alias", list.Append('!').Remove(0, 1).ToString()); // known
        var some = new StringBuilder("ab");
        if (flag)
            some.Length = 1;
        Keep("on-some-runs", some.ToString()); // unknown
        some.Length = 8;
        Keep("longer", some.ToString()); // unknown
        var open = new StringBuilder(text);
        open.Length = 1;
        Keep("not-known", open.ToString()); // unknown
        """);

    [Fact]
    public void WithLineEndsOfTheMachine() => SmallProgram.Check("""
        var script = new StringBuilder().AppendLine("a").Append("vllm serve m").AppendLine().ToString();
        Keep("parts", string.Join("|", script.Split('\n', StringSplitOptions.TrimEntries)) + script.Split('\n').Length); // known
        foreach (var line in script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Keep("line-" + line, line);
        Keep("line-a", "a"); // known
        Keep("normal", script.ReplaceLineEndings("\n") + "a\r\nb\rc".ReplaceLineEndings("|")); // known
        Keep("either", script.Trim()); // unknown
        Keep("encoded", Convert.ToBase64String(Encoding.UTF8.GetBytes(script))); // unknown
        Keep("machine", "a\nb".ReplaceLineEndings()); // unknown
        """);

    [Fact]
    public void ReadLineByLine() => SmallProgram.Check("""
        using var reader = new StringReader("a\nb\r\nc\rd\n\ne");
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        Keep("lines", string.Join("|", lines)); // known
        TextReader rest = new StringReader("x\ny\nz");
        var alias = rest;
        alias.ReadLine();
        Keep("rest", rest.ReadLine() + rest.ReadToEnd() + (rest.ReadLine() ?? "end")); // known
        Keep("object", new StringReader("q").ToString()); // unknown
        var some = new StringReader("x\ny");
        if (flag)
            some.ReadLine();
        Keep("on-some-runs", some.ReadLine()); // unknown
        var other = new StringReader("x\ny");
        other.Read();
        Keep("in-another-way", other.ReadLine()); // unknown
        """);

    [Fact]
    public void PathsAndCharacters() => SmallProgram.Check("""
        Keep("path", Path.GetFileName("openai/gpt-4o") + Path.GetExtension("a/b.tar.gz") + Path.GetFileNameWithoutExtension("a/b.c.d")); // known
        Keep("of-windows", Path.GetFileName("a\\b")); // unknown
        Keep("combined", Path.Combine("a", "b")); // unknown
        Keep("characters", $"{char.IsAsciiLetter('x')}{char.IsAsciiDigit('x')}{"a-b_c".IndexOfAny(['_', '-'])}{2.CompareTo(1)}"); // known
        """);

    [Fact]
    public void PartsOfPartlyKnownStrings() => SmallProgram.Check("""
        var path = $"models/gpt-4o/{new Config().Require("text")}/v2/main";
        var parts = path.Split('/');
        Keep("ends", parts[0] + parts[1] + parts[^2] + parts[^1] + parts.First() + parts.Last()); // known
        Keep("between", parts[2]); // unknown
        Keep("length", parts.Length.ToString()); // unknown
        Keep("two", $"a:b/c{text}".Split(':', '/')[1] + $" a ,, b,{text}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1]); // known
        Keep("long-separator", $"a::b:{text}".Split("::")[0]); // unknown
        Keep("no-separator", $"a{text}".Split('/')[0]); // unknown
        var alias = parts;
        alias[1] = "changed";
        Keep("changed", parts[1]); // unknown
        var reversed = path.Split('/');
        Array.Reverse(reversed);
        Keep("reversed", reversed[0]); // unknown
        var some = path.Split('/');
        if (flag)
            some[0] = "other";
        Keep("on-some-runs", some[0]); // unknown
        var late = path.Split('/');
        Action change = () => late[0] = "late";
        Keep("before", late[0]); // known
        change();
        Keep("after", late[0]); // unknown
        var listed = path.Split('/');
        ((IList<string>)listed)[0] = "listed";
        Keep("listed", listed[0]); // unknown
        """);
}
