// stack: dev
// config: project:ai = {"Model":"gpt-oss-20b","Replicas":1,"Gpu":false,"Regions":["eu-west-1"]}
// config: aws:region = eu-west-1
// stack: prod
// config: project:ai = {"Model":"gpt-oss-120b","Replicas":3,"Gpu":true,"Regions":["eu-west-1","eu-central-1"],"Labels":{"tier":"gold"}}
// config: aws:region = eu-central-1
using Pulumi;
using Pulumi.Aws.AppRunner;
using Pulumi.Aws.AppRunner.Inputs;
using Aws = Pulumi.Aws;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var settings = AiSettings.Load(new Config());
    var region = new Config("aws").Require("region");
    var stack = Deployment.Instance.StackName;

    foreach (var target in settings.Regions)
    {
        var provider = new Aws.Provider($"aws-{target}", new() { Region = target });
        var suffix = target == region ? "primary" : "secondary";
        _ = new Service($"{stack}-{suffix}-{target}", new ServiceArgs
        {
            ServiceName = $"{settings.Model}-{stack}",
            SourceConfiguration = new ServiceSourceConfigurationArgs
            {
                ImageRepository = new ServiceSourceConfigurationImageRepositoryArgs
                {
                    ImageIdentifier = settings.Gpu ? "public.ecr.aws/acme/vllm:gpu" : "public.ecr.aws/acme/vllm:cpu",
                    ImageRepositoryType = "ECR_PUBLIC",
                    ImageConfiguration = new ServiceSourceConfigurationImageRepositoryImageConfigurationArgs
                    {
                        RuntimeEnvironmentVariables = { ["MODEL"] = "openai/" + settings.Model, ["REPLICAS"] = settings.Replicas.ToString() },
                    },
                },
            },
            Tags = settings.Labels ?? new Dictionary<string, string>(),
        }, new() { Provider = provider });
    }
});

internal sealed class AiSettings
{
    public string Model { get; set; } = "";

    public int Replicas { get; set; } = 1;

    public bool Gpu { get; set; }

    public string[] Regions { get; set; } = Array.Empty<string>();

    public Dictionary<string, string>? Labels { get; set; }

    public static AiSettings Load(Config config) => config.RequireObject<AiSettings>("ai");
}
