using Pulumi;
using Pulumi.Gcp.Vertex;
using Pulumi.Gcp.CloudRunV2;
using Pulumi.Gcp.CloudRunV2.Inputs;

internal static class Program
{
    private static Task<int> Main(string[] args) => Pulumi.Deployment.RunAsync(Infrastructure.Create);
}

internal static class Infrastructure
{
    private static readonly string Region = "europe-west4";
    private static readonly string[] Models = ["google/gemma-3-27b-it", "openai/gpt-oss-20b"];

    internal static void Create()
    {
        foreach (var model in Models)
        {
            var slug = Slug(model);
            _ = new AiEndpoint(slug, new() { DisplayName = slug, Location = Region });
            Serve(slug, model);
        }
    }

    private static string Slug(string model)
    {
        var name = model.Split('/')[1];
        return name.Replace('.', '-').ToLowerInvariant();
    }

    private static Service Serve(string slug, string model, int gpus = 1) => new($"run-{slug}", new ServiceArgs
    {
        Location = Region,
        Ingress = "INGRESS_TRAFFIC_ALL",
        Template = new ServiceTemplateArgs
        {
            Containers = new ServiceTemplateContainerArgs
            {
                Image = "vllm/vllm-openai:latest",
                Args = { "--model", model, $"--tensor-parallel-size={gpus}" },
                Envs =
                {
                    new ServiceTemplateContainerEnvArgs { Name = "MODEL", Value = model },
                },
            },
        },
    });
}
