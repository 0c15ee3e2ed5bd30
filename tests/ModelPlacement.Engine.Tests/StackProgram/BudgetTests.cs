using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram;

/// <summary>Programs that cost more than an analysis may: it ends within its budget, without an exception, and says where it stopped.</summary>
public sealed class BudgetTests
{
    private const string Types = """

        static class Recursion
        {
            public static string Down(int depth) => depth == 0 ? "end" : Down(depth - 1) + ".";

            public static string Even(int depth, string text) => depth == 0 ? text : Odd(depth - 1, text + "e");

            public static string Odd(int depth, string text) => depth == 0 ? text : Even(depth - 1, text + "o");

            public static string Until(bool end, string text) => end ? text : Other(!end && text.Length > 3, text + "u");

            public static string Other(bool end, string text) => end ? text : Until(end, text + "o");

            public static string Own => Own + "x";

            public static string Twice(int depth) => depth == 0 ? "." : Twice(depth - 1) + Twice(depth - 1);

            public static int Branching(int depth, bool flag) => depth == 0 ? 1 : flag ? Branching(depth - 1, flag) + 1 : Branching(depth - 1, !flag) + 2;
        }

        class Node
        {
            public string Name = "";

            public Node? Next;
        }

        class Server
        {
            public Server[] Spares = [new First(), new Second(), new First()];

            public string Name = "server";
        }

        class First : Server;

        class Second : Server;

        static class One
        {
            public static string Value = Two.Value + "1";

            public static Node Cycle = new() { Name = "one", Next = Two.Cycle };
        }

        static class Two
        {
            public static string Value = One.Value + "2";

            public static Node Cycle = new() { Name = "two", Next = One.Cycle };
        }
        """;

    [Fact]
    public void DeepRecursion() => Check(
        200_000,
        """
        Keep("shallow", Recursion.Down(20)); // known
        Keep("deep", Recursion.Down(100_000)); // budget: calls within calls
        Keep("endless", Recursion.Own); // budget: calls within calls
        """);

    [Fact]
    public void MutualRecursion() => Check(
        200_000,
        """
        Keep("known", Recursion.Even(9, "")); // known
        Keep("deep", Recursion.Even(50_000, "")); // budget: calls within calls
        Keep("unknown", Recursion.Until(flag, "")); // unknown
        Keep("branching", Recursion.Branching(30, flag).ToString()); // unknown
        """);

    [Fact]
    public void RecursionOfSeveralCallsAtEachDepth() => Check(
        10_000,
        """
        Keep("twice", Recursion.Twice(4)); // known
        Keep("too-deep", Recursion.Twice(100)); // budget: calls within calls
        Keep("again", Recursion.Twice(4)); // known
        Keep("endless", new First().Name); // known
        """);

    [Fact]
    public void FewLinesThatTurnInCircles() => Check(
        500_000,
        """
        Keep("before", "a"); // known
        var rounds = 0;
        for (var i = 0; i < 2_000; i++)
        {
            for (var j = 0; j < 2_000; j++)
                rounds++;
        }

        Keep("rounds", rounds.ToString()); // budget: evaluated operations
        """);

    [Fact]
    public void CyclicFields() => Check(
        10_000,
        """
        var one = new Node { Name = "a" };
        var two = new Node { Name = "b", Next = one };
        one.Next = two;
        Keep("around", one.Next!.Next!.Next!.Name); // known
        Keep("static", One.Value); // known
        Keep("static-object", (One.Cycle.Next?.Name ?? "none") + (One.Cycle.Next?.Next?.Name ?? "none")); // known
        Keep("json", JsonSerializer.Serialize(new { one.Name })); // known
        """);

    [Fact]
    public void LoopsOfTenThousandRounds() => Check(
        2_500_000,
        """
        var sum = 0;
        for (var i = 0; i < 10_000; i++)
            sum += i;
        Keep("sum", sum.ToString()); // budget: rounds of a loop
        Keep("pure", Enumerable.Range(0, 10_000).Select(number => number % 7).Max().ToString()); // known
        foreach (var number in Enumerable.Range(0, 10_000))
            sum = number;
        Keep("last", sum.ToString()); // budget: rounds of a loop
        var count = 0;
        while (true)
        {
            if (++count == 10_000)
                break;
        }

        Keep("count", count.ToString()); // budget: rounds of a loop
        for (var i = 0; i < 10_000; i++)
            for (var j = 0; j < 10_000; j++)
                sum += i * j;
        Keep("nested", sum.ToString()); // budget: evaluated operations
        """);

