using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>docs/policy.md is a contract: its examples are read, its tables name every key, no more and no less.</summary>
public partial class PolicyDocumentationTests
{
    private static readonly string Page = RepositoryFile.Read("docs/policy.md").ReplaceLineEndings("\n");

    public static TheoryData<string> Examples => [.. Fence().Matches(Page).Select(static match => match.Groups[1].Value)];

    [Fact]
    public void There_are_examples() => Assert.True(Examples.Count >= 6);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_read_without_a_problem(string example) => Assert.Empty(PolicySet.From([Given.File(example)], Given.Day("2026-02-01")).Problems);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_valid_by_the_schema(string example) => Assert.Empty(PolicySchemaTests.Validate(example));

    [Fact]
    public void Every_key_is_documented()
    {
        Assert.Equal(PolicyFileReader.Keys.Order(), KeysUnder("## The whole format"));
        Assert.Equal(PolicyReader.Keys.Order(), KeysUnder("## Policies"));
        Assert.Equal(PolicyReader.AllowKeys.Order(), KeysUnder("In `allow`:"));
        Assert.Equal(ExemptionReader.Keys.Order(), KeysUnder("## Exemptions"));
        Assert.Equal(OwnModelReader.Keys.Order(), KeysUnder("## Your own models"));
        Assert.Equal(BuiltInPolicies.Ids.Order(), KeysUnder("## Built-in policies"));
    }

    [Fact]
    public void Every_word_of_a_key_is_documented()
    {
        Assert.All(PolicyReader.Exposures, static word => Assert.Contains("`" + word.Key + "`", Row("exposure"), StringComparison.Ordinal));
        Assert.All(PolicyReader.Weights, static word => Assert.Contains("`" + word.Key + "`", Row("weights"), StringComparison.Ordinal));
        Assert.All(PolicyReader.Severities, static word => Assert.Contains("`" + word.Key + "`", Row("severity"), StringComparison.Ordinal));
        Assert.All(ExemptionReader.Requirable, static word => Assert.Contains("`" + word + "`", Row("requiredInExemptions"), StringComparison.Ordinal));
        Assert.All(Cloud.All, static cloud => Assert.Contains("`" + cloud.Id + "`", Row("clouds"), StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_are_the_readers()
    {
        Assert.Contains(FormattableString.Invariant($"{Document.LongestText:N0} characters, {Document.DeepestNesting} levels and {Document.MostNodes:N0} values"), Page, StringComparison.Ordinal);
        Assert.Contains("not legal advice", Page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> KeysUnder(string heading)
    {
        var from = Page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(from >= 0, heading);
        var table = Page[from..].Split('\n').SkipWhile(static line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1).TakeWhile(static line => line.StartsWith('|'));
        return table.Select(static line => line.Split('`')[1]).Order();
    }

    private static string Row(string key) => Page.Split('\n').Single(line => line.StartsWith("| `" + key + "` |", StringComparison.Ordinal));

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
