using Pulumi;
using Pulumi.Aws.Ssm;
using Pulumi.Aws.Bedrock;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var models = new[]
    {
        new { Id = "amazon.nova-pro-v1:0", Tier = "gold", Regions = new[] { "us-east-1", "us-west-2" } },
        new { Id = "amazon.nova-lite-v1:0", Tier = "silver", Regions = new[] { "us-east-1" } },
        new { Id = "openai.gpt-oss-120b-1:0", Tier = "gold", Regions = new[] { "us-west-2" } },
    };

    var placements =
        from model in models
        from region in model.Regions
        let name = $"{model.Id.Split('.')[1].Split('-')[0]}-{region}"
        where model.Tier == "gold" || region.StartsWith("us-east")
        orderby region, model.Id descending
        select (Name: name, model.Id, Region: region);

    foreach (var (name, id, region) in placements)
        _ = new ProvisionedModelThroughput(name, new() { ProvisionedModelName = name, ModelArn = $"arn:aws:bedrock:{region}::foundation-model/{id}", ModelUnits = 1, Region = region });

    var byTier =
        from model in models
        group model by model.Tier into tier
        orderby tier.Key
        select new { Tier = tier.Key, Ids = string.Join(",", tier.Select(model => model.Id)) };
    foreach (var tier in byTier)
        _ = new Parameter($"tier-{tier.Tier}", new() { Type = "StringList", Value = tier.Ids });

    var owners = new Dictionary<string, string> { ["gold"] = "search", ["silver"] = "support" };
    var joined =
        from model in models
        join owner in owners on model.Tier equals owner.Key
        select $"{owner.Value}={model.Id}";
    _ = new Parameter("owners", new() { Type = "String", Value = string.Join(";", joined), Tags = { ["count"] = models.Count(model => model.Regions.Length > 1).ToString() } });
});
