// stack: dev
// stack: prod
// config: project:gpu = true
using Pulumi;
using Pulumi.Kubernetes;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Deployment = Pulumi.Deployment;
using Provider = Pulumi.Kubernetes.Provider;

return await Deployment.RunAsync(() =>
{
    var gpu = new Pulumi.Config().GetBoolean("gpu") is true;
    var cluster = new Provider("cluster", new ProviderArgs { KubeConfig = "~/.kube/config", Context = Deployment.Instance.StackName });
    var space = new Namespace("ai", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "ai", Labels = { { "team", "ml" } } } }, new CustomResourceOptions { Provider = cluster });

    var values = new Dictionary<string, object>
    {
        ["image"] = new Dictionary<string, object> { ["repository"] = "ollama/ollama", ["tag"] = "0.12.3" },
        ["ollama"] = new Dictionary<string, object>
        {
            ["gpu"] = new Dictionary<string, object> { ["enabled"] = gpu, ["number"] = gpu ? 1 : 0 },
            ["models"] = new Dictionary<string, object> { ["pull"] = new[] { "llama3.2", gpu ? "gpt-oss:20b" : "gemma3:1b" } },
        },
        ["replicaCount"] = 1,
    };
    if (gpu)
        values["resources"] = new Dictionary<string, object> { ["limits"] = new Dictionary<string, object> { ["nvidia.com/gpu"] = 1 } };

    var ollama = new Release("ollama", new ReleaseArgs
    {
        Chart = "ollama",
        Version = "1.31.0",
        Namespace = space.Metadata.Apply(metadata => metadata.Name),
        RepositoryOpts = new RepositoryOptsArgs { Repo = "https://otwld.github.io/ollama-helm/" },
        Values = values,
        Timeout = 600,
    }, new CustomResourceOptions { Provider = cluster, DependsOn = { space } });

    _ = new ConfigMap("clients", new ConfigMapArgs
    {
        Metadata = new ObjectMetaArgs { Namespace = "ai" },
        Data = { ["OLLAMA_HOST"] = "http://ollama.ai:11434", ["release"] = ollama.Name, ["gpu"] = gpu ? "yes" : "no" },
    }, new CustomResourceOptions { Provider = cluster });
});
