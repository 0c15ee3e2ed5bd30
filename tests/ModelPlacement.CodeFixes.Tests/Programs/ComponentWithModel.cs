// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var orders = new Assistant("orders", new() { Model = "us.openai.gpt-5.5" });
    var returns = new Assistant("returns", new AssistantArgs { Model = "openai.gpt-5.4", Instruction = "Be kind." });
    return new Dictionary<string, object?> { ["orders"] = orders.Agent.AgentId, ["returns"] = returns.Agent.AgentArn };
});

public sealed class AssistantArgs : ResourceArgs
{
    [Input("model", required: true)]
    public Input<string> Model { get; set; } = null!;

    [Input("instruction")]
    public Input<string>? Instruction { get; set; }
}

public sealed class Assistant : ComponentResource
{
    public Assistant(string name, AssistantArgs args, ComponentResourceOptions? options = null)
        : base("acme:ai:Assistant", name, args, options)
    {
        Agent = new AgentAgent(name, new AgentAgentArgs
        {
            AgentName = name,
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = args.Model,
            Instruction = args.Instruction ?? "Help.",
        }, new() { Parent = this });
        RegisterOutputs();
    }

    public AgentAgent Agent { get; }
}
