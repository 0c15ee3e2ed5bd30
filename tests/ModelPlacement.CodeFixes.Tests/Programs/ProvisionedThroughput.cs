// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Aws.Bedrock;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    var provider = new Pulumi.Aws.Provider("us", new Pulumi.Aws.ProviderArgs { Region = "us-east-1" });
    var units = config.GetInt32("units") ?? 2;
    var role = new Pulumi.Aws.Iam.Role("caller", new() { AssumeRolePolicy = "{}" });
    var attachment = new Pulumi.Aws.Iam.RolePolicyAttachment("caller", new() { Role = role.Name, PolicyArn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess" });

    // Bought for a month.
    var throughput = new ProvisionedModelThroughput("chat", new()
    {
        ProvisionedModelName = "chat",
        ModelArn = "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.5",
        ModelUnits = units,
        CommitmentDuration = "OneMonth",
        Tags = new InputMap<string>
        {
            ["team"] = "chat",
            ["cost-centre"] = "42",
        },
    }, new CustomResourceOptions
    {
        Provider = provider,
        Protect = true, // never by accident
        DependsOn = { attachment },
    });

    return new Dictionary<string, object?> { ["chat"] = throughput.ProvisionedModelArn };
});
