using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>
/// A loop over models that are written in place. Where the platform has all of them, the loop then goes over the platform's names; what else the loop does with a model's name
/// than to serve it, and to name what serves it, must not be there.
/// </summary>
internal static class ModelLoop
{
    /// <summary>The carrier of the models that a creation's loop hands it; null where there is none.</summary>
    public static ModelCarrier? Of(ProgramView program, FindingFacts facts) =>
        facts.Creation.Ancestors().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax))
            .OfType<CommonForEachStatementSyntax>()
            .SelectMany(loop => Variables(program, loop).Select(variable => Of(program, facts, loop, variable.Symbol, variable.Index)))
            .FirstOrDefault(static carrier => carrier is not null);

    private static ModelCarrier? Of(ProgramView program, FindingFacts facts, CommonForEachStatementSyntax loop, ISymbol variable, int? index)
    {
        if (ElementsOf(program, loop.Expression) is not { } elements || ResourceCreation.Of(program, facts.Creation) is not { Args: { } args, Name: { } name })
            return null;
        var writes = ImmutableArray.CreateBuilder<(LiteralExpressionSyntax Literal, CounterpartModel Model)>();
        foreach (var element in elements)
        {
            if ((index is { } part ? PartOf(element, part) : element) is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal || PlatformModels.Named(literal.Token.ValueText) is not { } model)
                return null;
            writes.Add((literal, model));
        }

        var isSame = writes.Select(static write => write.Model.Format).Distinct(StringComparer.Ordinal).Count() == 1
            && writes.All(write => facts.Declared.Contains(write.Model))
            && writes.Select(static write => write.Model.Name).Distinct(StringComparer.Ordinal).Count() == writes.Count;

        // A logical name may show the model's; what is computed from that may need it as it was.
        var reads = program.MentionsOf(variable).Where(mention => mention != name && !(mention.Parent is InterpolationSyntax && name.Span.Contains(mention.Span))).Cast<ExpressionSyntax>().ToImmutableArray();
        return isSame && reads.Any(read => args.Span.Contains(read.Span)) ? new ModelCarrier(writes.ToImmutable(), reads) : null;
    }

    /// <summary>The variables of a loop, each with the part of an element that it stands for; null where that is the whole.</summary>
    private static IEnumerable<(ISymbol Symbol, int? Index)> Variables(ProgramView program, CommonForEachStatementSyntax loop)
    {
        var model = program.ModelOf(loop);
        switch (loop)
        {
            case ForEachStatementSyntax simple when model.GetDeclaredSymbol(simple) is { } variable:
                yield return (variable, null);
                break;
            case ForEachVariableStatementSyntax { Variable: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax { Variables: var parts } } }:
                for (var index = 0; index < parts.Count; index++)
                {
                    if (parts[index] is SingleVariableDesignationSyntax single && model.GetDeclaredSymbol(single) is { } symbol)
                        yield return (symbol, index);
                }

                break;
        }
    }

    /// <summary>The elements that a loop goes over, where they are written in place or in a variable for it alone; else null.</summary>
    private static IEnumerable<ExpressionSyntax>? ElementsOf(ProgramView program, ExpressionSyntax collection) => collection switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: { } initializer } => initializer.Expressions,
        CollectionExpressionSyntax { Elements: var elements } when elements.All(static element => element is ExpressionElementSyntax) => elements.Select(static element => ((ExpressionElementSyntax)element).Expression),
        IdentifierNameSyntax name when program.SymbolOf(name) is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
            && program.MentionsOf(local).Count() == 1
            && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: not IdentifierNameSyntax and var initial } => ElementsOf(program, initial),
        _ => null,
    };

    private static ExpressionSyntax? PartOf(ExpressionSyntax element, int index) => element switch
    {
        TupleExpressionSyntax tuple when index < tuple.Arguments.Count => tuple.Arguments[index].Expression,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: var pair } when index < pair.Count => pair[index],
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var value } => index == 0 ? key : value,
        _ => null,
    };
}
