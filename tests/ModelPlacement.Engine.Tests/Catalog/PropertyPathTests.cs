using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.StackProgram;
using Xunit;

namespace ModelPlacement.Engine.Tests.Catalog;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("modelArn")]
    [InlineData("a.b.c")]
    [InlineData("containers[].environment[].name")]
    [InlineData("properties.environmentVariables{}")]
    [InlineData("metadata.annotations{run.googleapis.com/ingress}")]
    [InlineData("paths{}{}{x-amazon-apigateway-integration}.uri")]
    [InlineData("settings[name=ELBScheme].value")]
    [InlineData("Resources{Type=AWS::Bedrock::Agent}.Properties.FoundationModel")]
    [InlineData("[].image")]
    [InlineData("")]
    public void A_path_reads_as_it_is_written(string text) => Assert.Equal(text, PropertyPath.Parse(text).ToString());

    [Theory]
    [InlineData("a..b", "'.' at position 2")]
    [InlineData(".a", "'.' at position 1")]
    [InlineData("a.", "'.' at position 2")]
    [InlineData("a b", "' ' at position 2")]
    [InlineData("a[]b", "a '.' is missing at position 4")]
    [InlineData("a[", "'[' is not closed")]
    [InlineData("a{x", "'{' is not closed")]
    [InlineData("a[0]", "in '[...]' may stand nothing or 'name=text'")]
    [InlineData("a[=b]", "in '[...]' may stand nothing or 'name=text'")]
    [InlineData("a b", "'a b' is not a property path: ' ' at position 2 is not expected. Write it like 'containers[].environment{}'.")]
    [InlineData("a{}b", "'a{}b' is not a property path: a '.' is missing at position 4. Write it like 'containers[].environment{}'.")]
    public void What_is_no_path_says_why(string text, string why)
    {
        Assert.False(PropertyPath.TryParse(text, out var path, out var said));
        Assert.Null(path);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PropertyPath.Parse(text));
    }

    [Theory]
    [InlineData("a_b-c$D9{=x}", "a_b-c$D9,=x")]
    [InlineData("a{b c}[d=e].f{}", "a,b c,f")]
    public void The_names_on_the_way(string text, string names) => Assert.Equal(names, string.Join(",", PropertyPath.Parse(text).Names));

    [Fact]
    public void Paths_of_one_text_are_equal()
    {
        var path = PropertyPath.Parse("a[b=c]");
        Assert.Equal(path, PropertyPath.Parse("a[b=c]"));
        Assert.True(path.Equals((object)PropertyPath.Parse("a[b=c]")));
        Assert.Equal(path.GetHashCode(), PropertyPath.Parse("a[b=c]").GetHashCode());
        Assert.NotEqual(path, PropertyPath.Parse("a[b=d]"));
        Assert.False(path.Equals(null));
        Assert.False(path.Equals("a[b=c]"));
        Assert.Same(PropertyPath.Root, PropertyPath.Parse(""));
        Assert.Equal("The root path has no parent.", Assert.Throws<InvalidOperationException>(() => PropertyPath.Root.Parent).Message);
    }

    [Fact]
    public void Reads_properties_items_values_and_keys()
    {
        var inputs = Map(("containers", List(
            Map(("image", Text("vllm")), ("env", Map(("MODEL", Text("m")), ("PORT", Text("80"))))),
            Map(("image", Text("nginx"))))));
        Assert.Equal(["containers[0].image = \"vllm\"", "containers[1].image = \"nginx\""], Read("containers[].image", inputs));
        Assert.Equal(["containers[0].env{MODEL} = \"m\"", "containers[0].env{PORT} = \"80\""], Read("containers[].env{}", inputs));
        Assert.Equal(["containers[0].env{PORT} = \"80\""], Read("containers[].env{PORT}", inputs));
        Assert.Empty(Read("containers[].args[]", inputs));
        Assert.Empty(Read("nothing.here", inputs));
    }

    [Fact]
    public void The_owner_of_a_value_is_where_its_companions_stand()
    {
        var model = Map(("name", Text("gpt-4o")), ("format", Text("OpenAI")));
        var reached = Assert.Single(PropertyPath.Parse("properties.model.name").Read(Map(("properties", Map(("model", model))))));
        Assert.Same(model, reached.Owner);
        Assert.Equal("OpenAI", Assert.Single(PropertyPath.Parse("format").Read(reached.Owner)).Value.AsString());
    }

    [Fact]
    public void A_choice_on_the_way_or_at_the_end_is_passed_through_and_marked()
    {
        var inputs = Map(("model", new Choice([Map(("name", Text("a"))), Map(("name", new Choice([Text("b"), Text("c")])))])));
        var reached = PropertyPath.Parse("model.name").Read(inputs).ToList();
        Assert.Equal(["a", "b", "c"], reached.Select(static value => value.Value.AsString()));
        Assert.All(reached, static value => Assert.True(value.IsAlternative));
        Assert.False(Assert.Single(PropertyPath.Parse("model").Read(Map(("model", Text("a"))))).IsAlternative);
    }

    [Fact]
    public void What_is_null_is_not_set() => Assert.Empty(Read("a.b", Map(("a", Map(("b", Constant.Null))))).Concat(Read("a.b", Map(("a", Constant.Null)))));

    [Fact]
    public void What_hides_the_rest_of_a_path_is_reached_in_its_stead()
    {
        var unknown = new Unknown("parameter 'args'");
        var reached = Assert.Single(PropertyPath.Parse("a.b[].c").Read(Map(("a", unknown))));
        Assert.Same(unknown, reached.Value);
        Assert.False(reached.IsComplete);
        Assert.Equal("a", reached.Path);
        Assert.True(Assert.Single(PropertyPath.Parse("a").Read(Map(("a", unknown)))).IsComplete);
        Assert.False(Assert.Single(PropertyPath.Parse("a.b").Read(Map(("a", Text("{ \"b\": 1 }"))))).IsComplete);
    }

    [Fact]
    public void A_single_value_stands_for_a_list_of_one_and_a_list_for_its_items()
    {
        Assert.Equal(["a.b = \"x\""], Read("a[].b", Map(("a", Map(("b", Text("x")))))));
        Assert.Equal(["a[0].b = \"x\"", "a[1].b = \"y\""], Read("a.b", Map(("a", List(Map(("b", Text("x"))), Map(("b", Text("y"))))))));
    }

    [Fact]
    public void A_filter_takes_the_items_that_say_so_and_those_that_may()
    {
        var settings = List(
            Map(("name", Text("Other")), ("value", Text("1"))),
            Map(("name", Text("ELBScheme")), ("value", Text("internal"))),
            Map(("value", Text("2"))),
            Map(("name", new Unknown("a parameter")), ("value", Text("3"))));
        Assert.Equal(["s[1].value = \"internal\"", "s[3].value = \"3\""], Read("s[name=ELBScheme].value", Map(("s", settings))));
        Assert.Equal(["r{b}.x = \"2\""], Read("r{Type=B}.x", Map(("r", Map(("a", Map(("Type", Text("A")), ("x", Text("1")))), ("b", Map(("Type", Text("B")), ("x", Text("2")))))))));
    }

    [Fact]
    public void A_filter_at_the_start_is_about_the_inputs_themselves()
    {
        Assert.Equal(["cidr = \"0.0.0.0/0\""], Read("[type=ingress].cidr", Map(("type", Text("ingress")), ("cidr", Text("0.0.0.0/0")))));
        Assert.Empty(Read("[type=ingress].cidr", Map(("type", Text("egress")), ("cidr", Text("0.0.0.0/0")))));
    }

    [Fact]
    public void Paths_are_put_together_and_taken_apart()
    {
        var path = PropertyPath.Parse("a.b[]").Then(PropertyPath.Parse("c{}"));
        Assert.Equal("a.b[].c{}", path.ToString());
        Assert.True(path.EndsInValues);
        Assert.Equal("a.b[].c", path.Parent.ToString());
        Assert.Equal(PropertyPath.Parse("a.b[]"), path.Parent.Parent);
        Assert.True(PropertyPath.Parse("a.b[]").EndsInItems);
        Assert.Equal(["a", "b", "c"], path.Names);
        Assert.Same(path, PropertyPath.Root.Then(path));
        Assert.Same(path, path.Then(PropertyPath.Root));
        Assert.Throws<InvalidOperationException>(() => PropertyPath.Root.Parent);
    }

    private static IEnumerable<string> Read(string path, Value inputs) => PropertyPath.Parse(path).Read(inputs).Select(static reached => reached.Path + " = " + reached.Value);

    private static Constant Text(string text) => new(text);

    private static Sequence List(params Value[] items) => new([.. items]);

    private static Mapping Map(params (string Key, Value Value)[] entries) => new([.. entries.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value))]);
}
