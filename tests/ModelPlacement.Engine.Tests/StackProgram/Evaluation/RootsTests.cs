using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Evaluation;

/// <summary>What is evaluated where no entry point leads: component libraries, code that others call.</summary>
public sealed class RootsTests
{
    [Fact]
    public void ComponentsOfALibraryAreEvaluatedWithTheirParametersUnknown()
    {
        var graph = Library("""
            public class Server : ComponentResource
            {
                private readonly string _prefix = "p";

                public Server(string name, string model, ComponentResourceOptions? options = null)
                    : base("acme:ai:Server", name, options)
                {
                    new Bucket(_prefix + "-" + name, new() { BucketName = "fixed", Tags = { ["model"] = model } }, new() { Parent = this });
                }
            }
            """);
        var bucket = Assert.Single(graph.Instances, static instance => instance.Token == "aws:s3/bucket:Bucket");
        Assert.Equal("{bucket: \"fixed\", tags: {model: unknown(parameter 'model')}}", bucket.Inputs.ToString());
        Assert.IsType<Text>(bucket.Name);
        Assert.Contains(graph.Instances, static instance => instance.Token == "acme:ai:Server");
    }

    [Fact]
    public void WhatOtherMethodsMayHaveSetIsNotKnown()
    {
        var graph = Library("""
            public class Builder
            {
                private string? _model;
                private readonly string _fixed = "fixed";
                private readonly List<string> _names = new() { "a" };

                public static string Shared = "shared";

                public void Use(string model) => _model = model;

                public void Build() => new Bucket("b", new() { BucketName = _model ?? "default", Tags = { ["fixed"] = _fixed, ["names"] = _names.Count.ToString(), ["shared"] = Shared } });
            }
            """);
        var bucket = Assert.Single(graph.Instances);
        var tags = Assert.IsType<Mapping>(Assert.IsType<Mapping>(bucket.Inputs)["tags"]);
        Assert.IsType<Choice>(((Mapping)bucket.Inputs)["bucket"]);
        Assert.Equal("fixed", tags["fixed"]!.AsString());
        Assert.IsType<Unknown>(tags["names"]);
        Assert.IsType<Unknown>(tags["shared"]);
    }

    [Fact]
    public void HelpersAreEvaluatedWhereTheyAreCalled()
    {
        var graph = Library("""
            public static class Agents
            {
                public static void All()
                {
                    Create("a");
                    Create("b");
                }

                private static void Create(string name) => new Bucket(name);
            }
            """);
        Assert.Equal(["a", "b"], graph.Instances.Select(static instance => instance.Name.AsString()));
    }

    [Fact]
    public void CodeThatAnotherStackRunsIsNotPartOfThisOne()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() =>
            {
                if (Pulumi.Deployment.Instance.StackName == "prod")
                    Stages.Prod();
                else
                    Stages.Dev();
            });
            static class Stages
            {
                public static void Prod() => new Bucket("prod");

                public static void Dev() => new Bucket("dev");
            }
            """));
        var graph = DifferentialResult.Analyze(compilation, StackSettings.None);
        Assert.Equal("dev", Assert.Single(graph.Instances).Name.AsString());
        Assert.Equal(2, DifferentialResult.Analyze(compilation, null).Instances.Length);
    }

    [Fact]
    public void WhatAnEndedEvaluationDidNotReachIsEvaluatedByItself()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() =>
            {
                var sum = 0L;
                for (var i = 0; i < 2000; i++)
                    for (var j = 0; j < 2000; j++)
                        sum += i * j;
                Buckets.Create("b", sum);
            });
            static class Buckets
            {
                public static void Create(string name, long sum) => new Bucket(name, new() { BucketName = "fixed" });
            }
            """));
        var bucket = Assert.Single(StackProgramEvaluator.For(compilation)!.Evaluate(EvaluationOptions.Default with { OperationBudget = 20_000 }, default).Instances);
        Assert.Equal("{bucket: \"fixed\"}", bucket.Inputs.ToString());
        Assert.IsType<Unknown>(bucket.Name);
    }

    [Fact]
    public void NoRootOfALibraryTakesWhatTheOthersNeed()
    {
        var compilation = StackCompiler.Compile(
            StackSource.Of("""
                using Pulumi;
                using Pulumi.Aws.S3;
                public static class Library
                {
                    public static long Busy()
                    {
                        var sum = 0L;
                        for (var i = 0; i < 2000; i++)
                            for (var j = 0; j < 2000; j++)
                                sum += i * j;
                        return sum;
                    }

                    public static void Create() => new Bucket("b");
                }
                """),
            OutputKind.DynamicallyLinkedLibrary);
        Assert.Equal("b", Assert.Single(StackProgramEvaluator.For(compilation)!.Evaluate(EvaluationOptions.Default with { OperationBudget = 20_000 }, default).Instances).Name.AsString());
    }

    [Fact]
    public void WhatStandsBehindTheEndOfAnEvaluationIsNotLost()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            return await Pulumi.Deployment.RunAsync(() =>
            {
                var name = "first";
                var first = new Bucket("before", new() { BucketName = name });
                Counter.Count();
                _ = new Bucket("after", new() { BucketName = "fixed", Acl = name }, new() { DependsOn = { new Bucket("inner") } });
                foreach (var each in new[] { "a", "b" })
                    _ = new Bucket(each, new() { BucketName = "each" });
            });
            static class Counter
            {
                public static long Sum;

                public static void Count()
                {
                    for (var i = 0; i < 2000; i++)
                        for (var j = 0; j < 2000; j++)
                            Sum += i * j;
                    _ = new Bucket("counted");
                }
            }
            """));
        var graph = StackProgramEvaluator.For(compilation)!.Evaluate(EvaluationOptions.Default, default);
        Assert.Equal(["before", "inner", "after", null, "counted"], graph.Instances.Select(static instance => instance.Name.AsString()));
        Assert.Equal([false, true, true, true, true], graph.Instances.Select(static instance => instance.IsConditional));
        var after = (Mapping)graph.Instances[2].Inputs;
        Assert.Equal("fixed", after["bucket"]!.AsString());
        Assert.IsType<Unknown>(after["acl"]);
    }

    private static ResourceGraph Library(string types) => DifferentialResult.Analyze(
        StackCompiler.Compile(StackSource.Of("using Pulumi; using Pulumi.Aws.S3;\n" + types), OutputKind.DynamicallyLinkedLibrary),
        null);
}
