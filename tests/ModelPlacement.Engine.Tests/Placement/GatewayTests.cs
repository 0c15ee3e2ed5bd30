using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>Proxies that pass requests on to a vendor's API, and clients that call it: the cloud is the one that answers.</summary>
public sealed class GatewayTests
{
    private static string Databricks(string externalModel) => $$"""
        [{ "token": "databricks:index/modelServing:ModelServing", "name": "g", "inputs": { "config": { "servedEntities": [{ "externalModel": {{externalModel}} }] } } }]
        """;

    private static string Container(string variables) => $$"""
        [{ "token": "gcp:cloudrunv2/service:Service", "name": "g", "inputs": { "template": { "containers": [{ "image": "acme/bot", "envs": [{{variables}}] }] } } }]
        """;

    [Theory]
    [InlineData("an external model of OpenAI's API", """{ "name": "gpt-4o", "provider": "openai", "openaiConfig": { "openaiApiKey": "{{secrets/a/b}}" } }""", "g: openai/gpt-4o consumed openai ? public-api")]
    [InlineData("the same, on Azure", """{ "name": "gpt-4o", "provider": "openai", "openaiConfig": { "openaiApiType": "azure", "openaiApiBase": "https://x.openai.azure.com" } }""", "g: openai/gpt-4o consumed azure ? public-api")]
    [InlineData("the same, by the account's endpoint", """{ "name": "gpt-4o", "provider": "openai", "openaiConfig": { "openaiApiBase": "https://x.openai.azure.com" } }""", "g: openai/gpt-4o consumed azure ? public-api")]
    [InlineData("the same, somewhere else", """{ "name": "gpt-4o", "provider": "openai", "openaiConfig": { "openaiApiBase": "https://llm.acme.example/v1" } }""", "g: openai/gpt-4o consumed ? ? public-api")]
    [InlineData("the same, not known where", """{ "name": "gpt-4o", "provider": "openai", "openaiConfig": { "openaiApiBase": { "$unknown": "config 'base'" } } }""", "g: openai/gpt-4o consumed ? ? public-api")]
    [InlineData("another vendor's", """{ "name": "claude-3-5-sonnet-latest", "provider": "anthropic" }""", "g: anthropic/claude-3-5-sonnet consumed anthropic ? public-api")]
    public void ExternalModels(string story, string externalModel, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(Databricks(externalModel)));
    }

    [Theory]
    [InlineData("a key alone", """{ "name": "OPENAI_API_KEY", "value": { "$unknown": "secret" } }""", "g: openai/unspecified consumed openai ? public-api")]
    [InlineData("a key and a model", """{ "name": "OPENAI_API_KEY" }, { "name": "OPENAI_MODEL", "value": "gpt-4o" }""", "g: openai/gpt-4o consumed openai ? public-api")]
    [InlineData("an Azure endpoint", """{ "name": "AZURE_OPENAI_ENDPOINT", "value": "https://x.openai.azure.com" }, { "name": "AZURE_OPENAI_DEPLOYMENT", "value": "gpt-4o" }""", "g: openai/gpt-4o consumed azure ? public-api")]
    [InlineData("a key for an Azure endpoint", """{ "name": "OPENAI_API_KEY" }, { "name": "OPENAI_BASE_URL", "value": "https://x.openai.azure.com/openai/v1" }, { "name": "OPENAI_MODEL", "value": "gpt-4o" }""", "g: openai/gpt-4o consumed azure ? public-api")]
    [InlineData("neither", """{ "name": "LOG_LEVEL", "value": "debug" }""", "")]
    public void Clients(string story, string variables, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(Container(variables)));
    }

    [Theory]
    [InlineData("AgentCore with an OpenAI key", """
        [{ "token": "aws:bedrock/agentcoreHarness:AgentcoreHarness", "name": "g", "inputs": { "model": { "openaiModelConfig": { "modelId": "gpt-4o" } } } }]
        """, "g: openai/gpt-4o consumed openai ? public-api")]
    [InlineData("AgentCore on Bedrock is managed", """
        [{ "token": "aws:bedrock/agentcoreHarness:AgentcoreHarness", "name": "g", "inputs": { "model": { "bedrockModelConfig": { "modelId": "openai.gpt-5.5" } } } }]
        """, "g: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("LiteLLM's configuration says who serves", """
        [{ "token": "kubernetes:core/v1:ConfigMap", "name": "g", "inputs": { "data": { "config.yaml": "model_list:\n- model_name: a\n  litellm_params: {model: openai/gpt-4o}\n- model_name: b\n  litellm_params: {model: azure/gpt-4.1}\n" } } }]
        """, "g: openai/gpt-4o consumed openai ? public-api\ng: openai/gpt-4.1 consumed azure ? public-api")]
    [InlineData("LiteLLM's chart", """
        [{ "token": "kubernetes:helm.sh/v3:Release", "name": "g", "inputs": { "chart": "oci://ghcr.io/berriai/litellm-helm", "values": { "proxy_config": { "model_list": [{ "litellm_params": { "model": "openai/gpt-4o" } }] } } } }]
        """, "g: openai/gpt-4o consumed openai ? public-api")]
    [InlineData("an API gateway in front of OpenAI's API", """
        [
          { "token": "aws:apigateway/restApi:RestApi", "name": "api" },
          { "token": "aws:apigateway/integration:Integration", "name": "g", "inputs": { "restApi": { "$ref": "api.id" }, "type": "HTTP_PROXY", "uri": "https://api.openai.com/v1/chat/completions" } },
        ]
        """, "g: openai/unspecified consumed openai ? public-api")]
    [InlineData("an API gateway in front of Azure OpenAI", """
        [{ "token": "aws:apigateway/integration:Integration", "name": "g", "inputs": { "uri": "https://x.openai.azure.com/openai/deployments/gpt-4o" } }]
        """, "")]
    [InlineData("an API gateway in front of something else", """
        [{ "token": "aws:apigateway/integration:Integration", "name": "g", "inputs": { "uri": "https://openai.acme.example/gpt-4o" } }]
        """, "")]
    public void Proxies(string story, string graph, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(graph));
    }
}
