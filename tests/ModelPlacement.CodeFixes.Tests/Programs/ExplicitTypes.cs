// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using System.Threading.Tasks;
using Pulumi.Aws.Bedrock;

class Program
{
    static Task<int> Main() => Pulumi.Deployment.RunAsync(Define);

    static void Define()
    {
        const string foundationModel = "openai.gpt-5.5";
        AgentAgent support = new("support", new() // the first line of support
        {
            AgentName = "support",
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = foundationModel,
            /* Tone: friendly. */
            Instruction = "You answer questions about orders.",
        });
        Pulumi.Log.Info("Defined", support);
    }
}
