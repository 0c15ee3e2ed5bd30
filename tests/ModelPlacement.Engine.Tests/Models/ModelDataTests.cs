using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>The data files hold together.</summary>
public sealed class ModelDataTests
{
    private static readonly FamiliesFile File = FamiliesFile.Load();

    [Fact]
    public void Every_listed_model_is_recognised_by_its_own_patterns()
    {
        var mistaken =
            from model in File.Models.Values
            let seen = ModelFamilies.BuiltIn.Identify(model.Id, "openai-api")
            where (seen?.Id, seen?.Family, seen?.Weights) != (model.Id, model.Family, model.Weights)
            select $"{model.Id} is taken for {seen}";

        Assert.Empty(mistaken);
    }

    [Fact]
    public void Every_successor_is_listed() =>
        Assert.Empty(File.Models.Values.Where(static model => model.Successor is not null && !File.Models.ContainsKey(model.Successor)).Select(static model => model.Id));

    [Fact]
    public void Dates_are_in_order() =>
        Assert.Empty(File.Models.Values.Where(static model => model.Retired <= model.Introduced || model.Counterpart?.Retires <= model.Introduced).Select(static model => model.Id));

    [Fact]
    public void Every_counterpart_name_is_the_same_model_there()
    {
        // An alias that the platform lacks is offered as the model behind it; GPT-4 Turbo is a version of gpt-4 there.
        string[] behind = ["openai/chatgpt-4o", "openai/gpt-oss", "openai/gpt-4-turbo"];
        var mistaken =
            from model in File.Models.Values
            let there = model.Counterpart
            where there is not null && !behind.Contains(model.Id)
            let seen = ModelFamilies.BuiltIn.Identify(there.Name, "azure", there.Format)
            where seen?.Id != model.Id
            select $"{model.Id} is {there.Name} there, which is {seen?.Id}";

        Assert.Empty(mistaken);
    }

    [Fact]
    public void Families_have_names_of_their_own() =>
        Assert.Equal(File.Families.Length, File.Families.Select(static family => family.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_family_lists_models() =>
        Assert.Empty(File.Families.Where(static family => !File.Models.Values.Any(model => model.Family == family.Id)).Select(static family => family.Id));

    /// <summary>The policy that is on by default restricts what is proprietary: an open family must not look so, nor the other way round.</summary>
    [Theory]
    [InlineData("openai", "gpt-oss whisper clip open-releases")]
    public void Open_families_are(string vendor, string families) =>
        Assert.Equal(
            families.Split(' '),
            File.Families.Where(family => family.Vendor.Id == vendor && family.Patterns.All(static pattern => pattern.Weights == ModelWeights.Open)).Select(static family => family.Id));

    [Fact]
    public void Dialects_refer_to_dialects() =>
        Assert.Empty(
            from dialect in File.Dialects.Values
            from form in dialect.Forms
            where form.As is not null && !File.Dialects.ContainsKey(form.As)
            select $"{dialect.Name}: {form.As}");

    [Fact]
    public void Patterns_refer_to_dialects() =>
        Assert.Empty(
            from family in File.Families
            from pattern in family.Patterns
            from dialect in pattern.In.Concat(pattern.NotIn)
            where !File.Dialects.ContainsKey(dialect)
            select $"{family.Id}: {dialect}");

    [Fact]
    public void Servers_refer_to_dialects()
    {
        var servers = ServersFile.BuiltIn;
        IEnumerable<string> dialects =
        [
            .. servers.Engines.SelectMany(static engine => engine.Options.Concat(engine.Variables)).Select(static carrier => carrier.Dialect),
            .. servers.Engines.Select(static engine => engine.Dialect),
            .. servers.Variables.Values.Select(static variable => variable.Dialect),
            .. servers.Clients.Select(static variable => variable.Dialect).OfType<string>(),
            .. servers.Downloads.Values.Select(static download => download.Dialect),
            .. servers.GatewayDialects,
        ];

        Assert.DoesNotContain(dialects, static dialect => !File.Dialects.ContainsKey(dialect));
    }

    [Fact]
    public void Engines_have_names_of_their_own() =>
        Assert.Equal(ServersFile.BuiltIn.Engines.Length, ServersFile.BuiltIn.Engines.Select(static engine => engine.Name).Distinct(StringComparer.Ordinal).Count());
}
