using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using static ModelPlacement.Analyzers.Tests.Stacks;

namespace ModelPlacement.Analyzers.Tests;

/// <summary>MPA1001 under the built-in policy.</summary>
public sealed class ServedOutsideAllowedCloudsTests
{
    [Fact]
    public Task BedrockAgentIsReportedOnItsType() => Check(
        """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var agent = new {|#0:AgentAgent|}("support", new AgentAgentArgs
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = "openai.gpt-5.5",
            });
        });
        """,
        Finding("MPA1001", 0, "Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS; policy 'openai-api-on-azure' allows it on Azure only"));

    [Fact]
    public Task ChainOfSageMakerIsReportedOnceOnTheEndpoint() => Check(
        """
        using Pulumi.Aws.Sagemaker;
        using Pulumi.Aws.Sagemaker.Inputs;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var model = new Model("m", new()
            {
                ExecutionRoleArn = "arn:aws:iam::123456789012:role/sagemaker",
                PrimaryContainer = new ModelPrimaryContainerArgs
                {
                    Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/proxy:1",
                    Environment = { ["MODEL_ID"] = "openai/gpt-4o" },
                },
            });
            var configuration = new EndpointConfiguration("c", new()
            {
                ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = model.Name } },
            });
            var endpoint = new {|#0:Endpoint|}("chat", new() { EndpointConfigName = configuration.Name, Region = "us-east-1" });
        });
        """,
        Finding("MPA1001", 0, "SageMaker endpoint 'chat' serves openai/gpt-4o through an API on AWS (us-east-1); policy 'openai-api-on-azure' allows it on Azure only"));

    [Fact]
    public Task TargetTypedCreationIsReportedOnNew() => Check(
        """
        using Pulumi.Aws.Bedrock;

        class Platform : Stack
        {
            private readonly ProvisionedModelThroughput throughput = {|MPA1001:new|}("capacity", new()
            {
                ModelArn = "arn:aws:bedrock:us-east-2::foundation-model/openai.gpt-5.4",
                ModelUnits = 1,
                ProvisionedModelName = "capacity",
            });

            public static Task<int> Main() => Pulumi.Deployment.RunAsync<Platform>();
        }
        """);

    [Fact]
    public Task ModelThatEnteredThroughAHelperIsReportedAtTheArgument() => Check(
        """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            Agents.Create("first", {|#0:"openai.gpt-5.5"|});
            Agents.Create("second", "openai.gpt-oss-120b-1:0");
            Agents.Create("third", {|#1:"openai.o3"|});
        });

        static class Agents
        {
            public static AgentAgent Create(string name, string model) => new AgentAgent(name, new()
            {
                AgentName = name,
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = model,
            });
        }
        """,
        Finding("MPA1001", 0, "Bedrock agent 'first' serves openai/gpt-5.5 through an API on AWS; policy 'openai-api-on-azure' allows it on Azure only"),
        Finding("MPA1001", 1, "Bedrock agent 'third' serves openai/o3 through an API on AWS; policy 'openai-api-on-azure' allows it on Azure only"));

