// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 1 of 1
using System.Threading.Tasks;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Acme.Chat;

public static class Program
{
    public static Task<int> Main() => Deployment.RunAsync<ChatStack>();
}

/// <summary>The chat service.</summary>
public sealed class ChatStack : Stack
{
    private readonly Role _role;

    public ChatStack()
    {
        // SageMaker assumes this role.
        _role = new Role("chat", new RoleArgs { AssumeRolePolicy = "{}" });

        var model = new Model("chat-model", new ModelArgs
        {
            ExecutionRoleArn = _role.Arn,
            PrimaryContainer = new ModelPrimaryContainerArgs
            {
                Image = "registry.acme.example/vllm:1",
                Environment = { { "MODEL_ID", "openai/gpt-4o" } },
            },
        });
        var configuration = new EndpointConfiguration("chat-config", new EndpointConfigurationArgs
        {
            ProductionVariants =
            {
                new EndpointConfigurationProductionVariantArgs { ModelName = model.Name, InitialInstanceCount = 1, InstanceType = "ml.g5.2xlarge" },
            },
        });
        var endpoint = new Endpoint("chat", new EndpointArgs
        {
            EndpointConfigName = configuration.Name,
            Tags = { { "team", "chat" } },
        });

        EndpointName = endpoint.Name;
        EndpointArn = endpoint.Arn;
    }

    [Output]
    public Output<string> EndpointName { get; private set; }

    [Output]
    public Output<string> EndpointArn { get; private set; }
}
