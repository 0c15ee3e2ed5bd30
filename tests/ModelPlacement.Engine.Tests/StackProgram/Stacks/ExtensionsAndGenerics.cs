using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var registry = new Registry<ContainerArgs>()
        .Add("vllm", new ContainerArgs { Name = "server", Image = "vllm/vllm-openai:latest" }.WithArguments("--model", "mistralai/Mistral-7B-Instruct-v0.3"))
        .Add("whisper", new ContainerArgs { Name = "asr", Image = "onerahmet/openai-whisper-asr-webservice:latest" }.WithEnvironment(("ASR_MODEL", "large-v3"), ("ASR_ENGINE", "faster_whisper")));

    foreach (var (name, container) in registry)
        container.ToPod(name, "ml");

    _ = Configured<ConfigMapArgs>(args => args.Data.Add("models", string.Join(" ", registry.Names))).Create("inventory");
});

static T Configured<T>(Action<T> configure)
    where T : new()
{
    var args = new T();
    configure(args);
    return args;
}

internal sealed class Registry<T> : IEnumerable<(string Name, T Value)>
    where T : class
{
    private readonly List<(string Name, T Value)> _entries = new();

    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    public Registry<T> Add(string name, T value)
    {
        _entries.Add((name, value));
        return this;
    }

    public IEnumerator<(string Name, T Value)> GetEnumerator() => _entries.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

internal static class ContainerExtensions
{
    public static ContainerArgs WithArguments(this ContainerArgs container, params string[] arguments)
    {
        foreach (var argument in arguments)
            container.Args.Add(argument);
        return container;
    }

    public static ContainerArgs WithEnvironment(this ContainerArgs container, params (string Name, string Value)[] variables)
    {
        container.Env = variables.Select(variable => new EnvVarArgs { Name = variable.Name, Value = variable.Value }).ToList();
        return container;
    }

    public static Pod ToPod(this ContainerArgs container, string name, string space) => new(name, new PodArgs
    {
        Metadata = new ObjectMetaArgs { Name = name, Namespace = space },
        Spec = new PodSpecArgs { Containers = { container }, RestartPolicy = "Always" },
    });

    public static ConfigMap Create(this ConfigMapArgs args, string name) => new(name, args);
}
