// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 0 of 1
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

return await Pulumi.Deployment.RunAsync(() =>
{
    var vpc = new Vpc("main", new() { CidrBlock = "10.0.0.0/16" });
    var balancer = new LoadBalancer("shop", new() { LoadBalancerType = "application" });
    var chat = new TargetGroup("chat", new() { Port = 8000, Protocol = "HTTP", TargetType = "ip", VpcId = vpc.Id });
    var web = new TargetGroup("web", new() { Port = 80, Protocol = "HTTP", TargetType = "ip", VpcId = vpc.Id });

    // One listener for both: who takes the chat away has to change what it forwards.
    var listener = new Listener("shop", new()
    {
        LoadBalancerArn = balancer.Arn,
        Port = 80,
        DefaultActions =
        {
            new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = web.Arn },
            new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = chat.Arn },
        },
    });
    var definition = new TaskDefinition("chat", new()
    {
        Family = "chat",
        ContainerDefinitions = """[{ "name": "server", "image": "vllm/vllm-openai:latest", "command": ["--model", "openai/gpt-4o"], "portMappings": [{ "containerPort": 8000 }] }]""",
    });
    var service = new Service("chat", new()
    {
        TaskDefinition = definition.Arn,
        LoadBalancers = { new ServiceLoadBalancerArgs { TargetGroupArn = chat.Arn, ContainerName = "server", ContainerPort = 8000 } },
    });

    return new Dictionary<string, object?> { ["url"] = balancer.DnsName, ["listener"] = listener.Arn, ["service"] = service.Name };
});
