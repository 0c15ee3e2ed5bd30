using Pulumi.Aws.Bedrock;

namespace Acme.Infrastructure;

public partial class AiStack
{
    private static string Model { get; } = "openai.gpt-oss-120b-1:0";

    private void CreateAgents()
    {
        foreach (var purpose in new[] { "billing", "returns" })
        {
            _ = new AgentAgent(NameOf("agent", purpose), new()
            {
                AgentName = NameOf(purpose),
                AgentResourceRoleArn = documents!.Arn,
                FoundationModel = Model,
                Tags = tags,
            });
        }
    }
}
