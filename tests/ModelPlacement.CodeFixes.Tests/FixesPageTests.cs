using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.Tests.Catalog;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>
/// <c>docs/fixes.md</c> says what the fixes do: its parts between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end --&gt;</c> are what the data says and what the fixes make
/// of the programs of the contract.
/// </summary>
public class FixesPageTests
{
    /// <summary>Set to 1, the test writes the page instead of failing.</summary>
    private const string Rewrite = "MODELPLACEMENT_WRITE_DOCS";
    private const string End = "<!-- end -->";

    private static readonly string[] Examples = ["AgentWithAlias", "ProvisionedThroughput", "AppRunner", "EcsService", "CloudRunV1", "KubernetesNewCluster", "ClientLambda", "LambdaBehindApis"];

    [Fact]
    public async Task The_page_says_what_the_fixes_do()
    {
        var path = Repository.PathOf("docs", "fixes.md");
        var page = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        var written = With(page, "counterparts", Counterparts());
        written = With(written, "programs", await ProgramsAsync());
        foreach (var example in Examples)
            written = With(written, example, await ExampleAsync(example));

        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
            await File.WriteAllTextAsync(path, written);
        else
            Assert.True(string.Equals(page, written, StringComparison.Ordinal), "docs/fixes.md is behind the fixes. Run this test with " + Rewrite + "=1 to write it anew.");
    }

    private static string With(string page, string part, string text)
    {
        var start = "<!-- generated: " + part + " -->\n";
        var from = page.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, "The page has no part '" + part + "'.");
        from += start.Length;
        return page[..from] + text + page[page.IndexOf(End, from, StringComparison.Ordinal)..];
    }

    private static string Counterparts()
    {
        var table = new StringBuilder("| Resource | Becomes | Outputs that are rewired | Not offered where it has |\n|---|---|---|---|\n");
        foreach (var sources in CounterpartData.BuiltIn.Sources.SelectMany(source => source.Tokens.Select(token => (token, source))).GroupBy(pair => pair.token, pair => pair.source))
        {
            var preferred = sources.First();
            var becomes = string.Join(", or ", sources.Select(source => source.Target.Families[0].Resource.Class).Select(Code));
            table.Append(CultureInfo.InvariantCulture, $"| `{sources.Key}` | {becomes} | {Codes(preferred.Outputs.Keys)} | {Codes(preferred.Refused)} |\n");
        }

        return table.ToString();
    }

    private static async Task<string> ProgramsAsync()
    {
        var table = new StringBuilder("| Program | SDKs | Fixed | " + string.Join(" | ", EveryFix.All.Select(NameOf)) + " | Offered for all |\n|---|---|---|" + string.Concat(EveryFix.All.Select(_ => "---|")) + "---|\n");
        foreach (var name in ContractTests.Names)
        {
            var (project, expected) = ContractTests.Read(name, "\n");
            var offered = EveryFix.All.ToDictionary(NameOf, _ => 0, StringComparer.Ordinal);
            var titles = new List<string>();
            foreach (var finding in await StackProject.FindingsAsync(project))
            {
                foreach (var fix in EveryFix.All.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
                {
                    var actions = await StackProject.ActionsAsync(project, finding, fix);
                    offered[NameOf(fix)] += actions.IsEmpty ? 0 : 1;
                    if (fix.GetFixAllProvider() is not null)
                        titles.AddRange(actions.Select(action => action.Title));
                }
            }

            var sdks = project.MetadataReferences.Select(reference => Path.GetFileNameWithoutExtension(reference.Display!)).Where(sdk => sdk.StartsWith("Pulumi", StringComparison.Ordinal) && sdk != "Pulumi").Select(sdk => sdk[(sdk.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            var counts = string.Join(" | ", EveryFix.All.Select(fix => offered[NameOf(fix)] is var count and > 0 ? count.ToString(CultureInfo.InvariantCulture) : ""));
            var said = titles.Count == 0 ? (expected.Fixed > 0 ? "when all are fixed only" : "one at a time, or by hand") : string.Join("; ", titles.Distinct(StringComparer.Ordinal));
            table.Append(CultureInfo.InvariantCulture, $"| [{name}](../tests/ModelPlacement.CodeFixes.Tests/Programs/{name}.cs) | {string.Join(", ", sdks)} | {expected.Fixed} of {expected.Findings} | {counts} | {said} |\n");
        }

        return table.ToString();
    }

    private static string NameOf(CodeFixProvider fix) => fix.GetType().Name[..^"Fix".Length];

    private static async Task<string> ExampleAsync(string name)
    {
        var (project, _) = ContractTests.Read(name, "\n");
        var result = project;
        foreach (var fix in EveryFix.All.Where(fix => fix.GetFixAllProvider() is not null))
            result = await StackProject.FixAllAsync(result, FixAllScope.Project, key: null, fix);
        var after = await StackProject.TextAsync(result);
        return "Before:\n\n" + Block(await StackProject.TextAsync(project)) + "\nAfter:\n\n" + Block(after);
    }

    /// <summary>A program without the two lines that are for the contract.</summary>
    private static string Block(string program) => "```csharp\n" + program.Split('\n', 3)[2] + "```\n";

    private static string Codes(IEnumerable<string> texts) => string.Join(", ", texts.Order(StringComparer.Ordinal).Select(Code));

    private static string Code(string text) => "`" + text + "`";
}
