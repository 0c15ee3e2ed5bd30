using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Unit tests of programs: <c>Deployment.TestAsync</c> with mocks.</summary>
public sealed class MockTests
{
    [Fact]
    public async Task OutputsAreWhatTheMocksSay()
    {
        var (resources, outputs) = await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () =>
        {
            var thing = new Thing("t", new ThingArgs
            {
                Number = 3,
                Items = { "a" },
                Labels = { ["k"] = "v" },
                Color = Color.Red,
                Part = new ThingPartArgs { Size = 1.5 },
            });
            return new Dictionary<string, object?> { ["text"] = thing.Text.Apply(text => text + "!") };
        });

        var thing = Assert.Single(resources.OfType<Thing>());
        Assert.Equal("t-id", await OutputUtilities.GetValueAsync(thing.Id));
        Assert.Equal("urn:pulumi:stack::project::test:index:Thing::t", await OutputUtilities.GetValueAsync(thing.Urn));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(thing.Number));
        Assert.Equal("a", Assert.Single(await OutputUtilities.GetValueAsync(thing.Items)));
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(thing.Labels))["k"]);
        Assert.Equal(1.5, (await OutputUtilities.GetValueAsync(thing.Part))!.Size);
        Assert.Equal(Color.Red, await OutputUtilities.GetValueAsync(thing.Color));
        Assert.Equal("t-text!", await OutputUtilities.GetValueAsync((Output<string>)outputs["text"]!));
    }

    [Fact]
    public async Task ChildrenCarryTheirParentInTheUrn()
    {
        var resources = await Deployment.TestAsync(new EchoMocks(), new TestOptions { StackName = "s", ProjectName = "p" }, () =>
        {
            new Thing("child", null, new CustomResourceOptions { Parent = new Thing("parent") });
        });
        Assert.Equal(
            "urn:pulumi:s::p::test:index:Thing$test:index:Thing::child",
            await OutputUtilities.GetValueAsync(resources.OfType<Thing>().Single(thing => thing.GetResourceName() == "child").Urn));
    }

    [Fact]
    public async Task AStackClassIsTested()
    {
        var resources = await Deployment.TestAsync<ThingStack>(new EchoMocks());
        Assert.IsType<ThingStack>(resources[0]);
        Assert.Equal("t-text", await OutputUtilities.GetValueAsync(((ThingStack)resources[0]).Text));
    }

    [Fact]
    public async Task InAPreviewWhatTheMocksLeaveOutIsUnknown()
    {
        async Task<bool> IsKnownAsync(bool isPreview)
        {
            var resources = await Deployment.TestAsync(new EchoMocks(), new TestOptions { IsPreview = isPreview }, () => { new Thing("t"); });
            return await OutputUtilities.GetIsKnownAsync(resources.OfType<Thing>().Single().Number);
        }

        Assert.False(await IsKnownAsync(isPreview: true));
        Assert.True(await IsKnownAsync(isPreview: false));
    }

    [Fact]
    public async Task FailuresAreThrown()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.TestAsync(
            new EchoMocks(),
            new TestOptions(),
            () => { Output.Create(1).Apply((Func<int, int>)(_ => throw new InvalidOperationException("boom"))); }));
    }

    [Fact]
    public async Task ATestIsNoPartOfARecording()
    {
        var recording = await Recorder.RunAsync(() => Deployment.TestAsync(new EchoMocks(), new TestOptions(), () => { new Thing("t"); }));
        Assert.Empty(recording.EnsureSuccess().Registrations);
    }

    private sealed class ThingStack : Stack
    {
        public ThingStack() => Text = new Thing("t").Text;

        [Output]
        public Output<string> Text { get; private set; }
    }
}
