// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 4
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var ids = new Dictionary<string, object?>();
    foreach (var model in new List<string> { "openai.gpt-5.5", "openai.gpt-5.4" })
    {
        var agent = new AgentAgent(model, new()
        {
            AgentName = "agent",
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = model,
        });

        // Who reads the outputs knows the models by these names.
        ids[model] = agent.AgentId;
    }

    // A name that is taken apart.
    foreach (var size in new[] { "openai.gpt-4.1-mini", "openai.gpt-4.1-nano" })
    {
        _ = new AgentAgent(size.Split('.')[2], new()
        {
            AgentName = "helper",
            AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
            FoundationModel = size,
        });
    }

    return ids;
});
