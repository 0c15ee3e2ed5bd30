using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Bedrock;
using Pulumi.Aws.Bedrock.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Aws.S3;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    const string Region = "us-west-2";
    const string Embedding = "amazon.titan-embed-text-v2:0";
    static string ModelArn(string id) => $"arn:aws:bedrock:{Region}::foundation-model/{id}";

    var documents = new Bucket("documents", new() { ForceDestroy = true });
    var role = new Role("knowledge", new()
    {
        AssumeRolePolicy = JsonSerializer.Serialize(new
        {
            Version = "2012-10-17",
            Statement = new[] { new { Effect = "Allow", Action = "sts:AssumeRole", Principal = new { Service = "bedrock.amazonaws.com" } } },
        }),
        InlinePolicies = new RoleInlinePolicyArgs[]
        {
            new()
            {
                Name = "models",
                Policy = JsonSerializer.Serialize(new
                {
                    Version = "2012-10-17",
                    Statement = new object[] { new { Effect = "Allow", Action = new[] { "bedrock:InvokeModel" }, Resource = new[] { ModelArn(Embedding), ModelArn("anthropic.claude-sonnet-4-20250514-v1:0") } } },
                }),
            },
            new() { Name = "documents", Policy = documents.Arn.Apply(arn => JsonSerializer.Serialize(new { Statement = new[] { new { Effect = "Allow", Action = "s3:GetObject", Resource = arn + "/*" } } })) },
        },
    });

    var knowledge = new AgentKnowledgeBase("handbook", new()
    {
        Name = "handbook",
        RoleArn = role.Arn,
        KnowledgeBaseConfiguration = new AgentKnowledgeBaseKnowledgeBaseConfigurationArgs
        {
            Type = "VECTOR",
            VectorKnowledgeBaseConfiguration = new AgentKnowledgeBaseKnowledgeBaseConfigurationVectorKnowledgeBaseConfigurationArgs { EmbeddingModelArn = ModelArn(Embedding) },
        },
    });

    var agent = new AgentAgent("support", new()
    {
        AgentName = "support",
        AgentResourceRoleArn = role.Arn,
        FoundationModel = "us.anthropic.claude-sonnet-4-20250514-v1:0",
        Instruction = string.Join(" ", "You answer questions about the handbook.", "Be brief.", "Say so when you do not know."),
        GuardrailConfigurations = new() { new AgentAgentGuardrailConfigurationArgs { GuardrailIdentifier = "gr-1", GuardrailVersion = "DRAFT" } },
    });
    var alias = new AgentAgentAlias("live", new() { AgentId = agent.AgentId, AgentAliasName = "live", Tags = { ["knowledge"] = knowledge.Id } });
    return new Dictionary<string, object?> { { "alias", alias.AgentAliasArn } };
});
