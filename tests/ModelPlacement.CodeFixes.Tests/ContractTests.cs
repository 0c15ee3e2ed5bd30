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
    public async Task Each_offered_fix_keeps_its_promises(string program, string newLine)
    {
        var (project, expected) = Read(program, newLine);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(project));
        var findings = await StackProject.FindingsAsync(project);
        Assert.Equal(expected.Findings, findings.Count(Promises.IsViolation));

        var fixable = 0;
        foreach (var finding in findings)
        {
            var isFixedForAll = false;
            foreach (var fix in EveryFix.All.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                var actions = await StackProject.ActionsAsync(project, finding, fix);
                isFixedForAll |= fix.GetFixAllProvider() is not null && !actions.IsEmpty;
                foreach (var action in actions)
                    await Promises.HoldsAsync(project, await Promises.JustifiedAsync(project, await StackProject.ApplyAsync(project, action), fix), newLine, finding);

                // Fixing all takes the key of what is offered first, whichever finding it is asked for.
                Assert.Equal(actions.Length, actions.Select(action => action.EquivalenceKey).Distinct(StringComparer.Ordinal).Count());
            }

            fixable += isFixedForAll ? 1 : 0;
        }

        Assert.Equal(expected.Alone, fixable);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Fixing_all_keeps_them_too(string program, string newLine)
    {
        var (project, expected) = Read(program, newLine);
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var result = project;
            foreach (var fix in EveryFix.All.Where(fix => fix.GetFixAllProvider() is not null))
            {
                var key = await Promises.FirstKeyAsync(result, fix);
                var once = await StackProject.FixAllAsync(result, scope, key, fix);
                await Promises.HoldsAsync(result, once, newLine);
                Assert.Equal(await StackProject.TextAsync(once), await StackProject.TextAsync(await StackProject.FixAllAsync(once, scope, key, fix)));
                result = once;
            }

            Assert.Equal(expected.Findings - expected.Fixed, (await StackProject.FindingsAsync(result)).Count(Promises.IsViolation));
        }
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
