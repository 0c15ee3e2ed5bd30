using System.Linq;
using ModelPlacement.Engine.Placement;
using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>Who can call a model, by what its resource says and by what leads to it.</summary>
public sealed class ExposureTests
{
    private const string Account = "azure-native:cognitiveservices:Account";

    private const string AzureDeployment = """
        { "token": "azure-native:cognitiveservices:Deployment", "name": "served", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI" } } } }
        """;

    // A server that is not recognised as one, so that only its surroundings can make it an API.
    private const string Task = """
        { "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "task", "inputs": { "containerDefinitions": "[{\"image\":\"acme/inference\",\"environment\":[{\"name\":\"HF_MODEL_ID\",\"value\":\"openai/gpt-4o\"}]}]" } }
        """;

    private const string Function = """
        { "token": "aws:lambda/function:Function", "name": "served", "inputs": { "imageUri": "acme/inference", "environment": { "variables": { "HF_MODEL_ID": "openai/gpt-4o" } } } }
        """;

    private const string Machine = """
        "userData": "#!/bin/bash\npip install vllm\nvllm serve openai/gpt-4o --port 8000\n"
        """;

    private const string Workload = """
        { "token": "kubernetes:apps/v1:Deployment", "name": "served", "inputs": { "metadata": { "name": "llm" }, "spec": { "template": { "metadata": { "labels": { "app": "llm", "tier": "gpu" } },
          "spec": { "containers": [{ "image": "acme/inference", "env": [{ "name": "HF_MODEL_ID", "value": "openai/gpt-4o" }] }] } } } } }
        """;

    [Theory]
    [InlineData("a managed endpoint is an API", Exposure.PublicApi, """
        { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "served", "inputs": { "foundationModel": "openai.gpt-5.5" } }
        """)]
    [InlineData("an account open to the internet", Exposure.PublicApi, $$"""{ "token": "{{Account}}", "name": "ai", "inputs": { "properties": { "publicNetworkAccess": "Enabled" } } }, {{AzureDeployment}}""")]
    [InlineData("an account closed to the internet", Exposure.PrivateApi, $$"""{ "token": "{{Account}}", "name": "ai", "inputs": { "properties": { "publicNetworkAccess": "Disabled" } } }, {{AzureDeployment}}""")]
    [InlineData("an account that lets nobody in by default", Exposure.PrivateApi, $$"""{ "token": "{{Account}}", "name": "ai", "inputs": { "properties": { "networkAcls": { "defaultAction": "Deny" } } } }, {{AzureDeployment}}""")]
    [InlineData("an account that may be open", Exposure.PublicApi, $$"""{ "token": "{{Account}}", "name": "ai", "inputs": { "properties": { "publicNetworkAccess": { "$choice": ["Enabled", "Disabled"] } } } }, {{AzureDeployment}}""")]
    [InlineData("training is no API", Exposure.NonApi, """
        { "token": "aws:bedrock/customModel:CustomModel", "name": "served", "inputs": { "baseModelIdentifier": "openai.gpt-5.5" } }
        """)]
    [InlineData("batch inference is no API", Exposure.NonApi, """
        { "token": "aws:bedrockmodel/invocationJob:InvocationJob", "name": "served", "inputs": { "modelId": "openai.gpt-5.5" } }
        """)]
    public void ManagedServing(string story, Exposure expected, string resources) => Check(story, expected, resources);

    [Theory]
    [InlineData("a tag says non-api", Exposure.NonApi, """{ "model-placement/exposure": "non-api" }""")]
    [InlineData("a tag says private-api", Exposure.PrivateApi, """{ "model-placement/exposure": "private-api" }""")]
    [InlineData("a tag says public-api", Exposure.PublicApi, """{ "model-placement/exposure": "public-api" }""")]
    [InlineData("a tag that is not known decides nothing", Exposure.Undetermined, """{ "model-placement/exposure": { "$unknown": "config 'exposure'" } }""")]
    [InlineData("a tag with a typing error decides nothing", Exposure.Undetermined, """{ "model-placement/exposure": "nonapi" }""")]
    [InlineData("other tags say nothing", Exposure.PublicApi, """{ "exposure": "non-api", "team": "model-placement/exposure" }""")]
    public void APersonKnowsBetter(string story, Exposure expected, string tags) => Check(story, expected, $$"""
        { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "served", "inputs": { "foundationModel": "openai.gpt-5.5", "tags": {{tags}} } }
        """);

