// sdks: Pulumi.AwsNative, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi;
using Pulumi.AwsNative.Bedrock;
using Pulumi.AwsNative.Bedrock.Inputs;

namespace Acme.Agents
{
    public class AgentStack : Stack
    {
        public AgentStack()
        {
            Agent = new Agent("support", new AgentArgs
            {
                AgentName = "support",
                FoundationModel = "openai.gpt-5.5",
                Tags =
                {
                    { "team", "support" },
                },
            });
            this.Profile = new ApplicationInferenceProfile("orders", new ApplicationInferenceProfileArgs
            {
                InferenceProfileName = "orders",
                ModelSource = new ApplicationInferenceProfileInferenceProfileModelSourcePropertiesArgs
                {
                    CopyFrom = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.openai.gpt-5.5",
                },
            });
            AgentId = this.Agent.AgentId;
            ProfileArn = Profile.InferenceProfileArn;
        }

        internal Agent Agent { get; }

        internal ApplicationInferenceProfile Profile { get; }

        [Output]
        public Output<string> AgentId { get; set; }

        [Output]
        public Output<string> ProfileArn { get; set; }
    }

    public static class Program
    {
        public static System.Threading.Tasks.Task<int> Main() => Pulumi.Deployment.RunAsync<AgentStack>();
    }
}
