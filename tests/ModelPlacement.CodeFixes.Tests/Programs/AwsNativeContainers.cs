// sdks: Pulumi.AwsNative, Pulumi.AzureNative
// fixed: 3 of 3
using Pulumi;
using AwsNative = Pulumi.AwsNative;

return await Pulumi.Deployment.RunAsync(() =>
{
    // Behind nothing, on a public address.
    var task = new AwsNative.Ecs.TaskDefinition("chat", new()
    {
        Family = "chat",
        Cpu = "512",
        Memory = "1024",
        ContainerDefinitions = new[]
        {
            new AwsNative.Ecs.Inputs.TaskDefinitionContainerDefinitionArgs
            {
                Name = "server",
                Image = "vllm/vllm-openai:latest",
                Command = { "--model", "openai/gpt-4o" },
                Environment = { new AwsNative.Ecs.Inputs.TaskDefinitionKeyValuePairArgs { Name = "LOG_LEVEL", Value = "info" } },
                PortMappings = { new AwsNative.Ecs.Inputs.TaskDefinitionPortMappingArgs { ContainerPort = 8000 } },
            },
        },
    });
    var service = new AwsNative.Ecs.Service("chat", new()
    {
        TaskDefinition = task.TaskDefinitionArn,
        DesiredCount = 1,
        NetworkConfiguration = new AwsNative.Ecs.Inputs.ServiceNetworkConfigurationArgs
        {
            AwsvpcConfiguration = new AwsNative.Ecs.Inputs.ServiceAwsVpcConfigurationArgs
            {
                AssignPublicIp = AwsNative.Ecs.ServiceAwsVpcConfigurationAssignPublicIp.Enabled,
                Subnets = { "subnet-1" },
            },
        },
        Tags = { new AwsNative.Inputs.TagArgs { Key = "team", Value = "chat" }, new AwsNative.Inputs.TagArgs { Key = "cost-centre", Value = "42" } },
    });

    var runner = new AwsNative.AppRunner.Service("small", new()
    {
        InstanceConfiguration = new AwsNative.AppRunner.Inputs.ServiceInstanceConfigurationArgs { Cpu = "1 vCPU", Memory = "3 GB" },
        SourceConfiguration = new AwsNative.AppRunner.Inputs.ServiceSourceConfigurationArgs
        {
            ImageRepository = new AwsNative.AppRunner.Inputs.ServiceImageRepositoryArgs
            {
                ImageIdentifier = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/vllm-openai:1",
                ImageRepositoryType = AwsNative.AppRunner.ServiceImageRepositoryImageRepositoryType.Ecr,
                ImageConfiguration = new AwsNative.AppRunner.Inputs.ServiceImageConfigurationArgs
                {
                    Port = "8000",
                    RuntimeEnvironmentVariables = { new AwsNative.AppRunner.Inputs.ServiceKeyValuePairArgs { Name = "HF_MODEL_ID", Value = "openai/gpt-4o-mini" } },
                },
            },
        },
    });

    var function = new AwsNative.Lambda.Function("tiny", new()
    {
        PackageType = AwsNative.Lambda.FunctionPackageType.Image,
        Code = new AwsNative.Lambda.Inputs.FunctionCodeArgs { ImageUri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/vllm-openai:1" },
        Role = "arn:aws:iam::123456789012:role/tiny",
        MemorySize = 3008,
        Environment = new AwsNative.Lambda.Inputs.FunctionEnvironmentArgs { Variables = { ["HF_MODEL_ID"] = "openai/gpt-4.1-nano" } },
    });
    var url = new AwsNative.Lambda.Url("tiny", new()
    {
        TargetFunctionArn = function.Arn,
        AuthType = AwsNative.Lambda.UrlAuthType.None,
    });

    return new Dictionary<string, object?> { ["service"] = service.Name, ["runner"] = runner.ServiceUrl, ["url"] = url.FunctionUrl };
});
