using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>The organisation's own names for models.</summary>
public sealed class OwnModelTests
{
    [Theory]
    [InlineData("support-gpt-7", "any")]
    [InlineData("SUPPORT-GPT-7", "huggingface")]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com/support-gpt:1.4", "image")]
    [InlineData("acme/support-gpt", "ollama")]
    [InlineData("hf://support-gpt-7", "huggingface")]
    [InlineData("s3://acme/support-gpt-7/", "path")]
    public void Is_judged_as_its_base(string raw, string dialect)
    {
        var families = With(Own("acme/support-gpt", "openai/gpt-4o", "support-gpt-*", "*.dkr.ecr.*/support-gpt:*", "s3://acme/support-gpt-*")).Families;

        var model = families.Identify(raw, dialect);

        Assert.Equal(("openai/gpt-4o", "openai", ModelWeights.Proprietary, raw, "acme/support-gpt"), (model?.Id, model?.Vendor, model?.Weights, model?.Raw, model?.OwnId));
        Assert.Contains("acme/support-gpt", model!.Ids());
    }

    [Fact]
    public void Wins_over_what_is_built_in()
    {
        var families = With(Own("acme/o1", "meta/llama-3.1-8b-instruct", "o1")).Families;

        Assert.Equal("meta/llama-3.1-8b-instruct", families.Identify("o1", "openai-api")?.Id);
        Assert.Equal("openai/o1", ModelFamilies.BuiltIn.Identify("o1", "openai-api")?.Id);
    }

    [Fact]
    public void May_be_based_on_another()
    {
        var result = With(Own("acme/b", "acme/a", "b-*"), Own("acme/a", "openai/gpt-5.5", "a-*"));

        Assert.Empty(result.Errors);
        Assert.Equal("openai/gpt-5.5", result.Families.Identify("b-1", "any")?.Id);
    }

    [Fact]
    public void May_be_of_ones_own_making()
    {
        var model = With(Own("acme/tiny", null, "tiny-*")).Families.Identify("tiny-1", "any");

        Assert.Equal(("acme/tiny", "acme", ModelWeights.Proprietary), (model?.Id, model?.Vendor, model?.Weights));
    }

    [Fact]
    public void May_be_based_on_a_dated_id() =>
        Assert.Equal("2024-11-20", With(Own("acme/x", "openai/gpt-4o-2024-11-20", "x-*")).Families.Identify("x-1", "any")?.Version);

    [Fact]
    public void Are_known_by_their_ids()
    {
        var families = With(Own("acme/support-gpt", "openai/gpt-4o", "x-*")).Families;

        Assert.True(families.IsKnown("acme/support-gpt"));
        Assert.True(families.IsKnown("acme/*"));
        Assert.False(ModelFamilies.BuiltIn.IsKnown("acme/*"));
        Assert.Equal("acme/support-gpt", families.Nearest("acme/suport-gpt"));
    }

    [Theory]
    [InlineData("support-gpt", "openai/gpt-4o", "x", "'support-gpt' is not a model id: write vendor/name, without spaces or wildcards.", 3)]
    [InlineData("acme/*", "openai/gpt-4o", "x", "'acme/*' is not a model id: write vendor/name, without spaces or wildcards.", 3)]
    [InlineData("openai/gpt-4o", "openai/gpt-4o", "x", "Model 'openai/gpt-4o' is built in; give your own a name of its own.", 3)]
    [InlineData("acme/x", "openai/gtp-4o", "x", "Unknown model 'openai/gtp-4o'; did you mean 'openai/gpt-4o'?", 4)]
    [InlineData("acme/x", "zzz/qqqqqqqqqqqq", "x", "Unknown model 'zzz/qqqqqqqqqqqq'.", 4)]
    [InlineData("acme/x", "acme/x", "x", "Model 'acme/x' is based on itself.", 4)]
    [InlineData("acme/x", "openai/gpt-4o", "*", "'*' would match every model.", 5)]
    [InlineData("acme/x", "openai/gpt-4o", "", "'' would match every model.", 5)]
    public void What_is_wrong_is_said_where_it_stands(string id, string basedOn, string match, string message, int line)
    {
        var result = With(Own(id, basedOn, match), Own("acme/right", "openai/gpt-4o", "right"));

        var error = Assert.Single(result.Errors);
        Assert.Equal((message, line, 7), (error.Message, error.At.Line, error.At.Column));
        Assert.Equal("openai/gpt-4o", result.Families.Identify("right", "any")?.Id);
    }

    [Fact]
    public void A_circle_is_an_error_for_each_in_it() =>
        Assert.Equal(
            ["Model 'acme/a' is based on itself.", "Model 'acme/b' is based on itself."],
            With(Own("acme/a", "acme/b", "a"), Own("acme/b", "acme/a", "b")).Errors.Select(static error => error.Message));

    [Fact]
    public void Twice_the_same_is_an_error() =>
        Assert.Equal("Model 'acme/A' is given twice.", Assert.Single(With(Own("acme/a", "openai/gpt-4o", "a"), Own("acme/A", "openai/gpt-4o", "b")).Errors).Message);

    private static OwnModelsResult With(params ImmutableArray<OwnModel> models) => ModelFamilies.BuiltIn.With(models);

    private static OwnModel Own(string id, string? basedOn, params string[] match) =>
        new(new PlacedText(id, 3, 7), basedOn is null ? null : new PlacedText(basedOn, 4, 7), [.. match.Select(static glob => new PlacedText(glob, 5, 7))]);
}
