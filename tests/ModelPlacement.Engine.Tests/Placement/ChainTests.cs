using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>From the resource that is the API to the one that names the model.</summary>
public sealed class ChainTests
{
    [Theory]
    [InlineData("the resource names the model itself", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-5.5", "region": "us-east-1" } }]
        """, "agent: openai/gpt-5.5 managed aws us-east-1 public-api")]
    [InlineData("an alias is another name of the agent, not another deployment", """
        [
          { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-5.5" } },
          { "token": "aws:bedrock/agentAgentAlias:AgentAgentAlias", "name": "live", "inputs": { "agentId": { "$ref": "agent.agentId" } } },
        ]
        """, "agent: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("an agent on an inference profile is one deployment", """
        [
          { "token": "aws:bedrock/inferenceProfile:InferenceProfile", "name": "profile", "inputs": { "modelSource": { "copyFrom": "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.5" } } },
          { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": { "$ref": "profile.arn" } } },
        ]
        """, "agent: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("a custom model is a training; its throughput serves it", """
        [
          { "token": "aws:bedrock/customModel:CustomModel", "name": "tuned", "inputs": { "baseModelIdentifier": "openai.gpt-5.5" } },
          { "token": "aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput", "name": "served", "inputs": { "modelArn": { "$ref": "tuned.customModelArn" } } },
        ]
        """, "tuned: openai/gpt-5.5 not-served aws ? non-api\nserved: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("a data source stands for what it was asked for", """
        [
          { "token": "aws:bedrockfoundation/getModel:getModel", "name": "asked", "inputs": { "modelId": "openai.gpt-5.5" } },
          { "token": "aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput", "name": "served", "inputs": { "modelArn": { "$ref": "asked.modelArn" } } },
        ]
        """, "served: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("an Azure deployment takes region and exposure from its account", """
        [
          { "token": "azure-native:cognitiveservices:Account", "name": "ai", "inputs": { "kind": "OpenAI", "location": "swedencentral", "properties": { "publicNetworkAccess": "Disabled" } } },
          { "token": "azure-native:cognitiveservices:Deployment", "name": "gpt", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI", "version": "2024-11-20" } } } },
        ]
        """, "gpt: openai/gpt-4o managed azure swedencentral private-api")]
    public void FindsTheModelsEndpoint(string story, string graph, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(graph));
    }

    [Theory]
    [InlineData("open weights are found, and told apart", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-oss-120b-1:0" } }]
        """, "agent: openai/gpt-oss-120b managed aws ? public-api")]
    [InlineData("a name that mentions a model names none", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "gpt-4o", "inputs": { "agentName": "gpt-4o", "description": "was openai.gpt-5.5", "foundationModel": "anthropic.claude-3-5-sonnet-20240620-v1:0" } }]
        """, "gpt-4o: anthropic/claude-3-5-sonnet managed aws ? public-api")]
    [InlineData("an IAM document that lists models deploys none", """
        [{ "token": "aws:iam/policy:Policy", "name": "p", "inputs": { "policy": "{\"Statement\":[{\"Action\":\"bedrock:InvokeModel\",\"Resource\":\"arn:aws:bedrock:*::foundation-model/openai.gpt-5.5\"}]}" } }]
        """, "")]
    [InlineData("accepting an agreement deploys nothing", """
        [{ "token": "aws:bedrockfoundation/modelAgreement:ModelAgreement", "name": "a", "inputs": { "modelId": "openai.gpt-5.5" } }]
        """, "")]
    public void TellsLookAlikesApart(string story, string graph, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(graph));
    }
}
