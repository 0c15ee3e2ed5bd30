// stack: dev
// config: project:tier = basic
// stack: prod
// config: project:tier = premium
// config: project:fallback = true
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Ssm;
using Deployment = Pulumi.Deployment;

// What is served is decided by what the stack and the world say; without them nothing may be claimed.
return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var tier = config.Require("tier");
    var (model, units) = ("amazon.nova-micro-v1:0", 1);
    if (tier == "premium")
    {
        model = "anthropic.claude-opus-4-20250514-v1:0";
        units++;
    }
    else if (tier == "open")
    {
        model = "openai.gpt-oss-120b-1:0";
    }

    var history = new Stack<string>();
    history.Push(model);
    if (config.GetBoolean("fallback") == true)
        history.Push("openai.gpt-oss-20b-1:0");
    units += history.Count;

    string? note = null;
    switch (units)
    {
        case > 3:
            note = "large";
            goto case 3;
        case 3:
            note += "-three";
            break;
        case 2 when tier.Length > 4:
            note = "two";
            break;
    }

    _ = new AgentAgent("agent", new() { AgentName = "agent", AgentResourceRoleArn = "arn:aws:iam::1:role/a", FoundationModel = history.Peek(), Description = note ?? "none" });
    _ = new Parameter("units", new() { Type = "String", Value = $"{units}" });
    _ = new Parameter("history", new() { Type = "StringList", Value = string.Join(",", history) });
});
