using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class ConfigurationTests
{
    private const string Program = """
        // stack: prod
        // config: project:model = gpt-4o
        // config: project:count = 3
        // config: project:public = true
        // config: project:ratio = 0.5
        // config: project:settings = {"Name":"n","Tier":2,"Kind":1,"Inner":{"Value":"v"},"List":["a","b"],"Map":{"k":"x"}}
        // config: aws:region = eu-west-1
        // stack: dev
        // config: project:settings = {"Name":"d"}
        using Pulumi;
        using Pulumi.Aws.S3;
        return await Pulumi.Deployment.RunAsync(() =>
        {
            var config = new Config();
            var tags = new Dictionary<string, string>
            {
                ["model"] = config.Get("model") ?? "default",
                ["count"] = (config.GetInt32("count") ?? 1).ToString(),
                ["public"] = config.GetBoolean("public") == true ? "yes" : "no",
                ["ratio"] = config.GetDouble("ratio")?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none",
                ["region"] = new Config("aws").Get("region") ?? "us-east-1",
                ["stack"] = Pulumi.Deployment.Instance.StackName,
                ["project"] = Pulumi.Deployment.Instance.ProjectName,
            };
            var settings = config.RequireObject<Settings>("settings");
            tags["settings"] = $"{settings.Name}{settings.Tier}{settings.Kind}{settings.Inner?.Value}{settings.List?.Length}{settings.Map?["k"]}{settings.Label}";
            new Bucket("b", new() { Tags = tags });
        });
        class Settings
        {
            public string Name { get; set; } = "unnamed";

            public int Tier { get; set; } = 1;

            public Kind? Kind { get; set; }

            public Inner? Inner { get; set; }

            public string[]? List { get; set; }

            public Dictionary<string, string>? Map { get; set; }

            [System.Text.Json.Serialization.JsonIgnore]
            public string Label => Name.ToUpperInvariant();
        }
        record Inner(string Value, string Other = "o");
        enum Kind { Open, Restricted }
        """;

    [Fact]
    public void ConfigurationIsReadAsTheRunReadsIt()
    {
        var result = DifferentialResult.Of(StackSource.Of(Program));
        Assert.Empty(result.Wrong);
        Assert.All(result.Configured, static comparison => Assert.Equal(comparison.Known, comparison.Resolved));
    }

    [Fact]
    public void WithoutStackFilesADefaultIsOneOfWhatItCanBe()
    {
        var graph = DifferentialResult.Analyze(StackCompiler.Compile(StackSource.Of(Program)), null);
        var tags = (Mapping)((Mapping)Assert.Single(graph.Instances).Inputs)["tags"]!;
        var model = Assert.IsType<Choice>(tags["model"]);
        Assert.Contains(model.Alternatives, static value => value.AsString() == "default");
        Assert.Contains(model.Alternatives, static value => value is Unknown);
        Assert.IsType<Unknown>(tags["stack"]);
    }

    [Fact]
    public void AMissingRequiredKeyIsNotKnown()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() =>
            {
                new Bucket("before");
                new Bucket(new Config().Require("missing"));
                new Bucket("after");
            });
            """));

        // No run of this stack comes to its end, so somebody is still to set it.
        Assert.Equal(["before", null, "after"], DifferentialResult.Analyze(compilation, StackSettings.None).Instances.Select(static instance => instance.Name.AsString()));
        Assert.Equal(3, DifferentialResult.Analyze(compilation, null).Instances.Length);
    }

    [Fact]
    public void WhereSomeRunsHaveAllTheyRequireTheOthersEndWithoutIt()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() =>
            {
                var name = Environment.GetEnvironmentVariable("X") is null ? new Config().Require("missing") : "given";
                new Bucket(name);
            });
            """));
        Assert.Equal("given", Assert.Single(DifferentialResult.Analyze(compilation, StackSettings.None).Instances).Name.AsString());
    }

    [Fact]
    public void SecretsAreNotRead()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() => { new Bucket("b", new() { BucketName = new Config().RequireSecret("name") }); });
            """));
        var stack = StackSettings.None with { Configuration = StackSettings.None.Configuration.Add("project:name", "secret") };
        Assert.IsType<Unknown>(((Mapping)Assert.Single(DifferentialResult.Analyze(compilation, stack).Instances).Inputs)["bucket"]);
    }

    [Fact]
    public void WhatAsksNothingOfAStackOrIsAnsweredTheSameIsEvaluatedOnce()
    {
        var compilation = StackCompiler.Compile(
            StackSource.Of("""
                using Pulumi;
                using Pulumi.Aws.S3;
                public sealed class Apart : ComponentResource
                {
                    public Apart(string name) : base("acme:x:Apart", name) { new Bucket("apart"); }
                }
                public sealed class Asking : ComponentResource
                {
                    public Asking(string name) : base("acme:x:Asking", name) { new Bucket("asking", new() { BucketName = new Config().Require("name") }); }
                }
                """),
            OutputKind.DynamicallyLinkedLibrary);
        ImmutableArray<StackConfiguration?> stacks = [Named("dev", "a", "1"), Named("test", "a", "2"), Named("prod", "b", "1")];
        var graphs = StackProgramEvaluator.For(compilation)!.Evaluate(EvaluationOptions.Default, stacks, CancellationToken.None);
        Assert.Equal(["a", "a", "b"], graphs.Select(static graph => ((Mapping)Bucket(graph, "asking").Inputs)["bucket"]!.AsString()));
        Assert.Same(Bucket(graphs[0], "apart"), Bucket(graphs[2], "apart"));
        Assert.Same(Bucket(graphs[0], "asking"), Bucket(graphs[1], "asking"));
        Assert.NotSame(Bucket(graphs[0], "asking"), Bucket(graphs[2], "asking"));

        static StackConfiguration Named(string stack, string name, string other) =>
            new StackSettings(stack, ImmutableSortedDictionary<string, string>.Empty.Add("project:name", name).Add("project:other", other)).ToFiles();

        static ResourceInstance Bucket(ResourceGraph graph, string name) => graph.Instances.Single(instance => instance.Name.AsString() == name);
    }
}
