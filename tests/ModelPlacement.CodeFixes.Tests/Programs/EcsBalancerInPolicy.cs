// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var balancer = new LoadBalancer("chat", new() { LoadBalancerType = "application" });
    var targets = new TargetGroup("chat", new() { Port = 8000, Protocol = "HTTP", TargetType = "ip", VpcId = "vpc-1" });
    _ = new Listener("chat", new() { LoadBalancerArn = balancer.Arn, Port = 80, DefaultActions = { new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn } } });
    var definition = new TaskDefinition("chat", new()
    {
        Family = "chat",
        ContainerDefinitions = """[{ "name": "server", "image": "vllm/vllm-openai:latest", "command": ["--model", "openai/gpt-4o"], "portMappings": [{ "containerPort": 8000 }] }]""",
    });
    _ = new Service("chat", new()
    {
        TaskDefinition = definition.Arn,
        LoadBalancers = { new ServiceLoadBalancerArgs { TargetGroupArn = targets.Arn, ContainerName = "server", ContainerPort = 8000 } },
    });

    // Nothing on Azure means this: it is for a person to decide.
    var policy = new Pulumi.Aws.Iam.Policy("balancer", new() { PolicyDocument = Output.Format($"{{\"Resource\":\"{balancer.Arn}\"}}") });
    return new Dictionary<string, object?> { ["url"] = balancer.DnsName, ["policy"] = policy.Arn };
});
