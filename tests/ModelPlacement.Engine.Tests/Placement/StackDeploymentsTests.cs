using System;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Models;
using ModelPlacement.Engine.Placement;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>What is asked for when, how long it takes, and that nothing throws.</summary>
public sealed class StackDeploymentsTests
{
    private static readonly DeploymentFinder Finder = new(ResourceCatalog.BuiltIn, ModelFamilies.BuiltIn);

    [Theory]
    [InlineData("""{ "token": "aws:s3/bucket:Bucket", "name": "asked" }""")]
    [InlineData("""{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "asked", "inputs": { "foundationModel": "anthropic.claude-3-haiku-20240307-v1:0" } }""")]
    [InlineData("""{ "token": "aws:lambda/function:Function", "name": "asked", "inputs": { "imageUri": "acme/web" } }""")]
    [InlineData("""{ "token": "azure-native:cognitiveservices:Deployment", "name": "asked", "inputs": { "accountName": { "$ref": "a.name" }, "properties": { "model": { "name": "gpt-oss-120b", "format": "OpenAI-OSS" } } } }, { "token": "azure-native:cognitiveservices:Account", "name": "a" }""")]
    public void TheProgramIsNotAskedForWhereNoModelIsOfInterest(string resource)
    {
        var graph = GraphBuilder.Graph("[" + resource + "]");
        var stack = Finder.In(static () => throw new InvalidOperationException("The graph was asked for."));
        Assert.Empty(stack.Of(graph.Instances[0], static model => model is { Vendor: "openai", Weights: ModelWeights.Proprietary }));
    }

    [Fact]
    public void OneResourceIsJudgedAsInTheWholeProgram()
    {
        var graph = GraphBuilder.Graph("""
            [
              { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
              { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
              { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": { "$ref": "config.name" } } },
            ]
            """);
        var stack = Finder.In(() => graph);
        Assert.Empty(stack.Of(graph.Instances[0]));
        Assert.Empty(stack.Of(graph.Instances[1]));
        Assert.Equal("openai/gpt-4o", stack.Of(graph.Instances[2]).Single().Model?.Id);
    }

    [Fact]
    public void ACancelledFirstCallerHarmsNobody()
    {
        var graph = GraphBuilder.Graph("""
            [
              { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "name": "cfg", "productionVariants": [{ "modelName": "elsewhere" }] } },
              { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": "cfg" } },
            ]
            """);
        var calls = 0;
        var stack = Finder.In(() => calls++ == 0 ? throw new OperationCanceledException() : graph);
        Assert.Throws<OperationCanceledException>(() => stack.Of(graph.Instances[1]));
        Assert.Contains("productionVariants[0].modelName", stack.Of(graph.Instances[1]).Single().WhyModelUnknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources that serve each other", """
        [
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "a", "inputs": { "name": { "$ref": "b.name" }, "productionVariants": [{ "modelName": { "$ref": "b.name" } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "b", "inputs": { "name": { "$ref": "a.name" }, "endpointConfigName": { "$ref": "a.name" }, "region": { "$ref": "b.region" } } },
        ]
        """)]
    [InlineData("a manifest made of itself", """
        [{ "token": "kubernetes:yaml/v2:ConfigGroup", "name": "m", "inputs": { "yaml": { "$text": ["a: ", { "$ref": "m.yaml" }] }, "objs": { "$ref": "m.objs" } } }]
        """)]
    [InlineData("a host on itself", """
        [
          { "token": "pulumi:providers:docker", "name": "docker", "inputs": { "host": { "$text": ["ssh://", { "$ref": "c.name" }] } } },
          { "token": "docker:index/container:Container", "name": "c", "inputs": { "image": "vllm/vllm-openai", "command": ["--model", "openai/gpt-4o"], "name": { "$ref": "c.name" } }, "options": { "provider": { "$ref": "docker" } } },
        ]
        """)]
    [InlineData("load balancers in a circle", """
        [
          { "token": "aws:lambda/function:Function", "name": "f", "inputs": { "environment": { "variables": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:lambda/alias:Alias", "name": "a", "inputs": { "functionName": { "$ref": "f.name" } } },
          { "token": "aws:lb/targetGroupAttachment:TargetGroupAttachment", "name": "t", "inputs": { "targetId": { "$ref": "f.arn" }, "targetGroupArn": { "$ref": "g.arn" } } },
          { "token": "aws:lb/targetGroup:TargetGroup", "name": "g" },
          { "token": "aws:lb/listener:Listener", "name": "l", "inputs": { "loadBalancerArn": { "$ref": "l.arn" }, "defaultActions": [{ "targetGroupArn": { "$ref": "g.arn" } }] } },
        ]
        """)]
    [InlineData("inputs that are something else", """
        [
          { "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "a", "inputs": "no object" },
          { "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "b", "inputs": { "containerDefinitions": [1, true, { "image": ["x"] }, "{ not json"] }, "options": [1] },
          { "token": "aws:ecs/service:Service", "name": "c", "inputs": { "taskDefinition": { "x": { "$ref": "b" } }, "loadBalancers": 3 }, "options": { "$unknown": "options" } },
          { "token": "kubernetes:core/v1:Service", "name": "d", "inputs": { "spec": { "selector": ["app"], "type": { "x": 1 } }, "metadata": { "namespace": {} } } },
          { "token": "kubernetes:helm.sh/v3:Release", "name": "e", "inputs": { "chart": { "$unknown": "x" }, "values": ["a"] } },
          { "token": "nonsense", "name": "f", "inputs": null },
          { "token": "", "name": "g" },
        ]
        """)]
    public void NothingThrowsAndEverythingEnds(string story, string graph)
    {
        _ = story;
        Assert.All(Placements.Find(graph), static deployment => Assert.NotNull(deployment.Entry));
    }

    /// <summary>Measured in what is allocated, which no busy machine changes: four times the resources take about four times as much.</summary>
    [Fact]
    public void WorkGrowsWithTheProgramOnly()
    {
        Work(100);
        var (small, large) = (Work(400), Work(1600));
        Assert.InRange(large, small, (long)(small * 5.0));
    }

    private static long Work(int resources)
    {
        var graph = GraphBuilder.Graph("[" + string.Join(",", Enumerable.Range(0, resources / 4).Select(static i => FormattableString.Invariant($$"""
            { "token": "kubernetes:apps/v1:Deployment", "name": "d{{i}}", "inputs": { "spec": { "template": { "metadata": { "labels": { "app": "a{{i}}" } }, "spec": { "containers": [{ "image": "vllm/vllm-openai", "args": ["--model", "openai/gpt-4o"] }] } } } } },
            { "token": "kubernetes:core/v1:Service", "name": "s{{i}}", "inputs": { "metadata": { "name": "s{{i}}" }, "spec": { "selector": { "app": "a{{i}}" } } } },
            { "token": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i{{i}}", "inputs": { "spec": { "defaultBackend": { "service": { "name": "s{{i}}" } } } } },
            { "token": "aws:sagemaker/endpoint:Endpoint", "name": "e{{i}}", "inputs": { "endpointConfigName": "c{{i}}" } }
            """))) + "]");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Finder.Find(graph);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(resources / 4, found.Count(static deployment => deployment.Exposure == Exposure.PublicApi && deployment.Model is not null));
        return allocated;
    }
}
