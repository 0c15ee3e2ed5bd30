using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ModelPlacement.Analyzers.Tests.Documentation;

/// <summary>
/// The pages of docs/rules are contracts: the bad sample is reported in exactly the words of the page, the good ones are not, a quick fix makes exactly what the page
/// shows, and settings and suppressions do what it says.
/// </summary>
public sealed class RulePageTests
{
    /// <summary>Set to 1, the tests write what builds and quick fixes say into the pages instead of failing.</summary>
    private const string Rewrite = "MODELPLACEMENT_WRITE_DOCS";

    public static TheoryData<string> Rules => [.. Descriptors.Select(static descriptor => descriptor.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors =>
        new PlacementAnalyzer().SupportedDiagnostics.Concat(new SuppressionAnalyzer().SupportedDiagnostics).DistinctBy(static descriptor => descriptor.Id);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_says_of_its_rule_what_the_descriptor_says(string rule)
    {
        Assert.True(RepositoryFiles.Has(RulePage.PathOf(rule)), "There is no " + RulePage.PathOf(rule));
        var (page, descriptor) = (RulePage.Of(rule), DescriptorOf(rule));
        Assert.Equal("# " + rule + ": " + descriptor.Title.ToString(CultureInfo.InvariantCulture), page.Title);
        Assert.Equal(RulePage.Headings, page.Sections);
        Assert.Equal(descriptor.Description.ToString(CultureInfo.InvariantCulture), page.FirstParagraph);
        Assert.Equal(rule, page.Table["Id"]);
        Assert.Equal(descriptor.Category, page.Table["Category"]);
        Assert.Equal(SeverityOf(descriptor), page.Table["Severity"]);
        Assert.Equal(PageStack.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule)), page.Table["Quick fix"] != "-");
    }

    [Fact]
    public void No_page_is_about_a_rule_that_is_not_there() => Assert.Equal(
        Descriptors.Select(static descriptor => RulePage.PathOf(descriptor.Id)).Append("docs/rules/README.md").Order(StringComparer.Ordinal),
        RepositoryFiles.Pages().Where(static page => page.StartsWith("docs/rules/", StringComparison.Ordinal)));

