// stack: dev
// stack: prod
// config: project:cache = true
// config: project:guardrail = strict
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;
using Pulumi.Aws.S3;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var isProduction = Deployment.Instance.StackName == "prod";

    Bucket? cache = config.GetBoolean("cache") ?? false ? new Bucket("cache") : null;
    var guardrail = config.Get("guardrail") is { } level ? new Guardrail("guardrail", new GuardrailArgs
    {
        Name = $"{level}-guardrail",
        BlockedInputMessaging = "no",
        BlockedOutputsMessaging = level switch { "strict" => "blocked", _ => "hidden" },
        ContentPolicyConfig = new GuardrailContentPolicyConfigArgs
        {
            FiltersConfigs = new[] { "HATE", "VIOLENCE" }.Select(type => new GuardrailContentPolicyConfigFiltersConfigArgs { Type = type, InputStrength = "HIGH", OutputStrength = isProduction ? "HIGH" : "LOW" }).ToArray(),
        },
    }) : null;

    var args = new AgentAgentArgs
    {
        AgentName = "assistant",
        AgentResourceRoleArn = "arn:aws:iam::1:role/assistant",
        FoundationModel = isProduction ? "anthropic.claude-sonnet-4-20250514-v1:0" : "openai.gpt-oss-20b-1:0",
    };
    if (guardrail is not null)
        args.GuardrailConfigurations.Add(new AgentAgentGuardrailConfigurationArgs { GuardrailIdentifier = guardrail.GuardrailId, GuardrailVersion = guardrail.Version });
    if (cache != null)
        args.Tags.Add("cache", cache.BucketName);
    args.Tags["stage"] = isProduction ? "production" : "development";
    var agent = new AgentAgent("assistant", args);

    if (!isProduction)
        return;
    for (var version = 1; version <= 2; version++)
        _ = new AgentAgentAlias($"v{version}", new() { AgentId = agent.AgentId, AgentAliasName = $"v{version}" });
});