    [Theory]
    [InlineData("behind a load balancer on the internet", Exposure.PublicApi, """{}""", """{ "loadBalancers": [{ "targetGroupArn": { "$ref": "tg.arn" }, "containerPort": 8000 }] }""")]
    [InlineData("behind an internal load balancer", Exposure.PrivateApi, """{ "internal": true }""", """{ "loadBalancers": [{ "targetGroupArn": { "$ref": "tg.arn" } }] }""")]
    [InlineData("behind a load balancer that may be internal", Exposure.PublicApi, """{ "internal": { "$choice": [true, false] } }""", """{ "loadBalancers": [{ "targetGroupArn": { "$ref": "tg.arn" } }] }""")]
    [InlineData("behind a load balancer outside the program", Exposure.PrivateApi, """{}""", """{ "loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/x" }] }""")]
    [InlineData("a load balancer for something else", Exposure.Undetermined, """{}""", """{}""")]
    [InlineData("with a public address", Exposure.PublicApi, """{}""", """{ "networkConfiguration": { "assignPublicIp": true } }""")]
    [InlineData("with a public address and a closed group", Exposure.PrivateApi, """{}""", """{ "networkConfiguration": { "assignPublicIp": true, "securityGroups": [{ "$ref": "closed.id" }] } }""")]
    [InlineData("with a public address and an open group", Exposure.PublicApi, """{}""", """{ "networkConfiguration": { "assignPublicIp": true, "securityGroups": [{ "$ref": "closed.id" }, { "$ref": "open.id" }] } }""")]
    [InlineData("found by others of its mesh", Exposure.PrivateApi, """{}""", """{ "serviceConnectConfiguration": { "enabled": true } }""")]
    [InlineData("nothing leads to it", Exposure.Undetermined, """{}""", """{}""")]
    public void EcsServices(string story, Exposure expected, string loadBalancer, string service) => Check(story, expected, $$"""
        { "token": "aws:ec2/securityGroup:SecurityGroup", "name": "open", "inputs": { "ingress": [{ "fromPort": 443, "toPort": 443, "cidrBlocks": ["0.0.0.0/0"] }] } },
        { "token": "aws:ec2/securityGroup:SecurityGroup", "name": "closed", "inputs": { "ingress": [{ "fromPort": 443, "toPort": 443, "cidrBlocks": ["10.0.0.0/8"] }] } },
        { "token": "aws:lb/loadBalancer:LoadBalancer", "name": "lb", "inputs": {{loadBalancer}} },
        { "token": "aws:lb/targetGroup:TargetGroup", "name": "tg" },
        { "token": "aws:lb/listener:Listener", "name": "listener", "inputs": { "loadBalancerArn": { "$ref": "lb.arn" }, "defaultActions": [{ "type": "forward", "targetGroupArn": { "$ref": "tg.arn" } }] } },
        {{Task}},
        { "token": "aws:ecs/service:Service", "name": "served", "inputs": { "taskDefinition": { "$ref": "task.arn" }, {{service.Trim()[1..^1]}} } },
        """);

