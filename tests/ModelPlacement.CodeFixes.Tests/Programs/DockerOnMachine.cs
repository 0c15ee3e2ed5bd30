// sdks: Pulumi.Aws, Pulumi.Docker, Pulumi.AzureNative
// fixed: 1 of 1
using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Ec2 = Pulumi.Aws.Ec2;

return await Pulumi.Deployment.RunAsync(() =>
{
    var machine = new Ec2.Instance("docker", new() { Ami = "ami-0abc", InstanceType = "g5.xlarge" });
    var host = new Provider("host", new() { Host = Output.Format($"ssh://ubuntu@{machine.PublicIp}") });

    // Pulled on the host.
    var image = new RemoteImage("vllm", new() { Name = "vllm/vllm-openai:v0.8.4" }, new() { Provider = host });
    _ = new Container("vllm", new()
    {
        Image = image.ImageId,
        Command = { "--model", "openai/gpt-4o" },
        Envs = { "LOG_LEVEL=info", "HF_HUB_OFFLINE=1" },
        Ports = { new ContainerPortArgs { Internal = 8000, External = 80 } },
        Memory = 4096,
    }, new() { Provider = host });
});
