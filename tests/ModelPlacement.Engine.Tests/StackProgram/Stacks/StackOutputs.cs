// stack: eu
// config: aws:region = eu-west-1
// stack: us
// config: aws:region = us-east-1
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync<Gateway>();

public partial class Gateway : Stack
{
    [Output("address")]
    public Output<string> Address { get; private set; }

    [Output("models")]
    public Output<string> Models { get; private set; }

    public Gateway()
    {
        var vpc = CreateNetwork();
        var balancer = new LoadBalancer("front", new LoadBalancerArgs { Internal = false, LoadBalancerType = "application", Subnets = _subnets.Select(subnet => subnet.Id).ToList() });
        foreach (var (path, (model, port)) in Routes())
        {
            var group = new TargetGroup(path, new TargetGroupArgs { VpcId = vpc.Id, Port = port, Protocol = "HTTP", HealthCheck = new TargetGroupHealthCheckArgs { Path = "/health", Matcher = "200-299" } });
            _ = new Listener($"{path}-listener", new ListenerArgs
            {
                LoadBalancerArn = balancer.Arn,
                Port = port,
                DefaultActions = { new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = group.Arn } },
            });
            _ = new Instance(path, new InstanceArgs { Ami = Image(), InstanceType = "g6.2xlarge", UserData = Boot(model, port) });
        }

        Address = balancer.DnsName;
        Models = Output.Create(string.Join(",", Routes().Values.Select(route => route.Model)));
    }

    private static SortedDictionary<string, (string Model, int Port)> Routes() => new()
    {
        ["llama"] = ("meta-llama/Llama-3.1-8B-Instruct", 8001),
        ["gptoss"] = ("openai/gpt-oss-20b", 8002),
    };
}

public partial class Gateway
{
    private readonly List<Subnet> _subnets = new();

    private static string Region { get; } = new Config("aws").Require("region");

    private static string Image() => Region switch
    {
        "eu-west-1" => "ami-eu",
        "us-east-1" or "us-east-2" => "ami-us",
        _ => throw new NotSupportedException(Region),
    };

    private static string Boot(string model, int port) => $"""
        #!/bin/bash
        docker run -d --gpus all -p {port}:8000 vllm/vllm-openai:latest --model {model}
        """;

    private Vpc CreateNetwork()
    {
        var vpc = new Vpc("vpc", new VpcArgs { CidrBlock = "10.0.0.0/16" });
        for (var index = 0; index < 2; index++)
        {
            var zone = (char)('a' + index);
            _subnets.Add(new Subnet("subnet-" + zone, new SubnetArgs { VpcId = vpc.Id, AvailabilityZone = Region + zone, CidrBlock = $"10.0.{index}.0/24" }));
        }

        return vpc;
    }
}
