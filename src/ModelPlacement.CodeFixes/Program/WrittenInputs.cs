using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Writing;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>
/// Reads inputs as a program writes them: through object and collection initializers, anonymous objects and dictionaries that become JSON, JSON texts, variables, and the
/// resources that a reference leads to.
/// </summary>
internal sealed class WrittenInputs
{
    private const int DeepestFollow = 16;

    private static readonly Regex Step = new(@"(?<name>\w+)|(?<items>\[\])|\{(?<key>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private readonly ProgramView _program;

    public WrittenInputs(ProgramView program) => _program = program;

    /// <summary>The elements of the lists that were read, where the program writes them.</summary>
    public List<SyntaxNode> Elements { get; } = new();

    /// <summary>Whether something on the way was not written in place, so that what was read may not be all there is.</summary>
    public bool IsOpaque { get; private set; }

    /// <summary>Whether an expression is the same wherever else in its scope it stands: no variable of it is given anew.</summary>
    public bool IsSteady(SyntaxNode expression) =>
        !IsOfProgram(expression) || expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(name => _program.SymbolOf(name) is not ILocalSymbol local || IsGivenOnce(local));

    /// <summary>Every value that a path leads to: <c>a.b[].c{key}</c>, in schema names.</summary>
    public IReadOnlyList<WrittenValue> Read(ExpressionSyntax inputs, string path) => Read(new WrittenValue(inputs), path);

    /// <summary>Every value that a path from another one leads to.</summary>
    public IReadOnlyList<WrittenValue> Read(WrittenValue from, string path)
    {
        IEnumerable<WrittenValue> values = [from];
        foreach (Match step in Step.Matches(path))
        {
            values = step.Groups["items"].Success
                ? values.SelectMany(Items)
                : values.SelectMany(value => Members(value).Where(member => member.Name == (step.Groups["key"].Success ? step.Groups["key"].Value : step.Groups["name"].Value)).Select(static member => member.Value));
            values = values.ToList();
        }

        return values.ToList();
    }

    /// <summary>What a value is on every run, as text; null where that is not known.</summary>
    public string? Constant(WrittenValue value)
    {
        var syntax = Follow(value).Syntax;
        if (IsOfProgram(syntax) && _program.SymbolOf(syntax) is IPropertySymbol member)
            return _program.Pulumi.StringOf(member);
        var constant = IsOfProgram(syntax) ? _program.ModelOf(syntax).GetConstantValue(syntax).Value : (syntax as LiteralExpressionSyntax)?.Token.Value;
        return constant switch
        {
            null => null,
            bool truth => truth ? "true" : "false",
            _ => Convert.ToString(constant, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A text as a person reads it: itself where it is known, else the expression that makes it.</summary>
    public string Prose(WrittenValue value) => Constant(value) ?? Follow(value).Text;

    /// <summary>A list as it is written: its elements, or the whole where they are not written in place.</summary>
    public WrittenList List(WrittenValue value) =>
        ItemsOf(Follow(value)) is { } items
            ? new WrittenList(items.Select(item => new WrittenElement(null, Carry(item))).ToImmutableArray(), Whole: null)
            : new WrittenList(ImmutableArray<WrittenElement>.Empty, Carry(value));

    /// <summary>Named values as they are written: a map, a list of objects with a name and a value and nothing else, or one of texts <c>NAME=value</c>.</summary>
    public WrittenList NamedValues(WrittenValue value)
    {
        var opened = Follow(value);
        var entries = ImmutableArray.CreateBuilder<WrittenElement>();
        if (InitializerOf(opened.Syntax) is { } map && map.Expressions.Any() && map.Expressions.All(static element => EntryOf(element) is not null))
        {
            foreach (var element in map.Expressions)
            {
                var (key, given) = EntryOf(element)!.Value;
                entries.Add(new WrittenElement(Carry(opened with { Syntax = key }), Carry(opened with { Syntax = given }), Comments.After(element)));
            }
        }
        else
        {
            foreach (var item in Items(value))
            {
                var members = Members(item).ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
                if (Follow(item).Syntax is LiteralExpressionSyntax { Token.Value: string pair } && pair.IndexOf('=') is var equals and > 0)
                    entries.Add(new WrittenElement(ResourceWriter.Quote(pair.Substring(0, equals)), ResourceWriter.Quote(pair.Substring(equals + 1)), Comments.After(item.Syntax)));
                else if (members.Count == 2 && (members.TryGetValue("name", out var name) || members.TryGetValue("key", out name)) && members.TryGetValue("value", out var given))
                    entries.Add(new WrittenElement(Carry(name), Carry(given), Comments.After(item.Syntax)));
                else
                    IsOpaque = true;
            }
        }

        return new WrittenList(entries.ToImmutable(), Whole: null);
    }

    private string Carry(WrittenValue value)
    {
        Elements.AddRange(value.Parts);
        return value.Text;
    }

    private IEnumerable<WrittenValue> Items(WrittenValue value)
    {
        if (ItemsOf(Follow(value)) is { } items)
            return items;
        IsOpaque = true;
        return [];
    }

    private static IEnumerable<WrittenValue>? ItemsOf(WrittenValue list)
    {
        IEnumerable<ExpressionSyntax>? items = list.Syntax switch
        {
            CollectionExpressionSyntax { Elements: var elements } when elements.All(static element => element is ExpressionElementSyntax) => elements.Select(static element => ((ExpressionElementSyntax)element).Expression),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            // One object where a list may stand.
            BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.ObjectInitializerExpression, Expressions.Count: > 0 } } => [list.Syntax],
            _ => InitializerOf(list.Syntax)?.Expressions,
        };
        return items?.Select(item => list with { Syntax = item });
    }

    private IEnumerable<(string Name, WrittenValue Value)> Members(WrittenValue value)
    {
        var opened = Follow(value);
        if (opened.Syntax is AnonymousObjectCreationExpressionSyntax anonymous)
        {
            foreach (var member in anonymous.Initializers)
                yield return (NameOf(member), opened with { Syntax = member.Expression });
        }
        else if (InitializerOf(opened.Syntax) is { } initializer)
        {
            foreach (var element in initializer.Expressions)
            {
                if (element is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } assignment)
                    yield return (InputName(member), opened with { Syntax = assignment.Right });
                else if (EntryOf(element) is { Key: LiteralExpressionSyntax { Token.Value: string key } } entry)
                    yield return (key, opened with { Syntax = entry.Value });
                else
                    IsOpaque = true;
            }
        }
        else if (opened.Syntax is not LiteralExpressionSyntax)
        {
            IsOpaque = true;
        }
    }

    private static string NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member.NameEquals?.Name.Identifier.ValueText ?? member.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => "",
    };

