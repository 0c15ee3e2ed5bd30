// sdks: Pulumi.Aws, Pulumi.Aws.AgentCore, Pulumi.AzureNative
// fixed: 2 of 4, 3 alone
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    var gateway = new AgentcoreGateway("gateway", new() { AuthorizerType = "AWS_IAM", RoleArn = "arn:aws:iam::123456789012:role/gateway" });

    var key = new AgentcoreApiKeyCredentialProvider("openai", new() { ApiKey = config.RequireSecret("openAiKey") });

    _ = new AgentcoreGatewayTarget("openai", new()
    {
        GatewayIdentifier = gateway.GatewayId,
        TargetConfiguration = new AgentcoreGatewayTargetTargetConfigurationArgs
        {
            Inference = new AgentcoreGatewayTargetTargetConfigurationInferenceArgs
            {
                Provider = new AgentcoreGatewayTargetTargetConfigurationInferenceProviderArgs
                {
                    Endpoint = "https://api.openai.com",
                    Operations =
                    {
                        new AgentcoreGatewayTargetTargetConfigurationInferenceProviderOperationArgs
                        {
                            Path = "/v1/chat/completions",
                            Models =
                            {
                                new AgentcoreGatewayTargetTargetConfigurationInferenceProviderOperationModelArgs { Model = "gpt-5.5" },
                                new AgentcoreGatewayTargetTargetConfigurationInferenceProviderOperationModelArgs { Model = "gpt-4o" },
                            },
                        },
                    },
                },
            },
        },
        CredentialProviderConfiguration = new AgentcoreGatewayTargetCredentialProviderConfigurationArgs
        {
            ApiKey = new AgentcoreGatewayTargetCredentialProviderConfigurationApiKeyArgs
            {
                ProviderArn = key.CredentialProviderArn,
                CredentialLocation = "HEADER",
                CredentialParameterName = "Authorization",
                CredentialPrefix = "Bearer ",
            },
        },
    });

    var tools = new AgentcoreApiKeyCredentialProvider("tools", new() { ApiKey = "sk-0000" });

    // The callers say which model.
    _ = new AgentcoreGatewayTarget("pass", new()
    {
        GatewayIdentifier = "gateway",
        TargetConfiguration = new AgentcoreGatewayTargetTargetConfigurationArgs
        {
            Http = new AgentcoreGatewayTargetTargetConfigurationHttpArgs
            {
                Passthrough = new AgentcoreGatewayTargetTargetConfigurationHttpPassthroughArgs { Endpoint = "https://api.openai.com/v1", ProtocolType = "CUSTOM" },
            },
        },
        CredentialProviderConfiguration = new AgentcoreGatewayTargetCredentialProviderConfigurationArgs
        {
            ApiKey = new AgentcoreGatewayTargetCredentialProviderConfigurationApiKeyArgs { ProviderArn = tools.CredentialProviderArn },
        },
    });

    // Nobody knows its key here.
    _ = new AgentcoreGatewayTarget("elsewhere", new()
    {
        GatewayIdentifier = "gateway",
        TargetConfiguration = new AgentcoreGatewayTargetTargetConfigurationArgs
        {
            Http = new AgentcoreGatewayTargetTargetConfigurationHttpArgs
            {
                Passthrough = new AgentcoreGatewayTargetTargetConfigurationHttpPassthroughArgs { Endpoint = "https://api.openai.com/v1", ProtocolType = "CUSTOM" },
            },
        },
        CredentialProviderConfiguration = new AgentcoreGatewayTargetCredentialProviderConfigurationArgs
        {
            ApiKey = new AgentcoreGatewayTargetCredentialProviderConfigurationApiKeyArgs { ProviderArn = "arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default/apikeycredentialprovider/openai" },
        },
    });
});
