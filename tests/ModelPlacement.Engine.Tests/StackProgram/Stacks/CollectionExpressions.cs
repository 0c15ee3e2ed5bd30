using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    string[] open = ["openai.gpt-oss-20b-1:0", "openai.gpt-oss-120b-1:0"];
    string[] own = ["amazon.nova-lite-v1:0"];
    List<string> all = [.. open, .. own, "meta.llama3-1-70b-instruct-v1:0"];
    HashSet<string> blocked = ["meta.llama3-1-70b-instruct-v1:0"];
    ReadOnlySpan<string> first = ["a", "b"];
    var suffix = first[1];

    var role = new Role("router", new() { AssumeRolePolicy = "{}", ManagedPolicyArns = [.. Policies(logging: true)] });
    _ = new Function("router", new()
    {
        Role = role.Arn,
        Architectures = ["arm64"],
        Layers = [],
        Environment = new FunctionEnvironmentArgs { Variables = new InputMap<string> { ["MODELS"] = string.Join(';', (string[])[.. all.Except(blocked)]), ["SUFFIX"] = suffix } },
    });

    foreach (var model in (string[])[.. all.Where(id => !blocked.Contains(id)), "cohere.command-r-v1:0"])
    {
        var name = model.Split('.')[0] + "-" + all.IndexOf(model);
        _ = new InferenceProfile(name, new()
        {
            Name = name,
            ModelSource = new InferenceProfileModelSourceArgs { CopyFrom = $"arn:aws:bedrock:us-east-1::foundation-model/{model}" },
        });
    }

    static IEnumerable<string> Policies(bool logging) => logging ? ["arn:aws:iam::aws:policy/AmazonBedrockFullAccess", "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"] : [];
});
