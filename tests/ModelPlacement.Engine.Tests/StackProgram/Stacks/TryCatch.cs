// stack: good
// config: project:replicas = 3
// config: project:models = {"chat":"mistral.mistral-large-2407-v1:0"}
// stack: bare
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    string model;
    try
    {
        model = config.RequireObject<Dictionary<string, string>>("models")["chat"];
    }
    catch (Exception)
    {
        model = "amazon.nova-lite-v1:0";
    }

    var memory = 512;
    try
    {
        memory = int.Parse(config.Get("memory") ?? "1024");
    }
    finally
    {
        memory += 256;
    }

    _ = new AgentAgent("chat", new() { AgentName = "chat", AgentResourceRoleArn = "arn:aws:iam::1:role/chat", FoundationModel = model });
    _ = new Function("front", new()
    {
        Role = "arn:aws:iam::1:role/front",
        PackageType = "Image",
        ImageUri = "1.dkr.ecr.us-east-1.amazonaws.com/front:7",
        MemorySize = memory,
        Environment = new FunctionEnvironmentArgs { Variables = { ["STAGE"] = Stage(), ["PROVIDER"] = "bedrock" } },
    });

    static string Stage()
    {
        try
        {
            return Deployment.Instance.StackName.ToUpperInvariant();
        }
        catch (InvalidOperationException)
        {
            return "none";
        }
    }
});
