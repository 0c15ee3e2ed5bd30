using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

/// <summary>Of resources that nothing is asked of, inputs are left alone; but not where evaluating them does something, or where the program reads them.</summary>
public sealed class DemandTests
{
    [Theory]
    [InlineData("""new() { BucketName = text }""")]
    [InlineData("""new BucketArgs { BucketName = $"{text}-{settings.Region}-{1 + 1}" }""")]
    [InlineData("""new() { BucketName = "a" + settings.Region + Settings.Prefix }""")]
    [InlineData("""new() { BucketName = Output.Format($"{deployed}-logs") }""")]
    [InlineData("""new() { BucketName = deployed.Apply(arn => $"{arn}/{text}") }""")]
    [InlineData("""new() { BucketName = config.Get("other") ?? text.ToUpperInvariant() }""")]
    [InlineData("""new() { BucketName = JsonSerializer.Serialize(new { Version = 1, Statement = new[] { new { Effect = text } } }) }""")]
    [InlineData("""new() { Tags = { ["team"] = text, ["region"] = settings.Region } }""")]
    [InlineData("""new() { Tags = { { "team", text } } }""")]
    [InlineData("""new() { Tags = Settings.Labels }""")]
    public void WhatLeavesNothingBehindIsSpared(string inputs) => Assert.Contains(Inputs(inputs, ""), static input => input is Unknown { Reason: "an input that nothing asks for" });

    [Theory]
    [InlineData("""new() { BucketName = Made() }""", "")]
    [InlineData("""new() { BucketName = $"{count++}" }""", "")]
    [InlineData("""new() { BucketName = text = "changed" }""", "")]
    [InlineData("""new() { BucketName = new Bucket("inner").Arn }""", "")]
    [InlineData("""new() { BucketName = new Store("inner").Name }""", "")]
    [InlineData("""new() { BucketName = deployed.Apply(arn => new Bucket("inner").Arn) }""", "")]
    [InlineData("""new() { BucketName = deployed.Apply(arn => { var bucket = new Bucket("inner"); return bucket.Arn; }) }""", "")]
    [InlineData("""new() { BucketName = settings.Computed }""", "")]
    [InlineData("""new() { BucketName = Shared.Name }""", "")]
    [InlineData("""new() { BucketName = $"{settings}" }""", "")]
    [InlineData("""new() { BucketName = "x" + settings }""", "")]
    [InlineData("""new() { BucketName = JsonSerializer.Serialize(new { settings }) }""", "")]
    [InlineData("""new() { BucketName = Output.JsonSerialize(Output.Create(items)) }""", "")]
    [InlineData("""new() { BucketName = string.Join(",", items) }""", "")]
    [InlineData("""new() { BucketName = text }""", "var read = made.BucketName;")]
    [InlineData("""new() { BucketName = text }""", "var read = deployed.Apply(_ => made is { BucketName: var name } ? name : null);")]
    [InlineData("""new() { BucketName = text }""", "var read = ((Bucket?)made)?.BucketName;")]
    public void WhatMattersIsEvaluated(string inputs, string after) => Assert.DoesNotContain(Inputs(inputs, after), static input => input is Unknown { Reason: "an input that nothing asks for" });

    private static IEnumerable<Value> Inputs(string inputs, string after)
    {
        var compilation = StackCompiler.Compile(StackSource.Of($$"""
            using System.Collections.Generic;
            using System.Linq;
            using System.Text.Json;
            using Pulumi;
            using Pulumi.Aws.S3;

            return await Deployment.RunAsync(() =>
            {
                var config = new Config();
                var text = config.Get("text") ?? "none";
                var deployed = new Bucket("deployed").Arn;
                var settings = new Settings("eu-central-1");
                var count = 0;
                var items = Enumerable.Range(0, 2).Select(number => new Bucket($"item-{number}").Urn.ToString());
                var made = new Bucket("asked", {{inputs}});
                {{after}}

                Output<string> Made() => new Bucket("inner").Arn;
            });

            internal sealed record Settings(string Region)
            {
                public const string Prefix = "acme";

                public static readonly Dictionary<string, string> Labels = new() { ["team"] = "a" };

                public string Computed => new Bucket("inner").Urn.ToString();

                public override string ToString() => new Bucket("inner").Urn.ToString();
            }

            internal static class Shared
            {
                private static readonly Bucket Inner = new("inner");

                public static readonly string Name = "name";
            }

            internal sealed class Store
            {
                public Store(string name) => Name = new Bucket(name).Arn;

                public Output<string> Name { get; }
            }
            """));
        Assert.Empty(SparedInputs.Of(compilation, null).Wrong);
        var graph = DifferentialResult.Analyze(compilation, null, EvaluationOptions.Default with { IsAsked = static (_, _) => false });
        var bucket = Assert.Single(graph.Instances, static instance => instance.Name.AsString() == "asked");
        return Assert.IsType<Mapping>(bucket.Inputs).Entries.Select(static entry => entry.Value);
    }
}
