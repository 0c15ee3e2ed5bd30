using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Differential;

/// <summary>
/// A few statements about one construct. Each <c>Keep("name", value);</c> registers a value and says whether analysis must know it: <c>// known</c> or
/// <c>// unknown</c>. The program is run with its conditions one way and the other, and nothing that analysis claims may differ.
/// </summary>
/// <remarks>
/// The statements may use <c>flag</c> and <c>text</c>, which the configuration gives and analysis does not know, and <c>deployed</c>, an output of a resource.
/// </remarks>
internal static partial class SmallProgram
{
    private const string Usings = """
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.ComponentModel;
        using System.Reflection;
        using System.Runtime.Serialization;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.RegularExpressions;
        using Pulumi;
        using Pulumi.Aws.Lambda;
        using Pulumi.Aws.S3;
        using Deployment = Pulumi.Deployment;
        """;

    private const string Start = """
        return await Deployment.RunAsync(async () =>
        {
            var config = new Config();
            var flag = config.GetBoolean("flag") ?? false;
            var text = config.Get("text") ?? "none";
            var deployed = new Bucket("deployed").Arn;
            await Task.CompletedTask;
        """;

    private const string End = """
        });

        static void Keep(string name, Input<string>? value) => new Bucket(name, new() { BucketName = value! });
        static void KeepNumber(string name, Input<int> value) => new Function(name, new() { Role = "role", Timeout = value });
        static void KeepList(string name, InputList<string> values) => new Function(name, new() { Role = "role", Layers = values });
        static void KeepMap(string name, InputMap<string> values) => new Bucket(name, new() { Tags = values });
        """;

    private static readonly ImmutableArray<StackSettings> Stacks =
    [
        Stack("yes", ("project:flag", "true"), ("project:text", "some")),
        Stack("no", ("project:flag", "false"), ("project:text", "other")),
    ];

    /// <summary>Runs and analyzes a program, and holds analysis to what it says is known.</summary>
    /// <param name="statements">What the program does.</param>
    /// <param name="declarations">The types that it needs.</param>
    /// <param name="mayFail">Whether a run may end by an exception.</param>
    public static void Check(string statements, string declarations = "", bool mayFail = false)
    {
        var source = new StackSource("Small", [("Small.cs", string.Join("\n", Usings, Start, statements, End, declarations))]);
        var compilation = StackCompiler.Compile(source);
        using var assembly = StackCompiler.Emit(compilation);
        var graph = DifferentialResult.Analyze(compilation, null);
        var wrong = new List<string>();
        foreach (var stack in Stacks)
        {
            var run = StackRun.Run(assembly, stack, mayFail);
            wrong.AddRange(GraphComparison.Of(graph, run).Wrong);
            wrong.AddRange(GraphComparison.Of(DifferentialResult.Analyze(compilation, stack), run).Wrong.Select(problem => "with configuration: " + problem));
        }

        wrong.AddRange(SparedInputs.Of(compilation, null).Wrong);
        wrong.AddRange(Expectations(statements + declarations).SelectMany(expected => Misses(graph, expected.Name, expected.IsKnown)));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
    }

    private static IEnumerable<(string Name, bool IsKnown)> Expectations(string statements) =>
        Expectation().Matches(statements).Select(match => (match.Groups["name"].Value, match.Groups["not"].Length == 0));

    private static IEnumerable<string> Misses(ResourceGraph graph, string name, bool isKnown)
    {
        var instances = graph.Instances.Where(instance => instance.Name.AsString() == name).ToList();
        if (instances.Count == 0)
            return [$"'{name}' is not found"];
        return instances.Where(instance => IsKnown(instance.Inputs) != isKnown).Select(instance => $"'{name}' is {(isKnown ? "not known" : "claimed")}: {instance.Inputs}");
    }

    private static bool IsKnown(Value value) => value switch
    {
        Constant => true,
        Sequence sequence => sequence.Items.All(IsKnown),
        Mapping mapping => mapping.Entries.All(static entry => IsKnown(entry.Value)),
        _ => false,
    };

    private static StackSettings Stack(string name, params (string Key, string Value)[] configuration) =>
        new(name, configuration.ToImmutableSortedDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal));

    [GeneratedRegex(@"Keep\w*\(""(?<name>[^""]+)"",.*// (?<not>un)?known", RegexOptions.None, 1000)]
    private static partial Regex Expectation();
}
