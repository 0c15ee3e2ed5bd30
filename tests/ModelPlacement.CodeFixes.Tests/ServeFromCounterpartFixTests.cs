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

    [Fact]
    public async Task An_account_in_a_field_or_parameter_is_taken_where_it_is_there_by_then()
    {
        var project = StackProject.Of("""
            using Pulumi;
            using Pulumi.Aws.Bedrock;
            using Pulumi.AzureNative.CognitiveServices;
            using Pulumi.AzureNative.CognitiveServices.Inputs;
            using Pulumi.AzureNative.Resources;

            return await Pulumi.Deployment.RunAsync<Assistants>();

            internal sealed class Assistants : Stack
            {
                private readonly ResourceGroup _group = new("ai");
                private readonly Account _speech;
                private readonly Account _account;

                public Assistants()
                {
                    _speech = new Account("speech", new() { ResourceGroupName = _group.Name, Kind = "SpeechServices", Sku = new SkuArgs { Name = "S0" } });
                    Early();
                    _account = new Account("models", new() { ResourceGroupName = _group.Name, Kind = "OpenAI", Sku = new SkuArgs { Name = "S0" } });
                    Late();
                    Passed("first", _group, _account);
                    Passed("second", _group, _account);
                    Other(_group, _speech);
                }

                private void Early()
                {
                    _ = new AgentAgent("early", new() { AgentName = "early", AgentResourceRoleArn = "r", FoundationModel = "openai.gpt-5.5" });
                }

                private void Late()
                {
                    _ = new AgentAgent("late", new() { AgentName = "late", AgentResourceRoleArn = "r", FoundationModel = "openai.gpt-5.5" });
                }

                private static void Passed(string name, ResourceGroup group, Account account)
                {
                    _ = new AgentAgent(name, new() { AgentName = name, AgentResourceRoleArn = "r", FoundationModel = "openai.gpt-5.5" });
                }

                private static void Other(ResourceGroup group, Account account)
                {
                    _ = new AgentAgent("other", new() { AgentName = "other", AgentResourceRoleArn = "r", FoundationModel = "openai.gpt-5.5" });
                }
            }

            """, "Pulumi.Aws", "Pulumi.AzureNative");

        var result = await StackProject.FixAllAsync(project, FixAllScope.Solution);

        var text = await StackProject.TextAsync(result);
        var accounts = text.Split('\n').Where(line => line.Contains("AccountName =", StringComparison.Ordinal) || line.Contains("ResourceGroupName =", StringComparison.Ordinal)).Select(line => line.Trim()).Where(line => line.EndsWith(',')).ToList();
        Assert.Equal(
            [
                "ResourceGroupName = _group.Name,", "ResourceGroupName = _group.Name,", "AccountName = openaiAccount.Name,",
                "ResourceGroupName = _group.Name,", "AccountName = _account.Name,",
                "ResourceGroupName = group.Name,", "AccountName = account.Name,",
                "ResourceGroupName = group.Name,", "ResourceGroupName = group.Name,", "AccountName = openaiAccount2.Name,",
            ],
            accounts);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(result));
    }

    [Fact]
    public async Task Checks_of_health_go_along_within_the_limits_of_the_platform()
    {
        var project = StackProject.Of("""
            using Pulumi;
            using Pulumi.Gcp.CloudRunV2;
            using Pulumi.Gcp.CloudRunV2.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var failures = 60;
                var port = new Config().GetInt32("port") ?? 8000;
                var readiness = new ServiceTemplateContainerReadinessProbeArgs { Grpc = new ServiceTemplateContainerReadinessProbeGrpcArgs { Port = 8001 } };
                _ = new Service("llm", new()
                {
                    Location = "europe-west1",
                    Template = new ServiceTemplateArgs
                    {
                        Containers =
                        {
                            new ServiceTemplateContainerArgs
                            {
                                Image = "vllm/vllm-openai:latest",
                                Args = { "--model", "openai/gpt-4o" },
                                StartupProbe = new ServiceTemplateContainerStartupProbeArgs
                                {
                                    HttpGet = new ServiceTemplateContainerStartupProbeHttpGetArgs { Path = "/health" },
                                    InitialDelaySeconds = 120,
                                    FailureThreshold = failures,
                                },
                                LivenessProbe = new ServiceTemplateContainerLivenessProbeArgs
                                {
                                    InitialDelaySeconds = 0,
                                    TimeoutSeconds = 5,
                                    HttpGet = new ServiceTemplateContainerLivenessProbeHttpGetArgs { Port = port, HttpHeaders = { new ServiceTemplateContainerLivenessProbeHttpGetHttpHeaderArgs { Name = "X-Check", Value = "1" } } },
                                },
                                ReadinessProbe = readiness,
                            },
                        },
                    },
                });
            });
            """, "Pulumi.Gcp", "Pulumi.Azure");

        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution));

        // Twelve minutes, as before: one, and ten times 66 seconds.
        var written = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("StartupProbeArgs { Transport = \"HTTP\", Path = \"/health\", Port = 8080, InitialDelay = 60, IntervalSeconds = 66, FailureCountThreshold = 10, }, },", written, StringComparison.Ordinal);
        Assert.Contains("LivenessProbeArgs { Transport = \"HTTP\", Port = port, Headers = { new Azure.ContainerApp.Inputs.AppTemplateContainerLivenessProbeHeaderArgs { Name = \"X-Check\", Value = \"1\" }, }, Timeout = 5, }, },", written, StringComparison.Ordinal);
        Assert.DoesNotContain("failures", text, StringComparison.Ordinal);
        Assert.DoesNotContain("readiness", text, StringComparison.Ordinal);
    }

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

    [Theory]
    [InlineData("InvokerIamDisabled = true,", "", true)]
    [InlineData("", "_ = new ServiceIamPolicy(\"llm\", new() { Name = service.Name, Location = service.Location, PolicyData = \"{\\\"bindings\\\":[{\\\"role\\\":\\\"roles/run.invoker\\\",\\\"members\\\":[\\\"allUsers\\\"]}]}\" });", true)]
    [InlineData("", "foreach (var member in new[] { \"allUsers\" }) new ServiceIamMember(member, new() { Name = service.Name, Location = service.Location, Role = \"roles/run.invoker\", Member = member });", false)]
    public async Task What_opens_a_service_is_found_where_it_is_written(string input, string opener, bool isOpen)
    {
        var project = StackProject.Of($$"""
            using Pulumi.Gcp.CloudRunV2;
            using Pulumi.Gcp.CloudRunV2.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var service = new Service("llm", new()
                {
                    {{input}}
                    Location = "europe-west1",
                    Template = new ServiceTemplateArgs
                    {
                        Containers = { new ServiceTemplateContainerArgs { Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } },
                    },
                });
                {{opener}}
            });
            """, "Pulumi.Gcp", "Pulumi.AzureNative");
        await IsOpenAsync(isOpen, project);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("_ = new Run.ServiceIamBinding(\"llm\", new() { Name = service.Name, Role = \"roles/run.invoker\", Members = { \"allUsers\" } });", true)]
    public async Task What_Google_guards_is_called_from_inside_only_in_its_other_SDK_too(string binding, bool isOpen)
    {
        var project = StackProject.Of($$"""
            using Pulumi.GoogleNative.Run.V2.Inputs;
            using Run = Pulumi.GoogleNative.Run.V2;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var service = new Run.Service("llm", new()
                {
                    Location = "europe-west1",
                    ServiceId = "llm",
                    Template = new GoogleCloudRunV2RevisionTemplateArgs { Containers = { new GoogleCloudRunV2ContainerArgs { Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } } },
                });
                {{binding}}
            });
            """, "Pulumi.GoogleNative", "Pulumi.AzureNative");
        await IsOpenAsync(isOpen, project);
    }

    [Theory]
    [InlineData("AwsIam", false)]
    [InlineData("None", true)]
    public async Task What_IAM_guards_is_called_from_inside_only_in_the_other_SDK_too(string authorization, bool isOpen)
    {
        var project = StackProject.Of($$"""
            using Pulumi.AwsNative.Lambda;
            using Pulumi.AwsNative.Lambda.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var function = new Function("llm", new()
                {
                    PackageType = FunctionPackageType.Image,
                    Code = new FunctionCodeArgs { ImageUri = "vllm/vllm-openai:latest" },
                    ImageConfig = new FunctionImageConfigArgs { Command = { "--model", "openai/gpt-4o" } },
                    Role = "arn:aws:iam::123456789012:role/llm",
                });
                _ = new Url("llm", new() { TargetFunctionArn = function.Arn, AuthType = UrlAuthType.{{authorization}} });
            });
            """, "Pulumi.AwsNative", "Pulumi.AzureNative");
        await IsOpenAsync(isOpen, project);
    }

    [Fact]
    public async Task What_a_model_was_told_stays_as_a_comment_for_its_callers()
    {
        var project = StackProject.Of(""""
            using Pulumi.Aws.Bedrock;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                const string persona = """
                    You are the order desk.

                    - Never promise a day.
                    """;
                var returns = File.ReadAllText("returns.md");
                _ = new AgentAgent("orders", new() { AgentName = "orders", AgentResourceRoleArn = "arn:aws:iam::123456789012:role/orders", FoundationModel = "openai.gpt-5.5", Instruction = persona });
                _ = new AgentAgent("returns", new() { AgentName = "returns", AgentResourceRoleArn = "arn:aws:iam::123456789012:role/orders", FoundationModel = "openai.gpt-5.5", Instruction = returns });
            });
            """", "Pulumi.Aws", "Pulumi.AzureNative");
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution));
        Assert.Contains("        // Callers say this from now on:\n        //   You are the order desk.\n        //\n        //   - Never promise a day.\n        ResourceGroupName", text, StringComparison.Ordinal);
        Assert.Contains("        // Callers say this from now on: File.ReadAllText(\"returns.md\")\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_whose_links_stand_under_each_other_goes_as_a_whole()
    {
        var project = StackProject.Of("""
            using Pulumi.Aws.Sagemaker;
            using Pulumi.Aws.Sagemaker.Inputs;

            return await Pulumi.Deployment.RunAsync(() => Build("chat"));

            static void Build(string name)
            {
                Model model = new(name, new() { ExecutionRoleArn = Role("sagemaker"), PrimaryContainer = new ModelPrimaryContainerArgs { Image = "djl:1", Environment = { ["HF_MODEL_ID"] = "openai/gpt-4o" } } });
                EndpointConfiguration configuration = new(name, new() { ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = model.Name } } }, new() { Parent = model });
                Endpoint endpoint = new(name, new() { EndpointConfigName = configuration.Name }, new() { Parent = configuration });

                static string Role(string service) => "arn:aws:iam::123456789012:role/" + service;
            }
            """, "Pulumi.Aws", "Pulumi.AzureNative");
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution));
        Assert.DoesNotContain("Pulumi.Aws", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Parent", text, StringComparison.Ordinal);
        Assert.DoesNotContain("string Role", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_opened_on_a_condition_still_is_and_what_is_named_by_a_text_goes_too()
    {
        var (project, _) = ContractTests.Read("GuardedServices", "\n");
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution));
        Assert.Contains("External = server.IsOpen,", text, StringComparison.Ordinal);
        Assert.Contains("External = false,", text, StringComparison.Ordinal);
        Assert.Contains("Value = \"/tmp/hf\" }, // the only writable place\n", text, StringComparison.Ordinal);
        Assert.Contains("Tags = { [\"team\"] = \"shop\" },", text, StringComparison.Ordinal);
        Assert.Contains("Apply(configuration2 => ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("if (", text, StringComparison.Ordinal);
        Assert.DoesNotContain("new Url", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supports_of_two_kinds_are_each_named_for_what_they_are_for()
    {
        var project = StackProject.Of("""
            using Pulumi.Gcp.CloudRunV2;
            using Pulumi.Gcp.CloudRunV2.Inputs;
            using Pulumi.Gcp.Vertex;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                _ = new Service("llm", new()
                {
                    Location = "europe-west1",
                    Template = new ServiceTemplateArgs { Containers = { new ServiceTemplateContainerArgs { Image = "vllm/vllm-openai:latest", Args = { "--model", "openai/gpt-4o" } } } },
                });
                _ = new AiModelGardenEnableModel("speech", new() { PublisherModelName = "publishers/openai/models/whisper-1" });
            });
            """, "Pulumi.Gcp", "Pulumi.AzureNative");
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution));
        Assert.Contains("new AzureNative.App.ManagedEnvironment(\"apps\", ", text, StringComparison.Ordinal);
        Assert.Contains("new AzureNative.CognitiveServices.Account(\"openai\", ", text, StringComparison.Ordinal);

        // Not every model is to be had with the usual kind of capacity.
        Assert.Contains("Name = \"Standard\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_of_what_a_field_holds_is_read_from_the_field()
    {
        var project = StackProject.Of("""
            using Pulumi;
            using Pulumi.Aws.Bedrock;

            return await Pulumi.Deployment.RunAsync<Agents>();

            internal sealed class Agents : Stack
            {
                private readonly AgentAgent _support;

                public Agents()
                {
                    _support = Create("support");
                    var live = new AgentAgentAlias("live", new AgentAgentAliasArgs { AgentAliasName = "live", AgentId = _support.AgentId });
                    Alias = live.AgentAliasArn;
                }

                [Output] public Output<string> Alias { get; private set; }

                private static AgentAgent Create(string name)
                {
                    return new AgentAgent(name, new AgentAgentArgs { AgentName = name, AgentResourceRoleArn = RoleOf("agents"), FoundationModel = "openai.gpt-5.5" });
                }

                private static string RoleOf(string name) => "arn:aws:iam::123456789012:role/" + name;
            }
            """, "Pulumi.Aws", "Pulumi.AzureNative");
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution));
        Assert.Contains("Alias = _support.Id;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RoleOf", text, StringComparison.Ordinal);
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
                    // Callers say this from now on: You answer questions about orders.
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
