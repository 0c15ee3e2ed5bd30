using System;
using System.Linq;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>What the data lists: ids that policies may name, and how the counterpart's platform calls them.</summary>
public sealed class KnownModelTests
{
    private static readonly ModelFamilies Families = ModelFamilies.BuiltIn;

    [Theory]
    [InlineData("openai/gpt-4o")]
    [InlineData("OpenAI/GPT-4o")]
    [InlineData("openai/gpt-4o-2024-11-20")]
    [InlineData("openai/*")]
    [InlineData("openai/gpt-*")]
    [InlineData("openai/gpt-4o*")]
    [InlineData("openai/gpt-7*")]
    [InlineData("openai/gpt-5.9-nova-*")]
    [InlineData("openai/o?-mini")]
    [InlineData("openai/gpt-oss-*")]
    [InlineData("openai/whisper-1")]
    [InlineData("anthropic/claude-*")]
    [InlineData("anthropic/claude-sonnet-4-5")]
    [InlineData("google/gemini-2.5-pro")]
    [InlineData("meta/llama-*")]
    [InlineData("mistral/mistral-large*")]
    [InlineData("*/gpt-4o")]
    [InlineData("*")]
    public void A_policy_may_name(string idOrGlob) => Assert.True(Families.IsKnown(idOrGlob));

    [Theory]
    [InlineData("openai/gtp-4o", "openai/gpt-4o")]
    [InlineData("openai/gpt4o-mni", "openai/gpt-4o-mini")]
    [InlineData("opnai/gpt-4o", "openai/gpt-4o")]
    [InlineData("openai/gtp-*", "openai/gpt-*")]
    [InlineData("antropic/claude-*", "anthropic/claude-*")]
    [InlineData("anthropic/cluade-*", "anthropic/claude-*")]
    [InlineData("gpt-4o", "openai/gpt-4o")]
    [InlineData("claude-*", "anthropic/claude-*")]
    [InlineData("googel/gemini-2.5-pro", "google/gemini-2.5-pro")]
    [InlineData("openai/next-thing", null)]
    [InlineData("acme/whatever-it-is", null)]
    [InlineData("", null)]
    public void A_mistyped_id_is_unknown_and_has_a_neighbour(string idOrGlob, string? nearest)
    {
        Assert.False(Families.IsKnown(idOrGlob));
        Assert.Equal(nearest, Families.Nearest(idOrGlob));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/gpt-4o")]
    [InlineData("openai/")]
    [InlineData("opena/next-thing")]
    public void A_policy_may_not_name(string idOrGlob) => Assert.False(Families.IsKnown(idOrGlob));

    [Fact]
    public void A_long_text_is_no_slip_of_an_id()
    {
        Assert.Equal("openai/gpt-4o", Families.Nearest("openai/gtp-4o"));
        Assert.Null(Families.Nearest("openai/gtp-4o".PadRight(81, 'o')));
        Assert.Equal(Families.KnownIds.Order(StringComparer.Ordinal), Families.KnownIds);
    }

    [Theory]
    [InlineData("gpt-4o", "gpt-4o", "OpenAI", "2024-11-20")]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o", "OpenAI", "2024-08-06")]
    [InlineData("gpt-3.5-turbo", "gpt-35-turbo", "OpenAI", "0125")]
    [InlineData("gpt-4-turbo", "gpt-4", "OpenAI", "turbo-2024-04-09")]
    [InlineData("gpt-4-turbo-2024-04-09", "gpt-4", "OpenAI", "turbo-2024-04-09")]
    [InlineData("whisper-1", "whisper", "OpenAI", "001")]
    [InlineData("tts-1-hd", "tts-hd", "OpenAI", "001")]
    [InlineData("openai/gpt-oss-120b", "gpt-oss-120b", "OpenAI-OSS", "1")]
    [InlineData("text-embedding-3-large", "text-embedding-3-large", "OpenAI", "1")]
    [InlineData("gpt-5.5", "gpt-5.5", "OpenAI", "2026-04-24")]
    [InlineData("gpt-9", "gpt-9", "OpenAI", null)]
    [InlineData("gpt-9-2028-01-01", "gpt-9", "OpenAI", "2028-01-01")]
    [InlineData("claude-opus-4-5", "claude-opus-4-5", "Anthropic", "20251101")]
    public void The_counterpart_has_a_name_for(string raw, string name, string format, string? version)
    {
        var counterpart = Families.CounterpartOf(Families.Identify(raw, "openai-api")!);

        Assert.Equal((name, format, version), (counterpart?.Name, counterpart?.Format, counterpart?.Version));
    }

    [Theory]
    [InlineData("text-davinci-003")]
    [InlineData("gpt-4o-search-preview")]
    [InlineData("whisper-large-v3")]
    [InlineData("gemini-2.5-pro")]
    public void The_counterpart_does_not_offer(string raw) => Assert.Null(Families.CounterpartOf(Families.Identify(raw, "openai-api")!));

    [Fact]
    public void A_model_has_dates_and_a_successor()
    {
        var model = Families.Find("openai/gpt-3.5-turbo");

        Assert.Equal((new DateTime(2023, 3, 1), new DateTime(2026, 10, 23), "openai/gpt-5.4-mini"), (model?.Introduced, model?.Retired, model?.Successor));
        Assert.Equal(new DateTime(2026, 10, 1), Families.Find("openai/gpt-4o")?.Counterpart?.Retires);
        Assert.Null(Families.Find("openai/gpt-99"));
    }
}
