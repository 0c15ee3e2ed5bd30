using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace ModelPlacement.EndToEnd.Tests;

/// <summary>What code scanning reads: the compiler's log of a build.</summary>
[Collection(PackedPackageTests.Name)]
public sealed class SarifTests(PackedPackage package) : IDisposable
{
    private const string Program = """
        using System.Diagnostics.CodeAnalysis;
        using Pulumi;
        using Pulumi.Aws.Bedrock;
        using Pulumi.Aws.Sagemaker;
        using Pulumi.Aws.Sagemaker.Inputs;

        return await Pulumi.Deployment.RunAsync<Support>();

        class Support : Stack
        {
            public Support()
            {
                var model = new Model("chat-model", new()
                {
                    ExecutionRoleArn = "arn:aws:iam::123456789012:role/chat",
                    PrimaryContainer = new ModelPrimaryContainerArgs
                    {
                        Image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/chat:1",
                        Environment = { { "MODEL_ID", "openai/gpt-4o" } },
                    },
                });
                var configuration = new EndpointConfiguration("chat-config", new()
                {
                    ProductionVariants = { new EndpointConfigurationProductionVariantArgs { ModelName = model.Name } },
                });
                var endpoint = new Endpoint("chat", new() { EndpointConfigName = configuration.Name });
                Drafts();
            }

            [SuppressMessage("ModelPlacement", "MPA1001", Justification = "Replaced by Azure in March, see INFRA-123.")]
            private static AgentAgent Drafts() => new("drafts", new()
            {
                AgentName = "drafts",
                AgentResourceRoleArn = "arn:aws:iam::123456789012:role/drafts",
                FoundationModel = "openai.gpt-5.5",
            });
        }

        """;

    private JsonDocument? _log;

    [Fact]
    public void A_log_has_rules_places_evidence_and_justified_suppressions()
    {
        var consumer = package.NewConsumer(Program);
        DotNetCommand.RunSuccessfully(consumer.Folder, "build", "--no-restore", "-v", "q", "-nologo", "-p:ErrorLog=log.sarif%2Cversion=2.1");
        _log = JsonDocument.Parse(consumer.Read("log.sarif"));
        Assert.Equal("2.1.0", _log.RootElement.GetProperty("version").GetString());
        var run = _log.RootElement.GetProperty("runs")[0];

        var results = run.GetProperty("results").EnumerateArray().Where(static result => result.GetProperty("ruleId").GetString() == "MPA1001").ToList();
        Assert.Equal(2, results.Count);
        var chat = Assert.Single(results, static result => !result.TryGetProperty("suppressions", out _));
        Assert.Contains("SageMaker endpoint 'chat' serves openai/gpt-4o", chat.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("warning", chat.GetProperty("level").GetString());
        Assert.Equal((26, 28), PlaceOf(consumer, Assert.Single(chat.GetProperty("locations").EnumerateArray())));

        // The evidence, in order: where the model is named is among it.
        var evidence = chat.GetProperty("relatedLocations").EnumerateArray().Select(location => PlaceOf(consumer, location)).ToList();
        Assert.Contains((19, 47), evidence);

        var drafts = Assert.Single(results, static result => result.TryGetProperty("suppressions", out _));
        var suppression = Assert.Single(drafts.GetProperty("suppressions").EnumerateArray());
        Assert.Equal("inSource", suppression.GetProperty("kind").GetString());
        Assert.Equal("Replaced by Azure in March, see INFRA-123.", suppression.GetProperty("justification").GetString());
    }

    [Fact]
    public void A_log_describes_the_rules_that_it_names()
    {
        var consumer = package.NewConsumer(Stacks.OpenAiAgent);
        DotNetCommand.RunSuccessfully(consumer.Folder, "build", "--no-restore", "-v", "q", "-nologo", "-p:ErrorLog=log.sarif%2Cversion=2.1");
        _log = JsonDocument.Parse(consumer.Read("log.sarif"));
        var run = _log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        var result = Assert.Single(run.GetProperty("results").EnumerateArray(), static result => result.GetProperty("ruleId").GetString() == "MPA1001");
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal("MPA1001", rule.GetProperty("id").GetString());
        Assert.Equal("Restricted model is served through an API outside its allowed clouds", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.StartsWith("A resource of a managed platform", rule.GetProperty("fullDescription").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("ModelPlacement", rule.GetProperty("properties").GetProperty("category").GetString());
    }

    public void Dispose() => _log?.Dispose();

    // A path in the log is that of the file on disk; a place counts from 1.
    private static (int Line, int Column) PlaceOf(ConsumerProject consumer, JsonElement location)
    {
        var physical = location.GetProperty("physicalLocation");
        var path = new Uri(physical.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
        Assert.Equal(Path.Combine(consumer.Folder, "Program.cs"), path);
        var region = physical.GetProperty("region");
        return (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
    }
}
