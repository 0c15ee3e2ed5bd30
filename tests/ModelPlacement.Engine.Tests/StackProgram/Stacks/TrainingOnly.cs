using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;
using Pulumi.Aws.S3;
using Pulumi.Aws.Sagemaker;
using Deployment = Pulumi.Deployment;

// Innocent: trains and explores, serves nothing.
return await Deployment.RunAsync(() =>
{
    var data = new Bucket("training-data");
    string Uri(string folder) => $"s3://acme-{folder.Trim('/')}/";
    var hyperparameters = new Dictionary<string, string> { ["epochCount"] = "2", ["batchSize"] = 1.ToString() };
    hyperparameters["learningRate"] = "0.00001";

    _ = new CustomModel("tuned", new()
    {
        CustomModelName = "tuned",
        JobName = "tuning",
        BaseModelIdentifier = "amazon.nova-lite-v1:0:300k",
        RoleArn = "arn:aws:iam::1:role/tuning",
        CustomizationType = "FINE_TUNING",
        Hyperparameters = hyperparameters,
        TrainingDataConfig = new CustomModelTrainingDataConfigArgs { S3Uri = Uri("/train/") },
        OutputDataConfig = new CustomModelOutputDataConfigArgs { S3Uri = Uri("output") },
    });
    _ = new NotebookInstance("explore", new() { RoleArn = "arn:aws:iam::1:role/notebook", InstanceType = "ml.t3.medium", Name = "gpt-4o-evaluation", Tags = { ["data"] = data.BucketName } });
});