    [Fact]
    public async Task CreationIsTheFirstEvidenceOfAFindingAtAnArgument()
    {
        var program = """
            using Pulumi.Aws.Bedrock;

            return await Pulumi.Deployment.RunAsync(() => Create({|#0:"openai.gpt-5.5"|}));

            static void Create(string model)
            {
                _ = new {|#1:AgentAgent|}("support", new()
                {
                    AgentName = "support",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = model,
                });
            }
            """;
        await Check(program, new DiagnosticResult("MPA1001", DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithLocation(1)
            .WithMessage("Bedrock agent 'support' serves openai/gpt-5.5 through an API on AWS; policy 'openai-api-on-azure' allows it on Azure only"));
    }

    [Fact]
    public Task ComponentIsJudgedWhereItIsCreated() => Check(
        """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new Assistant("orders", new AssistantArgs { Model = {|MPA1001:"openai.gpt-5.5"|} });
            new Assistant("returns", new AssistantArgs { Model = "anthropic.claude-sonnet-4-20250514-v1:0" });
        });

        class AssistantArgs : ResourceArgs
        {
            public Input<string> Model { get; set; } = null!;
        }

        class Assistant : ComponentResource
        {
            public Assistant(string name, AssistantArgs args, ComponentResourceOptions? options = null)
                : base("acme:ai:Assistant", name, options)
            {
                new AgentAgent(name + "-agent", new AgentAgentArgs
                {
                    AgentName = name,
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = args.Model,
                }, new CustomResourceOptions { Parent = this });
            }
        }
        """);

    [Fact]
    public Task LoopIsReportedAtTheCreation() => Check(
        """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            foreach (var model in new[] { "openai.gpt-5.5", "openai.gpt-oss-20b-1:0" })
            {
                new {|#0:AgentAgent|}("agent-" + model, new()
                {
                    AgentName = "agent",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = model,
                });
            }
        });
        """,
        Finding("MPA1001", 0, "Bedrock agent 'agent-openai.gpt-5.5' serves openai/gpt-5.5 through an API on AWS; policy 'openai-api-on-azure' allows it on Azure only"));

    [Fact]
    public Task ConfiguredModelWithAForbiddenDefaultMayBeServed() => Check(
        """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var config = new Config();
            new {|#0:AgentAgent|}("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = config.Get("model") ?? "openai.gpt-5.5",
            });
        });
        """,
        Finding("MPA1001", 0, "Bedrock agent 'support' may serve openai/gpt-5.5 through an API on AWS; policy 'openai-api-on-azure' allows it on Azure only"));

    [Fact]
    public Task RequiredModelWithoutConfigurationIsUndetermined() => Check(
        """
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new {|MPA2001:AgentAgent|}("support", new()
            {
                AgentName = "support",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                FoundationModel = new Config().Require("model"),
            });
        });
        """);

    [Theory]
    [InlineData("openai.gpt-oss-120b-1:0")]
    [InlineData("anthropic.claude-sonnet-4-20250514-v1:0")]
    [InlineData("meta.llama3-3-70b-instruct-v1:0")]
    [InlineData("us.amazon.nova-lite-v1:0")]
    public Task OtherModelsAreSilent(string model) => Check(
        $$"""
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new AgentAgent("gpt-4o", new()
            {
                AgentName = "gpt-4o",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/gpt-4o",
                FoundationModel = "{{model}}",
                Description = "Replaces openai.gpt-5.5",
                Tags = { ["model"] = "openai.gpt-5.5" },
            });
        });
        """);

    [Fact]
    public Task AzureIsSilent() => Check(
        """
        using Pulumi.AzureNative.CognitiveServices;
        using Pulumi.AzureNative.CognitiveServices.Inputs;
        using Pulumi.AzureNative.Resources;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var group = new ResourceGroup("ai");
            var account = new Account("openai", new()
            {
                ResourceGroupName = group.Name,
                Kind = "OpenAI",
                Sku = new SkuArgs { Name = "S0" },
            });
            new Pulumi.AzureNative.CognitiveServices.Deployment("gpt-4o", new()
            {
                ResourceGroupName = group.Name,
                AccountName = account.Name,
                Properties = new DeploymentPropertiesArgs { Model = new DeploymentModelArgs { Format = "OpenAI", Name = "gpt-4o", Version = "2024-11-20" } },
            });
        });
        """);

    [Fact]
    public Task VertexModelGardenOfOpenWeightsIsSilent() => Check(
        """
        using Pulumi.Gcp.Vertex;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new AiEndpointWithModelGardenDeployment("oss", new()
            {
                Location = "us-central1",
                PublisherModelName = "publishers/openai/models/gpt-oss@gpt-oss-120b",
            });
        });
        """);

    [Fact]
    public Task VertexModelGardenOfARestrictedModelIsReported() => Check(
        """
        using Pulumi.Gcp.Vertex;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            new {|#0:AiEndpointWithModelGardenDeployment|}("chat", new()
            {
                Location = "us-central1",
                PublisherModelName = "publishers/openai/models/gpt-4o",
            });
        });
        """,
        Finding("MPA1001", 0, "Vertex AI Model Garden deployment 'chat' serves openai/gpt-4o through an API on Google Cloud (us-central1); policy 'openai-api-on-azure' allows it on Azure only"));

    [Fact]
    public Task WithoutPulumiNothingIsReported()
    {
        var test = new StackTest<PlacementAnalyzer>();
        test.TestState.AdditionalReferences.Clear();
        test.TestState.Sources.Clear();
        test.TestState.Sources.Add("""System.Console.WriteLine("openai.gpt-5.5");""");
        return test.RunAsync();
    }
}
