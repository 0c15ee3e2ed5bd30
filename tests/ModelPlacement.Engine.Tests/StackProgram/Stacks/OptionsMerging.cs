using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.S3;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var providers = new Dictionary<string, Provider>();
    foreach (var region in new[] { "us-east-1", "us-west-2" })
        providers[region] = new Provider(region, new() { Region = region });

    var logs = new Bucket("logs", options: new() { RetainOnDelete = true });
    var defaults = new CustomResourceOptions
    {
        Provider = providers["us-east-1"],
        IgnoreChanges = { "tags" },
        CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(30) },
    };

    Throughput("east", "openai.gpt-oss-20b-1:0", null);
    Throughput("west", "anthropic.claude-3-5-haiku-20241022-v1:0", new() { Provider = providers["us-west-2"], Protect = true });
    Throughput("renamed", "meta.llama3-1-8b-instruct-v1:0", new() { Aliases = { new Alias { Name = "old-name" } }, DependsOn = { logs } });

    void Throughput(string name, string model, CustomResourceOptions? more)
    {
        var options = more is null ? defaults : CustomResourceOptions.Merge(defaults, more);
        _ = new ProvisionedModelThroughput(name, new()
        {
            ProvisionedModelName = name,
            ModelArn = $"arn:aws:bedrock:us-east-1::foundation-model/{model}",
            ModelUnits = name == "east" ? 2 : 1,
            CommitmentDuration = name is "east" ? "OneMonth" : null!,
        }, options);
    }
});