    [Theory]
    [InlineData("behind a listener's rule", Exposure.PublicApi, """
        { "token": "aws:lb/loadBalancer:LoadBalancer", "name": "lb" },
        { "token": "aws:lb/listener:Listener", "name": "listener", "inputs": { "loadBalancerArn": { "$ref": "lb.arn" } } },
        { "token": "aws:lb/listenerRule:ListenerRule", "name": "rule", "inputs": { "listenerArn": { "$ref": "listener.arn" }, "actions": [{ "targetGroupArn": { "$ref": "tg.arn" } }] } },
        """)]
    [InlineData("old tokens of the same types", Exposure.PublicApi, """
        { "token": "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer", "name": "lb" },
        { "token": "aws:alb/listener:Listener", "name": "listener", "inputs": { "loadBalancerArn": { "$ref": "lb.arn" }, "defaultActions": [{ "targetGroupArn": { "$ref": "tg.arn" } }] } },
        """)]
    [InlineData("one listener, another group", Exposure.Undetermined, """
        { "token": "aws:lb/loadBalancer:LoadBalancer", "name": "lb" },
        { "token": "aws:lb/targetGroup:TargetGroup", "name": "other" },
        { "token": "aws:lb/listener:Listener", "name": "listener", "inputs": { "loadBalancerArn": { "$ref": "lb.arn" }, "defaultActions": [{ "targetGroupArn": { "$ref": "other.arn" } }] } },
        """)]
    [InlineData("an internal balancer behind a CDN", Exposure.PublicApi, """
        { "token": "aws:lb/loadBalancer:LoadBalancer", "name": "lb", "inputs": { "internal": true } },
        { "token": "aws:lb/listener:Listener", "name": "listener", "inputs": { "loadBalancerArn": { "$ref": "lb.arn" }, "defaultActions": [{ "targetGroupArn": { "$ref": "tg.arn" } }] } },
        { "token": "aws:cloudfront/distribution:Distribution", "name": "cdn", "inputs": { "origins": [{ "domainName": { "$ref": "lb.dnsName" } }] } },
        """)]
    public void LoadBalancers(string story, Exposure expected, string balancer) => Check(story, expected, $$"""
        { "token": "aws:lb/targetGroup:TargetGroup", "name": "tg" },
        {{balancer}}
        {{Task}},
        { "token": "aws:ecs/service:Service", "name": "served", "inputs": { "taskDefinition": { "$ref": "task.arn" }, "loadBalancers": [{ "targetGroupArn": { "$ref": "tg.arn" } }] } },
        """);

    [Theory]
    [InlineData("alone it is driven by events", Exposure.Undetermined, "")]
    [InlineData("its URL", Exposure.PublicApi, """{ "token": "aws:lambda/functionUrl:FunctionUrl", "name": "url", "inputs": { "functionName": { "$ref": "served.name" }, "authorizationType": "AWS_IAM" } }""")]
    [InlineData("an alias's URL", Exposure.PublicApi, """
        { "token": "aws:lambda/alias:Alias", "name": "live", "inputs": { "functionName": { "$ref": "served.arn" } } },
        { "token": "aws:lambda/functionUrl:FunctionUrl", "name": "url", "inputs": { "functionName": { "$ref": "live.functionName" } } }
        """)]
    [InlineData("an HTTP API", Exposure.PublicApi, """
        { "token": "aws:apigatewayv2/api:Api", "name": "api", "inputs": { "protocolType": "HTTP" } },
        { "token": "aws:apigatewayv2/integration:Integration", "name": "i", "inputs": { "apiId": { "$ref": "api.id" }, "integrationUri": { "$ref": "served.invokeArn" } } }
        """)]
    [InlineData("a private REST API, the function's ARN inside a text", Exposure.PrivateApi, """
        { "token": "aws:apigateway/restApi:RestApi", "name": "api", "inputs": { "endpointConfiguration": { "types": "PRIVATE" } } },
        { "token": "aws:apigateway/integration:Integration", "name": "i", "inputs": { "restApi": { "$ref": "api.id" }, "uri": { "$text": ["arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/", { "$ref": "served.arn" }, "/invocations"] } } }
        """)]
    [InlineData("an OpenAPI body", Exposure.PublicApi, """
        { "token": "aws:apigateway/restApi:RestApi", "name": "api", "inputs": { "body": { "$text": ["{\"paths\":{\"/chat\":{\"post\":{\"x-amazon-apigateway-integration\":{\"uri\":\"", { "$ref": "served.invokeArn" }, "\"}}}}}"] } } }
        """)]
    [InlineData("another function's URL", Exposure.Undetermined, """
        { "token": "aws:lambda/function:Function", "name": "other", "inputs": { "imageUri": "acme/web" } },
        { "token": "aws:lambda/functionUrl:FunctionUrl", "name": "url", "inputs": { "functionName": { "$ref": "other.name" } } }
        """)]
    public void Functions(string story, Exposure expected, string exposing) => Check(story, expected, exposing.Length == 0 ? Function : Function + "," + exposing);

