// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() => new Dictionary<string, object?>
{
    ["orders"] = Agents.Define("orders"),
    ["returns"] = Agents.Define("returns"),
});

internal static class Agents
{
	/// <summary>An agent for a team.</summary>
	public static Output<string> Define(string team)
	{
		var agent = new AgentAgent(team, new()
		{
			AgentName = team,
			AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
			FoundationModel = "openai.gpt-5.5",
		});

		return agent.AgentId;
	}
}
