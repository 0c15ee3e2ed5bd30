// stack: dev
// stack: shared
// config: project:enabled = true
// stack: prod
// config: project:enabled = true
// config: project:models = gpt-oss:20b, llama3.2 ,,phi4
using Pulumi;
using Pulumi.Aws.Ec2;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(Infrastructure.Define);

internal static class Infrastructure
{
    public static void Define()
    {
        var config = new Config();
        var group = new SecurityGroup("ollama", new() { Description = "Ollama hosts" });
        if (config.GetBoolean("enabled") != true)
        {
            Log.Info("nothing to serve");
            return;
        }

        if (Deployment.Instance.StackName is "shared" or "sandbox")
        {
            Host(group, "shared", "gemma3:1b");
            return;
        }

        foreach (var entry in (config.Get("models") ?? "").Split(','))
        {
            var model = entry.Trim();
            if (model.Length == 0)
                continue;
            if (Host(group, model.Split(':')[0].Replace('.', '-'), model) is not { } host)
                break;
            _ = new Pulumi.Aws.Ssm.Parameter($"{model}-address", new() { Type = "String", Value = host.PrivateIp });
        }
    }

    private static Instance? Host(SecurityGroup group, string name, string model)
    {
        if (SizeOf(model) is not { } size)
            return null;
        return new Instance(name, new()
        {
            Ami = "ami-0abcdef1234567890",
            InstanceType = size,
            VpcSecurityGroupIds = { group.Id },
            UserData = $"#!/bin/bash\ncurl -fsSL https://ollama.com/install.sh | sh\nollama serve &\nollama pull {model}\n",
        });
    }

    private static string? SizeOf(string model)
    {
        if (model.StartsWith("gpt-oss", StringComparison.Ordinal))
            return "g6e.2xlarge";
        if (model.EndsWith(":1b", StringComparison.Ordinal))
            return "c7i.xlarge";
        return model switch
        {
            "llama3.2" => "g5.xlarge",
            _ => null,
        };
    }
}
