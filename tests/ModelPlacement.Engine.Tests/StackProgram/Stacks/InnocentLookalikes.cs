using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.S3;
using Pulumi.Aws.Ssm;
using Deployment = Pulumi.Deployment;

// Innocent: only names and texts that look like models.
return await Deployment.RunAsync(() =>
{
    var bucket = new Bucket("gpt-4o", new BucketArgs { BucketName = "gpt-4o-transcripts", Tags = new Dictionary<string, string> { ["product"] = "dall-e-museum" } });
    var names = "gpt2,gpt-j,gpt-neox".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    _ = new Parameter("lookalikes", new() { Type = "StringList", Value = string.Join(',', names.Reverse()) });
    _ = new Instance("gpt-host", new() { Ami = "ami-1", InstanceType = InstanceType.T3_Micro, Tags = { ["Name"] = names[0] + "-host", ["bucket"] = bucket.BucketName, ["count"] = names.Length.ToString() } });
});