    [Theory]
    [InlineData("a server is an API in its network", Exposure.PrivateApi, "")]
    [InlineData("a public address without a group", Exposure.PublicApi, """ "associatePublicIpAddress": true """)]
    [InlineData("its port is open", Exposure.PublicApi, """ "associatePublicIpAddress": true, "vpcSecurityGroupIds": [{ "$ref": "open.id" }] """)]
    [InlineData("its port is open by a rule beside the group", Exposure.PublicApi, """ "associatePublicIpAddress": true, "vpcSecurityGroupIds": [{ "$ref": "ruled.id" }] """)]
    [InlineData("another port is open", Exposure.PrivateApi, """ "associatePublicIpAddress": true, "vpcSecurityGroupIds": [{ "$ref": "ssh.id" }] """)]
    [InlineData("open inside only", Exposure.PrivateApi, """ "associatePublicIpAddress": true, "vpcSecurityGroupIds": [{ "$ref": "inside.id" }] """)]
    [InlineData("no public address", Exposure.PrivateApi, """ "associatePublicIpAddress": false, "vpcSecurityGroupIds": [{ "$ref": "open.id" }] """)]
    public void Machines(string story, Exposure expected, string inputs) => Check(story, expected, $$"""
        { "token": "aws:ec2/securityGroup:SecurityGroup", "name": "open", "inputs": { "ingress": [{ "fromPort": 8000, "toPort": 8000, "cidrBlocks": ["0.0.0.0/0"] }] } },
        { "token": "aws:ec2/securityGroup:SecurityGroup", "name": "ssh", "inputs": { "ingress": [{ "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"] }] } },
        { "token": "aws:ec2/securityGroup:SecurityGroup", "name": "inside", "inputs": { "ingress": [{ "fromPort": 0, "toPort": 0, "cidrBlocks": ["10.0.0.0/8"] }] } },
        { "token": "aws:ec2/securityGroup:SecurityGroup", "name": "ruled" },
        { "token": "aws:ec2/securityGroupRule:SecurityGroupRule", "name": "rule", "inputs": { "type": "ingress", "securityGroupId": { "$ref": "ruled.id" }, "fromPort": 0, "toPort": 65535, "cidrBlocks": ["0.0.0.0/0"] } },
        { "token": "aws:ec2/instance:Instance", "name": "served", "inputs": { {{Machine}}{{(inputs.Length == 0 ? "" : "," + inputs)}} } }
        """);