    [Fact]
    public void The_index_has_each_rule() => Assert.Equal(
        Descriptors.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).Select(static descriptor => "| [" + descriptor.Id + "](" + descriptor.Id + ".md) | " + descriptor.Title.ToString(CultureInfo.InvariantCulture) + " | " + SeverityOf(descriptor) + " |"),
        RepositoryFiles.Read("docs/rules/README.md").Split('\n').Where(static line => line.StartsWith("| [", StringComparison.Ordinal)));

    [Fact]
    public void The_readme_has_each_rule() => Assert.Equal(
        Descriptors.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).Select(static descriptor => "[" + descriptor.Id + "](docs/rules/" + descriptor.Id + ".md) " + (descriptor.IsEnabledByDefault ? InWords(descriptor.DefaultSeverity) : "off")),
        RepositoryFiles.Read("README.md").Split('\n').Where(static line => line.StartsWith("| [MPA", StringComparison.Ordinal)).Select(static line => line.Split('|')).Select(static cells => cells[1].Trim() + " " + cells[3].Trim()));

    [Fact]
    public void Release_tracking_has_each_rule()
    {
        var tracked = new[] { "Shipped", "Unshipped" }
            .SelectMany(static name => RepositoryFiles.Read("src/ModelPlacement.Analyzers/AnalyzerReleases." + name + ".md").Split('\n'))
            .Where(static line => line.StartsWith("MPA", StringComparison.Ordinal));
        Assert.Equal(
            Descriptors.OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal).Select(static descriptor => descriptor.Id + " | " + descriptor.Category + " | " + (descriptor.IsEnabledByDefault ? SeverityOf(descriptor) : "Disabled") + " | " + descriptor.Title.ToString(CultureInfo.InvariantCulture)),
            tracked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_help_link_leads_to_the_page_once_there_is_a_place_for_it(string rule)
    {
        var home = typeof(PlacementAnalyzer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RulePagesUrl").Value ?? "";
        Assert.Equal(home.Length == 0 ? "" : home + rule + ".md", DescriptorOf(rule).HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_bad_sample_is_reported_in_the_words_of_the_page(string rule)
    {
        var page = RulePage.Of(rule);
        var output = page.BadSample.Output!;
        var findings = await ReportedAsync(Stack(page));
        Assert.Contains(findings, finding => finding.Id == rule);
        Expect(page, output, string.Concat(findings.Select(static finding => PageStack.Print(finding) + "\n")));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_good_samples_are_silent(string rule)
    {
        var page = RulePage.Of(rule);
        var samples = page.Under(RulePage.Good).Concat(page.Under(RulePage.Fix).Where(static sample => sample.Action is null)).ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
            Assert.Empty((await ReportedAsync(Stack(page, sample))).Select(finding => sample.Name + ": " + PageStack.Print(finding)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_quick_fix_makes_what_the_page_shows(string rule)
    {
        var page = RulePage.Of(rule);
        for (var index = 0; index < page.Samples.Count; index++)
        {
            if (page.Samples[index] is not { Action: { } action } sample)
                continue;
            var (result, offered) = await Stack(page).ApplyAsync(rule, action);
            Assert.True(result is not null, "'" + action + "' is not offered, but: " + string.Join(", ", offered));
            foreach (var (block, position) in sample.Blocks.Select(static (block, position) => (block, position)))
                Expect(page, page.Samples[index].Blocks[position], await result.TextAsync(block.FileName!));
        }
    }

    [Fact]
    public async Task Every_quick_fix_of_a_bad_sample_is_on_its_page()
    {
        foreach (var rule in Descriptors.Select(static descriptor => descriptor.Id))
        {
            var page = RulePage.Of(rule);
            var (_, offered) = await Stack(page).ApplyAsync(rule, "");
            var shown = page.Samples.Select(static sample => sample.Action).Where(static action => action is not null).ToList();
            Assert.True(offered.Count == 0 == (shown.Count == 0), rule + " offers: " + string.Join(", ", offered));
            Assert.All(shown, action => Assert.Contains(action, offered));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Settings_do_what_the_page_says(string rule)
    {
        var page = RulePage.Of(rule);
        var samples = page.Under(RulePage.Configure).ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var wanted = sample.Files.Values.SelectMany(static text => text.Split('\n')).Single(line => line.StartsWith("dotnet_diagnostic." + rule, StringComparison.Ordinal)).Split('=')[1].Trim();
            var found = (await Stack(page, sample).FindingsAsync()).Where(finding => finding.Id == rule).Select(static finding => finding.Severity).Distinct().ToList();
            Assert.Equal(wanted is "none" ? [] : [wanted is "suggestion" ? DiagnosticSeverity.Info : Enum.Parse<DiagnosticSeverity>(wanted, ignoreCase: true)], found);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Suppressions_of_the_page_suppress_and_are_justified(string rule)
    {
        var page = RulePage.Of(rule);
        foreach (var sample in page.Under(RulePage.Suppress).Where(static sample => sample.Action is null))
            Assert.Empty((await ReportedAsync(Stack(page, sample))).Select(finding => sample.Name + ": " + PageStack.Print(finding)));
    }

    // A sample shows what it changes in the bad one; settings that only turn a rule on are for all.
    private static PageStack Stack(RulePage page, PageSample? changed = null) =>
        PageStack.Of(changed is null ? page.BadSample.Files : page.BadSample.Files.SetItems(changed.Files), changed?.AsOf ?? page.BadSample.AsOf);

    private static async Task<IEnumerable<Diagnostic>> ReportedAsync(PageStack stack) => (await stack.FindingsAsync()).Where(static finding => !finding.IsSuppressed);

    private static void Expect(RulePage page, PageBlock block, string text)
    {
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            page.Rewrite(block, text);
        else
            Assert.Equal(block.Text, text);
    }

    private static DiagnosticDescriptor DescriptorOf(string rule) => Descriptors.Single(descriptor => descriptor.Id == rule);

    private static string InWords(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Info ? "information" : severity.ToString().ToLowerInvariant();

    private static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : descriptor.DefaultSeverity + ", off by default";
}
