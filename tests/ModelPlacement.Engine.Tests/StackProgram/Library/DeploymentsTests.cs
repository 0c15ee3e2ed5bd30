using System.Linq;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

/// <summary>The ways in which a program is started.</summary>
public sealed class DeploymentsTests
{
    [Theory]
    [InlineData("return await Deployment.RunAsync(() => { new Bucket(\"b\"); });")]
    [InlineData("return await Deployment.RunAsync(async () => { await Task.Yield(); new Bucket(\"b\"); });")]
    [InlineData("return await Deployment.RunAsync(() => new Dictionary<string, object?> { [\"x\"] = new Bucket(\"b\").Arn });")]
    [InlineData("return await Deployment.RunAsync(Create); static void Create() => new Bucket(\"b\");")]
    [InlineData("return await Deployment.RunAsync(CreateAsync); static async Task CreateAsync() { await Task.Yield(); new Bucket(\"b\"); }")]
    [InlineData("return await Deployment.RunAsync<MyStack>(); class MyStack : Stack { public MyStack() => new Bucket(\"b\"); }")]
    [InlineData("await Deployment.RunAsync<MyStack>(); class MyStack : Stack { private readonly Bucket _bucket = new(\"b\"); }")]
    [InlineData("class Program { static int Main() => Deployment.RunAsync(() => { new Bucket(\"b\"); }).GetAwaiter().GetResult(); }")]
    [InlineData("class Program { static Task<int> Main(string[] args) => Deployment.RunAsync(() => Make(args.Length)); static void Make(int n) => new Bucket(\"b\"); }")]
    [InlineData("return await Run(() => { new Bucket(\"b\"); }); static Task<int> Run(Action program) => Deployment.RunAsync(program);")]
    [InlineData("Func<Task<int>> main = () => Deployment.RunAsync(() => { new Bucket(\"b\"); }); return await main();")]
    public void ResourcesAreFoundWhateverStartsThem(string program)
    {
        var source = StackSource.Of("using Pulumi; using Pulumi.Aws.S3; using Deployment = Pulumi.Deployment;\n" + program);
        var result = DifferentialResult.Of(source);
        Assert.Empty(result.Wrong);
        Assert.Equal(1, result.Configured.Sum(static comparison => comparison.Resources));
        Assert.False(DifferentialResult.Analyze(StackCompiler.Compile(source), null).Instances.Single(static instance => instance.Token == "aws:s3/bucket:Bucket").IsConditional);
    }

    [Fact]
    public void WhatOnlyTestsReachIsLeftOut()
    {
        var compilation = StackCompiler.Compile(StackSource.Of("""
            using Pulumi;
            using Pulumi.Aws.S3;
            namespace Xunit
            {
                [AttributeUsage(AttributeTargets.Method)]
                public sealed class FactAttribute : Attribute;
            }

            public class Tests
            {
                [Xunit.Fact]
                public void Creates() => Helpers.Make("from-test");
            }

            public static class Helpers
            {
                public static void Make(string name) => new Bucket(name);
            }

            public class Component : ComponentResource
            {
                public Component(string name)
                    : base("acme:x:Y", name) => new Bucket("real");
            }
            """), Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary);
        var names = DifferentialResult.Analyze(compilation, null).Instances.Select(static instance => instance.Name.AsString()).ToList();
        Assert.Contains("real", names);
        Assert.DoesNotContain("from-test", names);
    }

    [Fact]
    public void AnInlineProgramRunsLaterAndWithSettingsOfItsOwn()
    {
        var result = DifferentialResult.Of(StackSource.Of("""
            // stack: dev
            // config: project:model = from-file
            using Pulumi;
            using Pulumi.Automation;
            using Pulumi.Aws.S3;
            using Deployment = Pulumi.Deployment;

            var name = "before";
            var program = PulumiFn.Create(() =>
            {
                new Bucket("fixed", new() { BucketName = "fixed" });
                new Bucket("late", new() { BucketName = name });
                new Bucket("configured", new() { BucketName = new Config().Get("model") ?? "default", Tags = { ["stack"] = Deployment.Instance.StackName } });
            });
            name = "after";
            var stack = await LocalWorkspace.CreateStackAsync(new InlineProgramArgs("project", "other", program));
            await stack.SetConfigAsync("model", new ConfigValue("set"));
            await stack.UpAsync();
            """));
        Assert.Empty(result.Wrong);
        Assert.Equal(3, result.Configured.Single().Resources);
    }
}
