using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.S3;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var teams = new[]
    {
        new { Name = "search", Models = new[] { "amazon.titan-embed-text-v2:0", "cohere.rerank-v3-5:0" } },
        new { Name = "support", Models = new[] { "anthropic.claude-sonnet-4-20250514-v1:0" } },
        new { Name = "empty", Models = Array.Empty<string>() },
    };

    var buckets = teams
        .Where(team => team.Models.Any())
        .Select((team, index) => new Bucket($"{index}-{team.Name}", new() { BucketName = $"acme-{team.Name}", Tags = { { "models", string.Join(",", team.Models) } } }))
        .ToList();

    var profiles = (
        from team in teams
        from model in team.Models
        where model.StartsWith("anthropic.") || model.StartsWith("amazon.")
        let arn = $"arn:aws:bedrock:us-east-1::foundation-model/{model}"
        select (team.Name, Model: model, Arn: arn)).ToArray();

    foreach (var profile in profiles)
    {
        _ = new InferenceProfile($"{profile.Name}-{profile.Model.Split('.')[0]}", new()
        {
            Name = profile.Name,
            Description = $"{profiles.Length} profiles, {buckets.Count} buckets",
            ModelSource = new Pulumi.Aws.Bedrock.Inputs.InferenceProfileModelSourceArgs { CopyFrom = profile.Arn },
        });
    }

    var all = teams.SelectMany(team => team.Models, (team, model) => (Team: team.Name, model)).ToDictionary(pair => pair.model, pair => pair.Team);
    _ = new Bucket("summary", new() { Tags = all });
});
