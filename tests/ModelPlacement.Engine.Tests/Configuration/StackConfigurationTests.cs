using System;
using System.Linq;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Configuration;

public class StackConfigurationTests
{
    private const string Project = """
        name: shop
        runtime: dotnet
        config:
          aws:region: us-east-1
          gcp:project: { value: shop-prod }
          model: gpt-4o
          replicas: 2
          instanceSize:
            type: string
            description: The size.
            default: t3.micro
          required: { type: string }
          key: { type: string, secret: true, default: plain }
          zones: [a, b]
          tags: { value: { team: ai, cost: 3 } }
        """;

    private static StackConfiguration Read(string? project, string? stack) => StackConfiguration.Read(
        project is null ? null : new DocumentFile("/repo/Pulumi.yaml", project),
        stack is null ? null : new DocumentFile("/repo/Pulumi.prod.yaml", stack));

    private static StackConfiguration Stack(string config) => Read("name: shop", "config:\n" + string.Concat(config.Split('\n').Select(static line => "  " + line + "\n")));

    [Fact]
    public void Stack_file_wins_over_the_projects_defaults()
    {
        var stack = Read(Project, """
            encryptionsalt: v1:abc=:v1:def:ghi
            config:
              shop:model: gpt-5
              azure-native:location: westeurope
              aws:region: eu-west-1
              bare: yes please
            """);
        Assert.Equal(("prod", "shop", true), (stack.StackName, stack.ProjectName, stack.IsComplete));
        Assert.Empty(stack.Problems);
        Assert.Equal("gpt-5", stack.Get("shop:model").AsString());
        Assert.Equal("westeurope", stack.Get("azure-native:location").AsString());
        Assert.Equal("eu-west-1", stack.Get("aws:region").AsString());
        Assert.Equal("yes please", stack.Get("shop:bare").AsString());
        Assert.Equal("shop-prod", stack.Get("gcp:project").AsString());
        Assert.Equal("2", stack.Get("shop:replicas").AsString());
        Assert.Equal("t3.micro", stack.Get("shop:instanceSize").AsString());
        Assert.Equal(Constant.Null, stack.Get("shop:required"));
        Assert.Equal(Constant.Null, stack.Get("shop:other"));
        Assert.Equal("unknown(secret configuration value 'shop:key')", stack.Get("shop:key").ToString());
        Assert.Equal("[\"a\", \"b\"]", stack.Get("shop:zones").ToString());
        Assert.Equal("{team: \"ai\", cost: 3}", stack.Get("shop:tags").ToString());
    }