    [Fact]
    public void MethodsOfFiveThousandLines()
    {
        var lines = Enumerable.Range(0, 5_000).Select(static number => (number % 5) switch
        {
            0 => "text += \"a\";",
            1 => "Keep(\"k" + number.ToString(CultureInfo.InvariantCulture) + "\", " + "\"v\"); // known",
            2 => "if (flag) number++; else number--;",
            3 => "list.Add(number.ToString());",
            _ => "number = list.Count;",
        });
        Check(200_000, "var text = \"\"; var number = 0; var list = new List<string>();\n" + string.Join("\n", lines) + "\nKeep(\"text\", text); // known\nKeep(\"number\", number.ToString()); // known");
    }

    [Fact]
    public void SwitchesOfHundredsOfArms() => Check(
        200_000,
        "Keep(\"chosen\", given switch { " + string.Concat(Enumerable.Range(0, 300).Select(static number => "\"n" + number.ToString(CultureInfo.InvariantCulture) + "\" => \"x\", ")) + "_ => \"x\" }); // known");

    [Fact]
    public void ProductsOfChoices() => Check(
        100_000,
        string.Concat(Enumerable.Range(0, 40).Select(static number => string.Create(CultureInfo.InvariantCulture, $"var f{number} = config.GetBoolean(\"f{number}\") ?? false;\n")))
        + "Keep(\"text\", " + string.Join(" + ", Enumerable.Range(0, 40).Select(static number => string.Create(CultureInfo.InvariantCulture, $"(f{number} ? \"a\" : \"b\")"))) + "); // unknown\n"
        + "var sum = 0;\n"
        + string.Concat(Enumerable.Range(0, 40).Select(static number => string.Create(CultureInfo.InvariantCulture, $"if (f{number}) sum += {1L << (number % 20)};\n")))
        + "Keep(\"sum\", sum.ToString()); // budget: more than 16 alternatives\n"
        + "var pair = (f0, f1);\n"
        + string.Concat(Enumerable.Range(0, 40).Select(static number => string.Create(CultureInfo.InvariantCulture, $"pair = (f{number} ^ pair.Item1, f{number} ? pair.Item2 : pair.Item1);\n")))
        + "Keep(\"pair\", pair.ToString()); // unknown\n");

    [Fact]
    public void TextsThatDouble() => Check(
        100_000,
        "Keep(\"holes\", $\"" + string.Concat(Enumerable.Repeat("{\"a\"}-", 2_000)) + "\"); // known\n" + """
        Keep("unknown-holes", $"{given}{given}{given}" + string.Join(",", Enumerable.Range(0, 3_000).Select(number => given + number))); // budget: the length of a text
        var text = "ab";
        var unknown = given;
        var builder = new StringBuilder("ab");
        for (var i = 0; i < 60; i++)
        {
            text = $"{text}{text}";
            unknown = unknown + "-" + unknown;
            builder.Append(builder.ToString());
        }

        Keep("text", text); // budget: the length of a text
        Keep("unknown", unknown); // budget: the length of a text
        Keep("builder", builder.ToString()); // budget: the length of a text
        Keep("padded", "a".PadLeft(int.MaxValue)); // unknown
        Keep("aligned", $"{"a",1_500_000_000}"); // unknown
        Keep("formatted", 1.ToString("D900000000", System.Globalization.CultureInfo.InvariantCulture)); // unknown
        """);

