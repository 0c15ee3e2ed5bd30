namespace ModelPlacement.CodeFixes.Tests;

/// <summary>Gateways that pass requests on to the vendor's API under a key of their own.</summary>
public class CallCounterpartFixTests
{
    [Fact]
    public async Task A_gateway_keeps_the_path_and_gets_the_accounts_host_and_key()
    {
        var text = await FixedAsync("ApiGatewaysWithKeys", first: true);
        Assert.Contains("""Uri = Output.Format($"https://{account.Properties.Apply(properties => properties.CustomSubDomainName)}.openai.azure.com/openai/v1/chat/completions")""", text, StringComparison.Ordinal);
        Assert.Contains(""".Apply(keys => keys.Key1!)).Apply(key => $"'Bearer {key}'") }""", text, StringComparison.Ordinal);
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
