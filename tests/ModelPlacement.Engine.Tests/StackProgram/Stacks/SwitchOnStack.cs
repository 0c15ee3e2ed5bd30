// stack: dev
// stack: staging
// stack: prod
// config: project:override = mistral.mistral-large-2407-v1:0
using Pulumi;
using Pulumi.Aws.Bedrock;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var stack = Deployment.Instance.StackName;
    var model = stack switch
    {
        "prod" => new Config().Get("override") ?? "openai.gpt-oss-120b-1:0",
        "staging" => "openai.gpt-oss-20b-1:0",
        _ => "amazon.nova-micro-v1:0",
    };

    int timeout;
    switch (stack)
    {
        case "prod":
        case "staging":
            timeout = 600;
            break;
        default:
            timeout = 60;
            break;
    }

    string? guardrail = null;
    if (stack == "prod")
        guardrail = "strict";
    else if (stack.StartsWith("stag"))
        guardrail = "lenient";

    var args = new AgentAgentArgs
    {
        AgentName = $"agent-{stack}",
        AgentResourceRoleArn = "arn:aws:iam::1:role/agent",
        FoundationModel = model,
        IdleSessionTtlInSeconds = timeout,
    };
    if (guardrail is { Length: > 0 } level)
        args.Tags.Add("guardrail", level);
    new AgentAgent("agent", args);
});
