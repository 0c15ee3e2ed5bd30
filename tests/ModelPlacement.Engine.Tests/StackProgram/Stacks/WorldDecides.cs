using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.S3;
using Deployment = Pulumi.Deployment;

// Decided by the machine that runs the program: analysis must not claim any of it, and must know the rest.
return await Deployment.RunAsync(() =>
{
    var variable = Environment.GetEnvironmentVariable("MODEL_PLACEMENT_TEST_MODEL");
    var model = variable ?? "amazon.nova-lite-v1:0";
    var isWeekend = DateTime.UtcNow.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    var path = Path.Combine(Path.GetTempPath(), "not-there", "model.txt");
    var fromFile = File.Exists(path) ? File.ReadAllText(path) : "mistral.mistral-small-2402-v1:0";

    _ = new AgentAgent("environment", new() { AgentName = "environment", AgentResourceRoleArn = "arn:aws:iam::1:role/a", FoundationModel = model });
    _ = new AgentAgent("file", new() { AgentName = "file", AgentResourceRoleArn = "arn:aws:iam::1:role/a", FoundationModel = fromFile });
    if (isWeekend)
        _ = new Bucket("weekend");
    var random = new Random(7).Next(2) == 0 ? "a" : "b";
    _ = new Bucket("random", new() { Tags = { ["letter"] = random, ["fixed"] = "f", ["length"] = random.Length.ToString() } });
});
