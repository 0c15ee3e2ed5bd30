// stack: dev
// stack: prod
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var replicas = Deployment.Instance.StackName == "prod" ? 3 : 1;
    _ = new ConfigGroup("plain", new ConfigGroupArgs
    {
        Yaml = """
            apiVersion: serving.kserve.io/v1beta1
            kind: InferenceService
            metadata:
              name: llama
            spec:
              predictor:
                model:
                  modelFormat: { name: huggingface }
                  args: ["--model_id=meta-llama/Llama-3.2-3B-Instruct"]
            """,
    });

    _ = new ConfigGroup("filled", new ConfigGroupArgs
    {
        Yaml = $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: oss
            spec:
              replicas: {{replicas}}
              template:
                spec:
                  containers:
                    - name: server
                      image: vllm/vllm-openai:v0.11.0
                      args: ["--model", "{{Model("20b")}}"]
            """,
    });

    _ = new ConfigGroup("objects", new ConfigGroupArgs
    {
        Objs = new object[]
        {
            new Dictionary<string, object>
            {
                ["apiVersion"] = "kubeai.org/v1",
                ["kind"] = "Model",
                ["metadata"] = new Dictionary<string, object> { ["name"] = "deepseek" },
                ["spec"] = new Dictionary<string, object> { ["url"] = "ollama://deepseek-r1:1.5b", ["minReplicas"] = replicas, ["features"] = new[] { "TextGeneration" } },
            },
        },
    });

    static string Model(string size) => string.Concat("openai", "/", "gpt-oss-", size);
});
