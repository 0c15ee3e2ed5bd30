using Microsoft.CodeAnalysis.CodeFixes;

namespace ModelPlacement.CodeFixes.Tests;

public class ServeFromCounterpartFixTests
{
    private const string AgentAndChain = """
        using Pulumi;
        using Pulumi.Aws.Bedrock;
        using Pulumi.Aws.Iam;
        using Pulumi.Aws.Sagemaker;
        using Pulumi.Aws.Sagemaker.Inputs;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            var config = new Config();
            var image = config.Require("inferenceImage");

            var role = new Role("inference", new()
            {
                AssumeRolePolicy = "{}",
            });

            // A support agent on a foundation model of Bedrock.
            var agent = new AgentAgent("support", new AgentAgentArgs
            {
                AgentName = "support",
                AgentResourceRoleArn = role.Arn,
                FoundationModel = "openai.gpt-5.5", // chosen by the support team
                Instruction = "You answer questions about orders.",
            });

            // A chat endpoint on SageMaker: the endpoint names its configuration, the configuration its model.
            var model = new Model("chat-model", new()
            {
                ExecutionRoleArn = role.Arn,
                PrimaryContainer = new ModelPrimaryContainerArgs
                {
                    Image = image,
                    Environment =
                    {
                        { "MODEL_ID", "openai/gpt-4o" },
                    },
                },
            });

            var endpointConfiguration = new EndpointConfiguration("chat-config", new()
            {
                ProductionVariants = new[]
                {
                    new EndpointConfigurationProductionVariantArgs
                    {
                        ModelName = model.Name,
                        InitialInstanceCount = 1,
                        InstanceType = "ml.g5.2xlarge",
                    },
                },
            });

            var endpoint = new Endpoint("chat", new()
            {
                EndpointConfigName = endpointConfiguration.Name,
            });

            return new Dictionary<string, object?>
            {
                ["endpointName"] = endpoint.Name,
                ["agentId"] = agent.AgentId,
            };
        });

        """;

    [Fact]
    public async Task Agent_and_chain_become_deployments_of_one_account()
    {
        var project = StackProject.Of(AgentAndChain, "Pulumi.Aws", "Pulumi.AzureNative");

        var fixedProject = await StackProject.FixAllAsync(project, FixAllScope.Solution);

        Assert.Equal(
            """
            using AzureNative = Pulumi.AzureNative;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var resourceGroup = new AzureNative.Resources.ResourceGroup("openai");

                var account = new AzureNative.CognitiveServices.Account("openai", new AzureNative.CognitiveServices.AccountArgs
                {
                    ResourceGroupName = resourceGroup.Name,
                    Kind = "OpenAI",
                    Sku = new AzureNative.CognitiveServices.Inputs.SkuArgs
                    {
                        Name = "S0",
                    },
                });

                // A support agent on a foundation model of Bedrock.
                var agent = new AzureNative.CognitiveServices.Deployment("support", new AzureNative.CognitiveServices.DeploymentArgs
                {
                    // chosen by the support team
                    ResourceGroupName = resourceGroup.Name,
                    AccountName = account.Name,
                    Sku = new AzureNative.CognitiveServices.Inputs.SkuArgs
                    {
                        Name = "GlobalStandard",
                        Capacity = 10,
                    },
                    Properties = new AzureNative.CognitiveServices.Inputs.DeploymentPropertiesArgs
                    {
                        Model = new AzureNative.CognitiveServices.Inputs.DeploymentModelArgs
                        {
                            Format = "OpenAI",
                            Name = "gpt-5.5",
                            Version = "2026-04-24",
                        },
                    },
                });

                // A chat endpoint on SageMaker: the endpoint names its configuration, the configuration its model.
                var endpoint = new AzureNative.CognitiveServices.Deployment("chat", new()
                {
                    ResourceGroupName = resourceGroup.Name,
                    AccountName = account.Name,
                    Sku = new AzureNative.CognitiveServices.Inputs.SkuArgs
                    {
                        Name = "GlobalStandard",
                        Capacity = 10,
                    },
                    Properties = new AzureNative.CognitiveServices.Inputs.DeploymentPropertiesArgs
                    {
                        Model = new AzureNative.CognitiveServices.Inputs.DeploymentModelArgs
                        {
                            Format = "OpenAI",
                            Name = "gpt-4o",
                            Version = "2024-11-20",
                        },
                    },
                }, new() { DependsOn = { agent } });

                return new Dictionary<string, object?>
                {
                    ["endpointName"] = endpoint.Name,
                    ["agentId"] = agent.Name,
                };
            });

            """,
            await StackProject.TextAsync(fixedProject));
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(fixedProject));
        Assert.Empty(await StackProject.FindingsAsync(fixedProject));
    }

    [Theory]
    [InlineData("", ", new() { DependsOn = { chat } }")]
    [InlineData(", new() { Protect = true }", ", new() { DependsOn = { chat }, Protect = true }")]
    [InlineData(", new() { DependsOn = { group }, Protect = true }", ", new() { DependsOn = { group, chat }, Protect = true }")]
    [InlineData(", new() { Version = \"6.0.0\" }", ", new() { DependsOn = { chat } }")]
    public async Task A_deployment_waits_for_the_one_before_it_in_the_same_account(string options, string waiting)
    {
        var project = StackProject.Of($$"""
            using Pulumi.Aws.Bedrock;
            using Pulumi.AzureNative.CognitiveServices.Inputs;
            using CognitiveServices = Pulumi.AzureNative.CognitiveServices;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var group = new Pulumi.AzureNative.Resources.ResourceGroup("ai");
                var other = new CognitiveServices.Account("speech", new() { ResourceGroupName = group.Name, Kind = "SpeechServices", Sku = new SkuArgs { Name = "S0" } });
                var account = new CognitiveServices.Account("openai", new() { ResourceGroupName = group.Name, Kind = "OpenAI", Sku = new SkuArgs { Name = "S0" } });
                var chat = new CognitiveServices.Deployment("chat", new() { ResourceGroupName = group.Name, AccountName = account.Name });
                var speech = new CognitiveServices.Deployment("speech", new() { ResourceGroupName = group.Name, AccountName = other.Name });
                _ = new AgentAgent("support", new()
                {
                    AgentName = "support",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = "openai.gpt-5.5",
                }{{options}});
            });

            """, "Pulumi.Aws", "Pulumi.AzureNative");

        var result = await StackProject.FixAllAsync(project, FixAllScope.Solution);

        Assert.Contains("\n    }" + waiting + ");\n});", await StackProject.TextAsync(result), StringComparison.Ordinal);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
    }
}