    [Fact]
    public void CollectionsAndObjectsThatDouble() => Check(
        1_500_000,
        """
        var list = new List<string> { "a", "b" };
        object nested = new[] { "a" };
        object pair = ("a", "b");
        var settings = new Dictionary<string, object> { ["a"] = "b" };
        for (var i = 0; i < 60; i++)
        {
            list.AddRange(list);
            nested = new[] { nested, nested };
            pair = (pair, pair);
            settings = new() { ["a"] = settings, ["b"] = settings };
        }

        Keep("list", string.Join(",", list)); // unknown
        Keep("nested", JsonSerializer.Serialize(nested)); // unknown
        Keep("settings", JsonSerializer.Serialize(settings)); // unknown
        Keep("pair", pair.Equals(pair).ToString()); // unknown
        KeepList("items", list); // unknown
        Keep("many", Enumerable.Range(0, 10_000).SelectMany(_ => Enumerable.Range(0, 10_000)).Count().ToString()); // unknown
        """);

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void LambdasThatRunLaterOneAfterTheOther(int links)
    {
        // The last lambda, which comes first, is reached by a change only through all the others.
        var numbers = Enumerable.Range(0, links).Reverse();
        var lambdas = numbers.Select(static link => string.Create(CultureInfo.InvariantCulture, $"arn.Apply(_ => {{ if (m{link} == \"b\") m{link + 1} = \"b\"; return 0; }});\n"));
        var program = StackSource.Of(
            "using Pulumi;\nusing Pulumi.Aws.S3;\nreturn await Pulumi.Deployment.RunAsync(() =>\n{\nvar arn = new Bucket(\"made\").Arn;\n"
            + string.Concat(Enumerable.Range(0, links + 1).Select(static link => string.Create(CultureInfo.InvariantCulture, $"var m{link} = \"a\";\n")))
            + string.Create(CultureInfo.InvariantCulture, $"arn.Apply(_ => {{ new Bucket(\"last\", new() {{ BucketName = m{links} }}); return 0; }});\n")
            + string.Concat(lambdas)
            + "m0 = \"b\";\n});");
        var graph = DifferentialResult.Analyze(StackCompiler.Compile(program), null);
        Assert.NotEmpty(graph.Instances);
        Assert.All(graph.Instances.Where(static instance => instance.Inputs is Unknown), static instance => Assert.True(instance.IsConditional));
        Assert.DoesNotContain(graph.Instances, static instance => instance.Name.AsString() == "last" && instance.Inputs is Mapping inputs && inputs["bucket"] is Constant);
    }

    // Each `Keep("name", value);` says what analysis must make of the value: `// known`, `// unknown`, or the budget that it stops at.
    private static void Check(int steps, string statements)
    {
        var source = StackSource.Of("""
            using System.Text;
            using System.Text.Json;
            using Pulumi;
            using Pulumi.Aws.Lambda;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() =>
            {
                var config = new Config();
                var flag = config.GetBoolean("flag") ?? false;
                var given = config.Require("text");
            """ + "\n" + statements + """

            });

            static void Keep(string name, string value) => new Bucket(name, new() { BucketName = value });
            static void KeepList(string name, InputList<string> values) => new Function(name, new() { Role = "role", Layers = values });
            """ + Types);
        var compilation = StackCompiler.Compile(source);
        using var assembly = StackCompiler.Emit(compilation);
        var graph = DifferentialResult.Analyze(compilation, null);
        Assert.InRange(graph.Steps, 1, steps);
        foreach (var (name, expected) in Expectations(statements))
        {
            var instances = graph.Instances.Where(instance => instance.Name.AsString() == name).ToList();
            if (instances.Count == 0)
                Assert.Equal("budget: evaluated operations", expected);
            foreach (var value in instances.Select(static instance => ((Mapping)instance.Inputs)["bucket"] ?? ((Mapping)instance.Inputs)["layers"]!))
            {
                if (expected == "known")
                    Assert.True(value is Constant, name + ": " + value);
                else
                    Assert.True(value is not (Constant or Sequence) && (expected == "unknown" || StopsAt(value, expected)), name + ": " + value);
            }
        }
    }

    private static bool StopsAt(Value value, string budget) => value is Unknown { Reason: var reason } ? reason == budget : value is Text text && text.Pieces.Any(piece => StopsAt(piece, budget));

    private static IEnumerable<(string Name, string Expected)> Expectations(string statements) => statements.Split('\n')
        .Where(static line => line.StartsWith("Keep", StringComparison.Ordinal) && line.Contains("); // ", StringComparison.Ordinal))
        .Select(static line => (line.Split('"')[1], line[(line.LastIndexOf("// ", StringComparison.Ordinal) + 3)..].Trim()));
}
