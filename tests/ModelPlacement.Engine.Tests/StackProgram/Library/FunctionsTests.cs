using System.Linq;
using ModelPlacement.Engine.StackProgram;
using ModelPlacement.Engine.Tests.StackProgram.Differential;
using Xunit;

namespace ModelPlacement.Engine.Tests.StackProgram.Library;

public sealed class FunctionsTests
{
    [Fact]
    public void AFunctionIsKnownByItsQuestion()
    {
        var graph = Analyze("""
            var model = Pulumi.Aws.BedrockFoundation.GetModel.Invoke(new() { ModelId = "openai.gpt-oss-20b-1:0" });
            new Bucket("b", new() { BucketName = model.Apply(result => result.ModelArn) });
            """);
        var reference = Assert.IsType<ResourceReference>(((Mapping)graph.Instances.Single().Inputs)["bucket"]);
        Assert.True(reference.Instance.IsLookup);
        Assert.Equal("openai.gpt-oss-20b-1:0", ((Mapping)reference.Instance.Inputs)["modelId"]!.AsString());
        Assert.Equal("modelArn", reference.Output);
    }

    [Fact]
    public void ReadingAResourceCreatesNone()
    {
        var graph = Analyze("""
            var existing = Bucket.Get("existing", "my-bucket");
            new Bucket("b", new() { BucketName = existing.BucketName });
            """);
        var reference = Assert.IsType<ResourceReference>(((Mapping)graph.Instances.Single().Inputs)["bucket"]);
        Assert.True(reference.Instance.IsLookup);
        Assert.Equal("existing", reference.Instance.Name.AsString());
    }

    [Fact]
    public void AnUnknownKeepsWhatItWasComputedFrom()
    {
        var graph = Analyze("""
            var source = new Bucket("source");
            new Bucket("b", new()
            {
                BucketName = source.Arn.Apply(arn => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(arn.Trim()))),
                Tags = { ["split"] = source.Arn.Apply(arn => arn.Split(':')[3]), ["json"] = source.Arn.Apply(arn => System.Text.Json.JsonDocument.Parse(arn).RootElement.GetProperty("x").GetString()!) },
            });
            """);
        var inputs = (Mapping)graph.Instances[1].Inputs;
        foreach (var value in new[] { inputs["bucket"]!, ((Mapping)inputs["tags"]!)["split"]!, ((Mapping)inputs["tags"]!)["json"]! })
        {
            var from = Assert.IsType<ResourceReference>(Assert.Single(Assert.IsType<Unknown>(value).From));
            Assert.Same(graph.Instances[0], from.Instance);
            Assert.Equal("arn", from.Output);
        }
    }

    private static ResourceGraph Analyze(string statements) => DifferentialResult.Analyze(
        StackCompiler.Compile(StackSource.Of("using Pulumi;\nusing Pulumi.Aws.S3;\nreturn await Pulumi.Deployment.RunAsync(() =>\n{\n" + statements + "\n});")),
        null);
}
