using Pulumi;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var west = new ModelEndpoint("west", new ModelEndpointArgs { Model = "google/gemma-3-4b-it", Location = "us-west1" });
    var east = new ModelEndpoint("east", new() { Model = west.Model, Location = "us-east1", Public = true });
    return new Dictionary<string, object?> { ["west"] = west.Url, ["east"] = east.Url };
});

internal sealed class ModelEndpointArgs : ResourceArgs
{
    [Input("model", required: true)]
    public Input<string> Model { get; set; } = null!;

    [Input("location")]
    public Input<string> Location { get; set; } = "us-central1";

    [Input("public")]
    public bool Public { get; set; }
}

internal sealed class ModelEndpoint : ComponentResource
{
    public ModelEndpoint(string name, ModelEndpointArgs args, ComponentResourceOptions? options = null)
        : base("acme:gcp:ModelEndpoint", name, args, options)
    {
        var service = new Service($"{name}-service", new ServiceArgs
        {
            Location = args.Location,
            Template = new ServiceTemplateArgs
            {
                Containers = new ServiceTemplateContainerArgs
                {
                    Image = "us-docker.pkg.dev/vertex-ai/vertex-vision-model-garden-dockers/pytorch-vllm-serve:latest",
                    Args = { Output.Format($"--model={args.Model}"), "--port=8080" },
                },
            },
        }, new CustomResourceOptions { Parent = this });
        if (args.Public)
        {
            _ = new ServiceIamMember($"{name}-public", new ServiceIamMemberArgs
            {
                Location = args.Location,
                Name = service.Name,
                Role = "roles/run.invoker",
                Member = "allUsers",
            }, new CustomResourceOptions { Parent = service });
        }

        Model = args.Model.ToOutput();
        Url = service.Uri;
        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
    }

    [Output("model")]
    public Output<string> Model { get; private set; }

    [Output("url")]
    public Output<string> Url { get; private set; }
}
