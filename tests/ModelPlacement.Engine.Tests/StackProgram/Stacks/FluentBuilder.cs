using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using KubernetesDeployment = Pulumi.Kubernetes.Apps.V1.Deployment;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    new InferenceBuilder("llama")
        .WithImage("vllm/vllm-openai", "v0.11.0")
        .Serving("meta-llama/Llama-3.3-70B-Instruct")
        .WithEnvironment("HF_HUB_OFFLINE", "0")
        .WithReplicas(2)
        .Build();

    new InferenceBuilder("ollama")
        .WithImage("ollama/ollama")
        .WithEnvironment("OLLAMA_MODELS", "/models")
        .Build();
});

internal sealed class InferenceBuilder
{
    private readonly string _name;
    private readonly List<EnvVarArgs> _environment = new();
    private readonly List<string> _arguments = new();
    private string _image = "busybox";
    private int _replicas = 1;

    public InferenceBuilder(string name) => _name = name;

    public InferenceBuilder WithImage(string repository, string tag = "latest")
    {
        _image = $"{repository}:{tag}";
        return this;
    }

    public InferenceBuilder Serving(string model)
    {
        _arguments.AddRange(new[] { "--model", model });
        return this;
    }

    public InferenceBuilder WithEnvironment(string name, string value)
    {
        _environment.Add(new EnvVarArgs { Name = name, Value = value });
        return this;
    }

    public InferenceBuilder WithReplicas(int replicas)
    {
        _replicas = replicas;
        return this;
    }

    public KubernetesDeployment Build()
    {
        var labels = new InputMap<string> { { "app", _name } };
        return new KubernetesDeployment(_name, new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs { Name = _name, Namespace = "ai" },
            Spec = new DeploymentSpecArgs
            {
                Replicas = _replicas,
                Selector = new LabelSelectorArgs { MatchLabels = labels },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = labels },
                    Spec = new PodSpecArgs
                    {
                        Containers =
                        {
                            new ContainerArgs
                            {
                                Name = "server",
                                Image = _image,
                                Args = _arguments,
                                Env = _environment,
                                Ports = { new ContainerPortArgs { ContainerPortValue = 8000 } },
                            },
                        },
                    },
                },
            },
        });
    }
}
