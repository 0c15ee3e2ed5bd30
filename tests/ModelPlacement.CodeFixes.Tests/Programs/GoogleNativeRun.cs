// sdks: Pulumi.GoogleNative, Pulumi.Gcp, Pulumi.AzureNative
// fixed: 2 of 2
using Pulumi.Gcp.Vertex;
using Pulumi.GoogleNative.Run.V2.Inputs;
using Run = Pulumi.GoogleNative.Run.V2;

return await Pulumi.Deployment.RunAsync(() =>
{
    var chat = new Run.Service("chat", new()
    {
        Location = "europe-west1",
        ServiceId = "chat",
        Template = new GoogleCloudRunV2RevisionTemplateArgs
        {
            // One is always warm.
            Scaling = new GoogleCloudRunV2RevisionScalingArgs { MinInstanceCount = 1, MaxInstanceCount = 3 },
            Containers =
            {
                new GoogleCloudRunV2ContainerArgs
                {
                    Image = "vllm/vllm-openai:v0.8.4",
                    Args = { "--model", "openai/gpt-4o" },
                    Env = { new GoogleCloudRunV2EnvVarArgs { Name = "LOG_LEVEL", Value = "info" } },
                    Ports = { new GoogleCloudRunV2ContainerPortArgs { ContainerPort = 8000 } },
                },
            },
        },
    });
    _ = new Run.ServiceIamMember("everybody", new() { Name = chat.Name, Role = "roles/run.invoker", Member = "allUsers" });

    new AiModelGardenEnableModel("enable", new() { PublisherModelName = "publishers/openai/models/gpt-5.5" });

    return new Dictionary<string, object?> { ["chat"] = chat.Uri };
});
