using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ModelPlacement.Hardening.Tests;

/// <summary>A machine's language and calendar change nothing: not what is found, and not how it is said.</summary>
public sealed class CultureTests
{
    // In lower case İ and I are other letters in Turkish.
    private const string Program = """
        using Pulumi;
        using Pulumi.Aws.Bedrock;
        using Pulumi.AzureNative.CognitiveServices;

        return await Pulumi.Deployment.RunAsync(() =>
        {
            _ = new AgentAgent("INDIGO", new() { AgentName = "a", AgentResourceRoleArn = "role", FoundationModel = "OPENAI.GPT-5.5".ToLowerInvariant(), Region = "us-east-1" });
            _ = new AgentAgent($"agent-{1_000}-{2.5}", new() { AgentName = "b", AgentResourceRoleArn = "role", FoundationModel = "anthropic.claude-sonnet-4-5-20250929-v1:0", Region = "us-west-2" });
            _ = new AgentAgent("open", new() { AgentName = "c", AgentResourceRoleArn = "role", FoundationModel = new Config().Require("model") });
        });
        """;

    private const string Policy = """
        version: 1
        policies:
          - id: IN-EUROPE
            models: [ANTHROPIC/CLAUDE-*]
            allow: { clouds: [AWS], regions: [EU-*] }
            validFrom: 2026-01-01
            validUntil: 2027-12-31
        exemptions:
          - { policy: openai-api-on-azure, name: INDIGO, reason: Test., approvedBy: a@example.com, expires: 2026-01-31 }
          - { polIcy: x }
        """;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public async Task Findings_are_the_same_everywhere(string name)
    {
        var expected = await FindingsAsync(CultureInfo.InvariantCulture);
        Assert.InRange(expected.Count, 4, int.MaxValue);
        Assert.Equal(expected, await FindingsAsync(new CultureInfo(name)));
    }

    [Fact]
    public void The_languages_of_this_test_do_differ()
    {
        Assert.Equal("ı", new CultureInfo("tr-TR").TextInfo.ToLower("I"));
        Assert.NotEqual(2026, new CultureInfo("th-TH").Calendar.GetYear(new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)));
    }

    // On threads of its own: the analyzers run on those that the driver takes from a pool.
    private static async Task<IReadOnlyList<string>> FindingsAsync(CultureInfo culture)
    {
        var (before, beforeUi) = (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        try
        {
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (culture, culture);
            return await Host.FindingsAsync(Host.Compile(Program), CancellationToken.None, ("/stack/model-placement.yaml", Policy));
        }
        finally
        {
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture, CultureInfo.CurrentCulture) = (before, beforeUi, CultureInfo.InvariantCulture);
        }
    }
}
