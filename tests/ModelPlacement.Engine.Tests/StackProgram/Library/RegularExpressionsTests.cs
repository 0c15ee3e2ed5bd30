using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class RegularExpressionsTests
{
    [Fact]
    public void FoundAndReplaced() => SmallProgram.Check(
        """"
        Keep("slug", Regex.Replace("My Model_V2!", "[^a-zA-Z0-9]+", "-").Trim('-').ToLowerInvariant()); // known
        Keep("is", $"{Regex.IsMatch("gpt-4o-mini", "^gpt-4o")}{Names.Slug.IsMatch("a b")}"); // known
        var match = Regex.Match("openai/gpt-4o:2024", @"^(?<vendor>\w+)/(?<name>[^:]+)(:(\d+))?$");
        Keep("groups", $"{match.Groups["vendor"].Value}|{match.Groups["name"]}|{match.Groups[1].Value}|{match.Groups.Count}|{match.Groups["none"].Success}"); // known
        Keep("match", match.Value + match.Index + match.Length + match.Success + match + Regex.Match("a", "b").Success); // known
        Keep("split", string.Join("|", Regex.Split("a1b22", @"(\d)")) + Regex.Escape("a.b")); // known
        Keep("all", string.Join("|", Regex.Matches("a1b22", @"\d+").Select(found => found.Value)) + Regex.Matches("aXbX", "X").Count); // known
        Keep("evaluated", Regex.Replace("${a}-${b}", @"\$\{(\w+)\}", found => found.Groups[1].Value.ToUpperInvariant())); // known
        Keep("object", Names.Slug.Replace("a  b", "-") + new Regex("(a)(b)?").Replace("abaac", "[$1$2]")); // known
        Keep("generated", Names.Words().Replace("a b", "-")); // known
        for (var next = Regex.Match("a1b2", @"\d"); next.Success; next = next.NextMatch())
            Keep("next-" + next.Value, next.Value);
        foreach (Match pair in Regex.Matches("k=v;l=w", @"(\w)=(\w)"))
            Keep("pair-" + pair.Groups[1].Value, pair.Groups[2].Value);
        Keep("next-2", "2"); // known
        """",
        Names);

    [Fact]
    public void WhatEvaluatorsDo() => SmallProgram.Check("""
        var seen = new List<string>();
        Keep("counted", Regex.Replace("abc", "[ac]", found =>
        {
            seen.Add(found.Value);
            return seen.Count.ToString();
        })); // known
        Keep("seen", string.Join(",", seen)); // known
        Regex.Replace(text, ".", found =>
        {
            seen.Add(found.Value);
            return "";
        });
        Keep("then", string.Join(",", seen)); // unknown
        """, Names);

    [Fact]
    public void OneOfSeveral() => SmallProgram.Check("""
        var model = flag ? "gpt-4o" : "o3";
        Keep("replaced", Regex.Replace(model, "[0-9]", "_")); // unknown
        Keep("same", Regex.IsMatch(model, "^[a-z0-9-]+$").ToString()); // known
        var match = flag ? Regex.Match("ab", "(?<x>a)") : Regex.Match("ab", "(?<y>a)");
        Keep("group", match.Groups["x"].Success.ToString()); // unknown
        Keep("object", (flag ? new Regex("a") : new Regex("b")).IsMatch("a").ToString()); // unknown
        Keep("two-objects", (Regex.Match("a", "a") == Regex.Match("a", "a")).ToString()); // unknown
        Keep("two-keys", new HashSet<Regex> { new("a"), new("a") }.Count.ToString()); // unknown
        """, Names);

    [Fact]
    public void WhatMachinesMayReadInAnotherWay() => SmallProgram.Check("""
        Keep("unknown", Regex.Replace(text, "a", "b")); // unknown
        Keep("part", Regex.IsMatch("abc" + text, "^abc").ToString()); // unknown
        Keep("culture", Regex.IsMatch("TITLE", "title", RegexOptions.IgnoreCase).ToString()); // unknown
        Keep("no-culture", $"{Regex.IsMatch("NAME", "name", RegexOptions.IgnoreCase)}{Regex.IsMatch("TITLE", "title", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)}"); // known
        Keep("letters", Regex.IsMatch("\u00e9", @"\w").ToString()); // unknown
        Keep("direction", Regex.Match("a1b2", @"\d", RegexOptions.RightToLeft).Value); // unknown
        Keep("behind", Regex.IsMatch("ab", "(?<=a)b").ToString()); // unknown
        Keep("options-within", Regex.IsMatch("TI", "(?i)ti").ToString()); // unknown
        Keep("start", new Regex(@"\d").Match("1a2", 1).Value); // unknown
        Keep("captures", Regex.Match("aab", "(a)+b").Groups[1].Captures.Count.ToString()); // unknown
        """, Names);

    [Fact]
    public void WhatMayTakeForEver() => SmallProgram.Check("""
        Keep("short", Regex.IsMatch("gpt-4o-mini", "^[a-z0-9]+(-[a-z0-9]+)*$").ToString()); // known
        Keep("long", Regex.IsMatch("a-name-of-more-than-a-few-words", "^[a-z0-9]+(-[a-z0-9]+)*$").ToString()); // unknown
        Keep("doubling", Regex.IsMatch("aaaaaaaaaaaaaaaaaaaaaaaaa", "^(a+)+$").ToString()); // unknown
        Keep("plain", Regex.IsMatch("a-name-of-more-than-a-few-words", "^[a-z]+(-.*)?$").ToString()); // known
        """, Names);

    private const string Names = """
        static partial class Names
        {
            public static readonly Regex Slug = new(@"\s+", RegexOptions.Compiled, TimeSpan.FromSeconds(1));

            [GeneratedRegex("[^a-z]+")]
            public static partial Regex Words();

            // As a generator writes it.
            public static partial Regex Words() => Written.Instance;

            private sealed class Written : Regex
            {
                public static readonly Written Instance = new();

                private Written() : base("[^a-z]+")
                {
                }
            }
        }
        """;
}
