using System.Linq;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

public sealed class RegionTests
{
    private const string Agent = """{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "served", "inputs": { "foundationModel": "openai.gpt-5.5" } """;

    [Theory]
    [InlineData("its own input", "us-west-2", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "served", "inputs": { "foundationModel": "openai.gpt-5.5", "region": "us-west-2" } }]
        """)]
    [InlineData("its own input wins over the provider's", "us-west-2", """
        [
          { "token": "pulumi:providers:aws", "name": "aws", "inputs": { "region": "eu-west-1" } },
          { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "served", "inputs": { "foundationModel": "openai.gpt-5.5", "region": "us-west-2" }, "options": { "provider": { "$ref": "aws" } } },
        ]
        """)]
    [InlineData("its provider's", "eu-west-1", $$"""
        [{ "token": "pulumi:providers:aws", "name": "aws", "inputs": { "region": "eu-west-1" } }, {{Agent}}, "options": { "provider": { "$ref": "aws" } } }]
        """)]
    [InlineData("one of two", "eu-west-1|us-east-1", $$"""
        [{ "token": "pulumi:providers:aws", "name": "aws", "inputs": { "region": { "$choice": ["eu-west-1", "us-east-1"] } } }, {{Agent}}, "options": { "provider": { "$ref": "aws" } } }]
        """)]
    [InlineData("a provider without one falls back to the configuration", "eu-central-1", $$"""
        [{ "token": "pulumi:providers:aws", "name": "aws", "inputs": { "profile": "x" } }, {{Agent}}, "options": { "provider": { "$ref": "aws" } } }]
        """)]
    [InlineData("the stack's configuration", "eu-central-1", $"[{Agent} }}]")]
    [InlineData("an unknown one says so", "?", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "served", "inputs": { "foundationModel": "openai.gpt-5.5", "region": { "$unknown": "config 'region'" } } }]
        """)]
    [InlineData("its resource group's location, by reference", "swedencentral", """
        [
          { "token": "azure-native:resources:ResourceGroup", "name": "rg", "inputs": { "location": "swedencentral" } },
          { "token": "azure-native:cognitiveservices:Account", "name": "ai", "inputs": { "location": { "$ref": "rg.location" }, "resourceGroupName": { "$ref": "rg.name" } } },
          { "token": "azure-native:cognitiveservices:Deployment", "name": "served", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI" } } } },
        ]
        """)]
    [InlineData("its resource group's location, where none is given", "swedencentral", """
        [
          { "token": "azure-native:resources:ResourceGroup", "name": "rg", "inputs": { "location": "swedencentral" } },
          { "token": "azure-native:cognitiveservices:Account", "name": "ai", "inputs": { "resourceGroupName": { "$ref": "rg.name" } } },
          { "token": "azure-native:cognitiveservices:Deployment", "name": "served", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI" } } } },
        ]
        """)]
    [InlineData("a resource group found by its name", "uksouth", """
        [
          { "token": "azure-native:resources:ResourceGroup", "name": "rg", "inputs": { "resourceGroupName": "ai-rg", "location": "uksouth" } },
          { "token": "azure-native:cognitiveservices:Account", "name": "ai", "inputs": { "accountName": "ai", "resourceGroupName": "ai-rg" } },
          { "token": "azure-native:cognitiveservices:Deployment", "name": "served", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI" } } } },
        ]
        """)]
    [InlineData("versioned tokens are the same types", "westeurope", """
        [
          { "token": "azure-native:cognitiveservices/v20231001preview:Account", "name": "ai", "inputs": { "location": "westeurope" } },
          { "token": "azure-native:cognitiveservices/v20231001preview:Deployment", "name": "served", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI" } } } },
        ]
        """)]
    [InlineData("azure-native's configuration", "francecentral", """
        [{ "token": "azure-native:cognitiveservices:Deployment", "name": "served", "inputs": { "accountName": "elsewhere", "properties": { "model": { "name": "gpt-4o", "format": "OpenAI" } } } }]
        """)]
    [InlineData("a classic deployment's account", "northeurope", """
        [
          { "token": "azure:core/resourceGroup:ResourceGroup", "name": "rg", "inputs": { "location": "northeurope" } },
          { "token": "azure:cognitive/account:Account", "name": "ai", "inputs": { "kind": "OpenAI", "location": { "$ref": "rg.location" } } },
          { "token": "azure:cognitive/deployment:Deployment", "name": "served", "inputs": { "cognitiveAccountId": { "$ref": "ai.id" }, "model": { "name": "gpt-4o", "format": "OpenAI" } } },
        ]
        """)]
    [InlineData("the cluster's, for what runs in it", "europe-west4", """
        [
          { "token": "gcp:container/cluster:Cluster", "name": "gke", "inputs": { "location": "europe-west4" } },
          { "token": "pulumi:providers:kubernetes", "name": "k8s", "inputs": { "kubeconfig": { "$text": ["https://", { "$ref": "gke.endpoint" }] } } },
          { "token": "kubernetes:serving.kserve.io/v1beta1:InferenceService", "name": "served", "inputs": { "spec": { "predictor": { "model": { "storageUri": "hf://openai/gpt-4o" } } } }, "options": { "provider": { "$ref": "k8s" } } },
        ]
        """)]
    [InlineData("an EKS component's, from the AWS configuration", "eu-central-1", """
        [
          { "token": "eks:index:Cluster", "name": "eks" },
          { "token": "pulumi:providers:kubernetes", "name": "k8s", "inputs": { "kubeconfig": { "$ref": "eks.kubeconfigJson" } } },
          { "token": "kubernetes:serving.kserve.io/v1beta1:InferenceService", "name": "served", "inputs": { "spec": { "predictor": { "model": { "storageUri": "hf://openai/gpt-4o" } } } }, "options": { "provider": { "$ref": "k8s" } } },
        ]
        """)]
    public void IsFound(string story, string expected, string graph)
    {
        _ = story;
        var region = Placements.Find(graph, ("aws:region", "eu-central-1"), ("azure-native:location", "francecentral")).Single(static found => found.Resource.Name.AsString() == "served").Region;
        Assert.Equal(expected, string.Join("|", region.Values.Concat(region.WhyUndetermined is null ? [] : ["?"])));
    }

    [Theory]
    [InlineData("""{ "zone": "us-central1-a" }""", "us-central1")]
    [InlineData("""{ "region": "europe-west1" }""", "europe-west1")]
    public void GoogleProvidersNameARegionOrAZone(string inputs, string expected)
    {
        var region = Placements.Find($$"""
            [
              { "token": "pulumi:providers:gcp", "name": "gcp", "inputs": {{inputs}} },
              { "token": "gcp:vertex/aiEndpointWithModelGardenDeployment:AiEndpointWithModelGardenDeployment", "name": "served", "inputs": { "huggingFaceModelId": "openai/gpt-4o" }, "options": { "provider": { "$ref": "gcp" } } },
            ]
            """).Single().Region;
        Assert.Equal(expected, Assert.Single(region.Values));
    }
}
