// config: aws:region = eu-west-1
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Deployment = Pulumi.Deployment;
using Function = Pulumi.Aws.Lambda.Function;

return await Deployment.RunAsync(() => new FunctionFleet().Build());

internal sealed class FunctionFleet
{
    private readonly Dictionary<string, Output<string>> _urls = new();
    private readonly Role _role;

    public FunctionFleet()
    {
        _role = new Role("functions", new() { AssumeRolePolicy = Policy(("Service", "lambda.amazonaws.com"), "sts:AssumeRole") });
        _ = new RolePolicyAttachment("basic", new() { Role = _role.Name, PolicyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" });
    }

    private static string Region => Pulumi.Aws.Config.Region ?? "us-east-1";

    public IDictionary<string, object?> Build()
    {
        Add("summarize", memory: 512, ("MODEL_ID", "anthropic.claude-3-5-haiku-20241022-v1:0"));
        Add("classify", ("MODEL_ID", "amazon.nova-micro-v1:0"), ("LABELS", "a,b,c"));
        Add("embed", memory: 3008, ("MODEL_NAME", "sentence-transformers/all-MiniLM-L6-v2"));
        return _urls.ToDictionary(pair => pair.Key, pair => (object?)pair.Value);
    }

    private void Add(string name, params (string Key, string Value)[] variables) => Add(name, 256, variables);

    private void Add(string name, int memory, params (string Key, string Value)[] variables)
    {
        var environment = new InputMap<string> { { "REGION", Region } };
        foreach (var (key, value) in variables)
            environment.Add(key, value);
        var function = new Function(name, new FunctionArgs
        {
            Role = _role.Arn,
            PackageType = "Image",
            ImageUri = $"123456789012.dkr.ecr.{Region}.amazonaws.com/{name}:latest",
            MemorySize = memory,
            Timeout = memory > 1000 ? 900 : 30,
            Environment = new FunctionEnvironmentArgs { Variables = environment },
        });
        _urls[name] = new FunctionUrl($"{name}-url", new() { FunctionName = function.Name, AuthorizationType = memory >= 512 ? "AWS_IAM" : "NONE" }).FunctionUrlResult;
    }

    private static string Policy((string Kind, string Name) principal, params string[] actions) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", ["Principal"] = new Dictionary<string, string> { [principal.Kind] = principal.Name }, ["Action"] = actions } },
    });
}
