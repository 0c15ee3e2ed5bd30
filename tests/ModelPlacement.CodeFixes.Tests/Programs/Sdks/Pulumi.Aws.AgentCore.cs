// A class in the shape of the real SDK's: the reference SDK does not have it.
#nullable enable
using Pulumi;

namespace Pulumi.Aws.Bedrock
{
    internal sealed class SdkResourceTypeAttribute(string type) : ResourceTypeAttribute(type, null);

    [SdkResourceType("aws:bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider")]
    public class AgentcoreApiKeyCredentialProvider : CustomResource
    {
        public AgentcoreApiKeyCredentialProvider(string name, AgentcoreApiKeyCredentialProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("aws:bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider", name, args ?? new AgentcoreApiKeyCredentialProviderArgs(), options)
        {
        }

        [Output("credentialProviderArn")] public Output<string> CredentialProviderArn { get; private set; } = null!;

        [Output("name")] public Output<string> Name { get; private set; } = null!;
    }

    public sealed class AgentcoreApiKeyCredentialProviderArgs : ResourceArgs
    {
        [Input("apiKey")] public Input<string>? ApiKey { get; set; }

        [Input("name")] public Input<string>? Name { get; set; }
    }
}
