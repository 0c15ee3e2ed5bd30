using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>Where the resources that a new one needs are declared: in the body that creates it, before it, and outside of what runs more than once.</summary>
internal static class Insertion
{
    /// <summary>The statement before which something can be declared once for a creation, or null where it stands in no body with statements.</summary>
    public static StatementSyntax? StatementBefore(ProgramView program, SyntaxNode creation)
    {
        StatementSyntax? before = null;
        for (SyntaxNode? node = creation; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } statement when statement is not LocalFunctionStatementSyntax:
                    before ??= statement;
                    if (IsLoop(statement))
                        before = statement;
                    break;
                case AnonymousFunctionExpressionSyntax lambda when RunsOnce(program, lambda):
                    return before is not null && lambda.Span.Contains(before.Span) ? before : null;
                case AnonymousFunctionExpressionSyntax:
                    before = null;
                    break;
                case LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return before;
            }
        }

        return before;
    }

    /// <summary>The node whose execution a statement is part of: a lambda, a local function, a member or the top-level program.</summary>
    public static SyntaxNode BodyOf(SyntaxNode statement) =>
        statement.Ancestors().First(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax || (node is MemberDeclarationSyntax and not GlobalStatementSyntax));

    /// <summary>The first of the statements that a common list holds, each replaced by the one of that list that contains it.</summary>
    public static StatementSyntax FirstInCommonList(IReadOnlyList<StatementSyntax> statements)
    {
        var common = statements[0];
        foreach (var statement in statements.Skip(1))
            common = FirstInCommonList(common, statement);
        return common;
    }

    /// <summary>The statements beside one and before it, the nearest first.</summary>
    public static IEnumerable<StatementSyntax> Preceding(StatementSyntax statement) => Siblings(statement).TakeWhile(other => other != statement).Reverse();

    /// <summary>The statements of the list that one stands in.</summary>
    public static IEnumerable<StatementSyntax> Siblings(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement),
        _ => [statement],
    };

    private static StatementSyntax FirstInCommonList(StatementSyntax left, StatementSyntax right)
    {
        var lists = new Dictionary<SyntaxNode, StatementSyntax>();
        foreach (var outer in left.AncestorsAndSelf().OfType<StatementSyntax>())
            lists[ListOf(outer)] = outer;
        foreach (var outer in right.AncestorsAndSelf().OfType<StatementSyntax>())
        {
            if (lists.TryGetValue(ListOf(outer), out var other))
                return other.SpanStart <= outer.SpanStart ? other : outer;
        }

        return left;
    }

    private static SyntaxNode ListOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent! : statement.Parent ?? statement;

    private static bool IsLoop(StatementSyntax statement) => statement is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>Whether a lambda is a stack program: passed to Pulumi itself, which runs it once.</summary>
    private static bool RunsOnce(ProgramView program, AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
        && program.SymbolOf(call) is IMethodSymbol { Name: "RunAsync" or "Create" or "TestAsync", ContainingType: { Name: "Deployment" or "PulumiFn" } type }
        && type.ContainingNamespace.ToDisplayString().StartsWith("Pulumi", StringComparison.Ordinal);
}
