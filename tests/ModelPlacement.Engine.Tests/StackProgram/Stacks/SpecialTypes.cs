using System.Collections.Immutable;
using System.Text;
using Pulumi;
using Pulumi.Aws.Batch;
using Pulumi.Aws.Ssm;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var models = ImmutableArray.Create("a/one", "b/two").Add("openai/gpt-oss-20b");
    var lookup = models.Select((model, index) => (model, index)).ToImmutableDictionary(entry => entry.model, entry => entry.index);
    var queue = new Queue<string>(models);
    queue.Enqueue("c/three");
    var order = new StringBuilder();
    while (queue.TryDequeue(out var next))
        order.Append(next).Append(queue.Count > 0 ? " > " : ".");

    var sizes = new SortedDictionary<string, int> { ["small"] = 1, ["large"] = 8, ["medium"] = 4 };
    var grid = new int[2, 2] { { 1, 2 }, { 3, 4 } };
    var nested = new[] { new[] { "x" }, new[] { "y", "z" } };
    int? missing = null;
    var total = sizes.Values.Sum() + (missing ?? grid[1, 0]);

    _ = new Parameter("order", new() { Type = "String", Value = order.ToString() });
    _ = new Parameter("total", new() { Type = "String", Value = total.ToString() });
    foreach (var (size, gpus) in sizes)
    {
        _ = new JobDefinition($"infer-{size}", new()
        {
            Type = "container",
            ContainerProperties = $$"""{"image":"vllm/vllm-openai","command":["--model","{{models[^1]}}"],"resourceRequirements":[{"type":"GPU","value":"{{gpus}}"}]}""",
            Parameters = { ["index"] = lookup[models[2]].ToString(), ["nested"] = string.Join("", nested.SelectMany(items => items)), ["last"] = nested[^1][^1] },
            Timeout = new Pulumi.Aws.Batch.Inputs.JobDefinitionTimeoutArgs { AttemptDurationSeconds = checked(gpus * 60) },
        });
    }
});
