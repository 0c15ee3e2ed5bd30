// stack: one
// stack: many
// config: project:regions = ["eu-west-1","us-east-1","ap-south-1"]
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;
using Aws = Pulumi.Aws;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var regions = new Config().GetObject<string[]>("regions") ?? ["eu-central-1"];
    var providers = regions.ToDictionary(region => region, region => new Aws.Provider(region, new Aws.ProviderArgs { Region = region }));
    var profiles = regions
        .Where(region => !region.StartsWith("ap-", StringComparison.Ordinal))
        .Select((region, index) => new InferenceProfile($"claude-{region}", new InferenceProfileArgs
        {
            Name = $"claude-{index + 1}-of-{regions.Length}",
            ModelSource = new InferenceProfileModelSourceArgs { CopyFrom = Prefix(region) is { Length: > 0 } prefix ? $"arn:aws:bedrock:{region}:1:inference-profile/{prefix}.anthropic.claude-sonnet-4-20250514-v1:0" : "none" },
        }, new CustomResourceOptions { Provider = providers[region], Parent = providers[region] }))
        .ToList();
    return new Dictionary<string, object?> { ["profiles"] = profiles.Select(profile => profile.Arn).ToList() };

    static string Prefix(string region) => region[..2] switch { "eu" => "eu", "us" => "us", _ => "" };
});
