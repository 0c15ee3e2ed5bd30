using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

public sealed class BranchesTests
{
    [Fact]
    public void IfAndConditional() => SmallProgram.Check("""
        var stage = "prod";
        string model;
        if (stage == "prod")
            model = "large";
        else
            model = "small";
        Keep("if", model); // known
        Keep("conditional", stage == "dev" ? "x" : "y"); // known
        Keep("maybe", flag ? "x" : "y"); // unknown
        Keep("same", flag ? "x" : "x"); // known
        string nested = flag ? "a" : stage.Length > 3 ? "b" : "c";
        Keep("nested", nested); // unknown
        if (flag && stage == "dev")
            model = "never";
        Keep("never", model); // known
        if (stage == "prod" || flag)
            model = "always";
        Keep("always", model); // known
        """);

    [Fact]
    public void Coalescing() => SmallProgram.Check("""
        string? none = null;
        string? some = "s";
        string? maybe = flag ? "m" : null;
        Keep("none", none ?? "default"); // known
        Keep("some", some ?? "default"); // known
        Keep("maybe", maybe ?? "default"); // unknown
        none ??= "assigned";
        Keep("assigned", none); // known
        some ??= "not";
        Keep("kept", some); // known
        maybe ??= "now";
        Keep("maybe-assigned", maybe); // unknown
        Keep("length", (maybe?.Length ?? 0).ToString()); // unknown
        Keep("access", some?.ToUpperInvariant()); // known
        string? absent = flag ? null : null;
        Keep("absent", absent?.Trim() ?? "nothing"); // known
        """);

    [Fact]
    public void SwitchExpressions() => SmallProgram.Check("""
        static string Pick(string name, int n) => (name, n) switch
        {
            ("a", 1) => "a1",
            ("a", > 5) => "many",
            ("a", _) => "a",
            (var other, var count) when count < 0 => other + -count,
            ({ Length: 0 }, _) => "empty",
            _ => "other",
        };
        Keep("a1", Pick("a", 1)); // known
        Keep("many", Pick("a", 9)); // known
        Keep("a", Pick("a", 3)); // known
        Keep("when", Pick("b", -1)); // known
        Keep("empty", Pick("", 1)); // known
        Keep("other", Pick("b", 1)); // known
        Keep("unknown", Pick(text, 1)); // unknown
        Keep("type", Describe(5) + Describe("s") + Describe(null) + Describe(2.5) + Describe(new[] { 1 })); // known

        static string Describe(object? value) => value switch
        {
            null => "null,",
            int i and > 3 => $"int{i},",
            string { Length: var length } => $"string{length},",
            double => "double,",
            _ => "other,",
        };
        """);

    [Fact]
    public void SwitchStatements() => SmallProgram.Check("""
        string model = "";
        switch ("prod")
        {
            case "dev" or "test":
                model = "small";
                break;
            case string stage when stage.StartsWith("p"):
                model = "large-" + stage;
                break;
        }

        Keep("model", model); // known
        switch (text)
        {
            case "some":
                model = "s";
                break;
            case "other":
                return;
        }

        Keep("after", model); // unknown
        """);

    [Fact]
    public void Patterns() => SmallProgram.Check("""
        object boxed = 7;
        if (boxed is int number && number > 5)
            Keep("int", number.ToString()); // known
        if (boxed is not string)
            Keep("not", "n"); // known
        int[] numbers = [1, 2, 3, 4];
        if (numbers is [1, .. var middle, 4])
            Keep("slice", string.Join("-", middle)); // known
        Keep("list", numbers is [_, _] ? "two" : "more"); // known
        var point = new Point(1, 2);
        Keep("property", point is { X: 1, Y: > 1 } ? "yes" : "no"); // known
        Keep("positional", point is (1, var y) ? $"y{y}" : "no"); // known
        Keep("maybe", text is "some" or "thing" ? "yes" : "no"); // unknown
        Keep("long", (object)1L is 1 ? "int" : "long"); // known
        Keep("boxed-enum", (object)DayOfWeek.Monday is int ? "int" : "enum"); // known
        string? missing = flag ? "x" : null;
        if (missing is { } found)
            Keep("found", found); // known
        """, "record Point(int X, int Y);");

    [Fact]
    public void ShortCircuitsSkipEffects() => SmallProgram.Check("""
        var calls = 0;
        bool Count(bool result)
        {
            calls++;
            return result;
        }

        _ = false && Count(true);
        _ = true || Count(true);
        Keep("skipped", calls.ToString()); // known
        _ = flag && Count(true);
        Keep("maybe", calls.ToString()); // unknown
        _ = true && Count(false);
        """);

    [Fact]
    public void GuardsAndPatternVariablesAcrossArms() => SmallProgram.Check("""
        var log = "";
        bool Log(string what)
        {
            log += what;
            return false;
        }

        var result = text switch
        {
            "nothing" when Log("a") => "1",
            _ when Log("b") => "2",
            _ => "3",
        };
        Keep("result", result); // known
        Keep("log", log); // unknown
        """);

    [Fact]
    public void UnmatchedSwitchExpressionThrows() => SmallProgram.Check("""
        try
        {
            Keep("impossible", 3 switch { 1 => "a", 2 => "b" });
        }
        catch (Exception)
        {
            Keep("caught", "c"); // known
        }
        """);

    [Fact]
    public void NullableValues() => SmallProgram.Check("""
        int? none = null;
        int? some = 4;
        Keep("value", (none ?? some.Value).ToString()); // known
        Keep("has", none.HasValue || !some.HasValue ? "a" : "b"); // known
        Keep("default", (none.GetValueOrDefault() + some.GetValueOrDefault(9)).ToString()); // known
        int? maybe = flag ? 1 : null;
        Keep("maybe", maybe.HasValue ? "has" : "not"); // unknown
        Keep("lifted", (some + 1)?.ToString()); // known
        """);

    [Fact]
    public void PatternsOfNullableTuples() => SmallProgram.Check("""
        (string Path, string Model)? parent = ("a", "m");
        (string Path, string Model)? none = null;
        Keep("there", parent is { } found ? found.Path : "none"); // known
        Keep("not-there", none is { } missing ? missing.Path : "none"); // known
        Keep("by-type", parent is (string, string) typed ? typed.Item2 : "none"); // known
        Keep("maybe", (flag ? parent : none) is { } perhaps ? perhaps.Path : "none"); // unknown
        object boxed = (1, 2);
        Keep("other", boxed is (string one, string other) ? one + other : "none"); // known
        """);

    [Fact]
    public void VariableOfPatternThatWasNotTriedIsAssignedInBranch() => SmallProgram.Check("""
        var root = new Dictionary<string, object>();
        Set("a.b.c", "x");
        Set("a.d", "y");
        Keep("deep", (string)((Dictionary<string, object>)((Dictionary<string, object>)root["a"])["b"])["c"]); // known
        Keep("beside", (string)((Dictionary<string, object>)root["a"])["d"]); // known
        var reads = new List<Func<string>>();
        foreach (var item in new object?[] { null, "second", 3 })
        {
            if (item is null || item is not string text2)
                text2 = $"made {item}";
            reads.Add(() => text2);
        }

        Keep("captured", string.Join(",", reads.Select(read => read()))); // known

        void Set(string path, object value)
        {
            var at = root;
            var parts = path.Split('.');
            foreach (var part in parts.SkipLast(1))
            {
                if (!at.TryGetValue(part, out var next) || next is not Dictionary<string, object> map)
                    at[part] = map = new Dictionary<string, object>();
                at = map;
            }

            at[parts[^1]] = value;
        }
        """);
}
