using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.Ec2;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    var cluster = new Cluster("ai");
    var group = new SecurityGroup("ai", new() { Name = "ai" });
    ServiceCatalog.Register("chat", s => s.Image("vllm/vllm-openai:latest").Argument("--model", "mistralai/Mistral-Nemo-Instruct-2407").Port(8000));
    ServiceCatalog.Register("speech", s => s.Image("fedirz/faster-whisper-server:latest-cuda").Variable("WHISPER__MODEL", "Systran/faster-whisper-large-v3"));
    ServiceCatalog.Register("proxy", s => s.Image("ghcr.io/berriai/litellm:main").Port(4000).Argument("--model", "azure/gpt-4o").Variable("AZURE_API_BASE", "https://acme.openai.azure.com"));

    foreach (var spec in ServiceCatalog.All)
    {
        var definition = new TaskDefinition(spec.Name, new()
        {
            Family = spec.Name,
            Cpu = "4096",
            Memory = "16384",
            NetworkMode = "awsvpc",
            RequiresCompatibilities = { "FARGATE" },
            ContainerDefinitions = spec.ToJson(),
        });
        _ = new Service(spec.Name, new()
        {
            Cluster = cluster.Id,
            TaskDefinition = definition.Arn,
            LaunchType = "FARGATE",
            DesiredCount = 1,
            NetworkConfiguration = new ServiceNetworkConfigurationArgs { Subnets = { "subnet-1", "subnet-2" }, SecurityGroups = { group.Id }, AssignPublicIp = spec.IsPublic },
        });
    }
});

internal static class ServiceCatalog
{
    private static readonly Dictionary<string, ServiceSpec> Specs = new(StringComparer.Ordinal);

    public static IReadOnlyCollection<ServiceSpec> All => Specs.Values;

    public static void Register(string name, Action<ServiceSpec> configure)
    {
        var spec = new ServiceSpec(name);
        configure(spec);
        Specs.Add(name, spec);
    }
}

internal sealed class ServiceSpec
{
    private readonly List<string> _arguments = [];
    private readonly SortedDictionary<string, string> _variables = [];
    private string _image = "";
    private int? _port;

    public ServiceSpec(string name) => Name = name;

    public string Name { get; }

    public bool IsPublic => _port.HasValue;

    public ServiceSpec Image(string image)
    {
        _image = image;
        return this;
    }

    public ServiceSpec Argument(params string[] arguments)
    {
        _arguments.AddRange(arguments);
        return this;
    }

    public ServiceSpec Variable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public ServiceSpec Port(int port)
    {
        _port = port;
        return this;
    }

    public string ToJson() => JsonSerializer.Serialize(new object[]
    {
        new
        {
            name = Name,
            image = _image,
            command = _arguments,
            environment = _variables.Select(variable => new { name = variable.Key, value = variable.Value }),
            portMappings = _port is { } port ? new[] { new { containerPort = port } } : [],
        },
    });
}
