using Xunit;

namespace ModelPlacement.Engine.Tests.Placement;

/// <summary>From the resource that is the API to the one that names the model.</summary>
public sealed class ChainTests
{
    [Theory]
    [InlineData("the resource names the model itself", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-5.5", "region": "us-east-1" } }]
        """, "agent: openai/gpt-5.5 managed aws us-east-1 public-api")]
    [InlineData("an alias is another name of the agent, not another deployment", """
        [
          { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-5.5" } },
          { "token": "aws:bedrock/agentAgentAlias:AgentAgentAlias", "name": "live", "inputs": { "agentId": { "$ref": "agent.agentId" } } },
        ]
        """, "agent: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("an agent on an inference profile is one deployment", """
        [
          { "token": "aws:bedrock/inferenceProfile:InferenceProfile", "name": "profile", "inputs": { "modelSource": { "copyFrom": "arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.5" } } },
          { "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": { "$ref": "profile.arn" } } },
        ]
        """, "agent: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("a custom model is a training; its throughput serves it", """
        [
          { "token": "aws:bedrock/customModel:CustomModel", "name": "tuned", "inputs": { "baseModelIdentifier": "openai.gpt-5.5" } },
          { "token": "aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput", "name": "served", "inputs": { "modelArn": { "$ref": "tuned.customModelArn" } } },
        ]
        """, "tuned: openai/gpt-5.5 not-served aws ? non-api\nserved: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("a data source stands for what it was asked for", """
        [
          { "token": "aws:bedrockfoundation/getModel:getModel", "name": "asked", "inputs": { "modelId": "openai.gpt-5.5" } },
          { "token": "aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput", "name": "served", "inputs": { "modelArn": { "$ref": "asked.modelArn" } } },
        ]
        """, "served: openai/gpt-5.5 managed aws ? public-api")]
    [InlineData("an Azure deployment takes region and exposure from its account", """
        [
          { "token": "azure-native:cognitiveservices:Account", "name": "ai", "inputs": { "kind": "OpenAI", "location": "swedencentral", "properties": { "publicNetworkAccess": "Disabled" } } },
          { "token": "azure-native:cognitiveservices:Deployment", "name": "gpt", "inputs": { "accountName": { "$ref": "ai.name" }, "properties": { "model": { "name": "gpt-4o", "format": "OpenAI", "version": "2024-11-20" } } } },
        ]
        """, "gpt: openai/gpt-4o managed azure swedencentral private-api")]
    [InlineData("SageMaker: endpoint, configuration, model, by reference", """
        [
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "image": "763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm:0.6", "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": { "$ref": "config.name" }, "region": "us-east-1" } },
        ]
        """, "endpoint: openai/gpt-4o managed aws us-east-1 public-api")]
    [InlineData("SageMaker: by equal names", """
        [
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "name": "m", "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "name": "cfg", "productionVariants": [{ "modelName": "m" }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": "cfg" } },
        ]
        """, "endpoint: openai/gpt-4o managed aws ? public-api")]
    [InlineData("SageMaker: by names made of the same pieces", """
        [
          { "token": "random:index/randomPet:RandomPet", "name": "pet" },
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "name": { "$text": ["m-", { "$ref": "pet.id" }] }, "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "name": { "$ref": "pet.id" }, "productionVariants": [{ "modelName": { "$text": ["m-", { "$ref": "pet.id" }] } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": { "$ref": "pet.id" } } },
        ]
        """, "endpoint: openai/gpt-4o managed aws ? public-api")]
    [InlineData("SageMaker: two variants, two models, two endpoints of one configuration", """
        [
          { "token": "aws:sagemaker/model:Model", "name": "a", "inputs": { "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/model:Model", "name": "b", "inputs": { "containers": [{ "environment": { "HF_MODEL_ID": "openai/gpt-oss-20b" } }] } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "productionVariants": [{ "modelName": { "$ref": "a.name" } }, { "modelName": { "$ref": "b.name" } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "one", "inputs": { "endpointConfigName": { "$ref": "config.name" } } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "two", "inputs": { "endpointConfigName": { "$ref": "config.name" } } },
        ]
        """, "one: openai/gpt-4o managed aws ? public-api\none: openai/gpt-oss-20b managed aws ? public-api\ntwo: openai/gpt-4o managed aws ? public-api\ntwo: openai/gpt-oss-20b managed aws ? public-api")]
    [InlineData("ECS: a service runs what its task definition's JSON says", """
        [
          { "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "task", "inputs": { "containerDefinitions": "[{\"image\":\"vllm/vllm-openai\",\"command\":[\"--model\",\"openai/gpt-4o\"]}]" } },
          { "token": "aws:ecs/service:Service", "name": "service", "inputs": { "taskDefinition": { "$ref": "task.arn" } } },
        ]
        """, "service: openai/gpt-4o self-hosted aws ? private-api")]
    [InlineData("ECS: JSON with pieces that are not known", """
        [
          { "token": "aws:ecr/repository:Repository", "name": "repo" },
          { "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "task", "inputs": { "containerDefinitions": { "$text": ["[{\"name\":\"", null, "\",\"image\":\"vllm/vllm-openai:", null, "\",\"command\":[\"--model\",\"openai/gpt-4o\"],\"cpu\":", null, "}]"] } } },
          { "token": "aws:ecs/service:Service", "name": "service", "inputs": { "taskDefinition": { "$ref": "task.arn" } } },
        ]
        """, "service: openai/gpt-4o self-hosted aws ? private-api")]
    [InlineData("ECS: a task definition that nothing runs is still a server", """
        [{ "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "task", "inputs": { "containerDefinitions": "[{\"image\":\"vllm/vllm-openai\",\"command\":[\"--model\",\"openai/gpt-4o\"]}]" } }]
        """, "task: openai/gpt-4o self-hosted aws ? private-api")]
    [InlineData("a launch template runs in its group", """
        [
          { "token": "aws:ec2/launchTemplate:LaunchTemplate", "name": "template", "inputs": { "userData": "IyEvYmluL2Jhc2gKdmxsbSBzZXJ2ZSBvcGVuYWkvZ3B0LTRvCg==" } },
          { "token": "aws:autoscaling/group:Group", "name": "group", "inputs": { "launchTemplate": { "id": { "$ref": "template.id" } } } },
        ]
        """, "group: openai/gpt-4o self-hosted aws ? private-api")]
    [InlineData("Kubernetes: variables from a config map", """
        [
          { "token": "kubernetes:core/v1:ConfigMap", "name": "config", "inputs": { "metadata": { "name": "llm-config" }, "data": { "HF_MODEL_ID": "openai/gpt-4o" } } },
          { "token": "kubernetes:apps/v1:Deployment", "name": "llm", "inputs": { "spec": { "template": { "spec": { "containers": [{ "image": "vllm/vllm-openai", "envFrom": [{ "configMapRef": { "name": "llm-config" } }] }] } } } } },
        ]
        """, "llm: openai/gpt-4o self-hosted ? ? private-api")]
    [InlineData("Kubernetes: manifests in a YAML string, each its own deployment", """
        [{ "token": "kubernetes:yaml/v2:ConfigGroup", "name": "m", "inputs": { "yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{image: vllm/vllm-openai, args: [--model, openai/gpt-4o]}]}}}\n---\napiVersion: kubeai.org/v1\nkind: Model\nmetadata: {name: b}\nspec: {url: 'hf://openai/gpt-oss-20b', engine: VLLM}\n---\nkind: Secret\napiVersion: v1\n" } }]
        """, "m: openai/gpt-4o self-hosted ? ? private-api\nm: openai/gpt-oss-20b self-hosted ? ? private-api")]
    [InlineData("Kubernetes: manifests as objects", """
        [{ "token": "kubernetes:yaml/v2:ConfigGroup", "name": "m", "inputs": { "objs": [{ "apiVersion": "v1", "kind": "List", "items": [{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": [{ "image": "vllm/vllm-openai", "args": ["--model", "openai/gpt-4o"] }] } }] }] } }]
        """, "m: openai/gpt-4o self-hosted ? ? private-api")]
    [InlineData("Helm: a chart's values", """
        [{ "token": "kubernetes:helm.sh/v3:Release", "name": "ollama", "inputs": { "chart": "ollama", "values": { "ollama": { "models": { "pull": ["gpt-oss:20b", "llama3.1:8b"] } }, "ingress": { "enabled": true } } } }]
        """, "ollama: openai/gpt-oss-20b self-hosted ? ? public-api\nollama: meta/llama-3.1-8b self-hosted ? ? public-api")]
    [InlineData("a Docker container runs the image that another resource pulls", """
        [
          { "token": "docker:index/remoteImage:RemoteImage", "name": "image", "inputs": { "name": "vllm/vllm-openai:latest" } },
          { "token": "docker:index/container:Container", "name": "c", "inputs": { "image": { "$ref": "image.imageId" }, "command": ["--model", "openai/gpt-4o"] } },
        ]
        """, "c: openai/gpt-4o self-hosted ? ? private-api")]
    [InlineData("settings beside a web app complete it", """
        [
          { "token": "azure-native:web:WebApp", "name": "app", "inputs": { "location": "westeurope", "siteConfig": { "linuxFxVersion": "DOCKER|vllm/vllm-openai" } } },
          { "token": "azure-native:web:WebAppApplicationSettings", "name": "settings", "inputs": { "name": { "$ref": "app.name" }, "properties": { "HF_MODEL_ID": "openai/gpt-4o" } } },
        ]
        """, "settings: openai/gpt-4o self-hosted azure westeurope public-api")]
    public void FindsTheModelsEndpoint(string story, string graph, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(graph));
    }

    [Theory]
    [InlineData("open weights are found, and told apart", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "agent", "inputs": { "foundationModel": "openai.gpt-oss-120b-1:0" } }]
        """, "agent: openai/gpt-oss-120b managed aws ? public-api")]
    [InlineData("a name that mentions a model names none", """
        [{ "token": "aws:bedrock/agentAgent:AgentAgent", "name": "gpt-4o", "inputs": { "agentName": "gpt-4o", "description": "was openai.gpt-5.5", "foundationModel": "anthropic.claude-3-5-sonnet-20240620-v1:0" } }]
        """, "gpt-4o: anthropic/claude-3-5-sonnet managed aws ? public-api")]
    [InlineData("an IAM document that lists models deploys none", """
        [{ "token": "aws:iam/policy:Policy", "name": "p", "inputs": { "policy": "{\"Statement\":[{\"Action\":\"bedrock:InvokeModel\",\"Resource\":\"arn:aws:bedrock:*::foundation-model/openai.gpt-5.5\"}]}" } }]
        """, "")]
    [InlineData("accepting an agreement deploys nothing", """
        [{ "token": "aws:bedrockfoundation/modelAgreement:ModelAgreement", "name": "a", "inputs": { "modelId": "openai.gpt-5.5" } }]
        """, "")]
    [InlineData("a SageMaker model that no endpoint reaches serves nothing", """
        [
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "name": "m", "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
        ]
        """, "")]
    [InlineData("equal names in another region are another resource", """
        [
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "name": "cfg", "region": "us-east-1", "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": "cfg", "region": "eu-west-1" } },
        ]
        """, "endpoint: ? managed aws eu-west-1 public-api")]
    [InlineData("equal names of another provider instance are another resource", """
        [
          { "token": "pulumi:providers:aws", "name": "other" },
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "name": "cfg", "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": "cfg" }, "options": { "provider": { "$ref": "other" } } },
        ]
        """, "endpoint: ? managed aws ? public-api")]
    [InlineData("equal names that are not known are not known to be equal", """
        [
          { "token": "aws:sagemaker/model:Model", "name": "model", "inputs": { "primaryContainer": { "environment": { "HF_MODEL_ID": "openai/gpt-4o" } } } },
          { "token": "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "name": "config", "inputs": { "name": { "$unknown": "parameter 'name'" }, "productionVariants": [{ "modelName": { "$ref": "model.name" } }] } },
          { "token": "aws:sagemaker/endpoint:Endpoint", "name": "endpoint", "inputs": { "endpointConfigName": { "$unknown": "parameter 'name'" } } },
        ]
        """, "endpoint: ? managed aws ? public-api")]
    [InlineData("a container whose image is not known may run anything", """
        [
          { "token": "aws:ecs/taskDefinition:TaskDefinition", "name": "task", "inputs": { "containerDefinitions": { "$text": ["[{\"image\":\"", null, "\"}]"] } } },
          { "token": "aws:ecs/service:Service", "name": "service", "inputs": { "taskDefinition": { "$ref": "task.arn" } } },
          { "token": "kubernetes:apps/v1:Deployment", "name": "web", "inputs": { "spec": { "template": { "spec": { "containers": [{ "image": { "$unknown": "image" }, "env": [{ "name": "MODE", "value": { "$unknown": "mode" } }] }] } } } } },
        ]
        """, "")]
    [InlineData("a release of a chart that serves none", """
        [{ "token": "kubernetes:helm.sh/v3:Release", "name": "gpt-4o", "inputs": { "chart": "nginx", "values": { "model": "openai/gpt-4o" } } }]
        """, "")]
    [InlineData("jobs are no API", """
        [{ "token": "kubernetes:batch/v1:Job", "name": "job", "inputs": { "spec": { "template": { "spec": { "containers": [{ "image": "vllm/vllm-openai", "args": ["--model", "openai/gpt-4o"] }] } } } } }]
        """, "job: openai/gpt-4o not-served ? ? non-api")]
    public void TellsLookAlikesApart(string story, string graph, string expected)
    {
        _ = story;
        Assert.Equal(expected, Placements.Table(graph));
    }
}
