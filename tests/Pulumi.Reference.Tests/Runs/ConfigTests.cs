using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Stack configuration, names of stack and project.</summary>
public sealed class ConfigTests
{
    [Fact]
    public async Task ValuesAreReadByNamespace()
    {
        var options = Configured(
            ("project:text", "a"),
            ("project:flag", "true"),
            ("project:count", "3"),
            ("project:ratio", "1.5"),
            ("project:list", """["x","y"]"""),
            ("aws:region", "eu-central-1"));
        await RecordAsync(
            () =>
            {
                var config = new Config();
                Assert.Equal("a", config.Get("text"));
                Assert.Equal("a", config.Require("text"));
                Assert.True(config.RequireBoolean("flag"));
                Assert.Equal(3, config.GetInt32("count"));
                Assert.Equal(1.5, config.GetDouble("ratio"));
                Assert.Equal(["x", "y"], config.RequireObject<List<string>>("list"));
                Assert.Equal("eu-central-1", new Config("aws").Require("region"));
                Assert.Equal("eu-central-1", Aws.Config.Region);
                Assert.Null(config.Get("missing"));
                Assert.Null(config.GetBoolean("missing"));
                Assert.Null(config.GetObject<List<string>>("missing"));
                Assert.Null(config.GetSecret("missing"));
            },
            options);
    }

    [Fact]
    public async Task SecretsAreSecret()
    {
        await RecordAsync(
            async () =>
            {
                Assert.True(await Output.IsSecretAsync(new Config().RequireSecret("key")));
                Assert.True(await Output.IsSecretAsync(new Config().GetSecretInt32("count")!));
            },
            Configured(("project:key", "s"), ("project:count", "1")));
    }

    [Theory]
    [InlineData("yes", "is not a valid Boolean")]
    [InlineData("True", "is not a valid Boolean")]
    public async Task ABooleanIsTrueOrFalse(string value, string message)
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() => { new Config().GetBoolean("flag"); }), Configured(("project:flag", value)));
        Assert.Contains(message, Assert.IsAssignableFrom<RunException>(Assert.Single(recording.Failures)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingValueFailsTheRun()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(() => { new Config("app").Require("model"); }));
        Assert.StartsWith(
            "Missing required configuration variable 'app:model'",
            Assert.IsAssignableFrom<RunException>(Assert.Single(recording.Failures)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongNumbersAndObjectsFailTheRun()
    {
        var options = Configured(("project:n", "x"), ("project:o", "{"));
        foreach (var read in new Action[]
        {
            () => new Config().RequireInt32("n"), () => new Config().RequireDouble("n"), () => new Config().RequireObject<Dictionary<string, string>>("o"),
        })
        {
            var recording = await Recorder.RunAsync(() => Deployment.RunAsync(read), options);
            Assert.Contains("is not a valid", Assert.IsAssignableFrom<RunException>(Assert.Single(recording.Failures)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheStackKnowsItsName()
    {
        var recording = await RecordAsync(
            () => new Thing("t", new ThingArgs { Text = $"{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}", Flag = Deployment.Instance.IsDryRun }),
            new RecorderOptions { Project = "shop", Stack = "prod" });
        Equal("""{"text":"shop/prod","flag":true}""", recording.Named("t").Inputs);
    }

    [Fact]
    public async Task AProviderSettingCanBeSetByTheProgram()
    {
        await RecordAsync(() =>
        {
            Aws.Config.Region = "us-west-2";
            Assert.Equal("us-west-2", Aws.Config.Region);
        });
        await RecordAsync(() => Assert.Null(Aws.Config.Region));
    }
}
