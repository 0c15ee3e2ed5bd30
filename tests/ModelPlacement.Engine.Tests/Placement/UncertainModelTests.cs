using System;
using System.Linq;
using ModelPlacement.Engine.Placement;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>Models that are one of several, partly known, or not known.</summary>
public sealed class UncertainModelTests
{
    private const string Chain = """
        { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
        { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": { "$ref": "config.name" } } },
        """;

    [Theory]
    [InlineData("one of two, each by itself", """{ "$choice": ["openai.gpt-5.5", "anthropic.claude-3-haiku-20240307-v1:0"] }""", "may openai/gpt-5.5", "may anthropic/claude-3-haiku")]
    [InlineData("known or not", """{ "$choice": ["openai.gpt-5.5", { "$unknown": "config 'model'" }] }""", "may openai/gpt-5.5", "may ?")]
    [InlineData("two spellings of one", """{ "$choice": ["openai.gpt-5.5", "us.openai.gpt-5.5"] }""", "may openai/gpt-5.5")]
    [InlineData("a region's prefix that is not known", """{ "$text": [null, ".openai.gpt-5.5"] }""", "openai/gpt-5.5")]
    [InlineData("an ARN with a region that is not known", """{ "$text": ["arn:aws:bedrock:", null, "::foundation-model/openai.gpt-5.5"] }""", "openai/gpt-5.5")]
    [InlineData("a version that is one of two", """{ "$text": ["openai.gpt-", { "$choice": ["5.5", "oss-20b-1:0"] }] }""", "may openai/gpt-5.5", "may openai/gpt-oss-20b")]
    [InlineData("not known", """{ "$unknown": "parameter 'model'" }""", "?")]
    [InlineData("not set", "null")]
    [InlineData("a known name of no known model", "\"acme-classifier\"")]
    public void OfABedrockAgent(string story, string model, params string[] expected)
    {
        var found = Placements.Find($$"""[{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": {{model}} } }]""");
        Assert.True(expected.SequenceEqual(found.Select(Short)), story + ": " + string.Join(", ", found.Select(Short)));
    }

    [Theory]
    [InlineData("a model id that is not known", """{ "HF_MODEL_ID": { "$unknown": "config 'model'" } }""", "?")]
    [InlineData("an environment that is not known", """{ "$unknown": "parameter 'environment'" }""", "?")]
    [InlineData("a model id that is one of two", """{ "HF_MODEL_ID": { "$choice": ["openai/gpt-4o", "openai/gpt-oss-20b"] } }""", "may openai/gpt-4o", "may openai/gpt-oss-20b")]
    [InlineData("an environment that is one of two", """{ "$choice": [{ "HF_MODEL_ID": "openai/gpt-4o" }, { "HF_MODEL_ID": "meta-llama/Llama-3.1-8B" }] }""", "may openai/gpt-4o", "may meta/llama-3.1-8b")]
    [InlineData("an environment that is set or not", """{ "$choice": [{ "HF_MODEL_ID": "openai/gpt-4o" }, {}] }""", "may openai/gpt-4o")]
    [InlineData("no model id at all", """{ "OTHER": "openai/gpt-4o" }""")]
    public void OfASageMakerEndpoint(string story, string environment, params string[] expected)
    {
        var found = Placements.Find($$"""
            [
              { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "image": "acme/inference", "environment": {{environment}} } } },
              {{Chain}}
            ]
            """);
        Assert.True(expected.SequenceEqual(found.Select(Short)), story + ": " + string.Join(", ", found.Select(Short)));
        Assert.All(found, static deployment => Assert.Equal("endpoint", deployment.Resource.Name.AsString()));
    }

    [Fact]
    public void UnknownSaysWhyAndWhere()
    {
        var deployment = Placements.Find("""
            [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": { "$unknown": "parameter 'model' of a public method" } } }]
            """).Single();
        Assert.Equal("foundationModel: parameter 'model' of a public method", deployment.WhyModelUnknown);
        Assert.Null(deployment.ModelValue);
    }

    [Fact]
    public void AKnownModelBesideAnUnknownInputIsTheModel()
    {
        var deployment = Placements.Find("""
            [{ "token": "gcp:vertex/aiEndpointWithModelGardenDeployment:AiEndpointWithModelGardenDeployment", "name": "e", "inputs": { "huggingFaceModelId": "openai/gpt-4o", "publisherModelName": { "$unknown": "x" } } }]
            """).Single();
        Assert.Equal("openai/gpt-4o", deployment.Model?.Id);
    }

    [Fact]
    public void AModelNamedTwiceIsOneDeployment()
    {
        var found = Placements.Find("""
            [{ "token": "aws:bedrock/agentFlow:AgentFlow", "name": "flow", "inputs": { "definition": { "nodes": [
              { "configuration": { "prompt": { "sourceConfiguration": { "inline": { "modelId": "openai.gpt-5.5" } } } } },
              { "configuration": { "prompt": { "sourceConfiguration": { "inline": { "modelId": "openai.gpt-5.5" } } } } },
              { "configuration": { "knowledgeBase": { "modelId": { "$unknown": "x" } } } } ] } } }]
            """);
        Assert.Equal(["openai/gpt-5.5", "?"], found.Select(Short));
    }

    [Fact]
    public void TheModelsValueKeepsItsOrigin()
    {
        var deployment = Placements.Find("""
            [
              { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
            """ + Chain + "]").Single();
        Assert.Equal("openai/gpt-4o", deployment.ModelValue?.AsString());
        Assert.Equal(0, deployment.ModelValue?.Origin?.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(["config", "model"], deployment.Chain.Select(static instance => instance.Name.AsString()));
        Assert.Equal(
            ["0: model 'openai/gpt-4o' is set here (environment variable HF_MODEL_ID of primaryContainer)", "0: SageMaker model 'model' is served by SageMaker endpoint configuration 'config'", "1: SageMaker endpoint configuration 'config' is served by SageMaker endpoint 'endpoint'"],
            deployment.Evidence.Select(static evidence => FormattableString.Invariant($"{evidence.Location.GetLineSpan().StartLinePosition.Line}: {evidence.Says}")));
    }

    private static string Short(Deployment deployment) => (deployment.IsAlternative ? "may " : "") + (deployment.Model?.Id ?? "?");
}
