// sdks: Pulumi.AwsNative, Pulumi.Gcp, Pulumi.AzureNative
// fixed: 3 of 3
using Pulumi;
using Pulumi.AwsNative.Lambda;
using Pulumi.AwsNative.Lambda.Inputs;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var configuration = new Config();
    var urls = new Dictionary<string, object?>();
    foreach (var server in new Server[] { new("chat", true), new("drafts", false) })
    {
        var service = new Service(server.Name, new()
        {
            Location = "europe-west1",
            Labels = { ["team"] = "shop" },
            Template = new ServiceTemplateArgs
            {
                Containers =
                {
                    new ServiceTemplateContainerArgs
                    {
                        Image = configuration.Get("image") ?? "vllm/vllm-openai:v0.9.2",
                        Args = { "--model", "openai/gpt-4o" },
                        Envs =
                        {
                            new ServiceTemplateContainerEnvArgs { Name = "HF_HOME", Value = "/tmp/hf" }, // the only writable place
                            new ServiceTemplateContainerEnvArgs { Name = "LOG_LEVEL", Value = "info" },
                        },
                    },
                },
            },
        });
        if (server.IsOpen)
        {
            // The shop calls it from the browser.
            _ = new ServiceIamMember(server.Name, new() { Name = service.Name, Location = service.Location, Role = "roles/run.invoker", Member = "allUsers" });
        }

        urls[server.Name] = service.Uri;
    }

    Function tiny = new("tiny", new FunctionArgs
    {
        FunctionName = "tiny",
        PackageType = FunctionPackageType.Image,
        Code = new FunctionCodeArgs { ImageUri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/vllm-openai:1" },
        Role = "arn:aws:iam::123456789012:role/tiny",
        Environment = new FunctionEnvironmentArgs { Variables = { ["HF_MODEL_ID"] = "openai/gpt-4.1-nano" } },
    });
    // Signed calls only.
    Url url = new("tiny", new UrlArgs { TargetFunctionArn = "tiny", AuthType = UrlAuthType.AwsIam }, new CustomResourceOptions { DependsOn = { tiny } });

    urls["tiny"] = url.FunctionUrl;
    return urls;
});

internal sealed record Server(string Name, bool IsOpen);
