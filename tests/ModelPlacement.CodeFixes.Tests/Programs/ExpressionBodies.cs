// sdks: Pulumi.Aws, Pulumi.AzureNative
// fixed: 2 of 3
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.AzureNative.CognitiveServices;
using Pulumi.AzureNative.CognitiveServices.Inputs;
using Pulumi.AzureNative.Resources;

return await Pulumi.Deployment.RunAsync<Assistants>();

internal sealed class Assistants : Stack
{
    private readonly ResourceGroup _group = new("ai");
    private readonly Account _account;

    public Assistants()
    {
        _account = new Account("models", new() { ResourceGroupName = _group.Name, Kind = "OpenAI", Sku = new SkuArgs { Name = "S0" } });
        Id = Create("support").AgentId;
        Second = WithText("second").AgentId;

        // The type of what makes it says what it makes.
        Func<string, AgentAgent> make = team => new AgentAgent(team, new() { AgentName = team, AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent", FoundationModel = "openai.gpt-5.5" });
        _ = make("third");
    }

    [Output] public Output<string> Id { get; set; }

    [Output] public Output<string> Second { get; set; }

    // There is an account for it, so it stays an expression.
    private AgentAgent Create(string team) => new(team, new()
    {
        AgentName = team,
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
    });

    private static AgentAgent WithText(string team) => new AgentAgent(team, new()
    {
        AgentName = team,
        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
        FoundationModel = "openai.gpt-5.5",
        Instruction = """
            You answer questions
            about orders.
            """,
    }, new CustomResourceOptions
    {
        // Never by accident.
        Protect = true,
    }); // until the pilot ends
}
