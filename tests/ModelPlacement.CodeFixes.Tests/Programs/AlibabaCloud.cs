// sdks: Pulumi.AliCloud, Pulumi.AzureNative
// fixed: 4 of 4
using System.Text.Json;
using Pulumi.AliCloud.Eci;
using Pulumi.AliCloud.Eci.Inputs;
using Pulumi.AliCloud.FC;
using Pulumi.AliCloud.FC.Inputs;
using Pai = Pulumi.AliCloud.Pai;
using PolarDB = Pulumi.AliCloud.PolarDB;

return await Pulumi.Deployment.RunAsync(() =>
{
    // With an address of its own.
    var group = new ContainerGroup("group", new()
    {
        ContainerGroupName = "llm",
        SecurityGroupId = "sg-1",
        VswitchId = "vsw-1",
        ZoneId = "cn-hangzhou-h",
        AutoCreateEip = true,
        Containers =
        {
            new ContainerGroupContainerArgs
            {
                Name = "vllm",
                Image = "vllm/vllm-openai:v0.8.4",
                Cpu = 1,
                Memory = 2,
                Args = { "--model", "openai/gpt-4o" },
                EnvironmentVars = { new ContainerGroupContainerEnvironmentVarArgs { Key = "LOG_LEVEL", Value = "info" } },
                Ports = { new ContainerGroupContainerPortArgs { Port = 8000, Protocol = "TCP" } },
            },
        },
        Tags = { ["team"] = "chat" },
    });

    var function = new V3Function("infer", new()
    {
        FunctionName = "infer",
        Handler = "main",
        Runtime = "custom-container",
        MemorySize = 2048,
        CustomContainerConfig = new V3FunctionCustomContainerConfigArgs { Image = "registry.cn-hangzhou.aliyuncs.com/acme/ollama:1", Port = 11434 },
        EnvironmentVariables = { ["OLLAMA_MODEL"] = "openai/gpt-4o" },
    });
    _ = new V3Trigger("http", new() { FunctionName = function.FunctionName, Qualifier = "LATEST", TriggerName = "http", TriggerType = "http", TriggerConfig = "{}" });

    _ = new Pai.Service("eas", new()
    {
        ServiceConfig = JsonSerializer.Serialize(new { containers = new[] { new { image = "pai-eas/vllm:0.8", script = "vllm serve openai/gpt-4o --port 8000", port = 8000 } } }),
    });

    _ = new PolarDB.Aicluster("polar", new()
    {
        DbNodeClass = "polar.pg.g4.xlarge.gpu",
        PayType = "Postpaid",
        RegionId = "cn-hangzhou",
        VpcId = "vpc-1",
        VswitchId = "vsw-1",
        ModelName = "gpt-4o",
    });

    return new Dictionary<string, object?> { ["group"] = group.ContainerGroupName };
});
