// config: gcp:project = acme-ai
// config: gcp:region = europe-west4
using Pulumi;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;
using Pulumi.Gcp.Vertex;
using Pulumi.Gcp.Vertex.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var gcp = new Config("gcp");
    var (project, region) = (gcp.Require("project"), gcp.Require("region"));

    var garden = new AiEndpointWithModelGardenDeployment("gemma", new()
    {
        Location = region,
        Project = project,
        PublisherModelName = "publishers/google/models/gemma3@gemma-3-12b-it",
        ModelConfig = new AiEndpointWithModelGardenDeploymentModelConfigArgs { AcceptEula = true },
        DeployConfig = new AiEndpointWithModelGardenDeploymentDeployConfigArgs
        {
            DedicatedResources = new AiEndpointWithModelGardenDeploymentDeployConfigDedicatedResourcesArgs
            {
                MinReplicaCount = 1,
                MachineSpec = new AiEndpointWithModelGardenDeploymentDeployConfigDedicatedResourcesMachineSpecArgs { MachineType = "g2-standard-12", AcceleratorType = "NVIDIA_L4", AcceleratorCount = 1 },
            },
        },
    });

    foreach (var model in new[] { "openai/gpt-oss-20b", "openai/gpt-oss-120b" })
    {
        var name = model[(model.IndexOf('/') + 1)..].Replace("-", "");
        _ = new AiEndpointWithModelGardenDeployment(name, new() { Location = region, Project = project, HuggingFaceModelId = model });
    }

    var proxy = new Service("proxy", new()
    {
        Location = region,
        Ingress = "INGRESS_TRAFFIC_ALL",
        Template = new ServiceTemplateArgs
        {
            Containers = new ServiceTemplateContainerArgs
            {
                Image = "ghcr.io/berriai/litellm:main-stable",
                Args = { "--model", "vertex_ai/gemma-3-12b-it" },
                Envs =
                {
                    new ServiceTemplateContainerEnvArgs { Name = "VERTEXAI_PROJECT", Value = project },
                    new ServiceTemplateContainerEnvArgs { Name = "VERTEXAI_LOCATION", Value = region },
                    new ServiceTemplateContainerEnvArgs { Name = "ENDPOINT", Value = garden.Endpoint },
                },
            },
            Scaling = new ServiceTemplateScalingArgs { MinInstanceCount = 0, MaxInstanceCount = 4 },
        },
    });
    return new Dictionary<string, object?> { ["proxy"] = proxy.Uri };
});
