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

    [Fact]
    public async Task Settings_that_an_application_names_itself_are_set_where_it_says_its_address()
    {
        var project = StackProject.WithConfig(StackProject.Of("""
            using Pulumi;
            using Pulumi.Aws.Lambda;
            using Pulumi.Aws.Lambda.Inputs;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                _ = new Function("net", new() { Role = "r", Environment = new FunctionEnvironmentArgs { Variables = { ["Chat__OpenAI__Endpoint"] = "https://api.openai.com", ["Chat__OpenAI__ApiKey"] = "sk-1", ["Chat__OpenAI__Model"] = "gpt-5.5" } } });
                _ = new Function("spring", new() { Role = "r", Environment = new FunctionEnvironmentArgs { Variables = { ["SPRING_AI_OPENAI_API_KEY"] = "sk-2", ["SPRING_AI_OPENAI_CHAT_OPTIONS_MODEL"] = "gpt-5.5" } } });
                _ = new Function("code", new() { Role = "r", Environment = new FunctionEnvironmentArgs { Variables = { ["OpenAI__ApiKey"] = "sk-3", ["OpenAI__Model"] = "gpt-5.5" } } });
                _ = new Function("other", new() { Role = "r", Environment = new FunctionEnvironmentArgs { Variables = { ["Search__OpenAI__Endpoint"] = "https://api.openai.com/v1", ["OpenAI__ApiKey"] = "sk-4", ["OpenAI__Model"] = "gpt-5.5" } } });
                _ = new Function("several", new() { Role = "r", Environment = new FunctionEnvironmentArgs { Variables = { ["OPENAI_API_BASE_URL"] = "https://api.openai.com/v1;http://ollama/v1", ["OPENAI_API_KEY"] = "sk-5", ["OPENAI_MODEL"] = "gpt-5.5" } } });
            });
            """, "Pulumi.Aws", "Pulumi.Azure"), Promises.AllRules);
        var fix = new CallCounterpartFix();
        var text = await StackProject.TextAsync(await StackProject.FixAllAsync(project, FixAllScope.Solution, await Promises.FirstKeyAsync(project, fix), fix));
        var at = "Output.Format($\"https://{account.CustomSubdomainName}.openai.azure.com/openai\")";
        Assert.Contains("{ [\"Chat__OpenAI__Endpoint\"] = " + at + ", [\"Chat__OpenAI__ApiKey\"] = account.PrimaryAccessKey, [\"Chat__OpenAI__Model\"]", text, StringComparison.Ordinal);
        Assert.Contains("{ [\"SPRING_AI_OPENAI_BASE_URL\"] = " + at + ", [\"SPRING_AI_OPENAI_API_KEY\"] = account.PrimaryAccessKey, [", text, StringComparison.Ordinal);
        Assert.All(["sk-3", "sk-4", "sk-5"], key => Assert.Contains(key, text, StringComparison.Ordinal));
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
