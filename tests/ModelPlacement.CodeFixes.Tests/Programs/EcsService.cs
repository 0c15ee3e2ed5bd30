// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var config = new Config();
    const string version = "v0.9.1";
    var vpc = new Vpc("main", new() { CidrBlock = "10.0.0.0/16" });
    var cluster = new Cluster("chat");
    var guard = new SecurityGroup("chat", new() { VpcId = vpc.Id });

    var balancer = new LoadBalancer("chat", new() { LoadBalancerType = "application" });
    var targets = new TargetGroup("chat", new() { Port = 8000, Protocol = "HTTP", TargetType = "ip", VpcId = vpc.Id });
    var listener = new Listener("chat", new()
    {
        LoadBalancerArn = balancer.Arn,
        Port = 80,
        DefaultActions = { new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn } },
    });

    // The server.
    var definition = new TaskDefinition("chat", new()
    {
        Family = "chat",
        NetworkMode = "awsvpc",
        ContainerDefinitions = JsonSerializer.Serialize(new[]
        {
            new
            {
                name = "server",
                image = $"vllm/vllm-openai:{version}",
                command = new[] { "--model", "openai/gpt-4o" },
                environment = new[] { new { name = "VLLM_LOGGING_LEVEL", value = config.Get("level") ?? "INFO" } },
                portMappings = new[] { new { containerPort = 8000 } },
            },
        }),
    });
    _ = new Service("chat", new()
    {
        Cluster = cluster.Arn,
        TaskDefinition = definition.Arn,
        DesiredCount = 2,
        LaunchType = "FARGATE",
        NetworkConfiguration = new ServiceNetworkConfigurationArgs { SecurityGroups = { guard.Id } },
        LoadBalancers = { new ServiceLoadBalancerArgs { TargetGroupArn = targets.Arn, ContainerName = "server", ContainerPort = 8000 } },
    }, new CustomResourceOptions { DependsOn = { listener } });

    return new Dictionary<string, object?> { ["url"] = balancer.DnsName.Apply(host => $"http://{host}/v1"), ["vpc"] = vpc.Id };
});
