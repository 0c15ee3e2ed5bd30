// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    _ = new Assistant("orders", new AssistantArgs { RoleArn = "arn:aws:iam::123456789012:role/a" });
});

public sealed class AssistantArgs : ResourceArgs
{
    public Input<string> RoleArn { get; set; } = null!;
}

public sealed class Assistant : ComponentResource
{
    public Assistant(string name, AssistantArgs args, ComponentResourceOptions? options = null)
        : base("acme:ai:Assistant", name, args, options)
    {
        var agent = new AgentAgent(
            $"{name}-agent",
            new AgentAgentArgs
            {
                AgentName = name,
                AgentResourceRoleArn = args.RoleArn,
                FoundationModel = "openai.gpt-5.5",
            },
            new CustomResourceOptions { Parent = this });

        AgentId = agent.AgentId;
        RegisterOutputs();
    }

    public Output<string> AgentId { get; }
}
