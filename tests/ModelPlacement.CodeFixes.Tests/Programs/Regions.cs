// sdks: Pulumi.Aws, Pulumi.Gcp
// fixed: 0 of 3
using Pulumi;
using Aws = Pulumi.Aws;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;

const string main = "us-east-1"; // near the users

return await Pulumi.Deployment.RunAsync(() =>
{
	var provider = new Aws.Provider("main", new() { Region = main });
	var west = new Aws.Provider("west", new() { Region = "us-west-2" /* for now */ });
	_ = new Aws.Bedrock.AgentAgent("support", new()
	{
		AgentName = "support",
		AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
		FoundationModel = "openai.gpt-5.5",
	}, new() { Provider = provider });
	_ = new Aws.Bedrock.AgentAgent("orders", new()
	{
		AgentName = "orders",
		AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
		FoundationModel = "openai.gpt-5.5",
	}, new() { Provider = west });
	_ = new Service("chat", new()
	{
		Location = "us-central1",
		Template = new ServiceTemplateArgs
		{
			Containers = { new ServiceTemplateContainerArgs { Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } },
		},
	});
});