    [Theory]
    [InlineData("shop:a: text", "\"text\"")]
    [InlineData("shop:a: 'quoted'", "\"quoted\"")]
    [InlineData("shop:a: 3", "\"3\"")]
    [InlineData("shop:a: 1.10", "\"1.10\"")]
    [InlineData("shop:a: true", "\"true\"")]
    [InlineData("shop:a: 2024-11-20", "\"2024-11-20\"")]
    [InlineData("shop:a: ''", "\"\"")]
    [InlineData("shop:a:", "unknown(empty configuration value 'shop:a')")]
    [InlineData("shop:a: {secure: AAAB}", "unknown(secret configuration value 'shop:a')")]
    [InlineData("shop:config:a: old form", "\"old form\"")]
    [InlineData("a: bare", "\"bare\"")]
    [InlineData("shop:a: [1, true, x, 1.5, null]", "[1, True, \"x\", 1.5, null]")]
    [InlineData("shop:a: {b: {c: [d]}}", "{b: {c: [\"d\"]}}")]
    [InlineData("shop:a: {b: {secure: AAAB}, c: d}", "{b: unknown(secret configuration value 'shop:a.b'), c: \"d\"}")]
    [InlineData("shop:a: {secure: AAAB, other: x}", "{secure: \"AAAB\", other: \"x\"}")]
    [InlineData("shop:a: 5000000000", "\"5000000000\"")]
    [InlineData("shop:a: [5000000000]", "[5000000000]")]
    [InlineData("shop:a: [\"yes\", '2024-11-20', 1.2.3, gpt-4o]", "[\"yes\", \"2024-11-20\", \"1.2.3\", \"gpt-4o\"]")]
    public void Values(string config, string value)
    {
        var stack = Stack(config);
        Assert.Empty(stack.Problems);
        Assert.Equal(value, stack.Get("shop:a").ToString());
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Off")]
    [InlineData("True")]
    [InlineData("010")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("12:30:00")]
    [InlineData("2024-11-20")]
    [InlineData(".inf")]
    [InlineData("!!binary aGk=")]
    public void What_yamls_versions_read_differently_inside_an_object_is_unknown(string text)
    {
        var value = Assert.IsType<Mapping>(Stack("shop:a: {b: c, d: [ok]}\nshop:b: {x: 1}").Get("shop:a"));
        Assert.Equal("c", value["b"]!.AsString());
        var item = Stack("shop:a: [" + text + "]").Get("shop:a");
        Assert.IsType<Unknown>(item is Sequence list ? list.Items[0] : item);
    }

    [Theory]
    [InlineData("1.5", "\"1.5\"")]
    [InlineData("1.10", null)]
    [InlineData("2024-11-20", null)]
    [InlineData("yes", null)]
    [InlineData("'yes'", "\"yes\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("gpt-4o", "\"gpt-4o\"")]
    public void Defaults_of_the_project_are_read_by_type_first(string text, string? value)
    {
        var found = Read("name: shop\nconfig:\n  a: " + text + "\n  b: {default: " + text + "}\n", "config: {}");
        foreach (var key in new[] { "shop:a", "shop:b" })
        {
            if (value is null)
                Assert.IsType<Unknown>(found.Get(key));
            else
                Assert.Equal(value, found.Get(key).ToString());
        }
    }

    [Fact]
    public void Without_a_stack_file_a_default_is_one_of_the_values_it_can_have()
    {
        var project = Read(Project, null);
        Assert.Null(project.StackName);
        Assert.False(project.IsComplete);
        var choice = Assert.IsType<Choice>(project.Get("shop:model"));
        Assert.Equal("gpt-4o", choice.Alternatives[0].AsString());
        Assert.IsType<Unknown>(choice.Alternatives[1]);
        Assert.Equal("unknown(configuration value 'shop:other': it can be set by a stack)", project.Get("shop:other").ToString());
    }

    [Theory]
    [InlineData("environment: [prod]")]
    [InlineData("environment:\n  imports: [prod]")]
    [InlineData("mainEnvironment: shop/prod")]
    public void What_an_imported_environment_may_add_is_unknown(string environment)
    {
        var stack = Read("name: shop", environment + "\nconfig:\n  shop:model: gpt-4o\n  shop:object: {a: b}\n  shop:list: [a]\n");
        Assert.Equal("gpt-4o", stack.Get("shop:model").AsString());
        Assert.IsType<Sequence>(stack.Get("shop:list"));
        Assert.IsType<Unknown>(stack.Get("shop:object"));
        Assert.IsType<Unknown>(stack.Get("shop:other"));
        Assert.False(stack.IsComplete);
    }

    [Theory]
    [InlineData("environment:")]
    [InlineData("secretsprovider: awskms://alias/x\nencryptedkey: abc")]
    public void Other_keys_of_a_stack_file_say_nothing_of_configuration(string keys) =>
        Assert.True(Read("name: shop", keys + "\nconfig:\n  shop:model: gpt-4o\n").IsComplete);

    [Fact]
    public void A_value_leads_to_its_place()
    {
        var origin = Stack("shop:model: gpt-4o").Get("shop:model").Origin!;
        var line = origin.Location.GetLineSpan();
        Assert.Equal((OriginKind.Configuration, "/repo/Pulumi.prod.yaml", 1, 14), (origin.Kind, line.Path, line.StartLinePosition.Line, line.StartLinePosition.Character));
    }

    [Theory]
    [InlineData("a: [", 1, 4)]
    [InlineData("config:\n\tshop:a: b", 2, 1)]
    [InlineData("config: [a]", 1, 9)]
    [InlineData("config: text", 1, 9)]
    [InlineData("- a", 1, 1)]
    [InlineData("config:\n  shop:a: b\n  shop:a: c", 3, 3)]
    [InlineData("config:\n  <<: {shop:b: c}\n  shop:a: b", 2, 3)]
    [InlineData("config:\n  shop:a: *nowhere", 2, 11)]
    [InlineData("config:\n  shop:a: b\u0000", 2, 12)]
    public void What_cannot_be_read_is_a_problem_and_leaves_missing_keys_unknown(string text, int line, int column)
    {
        var stack = Read("name: shop", text);
        Assert.Contains(stack.Problems, problem => (problem.Position.Line, problem.Position.Column) == (line, column));
        Assert.IsType<Unknown>(stack.Get("shop:other"));
    }

    [Fact]
    public void All_problems_at_once()
    {
        var stack = Read("name: shop\nconfig:\n  a: {size: 3}\n", "config:\n  shop:a: *x\n  shop:c: *y\n  b: !foo bar\n");
        Assert.Equal(["Pulumi.yaml(3,7)", "Pulumi.prod.yaml(2,11)", "Pulumi.prod.yaml(3,11)", "Pulumi.prod.yaml(4,6)"],
            stack.Problems.Select(static problem => problem.ToString().Replace("/repo/", "", StringComparison.Ordinal).Split(": ")[0]));
    }

    [Fact]
    public void Aliases_are_followed_and_bombs_are_not()
    {
        Assert.Equal("[\"x\", [\"x\"]]", Read("name: shop", "defs: &d [x]\nconfig:\n  shop:a: [x, *d]\n").Get("shop:a").ToString());
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 30).Select(static i =>
            FormattableString.Invariant($"a{i}: &a{i} [*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1}]\n")));
        var stack = Read("name: shop", bomb + "config: {shop:a: *a30}\n");
        Assert.Contains(stack.Problems, static problem => problem.Message.StartsWith("Too large", StringComparison.Ordinal));
        Assert.IsType<Unknown>(stack.Get("shop:a"));
    }

    [Theory]
    [InlineData("{\"config\": {\"shop:a\": \"b\", \"shop:n\": 3}}")]
    [InlineData("{\n\t\"config\": {\n\t\t\"shop:a\": \"b\",\n\t\t\"shop:n\": 3\n\t}\n}\n")]
    [InlineData("\uFEFFconfig:\r\n  shop:a: b\r\n  shop:n: 3\r\n")]
    public void Json_and_windows_files(string text)
    {
        var stack = Read("name: shop", text);
        Assert.Empty(stack.Problems);
        Assert.Equal("b", stack.Get("shop:a").AsString());
        Assert.Equal("3", stack.Get("shop:n").AsString());
    }

    [Fact]
    public void Without_the_projects_name_a_bare_key_is_a_problem()
    {
        var stack = Read(null, "config:\n  model: x\n  aws:region: eu-west-1\n");
        Assert.Equal("eu-west-1", stack.Get("aws:region").AsString());
        Assert.Contains("has no namespace", Assert.Single(stack.Problems).Message, StringComparison.Ordinal);
        Assert.Null(stack.FullKey(null, "model"));
        Assert.Equal("aws:region", stack.FullKey("aws", "region"));
        Assert.Equal("shop:model", Read("name: shop", "").FullKey(null, "model"));
    }

    [Theory]
    [InlineData("/r/Pulumi.yaml", true, null)]
    [InlineData("C:\\r\\Pulumi.yml", true, null)]
    [InlineData("Pulumi.json", true, null)]
    [InlineData("/r/Pulumi.prod.yaml", false, "prod")]
    [InlineData("/r/Pulumi.eu.west.yml", false, "eu.west")]
    [InlineData("/r/stacks/Pulumi.dev.json", false, "dev")]
    [InlineData("/r/Pulumi..yaml", false, null)]
    [InlineData("/r/PulumiPolicy.yaml", false, null)]
    [InlineData("/r/Pulumi.csproj", false, null)]
    [InlineData("/r/model-placement.yaml", false, null)]
    [InlineData("/r/Pulumi", false, null)]
    public void File_names(string path, bool isProject, string? stack)
    {
        Assert.Equal(isProject, StackConfiguration.IsProjectFile(path));
        Assert.Equal(stack, StackConfiguration.StackNameOf(path));
    }

    [Fact]
    public void All_stacks_among_the_files()
    {
        DocumentFile[] files = [new("/r/Pulumi.prod.yaml", "config: {m: p}"), new("/r/x.yaml", "["), new("/r/Pulumi.yaml", "name: shop"), new("/r/Pulumi.dev.yaml", "config: {m: d}")];
        Assert.Equal(["dev d", "prod p"], StackConfiguration.ReadAll(files).Select(static stack => stack.StackName + " " + stack.Get("shop:m").AsString()));
        Assert.Null(Assert.Single(StackConfiguration.ReadAll(files[1..3])).StackName);
        Assert.Empty(StackConfiguration.ReadAll(files[1..2]));
    }
}
