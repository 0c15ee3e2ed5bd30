using Microsoft.CodeAnalysis;
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

    [Theory]
    [InlineData("", "AWS_IAM", false)]
    [InlineData("", "NONE", true)]
    [InlineData("_ = new Pulumi.Aws.ApiGatewayV2.Integration(\"llm\", new() { ApiId = \"a\", IntegrationType = \"AWS_PROXY\", IntegrationUri = function.InvokeArn });", "AWS_IAM", true)]
    public async Task What_IAM_guards_is_called_from_inside_only(string caller, string authorization, bool isOpen)
    {
        var project = StackProject.Of($$"""
            using Pulumi.Aws.Lambda;
            using Pulumi.Aws.Lambda.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var function = new Function("llm", new()
                {
                    PackageType = "Image",
                    Role = "arn:aws:iam::123456789012:role/llm",
                    ImageUri = "vllm/vllm-openai:latest",
                    ImageConfig = new FunctionImageConfigArgs { Commands = { "--model", "openai/gpt-4o" } },
                });
                _ = new FunctionUrl("llm", new() { FunctionName = function.Name, AuthorizationType = "{{authorization}}" });
                {{caller}}
            });
            """, "Pulumi.Aws", "Pulumi.AzureNative");
        await IsOpenAsync(isOpen, project);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("_ = new ServiceIamMember(\"llm\", new() { Name = service.Name, Location = service.Location, Role = \"roles/run.invoker\", Member = \"allUsers\" });", true)]
    [InlineData("_ = new ServiceIamMember(\"llm\", new() { Name = service.Name, Location = service.Location, Role = \"roles/run.invoker\", Member = \"group:shop@acme.example\" });", false)]
    [InlineData("_ = new ServiceIamBinding(\"llm\", new() { Name = service.Name, Location = service.Location, Role = \"roles/run.invoker\", Members = { \"group:shop@acme.example\", \"allUsers\" } });", true)]
    public async Task What_is_not_open_to_everybody_does_not_become_so(string member, bool isOpen)
    {
        var project = StackProject.Of($$"""
            using Pulumi.Gcp.CloudRunV2;
            using Pulumi.Gcp.CloudRunV2.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var service = new Service("llm", new()
                {
                    Location = "europe-west1",
                    Template = new ServiceTemplateArgs
                    {
                        Containers = { new ServiceTemplateContainerArgs { Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } },
                    },
                });
                {{member}}
            });
            """, "Pulumi.Gcp", "Pulumi.AzureNative");
        await IsOpenAsync(isOpen, project);
    }

    private static async Task IsOpenAsync(bool isOpen, Project project)
    {
        var finding = Assert.Single(await StackProject.FixableAsync(project));
        var actions = await StackProject.ActionsAsync(project, finding);
        var text = await StackProject.TextAsync(await StackProject.ApplyAsync(project, actions[0]));
        Assert.Contains(isOpen ? "External = true," : "External = false,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name(\"agent\")", "Name(\"agent\") + \"-openai\"")]
    [InlineData("stage ?? \"agent\"", "(stage ?? \"agent\") + \"-openai\"")]
    [InlineData("$\"{stage}-agent\"", "$\"{stage}-agent-openai\"")]
    public async Task Supports_of_a_resource_whose_name_is_not_known_are_named_after_it(string name, string supports)
    {
        var project = StackProject.Of($$"""
            using Pulumi;
            using Pulumi.Aws.Bedrock;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var stage = new Config().Get("stage");
                _ = new AgentAgent({{name}}, new() { AgentName = "support", AgentResourceRoleArn = "arn:aws:iam::123456789012:role/support", FoundationModel = "openai.gpt-5.5" });
                string Name(string kind) => stage + kind;
            });
            """, "Pulumi.Aws", "Pulumi.AzureNative");
        var action = (await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project))))[0];
        var text = await StackProject.TextAsync(await StackProject.ApplyAsync(project, action));
        Assert.Contains("new AzureNative.Resources.ResourceGroup(" + supports + ");", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_whose_name_is_taken_says_what_it_is_for()
    {
        var project = StackProject.Of("""
            using Pulumi.Aws.Bedrock;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var account = "123456789012";
                _ = new AgentAgent("support", new() { AgentName = "support", AgentResourceRoleArn = $"arn:aws:iam::{account}:role/support", FoundationModel = "openai.gpt-5.5" });
                return new Dictionary<string, object?> { ["account"] = account };
            });
            """, "Pulumi.Aws", "Pulumi.AzureNative");
        var action = (await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FixableAsync(project))))[0];
        var text = await StackProject.TextAsync(await StackProject.ApplyAsync(project, action));
        Assert.Contains("var openaiAccount = new AzureNative.CognitiveServices.Account(", text, StringComparison.Ordinal);
    }

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
