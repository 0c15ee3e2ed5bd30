// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 2
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    // A key that the definition fetches is not the program's to replace, and a text cannot wait for an address.
    var task = new TaskDefinition("shop", new()
    {
        Family = "shop",
        ContainerDefinitions = JsonSerializer.Serialize(new[]
        {
            new
            {
                name = "shop",
                image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1",
                environment = new[] { new { name = "OPENAI_MODEL", value = "gpt-5.5" }, new { name = "OPENAI_API_KEY", value = "sk-0000" } },
            },
        }),
    });
    _ = new Pulumi.Aws.Ecs.Service("shop", new() { Cluster = "shop", TaskDefinition = task.Arn, NetworkConfiguration = new ServiceNetworkConfigurationArgs { Subnets = { "subnet-1" } } });

    // Which models it calls is not said.
    _ = new Function("answers", new()
    {
        PackageType = "Image",
        ImageUri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/answers:1",
        Role = "arn:aws:iam::123456789012:role/answers",
        Environment = new FunctionEnvironmentArgs { Variables = { ["OPENAI_API_KEY"] = "sk-0000" } },
    });
});
