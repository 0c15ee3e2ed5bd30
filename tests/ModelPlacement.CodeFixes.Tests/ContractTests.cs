using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>
/// What every fix promises on every program: the result compiles, the findings that it is for are gone, nothing new appears, doing it again changes nothing, and comments,
/// line ends and usings are those of the file's author.
/// </summary>
public partial class ContractTests
{
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
        var findings = await StackProject.FixableAsync(project);
        Assert.Equal(expected.Findings, findings.Length);

        var fixable = 0;
        foreach (var finding in findings)
        {
            var actions = await StackProject.ActionsAsync(project, finding);
            fixable += actions.IsEmpty ? 0 : 1;
            for (var index = 0; index < actions.Length; index++)
            {
                Assert.Equal(index == 0 ? ServeFromCounterpartFix.EquivalenceKey : actions[index].EquivalenceKey, actions[index].EquivalenceKey);
                var result = await StackProject.ApplyAsync(project, actions[index]);
                var left = await HoldsAsync(project, result, newLine);

                // A helper that is rewritten is rewritten for all its callers.
                Assert.InRange(left, 0, findings.Count(other => other.Location != finding.Location));
            }
        }

        Assert.Equal(expected.Fixed, fixable);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Fixing_all_keeps_them_too(string program, string newLine)
    {
        var (project, expected) = Read(program, newLine);
        string? first = null;
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var result = await StackProject.FixAllAsync(project, scope);
            var left = await HoldsAsync(project, result, newLine);
            Assert.Equal(expected.Findings - expected.Fixed, left);

            var text = await StackProject.TextAsync(result);
            Assert.Equal(first ??= text, text);
            Assert.Equal(text, await StackProject.TextAsync(await StackProject.FixAllAsync(result, scope)));
        }
    }

    /// <summary>How many fixable findings are left.</summary>
    private static async Task<int> HoldsAsync(Project before, Project after, string newLine)
    {
        var old = await StackProject.TextAsync(before);
        var text = await StackProject.TextAsync(after);
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(after));
        var known = (await StackProject.FindingsAsync(before)).Select(Says).ToHashSet(StringComparer.Ordinal);
        var findings = await StackProject.FindingsAsync(after);
        Assert.DoesNotContain(findings, finding => !known.Contains(Says(finding)));

        Assert.Equal(CommentsOf(old), CommentsOf(text));
        Assert.Equal(text.Count(character => character == '\n'), newLine == "\n" ? text.Split('\n').Length - 1 : Regex.Count(text, "\r\n"));
        Assert.Equal(newLine == "\n" ? 0 : text.Count(character => character == '\n'), text.Count(character => character == '\r'));
        Assert.DoesNotMatch(TrailingSpace(), text);
        Assert.DoesNotMatch(TwoBlankLines(), text);
        Assert.Equal(old.Contains("\n\t", StringComparison.Ordinal), text.Contains("\n\t", StringComparison.Ordinal));
        Assert.Equal(await UnneededUsingsAsync(before), await UnneededUsingsAsync(after));
        var usings = UsingsOf(text);
        Assert.Equal(usings.Distinct(StringComparer.Ordinal).Count(), usings.Count);
        return findings.Count(finding => new ServeFromCounterpartFix().FixableDiagnosticIds.Contains(finding.Id));
    }

    private static string Says(Diagnostic finding) => finding.Id + finding.GetMessage(CultureInfo.InvariantCulture);

    private static List<string> CommentsOf(string text) =>
        [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia().Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .Select(trivia => trivia.ToString().Trim()).Order(StringComparer.Ordinal)];

    private static List<string> UsingsOf(string text) =>
        [.. CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Usings.Select(directive => directive.ToString())];

    private static async Task<int> UnneededUsingsAsync(Project project) =>
        (await project.GetCompilationAsync())!.GetDiagnostics().Count(diagnostic => diagnostic.Id == "CS8019" && !diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    /// <summary>A program of the contract, and what is expected of it.</summary>
    internal static (Project Project, (int Fixed, int Findings) Expected) Read(string program, string newLine)
    {
        var text = File.ReadAllText(Path.Combine(Folder, program + ".cs")).ReplaceLineEndings(newLine);
        var header = Header().Match(text);
        Assert.True(header.Success, "The program says neither its SDKs nor what is expected of it.");
        int Number(string group) => int.Parse(header.Groups[group].Value, CultureInfo.InvariantCulture);
        return (StackProject.Of(text, header.Groups["sdks"].Value.Split(", ")), (Number("fixed"), Number("findings")));
    }

    [GeneratedRegex(@"^// sdks: (?<sdks>[^\r\n]+)\r?\n// fixed: (?<fixed>\d+) of (?<findings>\d+)\r?\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"[ \t]+\r?\n", RegexOptions.None, 1000)]
    private static partial Regex TrailingSpace();

    [GeneratedRegex(@"\n\r?\n\r?\n", RegexOptions.None, 1000)]
    private static partial Regex TwoBlankLines();
}
