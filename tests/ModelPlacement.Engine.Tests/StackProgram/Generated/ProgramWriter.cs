using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ModelPlacement.Engine.Tests.StackProgram.Generated;

/// <summary>Writes a program of the grammar's constructs: a series of numbers says which, and where it ends the simplest ones follow.</summary>
internal sealed partial class ProgramWriter
{
    private const int Methods = 3;
    private const int DeepestExpression = 4;
    private const int DeepestStatement = 6;

    // The compiler binds a lambda within a lambda for every overload of every call around it.
    private const int DeepestLambda = 2;
    private static readonly string[] Literals = ["b", "c", "some", "none", "x-y", " p ", ""];

    private readonly int[] _choices;
    private readonly List<(string Kind, string Name, bool IsAssignable)> _variables = [];
    private readonly Dictionary<string, string> _families = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unfinished = new(StringComparer.Ordinal);
    private readonly List<string> _rounds = [];
    private int _position;
    private int _names;
    private int _resources;
    private int _expressions;
    private int _statements;
    private int _lambdas;
    private int _writtenMethods;
    private Surroundings _surroundings = new(true, false, true, "return;");

    private ProgramWriter(int[] choices) => _choices = choices;

    private bool IsOver => _position >= _choices.Length;

    /// <summary>A class with a method <c>Run</c> that runs the program that some choices make.</summary>
    public static string Write(string className, int[] choices)
    {
        var writer = new ProgramWriter(choices);
        var methods = new StringBuilder();
        for (; writer._writtenMethods < Methods; writer._writtenMethods++)
            methods.Append(writer.Method());
        var statements = new StringBuilder();
        do
            statements.Append("        ").AppendLine(writer.Expand("statement"));
        while (!writer.IsOver);
        return $$"""
            internal static class {{className}}
            {
                private static string s_text = "static";
                private static int s_count;
                private static readonly List<string> s_list = new() { "first" };
                private static Output<string>? s_deployed;

                private static bool Flag => new Config().GetBoolean("flag") ?? false;

                public static Task<int> Run() => Deployment.RunAsync(DefineAsync);

                // No lambda: the compiler would bind all of it for each overload of RunAsync.
                private static async Task DefineAsync()
                {
                    s_deployed = new Bucket("deployed").Arn;
                    await Task.CompletedTask;
            {{statements}}
                }

            {{methods}}
            {{string.Concat(writer._families.Values)}}
                private static class Settings
                {
                    private static string s_shared = "shared";

                    public static string Shared { get => s_shared; set { s_shared = value; s_count++; } }
                }
            }

            """;
    }

    private string Method()
    {
        var number = _writtenMethods.ToString(CultureInfo.InvariantCulture);
        _variables.Add(("text", "text" + number, true));
        _variables.Add(("number", "number" + number, true));
        var body = Body("return %text;", isFunction: true);
        _variables.Clear();
        return $"    private static string M{number}(string text{number}, int number{number} = 5) {{ {body} }}\n";
    }

    // The types of a family, which know nothing of where they are first used, and not themselves.
    private void Declare(string family)
    {
        if (!_families.TryAdd(family, ""))
            return;
        _unfinished.Add(family);
        var (variables, rounds, depths) = (_variables.ToList(), _rounds.ToList(), (_expressions, _statements, _lambdas));
        _variables.Clear();
        _rounds.Clear();
        (_expressions, _statements, _lambdas) = (DeepestExpression / 2, DeepestStatement / 2, 0);
        _families[family] = Within(new Surroundings(false, false, false, "return;"), () => Fill(ProgramGrammar.Family(family))) + "\n";
        _variables.AddRange(variables);
        _rounds.AddRange(rounds);
        (_expressions, _statements, _lambdas) = depths;
        _unfinished.Remove(family);
    }

    private int Choose(int count) => IsOver ? 0 : _choices[_position++] % count;

    private string Expand(string kind)
    {
        if (kind == "statement")
            return ExpandStatement();
        var variables = _variables.Where(variable => variable.Kind == kind).ToList();
        if (variables.Count > 0 && (_expressions >= DeepestExpression || Choose(5) < 2))
            return variables[^(1 + Choose(variables.Count))].Name;
        foreach (var family in Families("%" + kind))
            Declare(family);
        var templates = ProgramGrammar.TemplatesOf(kind);
        if (!ProgramGrammar.IsValue(kind))
            return Fill(Usable(templates));
        _expressions++;
        var written = "(" + Fill(_expressions > DeepestExpression ? templates[0] : Usable(templates)) + ")";
        _expressions--;
        return written;
    }

    private string ExpandStatement()
    {
        var templates = ProgramGrammar.TemplatesOf("statement");
        var (outer, depth) = (_expressions, ++_statements);
        _expressions = Math.Max(0, depth - 2);
        var written = Fill(depth > DeepestStatement ? templates[0] : Usable(templates));
        (_expressions, _statements) = (outer, depth - 1);
        return written;
    }

    // The template chosen, or the first where it needs what is not there.
    private string Usable(IReadOnlyList<string> templates)
    {
        var template = templates[Choose(templates.Count)];
        if (template.StartsWith("[main]", StringComparison.Ordinal))
            template = _surroundings.IsMain ? template["[main]".Length..] : templates[0];
        if ((_lambdas >= DeepestLambda && HasLambda(template)) || Families(template).Any(_unfinished.Contains))
            return templates[0];
        var needed = Hole().Matches(template).Where(static hole => hole.Value[0] == '@').Select(static hole => hole.Groups["word"].Value);
        return needed.All(kind => _variables.Any(variable => variable.Kind == kind && variable.IsAssignable)) ? template : templates[0];
    }

