using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.Engine.Policies;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.CodeFixes.Tests;

/// <summary>
/// What every fix promises of what it leaves behind: it compiles, the finding that it is for is gone, nothing new appears, and comments, line ends and usings are those of the
/// file's author.
/// </summary>
internal static partial class Promises
{
    /// <summary>The policy file's name.</summary>
    public const string PolicyFile = "model-placement.yaml";

    /// <summary>A policy file that says nothing of its own.</summary>
    public const string NoPolicy = "# The built-in policy.\nversion: 1\n";

    /// <summary>Rules that are off by default have fixes, too; the day is what the package sets.</summary>
    public const string AllRules = "is_global = true\ndotnet_diagnostic.MPA1003.severity = warning\nbuild_property.ModelPlacementAsOf = 2026-06-01\n";

    /// <summary>The key by which a host fixes all: of what is offered first for the first finding that has something offered; null where none has.</summary>
    public static async Task<string?> FirstKeyAsync(Project project, CodeFixProvider fix)
    {
        foreach (var finding in (await StackProject.FindingsAsync(project)).Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id)))
        {
            if (await StackProject.ActionsAsync(project, finding, fix) is [var first, ..])
                return first.EquivalenceKey;
        }

        return null;
    }

    public static async Task HoldsAsync(Project before, Project after, string newLine, Diagnostic? finding = null)
    {
        Assert.Empty(await StackProject.CompilerDiagnosticsAsync(after));
        var old = (await StackProject.FindingsAsync(before)).CountBy(Says).ToDictionary(StringComparer.Ordinal);
        var left = (await StackProject.FindingsAsync(after)).CountBy(Says).ToDictionary(StringComparer.Ordinal);
        Assert.DoesNotContain(left, pair => pair.Value > old.GetValueOrDefault(pair.Key));
        if (finding is not null)
            Assert.InRange(left.GetValueOrDefault(Says(finding)), 0, old[Says(finding)] - 1);

        Assert.Equal(await UnneededUsingsAsync(before), await UnneededUsingsAsync(after));
        Assert.InRange(await SharedNamesAsync(after), 0, await SharedNamesAsync(before));
        HoldsAsText(await StackProject.TextAsync(before), await StackProject.TextAsync(after), newLine);
        HoldsLineEnds(await PolicyOfAsync(after), newLine);
    }

    private static void HoldsAsText(string old, string text, string newLine)
    {
        HoldsComments(old, text);
        HoldsLineEnds(text, newLine);
        Assert.DoesNotMatch(TrailingSpace(), text);
        Assert.DoesNotMatch(TwoBlankLines(), text);
        Assert.Equal(old.Contains("\n\t", StringComparison.Ordinal), text.Contains("\n\t", StringComparison.Ordinal));
        var usings = UsingsOf(text);
        Assert.Equal(usings.Distinct(StringComparer.Ordinal).Count(), usings.Count);
    }

    private static void HoldsLineEnds(string text, string newLine)
    {
        Assert.Equal(text.Count(character => character == '\n'), newLine == "\n" ? text.Split('\n').Length - 1 : Regex.Count(text, "\r\n"));
        Assert.Equal(newLine == "\n" ? 0 : text.Count(character => character == '\n'), text.Count(character => character == '\r'));
    }

    /// <summary>Every comment survives, and what is added is text of the program's own.</summary>
    private static void HoldsComments(string old, string text)
    {
        var added = CommentsOf(text);
        Assert.All(CommentsOf(old), comment => Assert.True(added.Remove(comment), comment));
        Assert.All(added, comment => Assert.Contains(comment.Replace("// " + CounterpartConversion.ToldHeading, "", StringComparison.Ordinal).TrimStart('/', ' '), old, StringComparison.Ordinal));
    }

    /// <summary>
    /// The result as it stands for every fix but the exemption: that one asks a person for a reason, and is in force once it has one. Until then nothing is hidden by it.
    /// </summary>
    public static async Task<Project> JustifiedAsync(Project before, Project result, CodeFixProvider fix)
    {
        if (fix is not ExemptInPolicyFix)
            return result;
        var old = (await StackProject.FindingsAsync(before)).Select(Says).ToList();
        var open = await StackProject.FindingsAsync(result);
        Assert.Equal(old, open.Where(finding => finding.Id != RuleId.Unjustified).Select(Says));
        Assert.Contains(open, finding => finding.Id == RuleId.Unjustified);

        var policy = await PolicyOfAsync(result);
        Assert.Equal(await PolicyOfAsync(before), policy[..(await PolicyOfAsync(before)).Length]);
        var justified = policy.Replace("reason: \"\"", "reason: Until the quota arrives.", StringComparison.Ordinal).Replace("approvedBy: \"\"", "approvedBy: platform@acme.example", StringComparison.Ordinal);
        Assert.NotEqual(policy, justified);
        return StackProject.WithPolicy(result.RemoveAdditionalDocument(result.AdditionalDocuments.Single(file => file.Name == PolicyFile).Id), justified);
    }

    /// <summary>What a fix may change: the program and the policy.</summary>
    public static async Task<string> TextsAsync(Project project) => await StackProject.TextAsync(project) + await PolicyOfAsync(project);

    private static async Task<string> PolicyOfAsync(Project project) => (await project.AdditionalDocuments.Single(file => file.Name == PolicyFile).GetTextAsync()).ToString();

    public static bool IsViolation(Diagnostic finding) => finding.Id.StartsWith("MPA1", StringComparison.Ordinal);

    public static string Says(Diagnostic finding) => finding.Id + finding.GetMessage(CultureInfo.InvariantCulture);

    private static List<string> CommentsOf(string text) =>
        [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia().Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .Select(trivia => trivia.ToString().Trim()).Order(StringComparer.Ordinal)];

    private static List<string> UsingsOf(string text) =>
        [.. CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Usings.Select(directive => directive.ToString())];

    private static async Task<int> UnneededUsingsAsync(Project project) =>
        (await StackProject.AllCompilerDiagnosticsAsync(project)).Count(diagnostic => diagnostic.Id == "CS8019" && !diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    /// <summary>How many resources have a logical name that another one of their class has: a program that makes both does not run.</summary>
    private static async Task<int> SharedNamesAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var names =
            from tree in compilation.SyntaxTrees
            let model = compilation.GetSemanticModel(tree)
            from creation in tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            where creation.ArgumentList is { Arguments.Count: > 0 } && PulumiSymbols.From(compilation)!.IsResource(model.GetTypeInfo(creation).Type)
            let name = model.GetConstantValue(creation.ArgumentList!.Arguments[0].Expression)
            where name.HasValue
            select model.GetTypeInfo(creation).Type!.ToDisplayString() + " " + name.Value;
        return names.CountBy(name => name).Sum(same => same.Value - 1);
    }

    [GeneratedRegex(@"[ \t]+\r?\n", RegexOptions.None, 1000)]
    private static partial Regex TrailingSpace();

    [GeneratedRegex(@"\n\r?\n\r?\n", RegexOptions.None, 1000)]
    private static partial Regex TwoBlankLines();
}
