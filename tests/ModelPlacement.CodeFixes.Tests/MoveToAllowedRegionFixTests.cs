namespace ModelPlacement.CodeFixes.Tests;

public class MoveToAllowedRegionFixTests
{
    private const string Policy = """
        version: 1
        extends: []
        policies:
          - id: in-europe
            description: Agents are served from our EU regions only.
            models: [openai/*]
            allow:
              clouds: [aws]
              regions: [eu-*]

        """;

    [Theory]
    [InlineData("new Aws.Provider(\"p\", new() { Region = \"us-east-1\" })", "new Aws.Provider(\"p\", new() { Region = \"eu-central-1\" })")]
    [InlineData("new Aws.Provider(\"p\", new() { Region = Places.Main })", "new Aws.Provider(\"p\", new() { Region = Places.Main })")]
    public async Task Each_allowed_region_is_an_action_and_the_named_one_is_replaced(string provider, string moved)
    {
        var program = $$"""
            using Pulumi;
            using Aws = Pulumi.Aws;

            return await Pulumi.Deployment.RunAsync(() =>
            {
                var provider = {{provider}};
                _ = new Aws.Bedrock.AgentAgent("support", new()
                {
                    AgentName = "support",
                    AgentResourceRoleArn = "arn:aws:iam::123456789012:role/agent",
                    FoundationModel = "openai.gpt-5.5",
                }, new() { Provider = provider });
            });

            internal static class Places
            {
                public const string Main = "us-east-1"; // near the users
            }

            """;
        var project = StackProject.WithPolicy(StackProject.Of(program, "Pulumi.Aws"), Policy);
        var finding = Assert.Single(await StackProject.FindingsAsync(project), finding => finding.Id == "MPA1004");

        var actions = await StackProject.ActionsAsync(project, finding, new MoveToAllowedRegionFix());

        Assert.InRange(actions.Length, 2, 5);
        var action = Assert.Single(actions, action => action.Title == "Move to eu-central-1");
        var result = await StackProject.ApplyAsync(project, action);
        var expected = provider == moved
            ? program.Replace("Main = \"us-east-1\"", "Main = \"eu-central-1\"", StringComparison.Ordinal)
            : program.Replace(provider, moved, StringComparison.Ordinal);
        Assert.Equal(expected, await StackProject.TextAsync(result));
        Assert.DoesNotContain(await StackProject.FindingsAsync(result), left => left.Id == "MPA1004");
    }
}
