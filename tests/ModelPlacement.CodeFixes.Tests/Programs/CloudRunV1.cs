// sdks: Pulumi.Gcp, Pulumi.Azure
// fixed: 1 of 1
using Pulumi;
using Pulumi.Gcp.CloudRun;
using Pulumi.Gcp.CloudRun.Inputs;

return await Pulumi.Deployment.RunAsync<Chat>();

internal sealed class Chat : Stack
{
    public Chat()
    {
        var service = new Service("chat", new ServiceArgs
        {
            Location = "europe-west1",
            Template = new ServiceTemplateArgs
            {
                Metadata = new ServiceTemplateMetadataArgs
                {
                    Annotations = { { "autoscaling.knative.dev/minScale", "1" }, { "autoscaling.knative.dev/maxScale", "4" } },
                },
                Spec = new ServiceTemplateSpecArgs
                {
                    Containers =
                    {
                        new ServiceTemplateSpecContainerArgs
                        {
                            Image = "vllm/vllm-openai:latest",
                            Commands = { "vllm", "serve" },
                            Args = { "openai/gpt-4o" },
                            Ports = { new ServiceTemplateSpecContainerPortArgs { ContainerPort = 8000 } },
                            StartupProbe = new ServiceTemplateSpecContainerStartupProbeArgs
                            {
                                TcpSocket = new ServiceTemplateSpecContainerStartupProbeTcpSocketArgs { Port = 8000 },
                                PeriodSeconds = 30,
                                FailureThreshold = 8,
                            },
                        },
                    },
                },
            },
        });
        _ = new IamMember("everybody", new IamMemberArgs { Service = service.Name, Location = service.Location, Role = "roles/run.invoker", Member = "allUsers" });
        Url = service.Statuses.Apply(statuses => statuses[0].Url!);
    }

    [Output]
    public Output<string> Url { get; set; }
}
