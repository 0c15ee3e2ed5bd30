using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using AzureDeployment = Pulumi.AzureNative.CognitiveServices.Deployment;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Deployment = Pulumi.Deployment;

// One interface, three clouds behind it.
return await Deployment.RunAsync(() =>
{
    var targets = new List<IModelTarget>
    {
        new BedrockTarget("assistant") { Model = "anthropic.claude-sonnet-4-20250514-v1:0" },
        new SageMakerTarget("classifier") { Model = "distilbert/distilbert-base-uncased-finetuned-sst-2-english" },
        new AzureTarget("writer") { Model = "gpt-4.1", Version = "2025-04-14" },
        new SageMakerTarget("speech", instances: 2) { Model = "openai/whisper-large-v3-turbo" },
    };
    foreach (var target in targets)
        target.Deploy();
    Log.Info(string.Join("\n", targets.Select(target => target.ToString())));
});

internal interface IModelTarget
{
    string Model { get; }

    void Deploy();
}

internal abstract class Target(string name) : IModelTarget
{
    public required string Model { get; init; }

    protected string Name { get; } = name;

    protected virtual string FullName => Name + "-target";

    public abstract void Deploy();

    public override string ToString() => $"{GetType().Name}: {Model}";
}

internal sealed class BedrockTarget(string name) : Target(name)
{
    public override void Deploy() => _ = new AgentAgent(FullName, new() { AgentName = Name, FoundationModel = Model, AgentResourceRoleArn = "arn:aws:iam::1:role/agents" });
}

internal class SageMakerTarget(string name, int instances = 1) : Target(name)
{
    protected override string FullName => "sm-" + base.FullName;

    public override void Deploy()
    {
        var model = new Model(FullName, new()
        {
            ExecutionRoleArn = "arn:aws:iam::1:role/sagemaker",
            PrimaryContainer = new ModelPrimaryContainerArgs { Image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6", Environment = { ["HF_MODEL_ID"] = Model } },
        });
        var configuration = new EndpointConfiguration(FullName, new()
        {
            ProductionVariants = new EndpointConfigurationProductionVariantArgs { ModelName = model.Name, InitialInstanceCount = instances, InstanceType = "ml.g5.xlarge" },
        });
        _ = new Endpoint(FullName, new() { EndpointConfigName = configuration.Name });
    }
}

internal sealed class AzureTarget(string name) : Target(name)
{
    public string Version { get; init; } = "1";

    public override void Deploy() => _ = new AzureDeployment(FullName, new()
    {
        AccountName = "acme",
        ResourceGroupName = "ai",
        Properties = new DeploymentPropertiesArgs { Model = new DeploymentModelArgs { Format = "OpenAI", Name = Model, Version = Version } },
    });
}
