using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.S3;
using Pulumi.Aws.Ssm;
using Deployment = Pulumi.Deployment;

// Creating within Apply is not advised, and done: what is created there exists only where the value is known.
return await Deployment.RunAsync(() =>
{
    var models = Output.Create(new[] { "mistral", "gemma3" });
    models.Apply(names =>
    {
        foreach (var name in names)
        {
            _ = new Instance($"host-{name}", new InstanceArgs
            {
                Ami = "ami-1",
                InstanceType = "g5.xlarge",
                UserData = string.Format("#!/bin/bash\nollama pull {0}\n", name),
                Tags = { ["model"] = name },
            });
        }

        return names.Length;
    });

    var count = Output.Create(2);
    _ = count.Apply(number => Enumerable.Range(0, number).Select(index => new Bucket($"shard-{index}", new() { Tags = { ["index"] = index.ToString() } })).ToList());

    var bucket = new Bucket("source");
    bucket.Arn.Apply(arn => new Parameter("later", new ParameterArgs { Type = "String", Value = arn }));
    _ = new Parameter("now", new ParameterArgs { Type = "String", Name = "/ai/models", Value = models.Apply(names => string.Join(",", names)) });
});
