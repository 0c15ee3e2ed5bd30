using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    const string Zone = "us-central1-a";
    var count = 0;
    var names = new List<string>();

    Host("ollama", Script("curl -fsSL https://ollama.com/install.sh | sh", "ollama pull qwen3:8b"));
    Host("vllm", Script("docker run -d --gpus all -p 8000:8000 vllm/vllm-openai:latest --model " + Model("oss", 20)), gpus: 1);
    Host("plain", null);

    _ = new Firewall("serve", new()
    {
        Network = "default",
        Allows = { new FirewallAllowArgs { Protocol = "tcp", Ports = { "8000", Port(11434) } } },
        TargetTags = names,
        Description = $"{count} hosts: {string.Join(", ", names)}",
    });

    void Host(string name, string? script, int gpus = 0)
    {
        count++;
        names.Add(Named(name));
        var args = new InstanceArgs
        {
            Zone = Zone,
            MachineType = gpus > 0 ? "g2-standard-8" : "e2-standard-4",
            BootDisk = new InstanceBootDiskArgs { InitializeParams = new InstanceBootDiskInitializeParamsArgs { Image = "debian-cloud/debian-12", Size = 50 + (100 * gpus) } },
            Tags = { Named(name) },
            NetworkInterfaces = new InstanceNetworkInterfaceArgs { Network = "default", AccessConfigs = { new InstanceNetworkInterfaceAccessConfigArgs() } },
        };
        if (script is not null)
            args.MetadataStartupScript = script;
        if (gpus > 0)
            args.GuestAccelerators = new[] { new InstanceGuestAcceleratorArgs { Type = "nvidia-l4", Count = gpus } };
        _ = new Instance(name, args);

        string Named(string value) => $"{value}-{count}";
    }

    static string Script(params string[] lines)
    {
        return Joined("#!/bin/bash", lines);

        static string Joined(string first, string[] rest) => first + "\n" + string.Join("\n", rest);
    }

    static string Model(string family, int billions) => $"openai/gpt-{family}-{billions}b";

    static string Port(int number) => number.ToString();
});