    [Theory]
    [InlineData("no service", Exposure.Undetermined, "")]
    [InlineData("a cluster-internal service", Exposure.PrivateApi, """{ "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "metadata": { "name": "llm" }, "spec": { "selector": { "app": "llm" } } } }""")]
    [InlineData("a load balancer", Exposure.PublicApi, """{ "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "spec": { "type": "LoadBalancer", "selector": { "app": "llm", "tier": "gpu" } } } }""")]
    [InlineData("an internal load balancer", Exposure.PrivateApi, """
        { "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "metadata": { "annotations": { "service.beta.kubernetes.io/aws-load-balancer-internal": "true" } }, "spec": { "type": "LoadBalancer", "selector": { "app": "llm" } } } }
        """)]
    [InlineData("a service of other pods", Exposure.Undetermined, """{ "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "spec": { "type": "LoadBalancer", "selector": { "app": "web" } } } }""")]
    [InlineData("a service that asks for a label more", Exposure.Undetermined, """{ "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "spec": { "type": "LoadBalancer", "selector": { "app": "llm", "version": "2" } } } }""")]
    [InlineData("a service in another namespace", Exposure.Undetermined, """{ "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "metadata": { "namespace": "web" }, "spec": { "type": "LoadBalancer", "selector": { "app": "llm" } } } }""", "models")]
    [InlineData("a service that takes the workload's own labels", Exposure.PublicApi, """{ "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "spec": { "type": "LoadBalancer", "selector": { "$ref": "served.spec.template.metadata.labels" } } } }""")]
    [InlineData("an ingress by the service's name", Exposure.PublicApi, """
        { "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "metadata": { "name": "llm" }, "spec": { "selector": { "app": "llm" } } } },
        { "token": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "inputs": { "spec": { "rules": [{ "http": { "paths": [{ "backend": { "service": { "name": "llm" } } }] } }] } } }
        """)]
    [InlineData("an ingress by reference", Exposure.PublicApi, """
        { "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "spec": { "selector": { "app": "llm" } } } },
        { "token": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "inputs": { "spec": { "defaultBackend": { "service": { "name": { "$ref": "s.metadata.name" } } } } } }
        """)]
    [InlineData("an internal ingress", Exposure.PrivateApi, """
        { "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "metadata": { "name": "llm" }, "spec": { "selector": { "app": "llm" } } } },
        { "token": "kubernetes:networking.k8s.io/v1:Ingress", "name": "i", "inputs": { "metadata": { "annotations": { "alb.ingress.kubernetes.io/scheme": "internal" } }, "spec": { "ingressClassName": "alb", "rules": [{ "http": { "paths": [{ "backend": { "service": { "name": "llm" } } }] } }] } } }
        """)]
    [InlineData("a gateway's route", Exposure.PublicApi, """
        { "token": "kubernetes:core/v1:Service", "name": "s", "inputs": { "metadata": { "name": "llm" }, "spec": { "selector": { "app": "llm" } } } },
        { "token": "kubernetes:gateway.networking.k8s.io/v1:Gateway", "name": "g", "inputs": { "metadata": { "name": "edge" }, "spec": { "gatewayClassName": "gke-l7-global-external-managed" } } },
        { "token": "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute", "name": "r", "inputs": { "spec": { "parentRefs": [{ "name": "edge" }], "rules": [{ "backendRefs": [{ "name": "llm" }] }] } } }
        """)]
    [InlineData("services and ingress in manifests of their own", Exposure.PublicApi, """
        { "token": "kubernetes:yaml/v2:ConfigGroup", "name": "m", "inputs": { "yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec: {selector: {app: llm}}\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: llm}\nspec: {defaultBackend: {service: {name: llm}}}\n" } }
        """)]
    public void KubernetesWorkloads(string story, Exposure expected, string exposing, string? ownNamespace = null)
    {
        var workload = ownNamespace is null ? Workload : Workload.Replace("\"metadata\": { \"name\": \"llm\" }", $$""" "metadata": { "name": "llm", "namespace": "{{ownNamespace}}" } """, System.StringComparison.Ordinal);
        Check(story, expected, exposing.Length == 0 ? workload : workload + "," + exposing);
    }

    [Theory]
    [InlineData("all traffic", Exposure.PublicApi, "INGRESS_TRAFFIC_ALL")]
    [InlineData("the network's own", Exposure.PrivateApi, "INGRESS_TRAFFIC_INTERNAL_ONLY")]
    public void CloudRun(string story, Exposure expected, string ingress) => Check(story, expected, $$"""
        { "token": "gcp:cloudrunv2/service:Service", "name": "served", "inputs": { "ingress": "{{ingress}}", "template": { "containers": [{ "image": "acme/inference", "envs": [{ "name": "HF_MODEL_ID", "value": "openai/gpt-4o" }] }] } } }
        """);

    [Fact]
    public void UndeterminedSaysWhy()
    {
        var deployment = Placements.Find("[" + Function + "]").Single();
        Assert.Equal("nothing in the program makes Lambda function 'served' callable", deployment.WhyExposureUndetermined);
    }

    private static void Check(string story, Exposure expected, string resources)
    {
        var deployment = Assert.Single(Placements.Find("[" + resources + "]"), static found => found.Resource.Name.AsString() == "served");
        Assert.True(expected == deployment.Exposure, $"{story}: {deployment.Exposure} ({deployment.WhyExposureUndetermined})");
        Assert.Equal(expected == Exposure.Undetermined, deployment.Exposure == Exposure.Undetermined);
    }
}
