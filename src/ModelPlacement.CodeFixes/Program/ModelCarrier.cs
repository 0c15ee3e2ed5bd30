using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>
/// The parameter, or the property of an arguments class, through which models reach a resource. A helper or component can be rewritten when every caller names a model that
/// the counterpart's platform has: the carrier then carries the platform's names.
/// </summary>
/// <param name="Writes">Each literal that is passed, with the platform's name of it.</param>
/// <param name="Reads">Each expression that reads what was passed.</param>
internal sealed record ModelCarrier(ImmutableArray<(LiteralExpressionSyntax Literal, CounterpartModel Model)> Writes, ImmutableArray<ExpressionSyntax> Reads)
{
    /// <summary>The carrier that an entry is passed to; null where it cannot be rewritten for every caller.</summary>
    public static ModelCarrier? Of(ProgramView program, ExpressionSyntax entry) => entry.Parent switch
    {
        ArgumentSyntax argument when program.ModelOf(argument).GetOperation(argument) is IArgumentOperation { Parameter: { } parameter } => OfParameter(program, parameter),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when program.SymbolOf(assignment.Left) is IPropertySymbol property => OfProperty(program, property),
        _ => null,
    };

    private static ModelCarrier? OfParameter(ProgramView program, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { DeclaringSyntaxReferences: [var declaration] } method || declaration.GetSyntax() is RecordDeclarationSyntax)
            return null;
        var writes = new List<ExpressionSyntax>();
        var calls = method.MethodKind == MethodKind.Constructor
            ? program.CreationsOf(method.ContainingType).Cast<SyntaxNode>()
            : program.MentionsOf(method).Select(static mention => mention.FirstAncestorOrSelf<InvocationExpressionSyntax>()!);
        foreach (var call in calls)
        {
            var arguments = call is null ? default : program.ModelOf(call).GetOperation(call) switch
            {
                IInvocationOperation invocation when SymbolEqualityComparer.Default.Equals(invocation.TargetMethod, method) => invocation.Arguments,
                IObjectCreationOperation creation when SymbolEqualityComparer.Default.Equals(creation.Constructor, method) => creation.Arguments,
                IObjectCreationOperation => ImmutableArray<IArgumentOperation>.Empty,
                _ => default,
            };
            if (arguments.IsDefault)
                return null;
            foreach (var argument in arguments.Where(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter)))
            {
                if (argument.Syntax is not ArgumentSyntax written)
                    return null;
                writes.Add(written.Expression);
            }
        }

        return Of(writes, program.MentionsOf(parameter).Where(static mention => mention.Parent is not NameColonSyntax));
    }

    private static ModelCarrier? OfProperty(ProgramView program, IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences is not [var declaration] || declaration.GetSyntax() is not PropertyDeclarationSyntax { ExpressionBody: null } written)
            return null;
        var writes = new List<ExpressionSyntax>();
        if (written.Initializer is { Value: var initial } && initial.ToString() is not ("null!" or "default!" or "null" or "default" or "\"\"" or "string.Empty"))
            writes.Add(initial);
        var reads = new List<ExpressionSyntax>();
        foreach (var mention in program.MentionsOf(property))
        {
            var use = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : (ExpressionSyntax)mention;
            if (use.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == use)
                writes.Add(assignment.Right);
            else
                reads.Add(use);
        }

        return Of(writes, reads);
    }

    private static ModelCarrier? Of(List<ExpressionSyntax> writes, IEnumerable<ExpressionSyntax> reads)
    {
        var named = ImmutableArray.CreateBuilder<(LiteralExpressionSyntax, CounterpartModel)>();
        foreach (var write in writes)
        {
            if (write is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal || PlatformModels.Named(literal.Token.ValueText) is not { } model)
                return null;
            named.Add((literal, model));
        }

        var all = reads.ToImmutableArray();

        // One resource is of one vendor's format.
        return all.IsEmpty || named.Select(static write => write.Item2.Format).Distinct(StringComparer.Ordinal).Count() != 1 ? null : new ModelCarrier(named.ToImmutable(), all);
    }
}
