using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>How programs start, end and fail.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task RegistrationsComeInTheOrderOfConstructors()
    {
        var recording = await RecordAsync(async () =>
        {
            new Thing("a", new ThingArgs { Text = Output.Create(Task.Delay(20).ContinueWith(_ => "late", TaskScheduler.Default)) });
            await Task.Delay(5);
            new Thing("b");
            new Thing("c");
        });
        Assert.Equal(["a", "b", "c"], recording.Registrations.Select(registration => registration.Name));
        Equal("""{"text":"late"}""", recording.Named("a").Inputs);
    }

    [Fact]
    public async Task OutputsOfTheStackAreRecorded()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() =>
        {
            var thing = new Thing("t");
            return new Dictionary<string, object?> { ["text"] = thing.Text, ["plain"] = 1 };
        }));
        Equal("""{"text":{"$ref":{"token":"test:index:Thing","name":"t","output":"text"}},"plain":1}""", recording.EnsureSuccess().Outputs);
    }

    [Fact]
    public async Task AStackClassRunsInItsConstructor()
    {
        var exitCode = -1;
        var recording = await Recorder.RunAsync(async () => exitCode = await Deployment.RunAsync<MyStack>());
        recording.EnsureSuccess();
        Assert.Equal(0, exitCode);
        Equal("""{"parent":{"$ref":{"token":"pulumi:pulumi:Stack","name":"project-stack","output":""}}}""", recording.Named("t").Options);
        Equal("""{"Text":{"$ref":{"token":"test:index:Thing","name":"t","output":"text"}}}""", recording.Outputs);
        Assert.Null(recording.Named("t").Parent);
    }

    [Fact]
    public async Task AStackClassMustSetItsOutputs()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync<ForgetfulStack>());
        Assert.Contains("'Text' have no value assigned", Assert.IsType<RunException>(Assert.Single(recording.Failures)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStackClassCanComeFromServices()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync<MyStack>(new Services()));
        Assert.Equal("t", Assert.Single(recording.EnsureSuccess().Registrations).Name);
    }

    [Fact]
    public async Task ExceptionsEndInTheRecordingAndTheExitCode()
    {
        var exitCode = 0;
        var recording = await Recorder.RunAsync(async () => exitCode = await Deployment.RunAsync((Action)(() =>
        {
            new Thing("t");
            throw new InvalidOperationException("boom");
        })));
        Assert.Equal(32, exitCode);
        Assert.Equal("boom", Assert.IsType<InvalidOperationException>(Assert.Single(recording.Failures)).Message);
        Assert.Equal("t", Assert.Single(recording.Registrations).Name);
        Assert.Throws<InvalidOperationException>(recording.EnsureSuccess);
    }

    [Fact]
    public async Task AnExceptionInApplyFailsTheRunOnce()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() =>
        {
            var failing = Output.Create(1).Apply((Func<int, string>)(_ => throw new InvalidOperationException("boom")));
            new Thing("t", new ThingArgs { Text = failing, Items = { failing.Apply(text => text) } });
        }));
        Assert.Equal("boom", Assert.IsType<InvalidOperationException>(Assert.Single(recording.Failures)).Message);
    }

    [Fact]
    public async Task AnExceptionAfterAwaitFailsTheRun()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            throw new RunException("told");
        }));
        Assert.Equal("told", Assert.IsType<RunException>(Assert.Single(recording.Failures)).Message);
    }

    [Fact]
    public async Task ALoggedErrorFailsTheRun()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() =>
        {
            Log.Info("hello");
            Log.Error("bad", new Thing("t"));
        }));
        Assert.Equal([("info", "hello"), ("error", "test:index:Thing 't': bad")], recording.Messages.ToList());
        Assert.IsType<RunException>(Assert.Single(recording.Failures));
    }

    [Fact]
    public async Task EntryPointsAreRun()
    {
        const BindingFlags Private = BindingFlags.NonPublic | BindingFlags.Static;
        var synchronous = await Recorder.RunAsync(typeof(RunTests).GetMethod(nameof(MainBlocking), Private)!);
        var asynchronous = await Recorder.RunAsync(typeof(RunTests).GetMethod(nameof(MainAsync), Private)!, new RecorderOptions { Stack = "dev" }, "argument");
        var failing = await Recorder.RunAsync(typeof(RunTests).GetMethod(nameof(FailingMain), Private)!);
        Assert.Equal("t", Assert.Single(synchronous.EnsureSuccess().Registrations).Name);
        Equal("""{"text":"argument-dev"}""", asynchronous.EnsureSuccess().Named("t").Inputs);
        Assert.Equal("boom", Assert.IsType<InvalidOperationException>(Assert.Single(failing.Failures)).Message);
    }

    [Fact]
    public async Task ManyRunsGoOnAtOnce()
    {
        var recordings = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => Task.Run(() => RecordAsync(
            async () =>
            {
                await Task.Delay(index % 3);
                for (var thing = 0; thing < 20; thing++)
                {
                    new Thing($"t{thing}", new ThingArgs { Text = new Config().Require("value"), Plain = Deployment.Instance.StackName });
                    await Task.Yield();
                }
            },
            new RecorderOptions { Stack = $"s{index}", Configuration = new Dictionary<string, string> { ["project:value"] = $"v{index}" } }))));

        for (var index = 0; index < recordings.Length; index++)
        {
            Assert.Equal(Enumerable.Range(0, 20).Select(thing => $"t{thing}"), recordings[index].Registrations.Select(registration => registration.Name));
            Assert.All(recordings[index].Registrations, registration => Equal($$"""{"text":"v{{index}}","plain":"s{{index}}"}""", registration.Inputs));
        }
    }

    [Fact]
    public async Task AProgramThatWasLoadedToBeRunCanGoAgain()
    {
        var context = await RunOnceAsync();
        for (var collections = 0; context.IsAlive && collections < 20; collections++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static async Task<WeakReference> RunOnceAsync()
        {
            var context = new AssemblyLoadContext(name: null, isCollectible: true);
            var copy = context.LoadFromStream(new MemoryStream(await File.ReadAllBytesAsync(typeof(RunTests).Assembly.Location)));
            var recording = await Recorder.RunAsync(copy.GetType(typeof(RunTests).FullName!)!.GetMethod(nameof(MainBlocking), BindingFlags.NonPublic | BindingFlags.Static)!);
            Assert.Equal("t", Assert.Single(recording.EnsureSuccess().Registrations).Name);
            context.Unload();
            return new WeakReference(context);
        }
    }

    [Fact]
    public async Task OutsideOfARunThereIsNoDeployment()
    {
        await RecordAsync(() => new Thing("t"));
        Assert.Throws<InvalidOperationException>(object? () => Deployment.Instance);
        Assert.Throws<InvalidOperationException>(object? () => new Thing("t"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));
    }

    [Fact]
    public async Task AStackReferenceIsReadAndUnknown()
    {
        var recording = await RecordAsync(() =>
        {
            var network = new StackReference("acme/network/prod");
            new Thing("t", new ThingArgs { Text = network.GetOutput("vpcId").Apply(id => (string)id!), Body = network.RequireOutput("vpcId")! });
        });
        Assert.Equal("pulumi:pulumi:StackReference", Assert.Single(recording.Reads).Token);
        Equal(
            """
            {"text":{"$unknown":"apply on output 'vpcId' of stack 'acme/network/prod'"},
             "body":{"$unknown":"output 'vpcId' of stack 'acme/network/prod'"}}
            """,
            recording.Named("t").Inputs);
    }

    [Fact]
    public async Task APlainValueOfAnotherStackCannotBeUnknown()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(async () =>
        {
            await new StackReference("other").GetValueAsync("key");
        }));
        Assert.Contains("Unknown in this run", Assert.Single(recording.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheJsonHasTokenNameInputsAndOptions()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs { Text = "a" }, new CustomResourceOptions { Protect = true }));
        Equal("""[{"token":"test:index:Thing","name":"t","inputs":{"text":"a"},"options":{"protect":true}}]""", System.Text.Json.Nodes.JsonNode.Parse(recording.ToJson()));
    }

    private static int MainBlocking() => Deployment.RunAsync(() => { new Thing("t"); }).GetAwaiter().GetResult();

    private static async Task<int> MainAsync(string[] arguments)
    {
        await Task.Yield();
        return await Deployment.RunAsync(() => { new Thing("t", new ThingArgs { Text = $"{arguments[0]}-{Deployment.Instance.StackName}" }); });
    }

    private static void FailingMain() => throw new InvalidOperationException("boom");

    private sealed class MyStack : Stack
    {
        public MyStack() => Text = new Thing("t", null, new CustomResourceOptions { Parent = this }).Text;

        [Output]
        public Output<string> Text { get; private set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Text { get; private set; } = null!;
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(MyStack) ? new MyStack() : null;
    }
}
