using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.S3;
using Pulumi.Aws.Sfn;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var bucket = new Bucket("artifacts");
    var modelId = Output.Create("openai.gpt-oss-20b-1:0");
    var arn = modelId.Apply(id => $"arn:aws:bedrock:us-east-1::foundation-model/{id}");

    var role = new Role("machine", new() { AssumeRolePolicy = "{}" });
    _ = new RolePolicy("invoke", new()
    {
        Role = role.Name,
        Policy = Output.Tuple(arn, Output.Create(2)).Apply(t =>
        {
            var (resource, version) = t;
            return JsonSerializer.Serialize(new Dictionary<string, object?>
            {
                ["Version"] = version == 2 ? "2012-10-17" : "2008-10-17",
                ["Statement"] = new[]
                {
                    new Dictionary<string, object?> { ["Effect"] = "Allow", ["Action"] = new[] { "bedrock:InvokeModel" }, ["Resource"] = resource },
                },
            });
        }),
    });

    _ = new RolePolicy("read", new()
    {
        Role = role.Name,
        Policy = bucket.Arn.Apply(value => $$"""{"Statement":[{"Action":"s3:GetObject","Resource":"{{value}}/*"}]}"""),
    });

    _ = new StateMachine("chat", new()
    {
        RoleArn = role.Arn,
        Definition = Output.JsonSerialize(Output.Create(new
        {
            StartAt = "Ask",
            States = new { Ask = new { Type = "Task", Resource = "arn:aws:states:::bedrock:invokeModel", Parameters = new { ModelId = modelId } , End = true } },
        })),
        Tags = { ["bucket"] = Output.Format($"s3://{bucket.Id}/{modelId}") },
    });

    var all = Output.All<string>("a", "b", "c").Apply(items => string.Join("-", items));
    _ = new Bucket("joined", new() { BucketName = all, Tags = { ["first"] = Output.All(modelId, arn).Apply(items => items[0]) } });
});
