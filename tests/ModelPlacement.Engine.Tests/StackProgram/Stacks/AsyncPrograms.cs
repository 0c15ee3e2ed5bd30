using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.S3;
using Deployment = Pulumi.Deployment;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args.Length > 5)
            return 2;
        return await Deployment.RunAsync(DefineAsync);
    }

    private static async Task<IDictionary<string, object?>> DefineAsync()
    {
        var names = await Task.WhenAll(ResolveAsync("search"), ResolveAsync("support"));
        var agents = new List<AgentAgent>();
        await foreach (var (name, model) in ModelsAsync(names))
        {
            agents.Add(new AgentAgent(name, new AgentAgentArgs
            {
                AgentName = name,
                AgentResourceRoleArn = await RoleAsync(name).ConfigureAwait(false),
                FoundationModel = model,
            }));
        }

        var lazy = new Lazy<Bucket>(() => new Bucket("shared", new BucketArgs { Tags = { ["agents"] = agents.Count.ToString() } }));
        return new Dictionary<string, object?> { ["shared"] = lazy.Value.Arn, ["first"] = agents[0].AgentArn };
    }

    private static async IAsyncEnumerable<(string Name, string Model)> ModelsAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await Task.Yield();
            yield return (name, name.StartsWith("agent-sea", StringComparison.Ordinal) ? "cohere.command-r-plus-v1:0" : "openai.gpt-oss-20b-1:0");
        }
    }

    private static async Task<string> ResolveAsync(string team)
    {
        await Task.Delay(1);
        return "agent-" + team;
    }

    private static Task<string> RoleAsync(string name) => Task.FromResult($"arn:aws:iam::123456789012:role/{name}");
}
