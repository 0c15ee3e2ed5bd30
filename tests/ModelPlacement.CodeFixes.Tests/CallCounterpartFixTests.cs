using Microsoft.CodeAnalysis.CodeFixes;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>Gateways that pass requests on to the vendor's API under a key of their own.</summary>
public class CallCounterpartFixTests
{
    [Fact]
    public async Task A_gateway_keeps_the_path_and_gets_the_accounts_host_and_key()
    {
        var text = await FixedAsync("ApiGatewaysWithKeys", first: true);
        Assert.Contains("""Uri = Output.Format($"https://{account.Properties.Apply(properties => properties.CustomSubDomainName)}.openai.azure.com/openai/v1/chat/completions")""", text, StringComparison.Ordinal);
        Assert.Contains("""["integration.request.header.Authorization"] = apiKey.Apply(key => $"'Bearer {key}'") }""", text, StringComparison.Ordinal);
        Assert.Contains("\n    var apiKey = Output.CreateSecret(AzureNative.CognitiveServices.ListAccountKeys\n        .Invoke(new ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("openAiKey", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_callers_put_into_the_path_stays_theirs()
    {
        var text = await FixedAsync("ApiGatewaysWithKeys", first: false);
        Assert.Contains(".openai.azure.com/openai/{{proxy}}\")", text, StringComparison.Ordinal);
        Assert.Contains("[\"overwrite:path\"] = \"$request.path\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-0000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_whose_callers_bring_their_keys_stays()
    {
        var (project, _) = ContractTests.Read("Gateway", "\n");
        Assert.Empty(await StackProject.ActionsAsync(project, Assert.Single(await StackProject.FindingsAsync(project)), new CallCounterpartFix()));
    }

    [Fact]
    public async Task Behind_a_gateway_that_is_for_a_person_the_clients_are_fixed_all_the_same()
    {
        var project = StackProject.WithConfig(StackProject.Of("""
            using Pulumi;
            using Pulumi.Aws.ApiGatewayV2;
            using Pulumi.Aws.Lambda;
            using Pulumi.Aws.Lambda.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                _ = new Integration("all", new()
                {
                    ApiId = "api",
                    IntegrationType = "HTTP_PROXY",
                    IntegrationUri = "https://api.openai.com/{proxy}",
                    RequestParameters = { ["overwrite:header.Authorization"] = "Bearer sk-0000" },
                });
                _ = new Function("openai", new() { Role = "arn:aws:iam::123456789012:role/bot", Environment = new FunctionEnvironmentArgs { Variables = { ["OPENAI_API_KEY"] = "sk-0000", ["OPENAI_MODEL"] = "gpt-5.5" } } });
            });
            """, "Pulumi.Aws", "Pulumi.AzureNative"), Promises.AllRules);
        var fix = new CallCounterpartFix();
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution, await Promises.FirstKeyAsync(project, fix), fix));
        Assert.Contains("[\"OPENAI_API_KEY\"] = apiKey", text, StringComparison.Ordinal);
        Assert.Contains("\"Bearer sk-0000\"", text, StringComparison.Ordinal);
        Assert.Contains("new AzureNative.Resources.ResourceGroup(\"openai-2\");", text, StringComparison.Ordinal);
    }

    private static async Task<string> FixedAsync(string program, bool first)
    {
        var (project, _) = ContractTests.Read(program, "\n");
        var findings = await StackProject.FindingsAsync(project);
        var actions = await StackProject.ActionsAsync(project, first ? findings[0] : findings[^1], new CallCounterpartFix());
        var action = Assert.Single(actions);
        Assert.Equal("Call Azure OpenAI, where what callers name must be deployed", action.Title);
        return await StackProject.TextAsync(await StackProject.ApplyAsync(project, action));
    }
}