    private string InputName(IdentifierNameSyntax member) =>
        IsOfProgram(member) && _program.SymbolOf(member) is IPropertySymbol property && _program.Pulumi.InputName(property) is { } input ? input : member.Identifier.ValueText;

    private static (ExpressionSyntax Key, ExpressionSyntax Value)? EntryOf(ExpressionSyntax element) => element switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var value } => (key, value),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var key, var value] } => (key, value),
        _ => null,
    };

    private static InitializerExpressionSyntax? InitializerOf(ExpressionSyntax syntax) => syntax switch
    {
        InitializerExpressionSyntax initializer => initializer,
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { } initializer } => initializer,
        _ => null,
    };

    /// <summary>What an expression comes to, as far as it can be followed to where something is written.</summary>
    private WrittenValue Follow(WrittenValue value)
    {
        for (var depth = 0; depth < DeepestFollow && Inner(value) is { } inner; depth++)
            value = inner;
        return value;
    }

    private WrittenValue? Inner(WrittenValue value) => value.Syntax switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => value with { Syntax = inner },
        CastExpressionSyntax { Expression: var inner } => value with { Syntax = inner },
        LiteralExpressionSyntax { Token.Value: string text } => JsonExpression.Of(text) is { } json ? value with { Syntax = json } : null,
        InvocationExpressionSyntax call when IsOfProgram(call) && _program.SymbolOf(call) is IMethodSymbol method => Argument(value, call, method),
        IdentifierNameSyntax name when IsOfProgram(name) => InitialOf(name) is { } initial ? value with { Syntax = initial } : null,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } access when IsOfProgram(name) && InitialOf(name) is BaseObjectCreationExpressionSyntax creation && _program.SymbolOf(access.Name) is IPropertySymbol output && _program.Pulumi.OutputName(output) is not null =>
            ResourceCreation.Of(_program, creation)?.Args?.Expression is { } args ? value with { Syntax = args } : null,
        _ => null,
    };

    /// <summary>What a call only writes as JSON, or makes an output of.</summary>
    private WrittenValue? Argument(WrittenValue value, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var arguments = call.ArgumentList.Arguments;
        switch (method.ContainingType.Name, method.Name)
        {
            case ("JsonSerializer", "Serialize") when arguments.Count == 1:
            case ("Output", "JsonSerialize" or "Create") when _program.Pulumi.IsWrapper(method.ReturnType):
                return value with { Syntax = arguments[0].Expression };
            case ("Output", "Apply") when value.Parameter is null && call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && arguments is [{ Expression: LambdaExpressionSyntax { ExpressionBody: { } body } lambda }]:
                return lambda is SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var parameter } ? new WrittenValue(body, receiver, parameter) : null;
            default:
                return null;
        }
    }

    /// <summary>What a variable is given once and for all.</summary>
    private ExpressionSyntax? InitialOf(IdentifierNameSyntax name) =>
        _program.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var initial }
        && IsGivenOnce(local)
            ? initial
            : null;

    private bool IsGivenOnce(ILocalSymbol local) => _program.MentionsOf(local).All(static mention => mention.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != mention,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => false,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Parent is not TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        _ => true,
    });

    private bool IsOfProgram(SyntaxNode node) => _program.Compilation.ContainsSyntaxTree(node.SyntaxTree);
}

/// <summary>An expression, and the lambda of an <c>Apply</c> that it may stand in.</summary>
/// <param name="Syntax">The expression.</param>
/// <param name="Receiver">The output that the lambda is applied to, or null.</param>
/// <param name="Parameter">The lambda's parameter, or null.</param>
internal sealed record WrittenValue(ExpressionSyntax Syntax, ExpressionSyntax? Receiver = null, string? Parameter = null)
{
    /// <summary>The expression as it can stand outside of the lambda.</summary>
    public string Text => IsOfLambda
        ? Syntax is IdentifierNameSyntax ? Receiver!.ToString() : Receiver + ".Apply(" + Parameter + " => " + Syntax + ")"
        : Syntax.ToString();

    /// <summary>The expressions that its text is made of.</summary>
    public IEnumerable<SyntaxNode> Parts => IsOfLambda ? [Syntax, Receiver!] : [Syntax];

    private bool IsOfLambda => Parameter is not null && Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == Parameter);
}
