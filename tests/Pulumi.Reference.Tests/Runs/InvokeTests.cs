using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Pulumi.Aws.Ec2;
using Xunit;
using static Pulumi.Reference.Tests.Runs.Program;

namespace Pulumi.Reference.Tests.Runs;

/// <summary>Data sources.</summary>
public sealed class InvokeTests
{
    [Fact]
    public async Task AResultIsUnknownAndTheQuestionRecorded()
    {
        var recording = await RecordAsync(() => new Thing("t", new ThingArgs { Text = GetVpc.Invoke(new GetVpcInvokeArgs { Id = "vpc-1" }).Apply(vpc => vpc.Arn) }));
        Equal("""{"$unknown":"apply on result of aws:ec2/getVpc:getVpc"}""", recording.Named("t").Inputs["text"]);
        var request = Assert.Single(recording.Invokes);
        Assert.Equal("aws:ec2/getVpc:getVpc", request.Token);
        Equal("""{"id":"vpc-1"}""", request.Arguments);
    }

    [Fact]
    public async Task WhoeverSetsUpTheRunMayAnswer()
    {
        var options = new RecorderOptions
        {
            Invoke = request => request.Token == "aws:ec2/getVpc:getVpc" ? new Dictionary<string, object> { ["arn"] = "arn:" + request.Arguments["id"] } : null,
        };
        var recording = await RecordAsync(
            async () =>
            {
                var plain = await GetVpc.InvokeAsync(new GetVpcArgs { Id = "vpc-2" });
                new Thing("t", new ThingArgs { Text = GetVpc.Invoke(new GetVpcInvokeArgs { Id = "vpc-1" }).Apply(vpc => vpc.Arn), Plain = plain.Arn });
            },
            options);
        Equal("""{"text":"arn:vpc-1","plain":"arn:vpc-2"}""", recording.Named("t").Inputs);
    }

    [Fact]
    public async Task AnUnknownQuestionHasAnUnknownAnswer()
    {
        var options = new RecorderOptions { Invoke = _ => throw new InvalidOperationException("must not be asked") };
        var recording = await RecordAsync(
            () => new Thing("t", new ThingArgs { Text = GetVpc.Invoke(new GetVpcInvokeArgs { Id = new Thing("other").Text }).Apply(vpc => vpc.Arn) }),
            options);
        Assert.NotNull(recording.Named("t").Inputs["text"]!["$unknown"]);
    }

    [Fact]
    public async Task ATaskCannotBeUnknown()
    {
        var recording = await Recorder.RunAsync(() => Deployment.RunAsync(async () =>
        {
            await GetVpc.InvokeAsync(new GetVpcArgs { Id = "vpc-1" });
        }));
        Assert.Contains("is unknown, which a task cannot express", Assert.Single(recording.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransformsChangeTheQuestion()
    {
        var recording = await RecordAsync(() =>
        {
            Deployment.Instance.RegisterInvokeTransform((args, _) =>
                Task.FromResult<InvokeTransformResult?>(new InvokeTransformResult(args.Args.SetItem("id", "changed"), args.Options)));
            GetVpc.Invoke(new GetVpcInvokeArgs { Id = "vpc-1" });
        });
        Equal("""{"id":"changed"}""", Assert.Single(recording.Invokes).Arguments);
    }
}
