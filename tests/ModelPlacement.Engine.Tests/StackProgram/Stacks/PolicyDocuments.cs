using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.Iam;
using Deployment = Pulumi.Deployment;

return await Deployment.RunAsync(() =>
{
    _ = new Policy("invoke", new() { PolicyDocument = Document.Allow("bedrock:InvokeModel", "bedrock:Converse").On("arn:aws:bedrock:*::foundation-model/anthropic.*").ToString() });
    _ = new Policy("indented", new() { PolicyDocument = JsonSerializer.Serialize(new { Version = "2012-10-17" }, new JsonSerializerOptions { WriteIndented = false }) });
    _ = new Policy("escaped", new() { PolicyDocument = "{\"Resource\":\"" + string.Join("\",\"", new[] { "a", "b" }) + "\"}" });
    _ = new Policy("output", new() { PolicyDocument = Output.JsonSerialize(Output.Create(new { Statement = new[] { new { Effect = "Allow", Action = "*" } } })) });
});

internal sealed class Document
{
    private readonly List<Statement> _statements = new();

    private Document()
    {
    }

    public static Document Allow(params string[] actions)
    {
        var document = new Document();
        document._statements.Add(new Statement("Allow", actions));
        return document;
    }

    public Document On(string resource)
    {
        _statements[^1].Resource.Add(resource);
        return this;
    }

    public override string ToString() => JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = _statements });

    private sealed record Statement(string Effect, IReadOnlyList<string> Action)
    {
        public List<string> Resource { get; } = new();
    }
}
