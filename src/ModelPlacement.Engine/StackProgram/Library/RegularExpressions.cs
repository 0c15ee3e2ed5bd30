using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Regular expressions of plain forms on plain text, which every version of the class library reads alike.</summary>
internal static class RegularExpressions
{
    private const string Expression = "System.Text.RegularExpressions.Regex";
    private const int LongestPattern = 1_000;
    private const int LongestInput = 10_000;

    // What is repeated within what is repeated may be looked for twice as long with each character.
    private const int LongestInputOfNested = 24;

    private const RegexOptions Usual =
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.Compiled | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant;

    private static readonly string[] Given = ["input", "pattern", "options", "matchTimeout", "replacement", "evaluator"];

    // No expression for a name may take so long; one that does is not followed.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        (Expression, "IsMatch", On(static (search, _) => new Constant(search.Expression.IsMatch(search.Input), search.Origin))),
        (Expression, "Match", On(static (search, _) => search.Found(search.Expression.Match(search.Input)))),
        (Expression, "Matches", On(static (search, _) => new Sequence(search.Matches().Select(match => (Value)search.Found(match)).ToImmutableArray(), search.Origin))),
        (Expression, "Count", On(static (search, _) => new Constant(search.Matches().Count(), search.Origin))),
        (Expression, "Split", On(static (search, call) => call.Interpreter.NewList(search.Expression.Split(search.Input).Select(part => (Value)new Constant(part, search.Origin)), call.Method.ReturnType, search.Origin))),
        (Expression, "Replace", On(Replace)),
        (Expression, "Escape", static (_, call) => call[0].AsString() is { } text && IsPlain(text) ? new Constant(Regex.Escape(text), call[0].Origin) : null),
        ("System.Text.RegularExpressions.Match", "NextMatch", static (_, call) => call.Receiver is MatchValue { Group: Match match, Place: var place } found ? Found(match.NextMatch(), place, found.Origin) : null),
        ("System.Text.RegularExpressions.Capture", "ToString", static (_, call) => call.Receiver is MatchValue match ? new Constant(match.Group.Value, match.Origin) : null),
    ];

    /// <summary>A new expression, or null where the type is another or the expression is not followed.</summary>
    public static Value? Create(Interpreter interpreter, INamedTypeSymbol type, IMethodSymbol constructor, ImmutableArray<Value> arguments, IOperation operation) =>
        IsExpression(type) && constructor.Parameters.All(static parameter => Given.Contains(parameter.Name, StringComparer.Ordinal))
            ? Made(interpreter, arguments.ElementAtOrDefault(0), arguments.ElementAtOrDefault(1), operation)
            : null;

    /// <summary>The expression that a generator makes for a method or property, or null where it makes none.</summary>
    public static Value? Generated(Interpreter interpreter, ISymbol member, ITypeSymbol type, IOperation operation) =>
        IsExpression(type) && member.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "GeneratedRegexAttribute") is { ConstructorArguments: { Length: > 0 } given }
            ? Made(interpreter, new Constant(given[0].Value), given.Length > 1 ? new Constant(given[1].Value) : null, operation)
            : null;

    /// <summary>What a property of a match or group is, or null where it is not known.</summary>
    public static Value? Property(MatchValue match, string name, Origin origin) => name switch
    {
        "Success" => new Constant(match.Group.Success, origin),
        "Value" => new Constant(match.Group.Value, match.Origin),
        "Index" => new Constant(match.Group.Index, origin),
        "Length" => new Constant(match.Group.Length, origin),
        "Groups" => match,
        "Count" when match.Group is Match whole => new Constant(whole.Groups.Count, origin),
        _ => null,
    };

    /// <summary>A group of a match by its number or name; null where it is not known which.</summary>
    public static Value? GroupOf(MatchValue match, Value key)
    {
        return (match.Group, key) switch
        {
            (Match, Constant { Raw: 0 }) => match,
            (Match whole, Constant { Raw: int number }) => Part(whole.Groups[number], number.ToString(CultureInfo.InvariantCulture)),
            (Match whole, Constant { Raw: string name }) => Part(whole.Groups[name], name),
            _ => null,
        };

        MatchValue Part(Group group, string name) => new(group, match.Place with { Group = name }, match.Origin);
    }

    /// <summary>The groups of a match, the match itself first.</summary>
    public static Value GroupsOf(MatchValue match) =>
        new Sequence(Enumerable.Range(0, match.Group is Match whole ? whole.Groups.Count : 0).Select(number => GroupOf(match, new Constant(number))!).ToImmutableArray(), match.Origin);

    private static bool IsExpression(ITypeSymbol type) => type is { Name: "Regex", ContainingNamespace: { Name: "RegularExpressions", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } };

    private static Value? Made(Interpreter interpreter, Value? pattern, Value? options, IOperation operation) =>
        pattern?.AsString() is { } text && (options is null ? 0 : (options as Constant)?.Raw as int?) is { } flags && IsPlain(text) && IsSimple(text) && ((RegexOptions)flags & ~Usual) == RegexOptions.None
            ? new PatternValue(text, (RegexOptions)flags, interpreter.OriginOf(operation))
            : null;

    private static LibraryMethod On(Func<Search, Call, Value?> run) => (interpreter, call) =>
    {
        if (!call.Method.Parameters.All(static parameter => Given.Contains(parameter.Name, StringComparer.Ordinal)) || call.Argument("input") is not { } input)
            return null;
        if ((call.Receiver ?? Made(interpreter, call.Argument("pattern"), call.Argument("options"), call.Operation)) is not PatternValue pattern || interpreter.ExpressionOf(pattern) is not { } expression)
            return null;
        return input is not Choice ? Run(input) : interpreter.OnEachOf(input, call.Operation, one => Run(one) ?? new Unknown("the result of Regex." + call.Method.Name, interpreter.OriginOf(call.Operation)) { IsNeverNull = true, From = Values.Sources([one]) });

        Value? Run(Value one)
        {
            if (one.AsString() is not { Length: <= LongestInput } text || (text.Length > LongestInputOfNested && RepeatsWhatRepeats(pattern.Text)) || !IsPlain(text) || (pattern.DependsOnCulture && text.Any(static character => character is 'i' or 'I')))
                return null;
            try
            {
                return run(new Search(pattern, expression, text, one.Origin ?? interpreter.OriginOf(call.Operation)), call);
            }
            catch (RegexMatchTimeoutException)
            {
                interpreter.Abandon(pattern);
                return null;
            }
        }
    };

    /// <summary>The expression itself, or null where the pattern is none.</summary>
    public static Regex? Compile(PatternValue pattern)
    {
        try
        {
            return new Regex(pattern.Text, (pattern.Options & ~RegexOptions.Compiled) | RegexOptions.CultureInvariant, Longest);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Value? Replace(Search search, Call call)
    {
        if (call.Argument("replacement") is { } replacement)
            return replacement.AsString() is { } with ? new Constant(search.Expression.Replace(search.Input, with), search.Origin) : null;
        if (call.Argument("evaluator") is not Closure evaluator)
            return null;
        var pieces = new List<Value>();
        var rest = 0;
        foreach (var match in search.Matches().ToList())
        {
            pieces.Add(new Constant(search.Input.Substring(rest, match.Index - rest), search.Origin));
            pieces.Add(call.Interpreter.Call(evaluator, call.Operation, search.Found(match)));
            rest = match.Index + match.Length;
        }

        pieces.Add(new Constant(search.Input.Substring(rest), search.Origin));
        return call.Interpreter.ConcatenateAll(pieces, null, call);
    }

    private static MatchValue Found(Match match, MatchPlace place, Origin? origin) => new(match, place with { Index = match.Index, Success = match.Success }, origin);

    // What letters and digits are, and what stands for a line's end, is the same everywhere.
    private static bool IsPlain(string text) => text.All(static character => character is >= ' ' and <= '~' or '\n' or '\r' or '\t');

    // Groups, alternatives, sets and repetitions: nothing that looks behind, remembers, or changes options on the way.
    private static bool IsSimple(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return false;
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] == '\\')
            {
                if (index + 1 < pattern.Length && (pattern[index + 1] is >= '1' and <= '9' or 'k' or 'p' or 'P' or 'G' or 'c' or 'x' or 'u'))
                    return false;
                index++;
            }
            else if (pattern[index] == '(' && index + 2 < pattern.Length && pattern[index + 1] == '?' && !(pattern[index + 2] is ':' or '=' or '!' || (pattern[index + 2] == '<' && index + 3 < pattern.Length && IsName(pattern, index + 3))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool RepeatsWhatRepeats(string pattern)
    {
        var outer = new Stack<bool>();
        var repeats = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '\\':
                    index++;
                    break;
                case '(':
                    outer.Push(repeats);
                    repeats = false;
                    break;
                case ')' when outer.Count > 0:
                    if (repeats && index + 1 < pattern.Length && pattern[index + 1] is '*' or '+' or '{')
                        return true;
                    repeats |= outer.Pop();
                    break;
                case '*' or '+' or '{':
                    repeats = true;
                    break;
            }
        }

        return false;
    }

    // `(?<name>`, not `(?<one-other>`.
    private static bool IsName(string pattern, int start) =>
        pattern.IndexOf('>', start) is > 0 and var end && char.IsLetter(pattern[start]) && pattern.Substring(start, end - start).All(char.IsLetterOrDigit);

    // An expression and what it is looked for in.
    private sealed record Search(PatternValue Pattern, Regex Expression, string Input, Origin Origin)
    {
        public IEnumerable<Match> Matches() => Expression.Matches(Input).Cast<Match>();

        public MatchValue Found(Match match) => RegularExpressions.Found(match, new MatchPlace(Pattern, Input, 0, false, null), Origin);
    }
}
