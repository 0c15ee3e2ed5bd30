using Pulumi;
using Pulumi.Kubernetes.Helm.V4;
using Pulumi.Kubernetes.Types.Inputs.Helm.V4;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var common = new Dictionary<string, object> { ["nodeSelector"] = new Dictionary<string, object> { ["gpu"] = "true" } };
    Chart Install(string name, string chart, string repository, Action<Dictionary<string, object>>? change = null)
    {
        var values = new Dictionary<string, object>(common);
        change?.Invoke(values);
        return new Chart(name, new ChartArgs { Chart = chart, Namespace = "ai", RepositoryOpts = new RepositoryOptsArgs { Repo = repository }, Values = values });
    }

    var operatorChart = Install("gpu-operator", "gpu-operator", "https://helm.ngc.nvidia.com/nvidia");
    Install("vllm", "vllm-stack", "https://vllm-project.github.io/production-stack", values => values["servingEngineSpec"] = new Dictionary<string, object>
    {
        ["modelSpec"] = new[]
        {
            new Dictionary<string, object> { ["name"] = "oss", ["repository"] = "vllm/vllm-openai", ["modelURL"] = "openai/gpt-oss-20b", ["replicaCount"] = 1, ["requestGPU"] = 1 },
        },
    });
    Install("litellm", "oci://ghcr.io/berriai/litellm-helm", "", values =>
    {
        values.Remove("nodeSelector");
        values["proxy_config"] = new Dictionary<string, object> { ["model_list"] = new List<object> { new Dictionary<string, object> { ["model_name"] = "gpt-4o", ["litellm_params"] = new Dictionary<string, object> { ["model"] = "azure/gpt-4o" } } } };
    });
    return new Dictionary<string, object?> { ["operator"] = operatorChart.Resources };
});