    // Those that a template makes known, or whose values it takes.
    private static IEnumerable<string> Families(string template) => Hole().Matches(template).SelectMany(static hole => (hole.Value[0], hole.Groups["word"].Value) switch
    {
        ('$', var family) => [family],
        ('%' or '@', var kind) when ProgramGrammar.IsKind(kind) => Hole().Matches(ProgramGrammar.TemplatesOf(kind)[0]).Where(static first => first.Value[0] == '$').Select(static first => first.Groups["word"].Value),
        _ => Enumerable.Empty<string>(),
    });

    private static bool HasLambda(string template) => template.Contains("=>~", StringComparison.Ordinal) || template.Contains("() =>", StringComparison.Ordinal);

    private string Fill(string template)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        var (inside, after) = (new List<(string, string, bool)>(), new List<(string, string, bool)>());
        var visible = _variables.Count;
        var lambdas = _lambdas;
        _lambdas += HasLambda(template) ? 1 : 0;
        var written = Hole().Replace(template, hole =>
        {
            var word = hole.Groups["word"].Value;
            switch (hole.Value[0])
            {
                case '~':
                    if (inside.Count == 0)
                        _variables.RemoveRange(visible, _variables.Count - visible);
                    _variables.AddRange(inside);
                    inside.Clear();
                    return "";
                case '#':
                    return own.TryGetValue(word, out var name) ? name : own[word] = NewName(word);
                case '@':
                    var assignable = _variables.Where(variable => variable.Kind == word && variable.IsAssignable).ToList();
                    return assignable[^(1 + Choose(assignable.Count))].Name;
                case '^':
                    after.Add((word, NewName(word), true));
                    return after[^1].Item2;
                case '!':
                    inside.Add((word, hole.Groups["name"].Success ? hole.Groups["name"].Value : NewName(word), false));
                    return inside[^1].Item2;
                case '$':
                    Declare(word);
                    return "";
                default:
                    return Part(word, own);
            }
        });
        _lambdas = lambdas;
        _variables.RemoveRange(visible, _variables.Count - visible);
        _variables.AddRange(after);
        return written;
    }

    private string Part(string word, Dictionary<string, string> own)
    {
        switch (word)
        {
            case "block":
                return Statements();
            case "final":
                return Within(_surroundings with { CanJump = false, IsMain = false }, Statements);
            case "loop":
                _rounds.Add(own["i"]);
                var loop = Within(_surroundings with { IsLoop = true, CanJump = true }, Statements);
                _rounds.RemoveAt(_rounds.Count - 1);
                return loop;
            case "iterbody":
                return Body("yield break;", isFunction: false);
            case "action":
                return Body("return;", isFunction: false);
            case "textbody":
                return Body("return %text;", isFunction: true);
            case "name":
                var name = "r" + (++_resources).ToString(CultureInfo.InvariantCulture);
                return _rounds.Count == 0 ? "\"" + name + "\"" : "$\"" + name + string.Concat(_rounds.Select(static round => "-{" + round + "}")) + "\"";
            case "jump":
                return Jump();
            case "call":
                return _writtenMethods == 0 ? "\"a\"" : Fill($"M{Choose(_writtenMethods).ToString(CultureInfo.InvariantCulture)}(%text, %number)");
            case "literal":
                return "\"" + Literals[Choose(Literals.Length)] + "\"";
            case "digit":
                return Choose(4).ToString(CultureInfo.InvariantCulture);
            default:
                return Expand(word);
        }
    }

    private string Statements()
    {
        var visible = _variables.Count;
        var written = new StringBuilder();
        for (var count = Choose(4); count > 0; count--)
            written.Append(ExpandStatement()).Append(' ');
        _variables.RemoveRange(visible, _variables.Count - visible);
        return written.ToString();
    }

    private string Body(string end, bool isFunction)
    {
        var visible = _variables.Count;
        var written = Within(new Surroundings(false, false, true, end), () =>
        {
            var statements = new StringBuilder();
            for (var count = Choose(3); count > 0; count--)
                statements.Append(ExpandStatement()).Append(' ');
            return isFunction ? statements + Fill(end) : statements.ToString();
        });
        _variables.RemoveRange(visible, _variables.Count - visible);
        return written;
    }

    private string Within(Surroundings surroundings, Func<string> write)
    {
        var outer = _surroundings;
        _surroundings = surroundings;
        var written = write();
        _surroundings = outer;
        return written;
    }

    private string Jump()
    {
        if (!_surroundings.CanJump)
            return "";
        return (_surroundings.IsLoop, Choose(4)) switch
        {
            (true, 0 or 3) => "break;",
            (true, 1) => "continue;",
            _ => Fill(_surroundings.Return),
        };
    }

    private string NewName(string word) => word + "_" + (++_names).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"~|[%$](?<word>[a-z]+)\b|#(?<word>[a-z])\b|[@^](?<word>[a-z]+)\b(?![(])|!(?<word>text|number|item)\b(:(?<name>[a-z]+))?", RegexOptions.None, 10_000)]
    private static partial Regex Hole();

    /// <param name="IsMain">Whether a task can be awaited.</param>
    /// <param name="Return">How the method around is left.</param>
    private sealed record Surroundings(bool IsMain, bool IsLoop, bool CanJump, string Return);
}
