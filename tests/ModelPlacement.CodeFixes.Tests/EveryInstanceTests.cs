using Microsoft.CodeAnalysis;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>A declaration is replaced for all its instances, so the fix is offered only where the finding holds for all of them.</summary>
public class EveryInstanceTests
{
    private const string Forbidden = "openai.gpt-5.5";
    private const string AlsoForbidden = "openai.gpt-5.4";
    private const string Allowed = "anthropic.claude-3-5-haiku-20241022-v1:0";
    private const string OpenWeight = "openai.gpt-oss-120b-1:0";

    [Theory]
    [InlineData(Forbidden, Forbidden, 2)]
    [InlineData(Forbidden, Allowed, 0)]
    [InlineData(Allowed, Forbidden, 0)]
    [InlineData(Forbidden, OpenWeight, 0)]
    public async Task Of_a_loop(string first, string second, int offered)
    {
        var program = Stack($$"""
                for (var index = 0; index < 2; index++)
                {
                    _ = new AgentAgent($"agent{index}", new()
                    {
                        AgentName = $"agent{index}",
                        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                        FoundationModel = index == 0 ? "{{first}}" : "{{second}}",
                    });
                }
            """);

        Assert.Equal(offered, await OfferedAsync(StackProject.Of(program, "Pulumi.Aws", "Pulumi.AzureNative")));
    }

    [Theory]
    [InlineData(Forbidden, Forbidden, 1)]
    [InlineData(Forbidden, AlsoForbidden, 0)]
    [InlineData(Forbidden, Allowed, 0)]
    [InlineData(Forbidden, null, 0)]
    public async Task Of_every_stack(string prod, string? dev, int offered)
    {
        var program = Stack("""
                _ = new AgentAgent("agent", new()
                {
                    AgentName = "agent",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = new Config().Get("model") ?? "unheard-of",
                });
            """);
        var project = StackProject.WithFile(StackProject.Of(program, "Pulumi.Aws", "Pulumi.AzureNative"), "Pulumi.yaml", "name: chat\nruntime: dotnet\n");
        project = StackProject.WithFile(project, "Pulumi.prod.yaml", $"config:\n  chat:model: {prod}\n");
        project = StackProject.WithFile(project, "Pulumi.dev.yaml", dev is null ? "config: {}\n" : $"config:\n  chat:model: {dev}\n");

        Assert.Equal(offered, await OfferedAsync(project));
    }

    [Fact]
    public async Task Not_of_what_configuration_may_change()
    {
        var program = Stack($$"""
                _ = new AgentAgent("agent", new()
                {
                    AgentName = "agent",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = new Config().Get("model") ?? "{{Forbidden}}",
                });
            """);

        Assert.Equal(0, await OfferedAsync(StackProject.Of(program, "Pulumi.Aws", "Pulumi.AzureNative")));
    }

    [Fact]
    public async Task Not_of_one_that_is_exempted()
    {
        var program = Stack($$"""
                foreach (var name in new[] { "chat", "load-test" })
                {
                    _ = new AgentAgent(name, new()
                    {
                        AgentName = name,
                        AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                        FoundationModel = "{{Forbidden}}",
                    });
                }
            """);
        var project = StackProject.Of(program, "Pulumi.Aws", "Pulumi.AzureNative");
        Assert.Equal(2, await OfferedAsync(project));

        var exempted = StackProject.WithPolicy(project, """
            version: 1
            exemptions:
              - policy: openai-api-on-azure
                resource: aws:bedrock/agentAgent:AgentAgent
                name: load-*
                reason: Until the Azure quota arrives.
                approvedBy: platform@acme.example
                expires: 2099-12-31

            """);
        Assert.Equal(0, await OfferedAsync(exempted));
    }

    private static string Stack(string body) => $$"""
        using Pulumi;
        using Pulumi.Aws.Bedrock;

        return await Pulumi.Deployment.RunAsync(() =>
        {
        {{body}}
        });

        """;

    /// <summary>How many findings have a fix; there is at least one finding.</summary>
    private static async Task<int> OfferedAsync(Project project)
    {
        var findings = await StackProject.FixableAsync(project);
        Assert.NotEmpty(findings);
        var offered = 0;
        foreach (var finding in findings)
            offered += (await StackProject.ActionsAsync(project, finding)).IsEmpty ? 0 : 1;
        return offered;
    }
}
