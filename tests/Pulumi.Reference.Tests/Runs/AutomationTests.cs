using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Inline programs of the Automation API.</summary>
public sealed class AutomationTests
{
    [Fact]
    public async Task AnInlineProgramIsRecordedWithItsOwnNamesAndConfiguration()
    {
        var recording = await Recorder.RunAsync(
            async () =>
            {
                var program = PulumiFn.Create(() =>
                {
                    var config = new Config();
                    new Thing("t", new ThingArgs { Text = $"{config.Require("model")}@{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}", Plain = new Config("aws").Get("region") });
                });
                using var stack = await LocalWorkspace.CreateOrSelectStackAsync(new InlineProgramArgs("shop", "dev", program));
                await stack.SetConfigAsync("model", new ConfigValue("gpt"));
                await stack.UpAsync(new UpOptions());
            },
            Configured(("aws:region", "us-east-1")));
        Equal("""{"text":"gpt@shop/dev","plain":"us-east-1"}""", recording.EnsureSuccess().Named("t").Inputs);
    }

    [Fact]
    public async Task EveryKindOfProgramRunsAndGivesItsOutputs()
    {
        var outputs = (IDictionary<string, object?>)new Dictionary<string, object?> { ["a"] = Output.CreateSecret("x") };
        foreach (var program in new[]
        {
            PulumiFn.Create(() => outputs),
            PulumiFn.Create(() => Task.FromResult(outputs)),
            PulumiFn.Create(_ => Task.FromResult(outputs)),
        })
        {
            using var stack = await LocalWorkspace.CreateStackAsync(new InlineProgramArgs("p", "s", program));
            var result = await stack.UpAsync();
            Assert.Equal("x", result.Outputs["a"].Value);
            Assert.True(result.Outputs["a"].IsSecret);
        }
    }

    [Fact]
    public async Task APreviewCountsWhatWouldBeCreated()
    {
        var lines = new List<string>();
        using var stack = await LocalWorkspace.SelectStackAsync(new InlineProgramArgs("p", "s", PulumiFn.Create<ThingStack>()));
        var result = await stack.PreviewAsync(new PreviewOptions { OnStandardOutput = lines.Add });
        Assert.Equal(2, result.ChangeSummary[OperationType.Create]);
        Assert.Equal(["info: hello"], lines);
    }

    [Fact]
    public async Task AFailingProgramFailsTheCommand()
    {
        using var stack = await LocalWorkspace.CreateStackAsync(new InlineProgramArgs("p", "s", PulumiFn.Create((Action)(() => throw new InvalidOperationException("boom")))));
        Assert.Equal("boom", (await Assert.ThrowsAsync<CommandException>(() => stack.UpAsync())).Message);
    }

    [Fact]
    public async Task ConfigurationIsKeptByKey()
    {
        using var stack = await LocalWorkspace.CreateStackAsync(new InlineProgramArgs("p", "s", PulumiFn.Create(() => { })));
        await stack.SetAllConfigAsync(new Dictionary<string, ConfigValue> { ["a"] = new("1"), ["aws:region"] = new("r", isSecret: true) });
        await stack.RemoveConfigAsync("a");
        Assert.True((await stack.GetConfigAsync("aws:region")).IsSecret);
        Assert.Equal(["aws:region"], (await stack.GetAllConfigAsync()).Keys);
    }

    private sealed class ThingStack : Stack
    {
        public ThingStack()
        {
            Log.Info("hello");
            new Thing("t");
        }
    }
}
