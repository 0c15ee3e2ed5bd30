using Pulumi;
using Pulumi.Automation;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.S3;

// A tool that brings stacks up itself, by the Automation API.
var program = PulumiFn.Create(() =>
{
    var config = new Config();
    var bucket = new Bucket("prompts", new() { Tags = { ["tool"] = "deployer" } });
    foreach (var team in new[] { "search", "support" })
        Agents.Create(team, team == "search" ? "amazon.nova-pro-v1:0" : "openai.gpt-oss-120b-1:0");
    Agents.Create("configured", config.Get("model") ?? "amazon.nova-micro-v1:0");
    return new Dictionary<string, object?> { ["bucket"] = bucket.BucketName };
});

using var stack = await LocalWorkspace.CreateOrSelectStackAsync(new InlineProgramArgs("project", "dev", program));
await stack.SetConfigAsync("model", new ConfigValue("anthropic.claude-3-haiku-20240307-v1:0"));
var result = await stack.UpAsync(new UpOptions { OnStandardOutput = Console.WriteLine });
return result.Outputs.ContainsKey("bucket") ? 0 : 1;

internal static class Agents
{
    public static AgentAgent Create(string team, string model) => new($"{team}-agent", new AgentAgentArgs
    {
        AgentName = team,
        AgentResourceRoleArn = $"arn:aws:iam::123456789012:role/{team}",
        FoundationModel = model,
        IdleSessionTtlInSeconds = 600,
    });
}
