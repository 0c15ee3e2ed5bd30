using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit.Abstractions;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>The promises on the violating programs that are not written for the fixes. What is offered for each finding is counted in the output.</summary>
public class FurtherContractTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<Task<Project>>> All = FurtherPrograms.All().ToDictionary(program => program.Name, program => program.Make, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Task<Outcome>>> Outcomes = new(StringComparer.Ordinal);

    public static TheoryData<string> Programs => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_is_offered_keeps_its_promises(string program) => Assert.Equal("", string.Join("\n\n", (await OutcomeAsync(program)).Broken));

    [Fact]
    public async Task Every_fix_is_offered_somewhere()
    {
        var outcomes = new List<Outcome>();
        foreach (var program in All.Keys)
            outcomes.Add(await OutcomeAsync(program));
        output.WriteLine(Table(outcomes));
        Assert.All(EveryFix.All, fix => Assert.Contains(outcomes, outcome => outcome.Offered[fix] > 0));
    }

    private static Task<Outcome> OutcomeAsync(string program) => Outcomes.GetOrAdd(program, static name => new Lazy<Task<Outcome>>(() => FindAsync(name))).Value;

    private static async Task<Outcome> FindAsync(string name)
    {
        var project = await All[name]();
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(project));
        var findings = (await StackProject.FindingsAsync(project)).Where(Promises.IsViolation).ToList();
        Assert.NotEmpty(findings);
        var outcome = new Outcome(name, findings.Count, EveryFix.All.ToDictionary(fix => fix, _ => 0), []);
        var result = project;
        foreach (var fix in EveryFix.All)
        {
            var first = await EachAsync(outcome, project, findings, fix);
            if (first is { } offered && fix.GetFixAllProvider() is not null)
                await outcome.NoteAsync("all by " + fix.GetType().Name, async () => result = await FixAllAsync(result, fix, offered));
        }

        return outcome with { Fixed = findings.Count - (await StackProject.FindingsAsync(result)).Count(Promises.IsViolation) };
    }

    /// <summary>Applies what a fix offers for each finding; the key and the result of what it offers first.</summary>
    private static async Task<(string? Key, Project Result)?> EachAsync(Outcome outcome, Project project, IEnumerable<Diagnostic> findings, CodeFixProvider fix)
    {
        (string?, Project)? first = null;
        foreach (var finding in findings.Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id)))
        {
            var actions = await StackProject.ActionsAsync(project, finding, fix);
            outcome.Offered[fix] += actions.IsEmpty ? 0 : 1;
            foreach (var action in actions)
            {
                await outcome.NoteAsync(action.Title, async () =>
                {
                    var after = await StackProject.ApplyAsync(project, action);
                    first ??= (action.EquivalenceKey, after);
                    await Promises.HoldsAsync(project, await Promises.JustifiedAsync(project, after, fix), "\n", finding);
                });
            }
        }

        return first;
    }

    private static async Task<Project> FixAllAsync(Project project, CodeFixProvider fix, (string? Key, Project Result) offered)
    {
        var once = await StackProject.FixAllAsync(project, FixAllScope.Document, offered.Key, fix);
        var text = await StackProject.TextAsync(once);

        // Where there is but one finding, the result is one that was looked at.
        if (text == await StackProject.TextAsync(offered.Result))
            once = offered.Result;
        else
            await Promises.HoldsAsync(project, once, "\n");
        Assert.Equal(text, await StackProject.TextAsync(await StackProject.FixAllAsync(once, FixAllScope.Document, offered.Key, fix)));
        return once;
    }

    private static string Table(List<Outcome> outcomes)
    {
        var table = new StringBuilder();
        void Row(string name, int findings, int isFixed, Func<CodeFixProvider, int> offered) =>
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {findings} | {isFixed} | ").AppendJoin(" | ", EveryFix.All.Select(fix => offered(fix) is var count and > 0 ? count.ToString(CultureInfo.InvariantCulture) : "")).AppendLine(" |");

        table.Append("| program | findings | fixed when all are | ").AppendJoin(" | ", EveryFix.All.Select(fix => fix.GetType().Name[..^"Fix".Length])).AppendLine(" |");
        table.Append("|---|---|---|").Insert(table.Length, "---|", EveryFix.All.Length).AppendLine();
        foreach (var outcome in outcomes)
            Row(outcome.Program, outcome.Findings, outcome.Fixed, fix => outcome.Offered[fix]);
        Row(outcomes.Count.ToString(CultureInfo.InvariantCulture) + " programs", outcomes.Sum(outcome => outcome.Findings), outcomes.Sum(outcome => outcome.Fixed), fix => outcomes.Sum(outcome => outcome.Offered[fix]));
        return table.ToString();
    }

    /// <param name="Program">The program.</param>
    /// <param name="Findings">Its violations.</param>
    /// <param name="Offered">How many of them each fix is offered for.</param>
    /// <param name="Broken">The promises that were not kept.</param>
    private sealed record Outcome(string Program, int Findings, Dictionary<CodeFixProvider, int> Offered, List<string> Broken)
    {
        /// <summary>How many of the findings go when all are fixed.</summary>
        public int Fixed { get; init; }

        public async Task NoteAsync(string fix, Func<Task> hold)
        {
            try
            {
                await hold();
            }
            catch (Xunit.Sdk.XunitException promise)
            {
                Broken.Add(fix + ": " + promise.Message);
            }
        }
    }
}
