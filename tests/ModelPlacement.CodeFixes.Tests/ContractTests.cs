using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>
/// What every fix promises on every program: the result compiles, the findings that it is for are gone, nothing new appears, doing it again changes nothing, and comments,
/// line ends and usings are those of the file's author.
/// </summary>
public partial class ContractTests
{
    /// <summary>Beside a program: the policy that it is judged by, where that is not the built-in one.</summary>
    private const string PolicyEnding = ".policy.yaml";

    private static readonly ConcurrentDictionary<string, Lazy<Task<List<string>>>> Alone = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, Lazy<Task<List<string>>>> All = new(StringComparer.Ordinal);

    public static TheoryData<string, string> Programs()
    {
        var data = new TheoryData<string, string>();
        foreach (var program in Names)
        {
            data.Add(program, "\n");
            data.Add(program, "\r\n");
        }

        return data;
    }

    /// <summary>The programs of the contract.</summary>
    internal static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Programs");

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Each_offered_fix_keeps_its_promises(string program, string newLine) => await HoldsAsync(program, newLine, Alone, AloneAsync);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Fixing_all_keeps_them_too(string program, string newLine) => await HoldsAsync(program, newLine, All, AllAsync);

    /// <summary>What fixes leave behind keeps the promises; with the other line end it is the same but for that.</summary>
    private static async Task HoldsAsync(string program, string newLine, ConcurrentDictionary<string, Lazy<Task<List<string>>>> held, Func<string, string, bool, Task<List<string>>> resultsAsync)
    {
        var results = await held.GetOrAdd(program, name => new Lazy<Task<List<string>>>(() => resultsAsync(name, "\n", true))).Value;
        if (newLine != "\n")
            Assert.Equal(results.Select(result => result.ReplaceLineEndings(newLine)), await resultsAsync(program, newLine, false));
    }

    /// <summary>What each fix of each finding leaves behind.</summary>
    private static async Task<List<string>> AloneAsync(string program, string newLine, bool holds)
    {
        var (project, expected) = Read(program, newLine);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(project));
        var findings = await StackProject.FindingsAsync(project);
        Assert.Equal(expected.Findings, findings.Count(Promises.IsViolation));

        var results = new List<string>();
        var fixable = 0;
        foreach (var finding in findings)
        {
            var isFixedForAll = false;
            foreach (var fix in EveryFix.All.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                var actions = await StackProject.ActionsAsync(project, finding, fix);
                isFixedForAll |= fix.GetFixAllProvider() is not null && !actions.IsEmpty;
                foreach (var action in actions)
                {
                    var after = await StackProject.ApplyAsync(project, action);
                    results.Add(await Promises.TextsAsync(after));
                    if (holds)
                        await Promises.HoldsAsync(project, await Promises.JustifiedAsync(project, after, fix), newLine, finding);
                }

                // Fixing all takes the key of what is offered first, whichever finding it is asked for.
                Assert.Equal(actions.Length, actions.Select(action => action.EquivalenceKey).Distinct(StringComparer.Ordinal).Count());
            }

            fixable += isFixedForAll ? 1 : 0;
        }

        Assert.Equal(expected.Alone, fixable);
        return results;
    }

    /// <summary>What each fix of all findings leaves behind, one after the other.</summary>
    private static async Task<List<string>> AllAsync(string program, string newLine, bool holds)
    {
        var (project, expected) = Read(program, newLine);
        var results = new List<string>();
        var result = project;
        foreach (var fix in EveryFix.All.Where(fix => fix.GetFixAllProvider() is not null))
        {
            var key = await Promises.FirstKeyAsync(result, fix);
            var once = await StackProject.FixAllAsync(result, FixAllScope.Solution, key, fix);
            var text = await Promises.TextsAsync(once);
            results.Add(text);
            if (holds)
            {
                await Promises.HoldsAsync(result, once, newLine);
                Assert.Equal(text, await Promises.TextsAsync(await StackProject.FixAllAsync(once, FixAllScope.Solution, key, fix)));

                // A solution of one project, of one document.
                foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project })
                    Assert.Equal(text, await Promises.TextsAsync(await StackProject.FixAllAsync(result, scope, key, fix)));
            }

            result = once;
        }

        Assert.Equal(expected.Findings - expected.Fixed, (await StackProject.FindingsAsync(result)).Count(Promises.IsViolation));
        return results;
    }

    /// <summary>A program of the contract, and what is expected of it: how many of its findings go when all are fixed, and how many have such a fix when they are fixed alone.</summary>
    internal static (Project Project, (int Fixed, int Findings, int Alone) Expected) Read(string program, string newLine)
    {
        var text = File.ReadAllText(Path.Combine(Folder, program + ".cs")).ReplaceLineEndings(newLine);
        var policy = Path.Combine(Folder, program + PolicyEnding) is var path && File.Exists(path) ? File.ReadAllText(path) : Promises.NoPolicy;
        var header = Header().Match(text);
        Assert.True(header.Success, "The program says neither its SDKs nor what is expected of it.");
        int Number(string group) => int.Parse(header.Groups[group].Value, CultureInfo.InvariantCulture);
        var project = StackProject.WithPolicy(StackProject.Of(text, header.Groups["sdks"].Value.Split(", ")), policy.ReplaceLineEndings(newLine));
        return (StackProject.WithConfig(project, Promises.AllRules, "rules.globalconfig"), (Number("fixed"), Number("findings"), Number(header.Groups["alone"].Success ? "alone" : "fixed")));
    }

    [GeneratedRegex(@"^// sdks: (?<sdks>[^\r\n]+)\r?\n// fixed: (?<fixed>\d+) of (?<findings>\d+)(, (?<alone>\d+) alone)?\r?\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
