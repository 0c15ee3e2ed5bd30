using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>What stands for the supports of the resources of one body: those in scope, and those to declare.</summary>
/// <param name="Expressions">By support id, the variable; by slot (<c>resourceGroup.Name</c>), an expression that one in scope lends.</param>
/// <param name="Missing">The supports to declare, in order.</param>
internal sealed record Supports(ImmutableDictionary<string, string> Expressions, ImmutableArray<SupportResource> Missing)
{
    /// <summary>Looks for supports in scope before a statement.</summary>
    public static Supports Of(ProgramView program, CounterpartFamily family, StatementSyntax? before, SyntaxNode creation)
    {
        var expressions = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var lent = new HashSet<string>(StringComparer.Ordinal);

        // What uses others comes after them, and may lend what it was given.
        foreach (var support in family.Supports.Reverse())
        {
            if (Declared(program, family, support, before ?? creation) is not { } found)
                continue;
            expressions[support.Id] = found.Name;
            foreach (var lends in support.Lends)
            {
                if (found.Creation.Input(lends.Value) is { } value)
                {
                    expressions[lends.Key] = value.ToString();
                    lent.Add(lends.Key.Substring(0, lends.Key.IndexOf(".", StringComparison.Ordinal)));
                }
            }
        }

        var missing = family.Supports.Where(support => !expressions.ContainsKey(support.Id) && !lent.Contains(support.Id)).ToImmutableArray();
        return new Supports(expressions.ToImmutable(), missing);
    }

    /// <summary>What fills a slot of a template that names a support, or null.</summary>
    public string? Fill(string slot)
    {
        if (Expressions.TryGetValue(slot, out var lent))
            return lent;
        var dot = slot.IndexOf(".", StringComparison.Ordinal);
        return dot > 0 && Expressions.TryGetValue(slot.Substring(0, dot), out var variable) ? variable + slot.Substring(dot) : null;
    }

    private static (string Name, ResourceCreation Creation)? Declared(ProgramView program, CounterpartFamily family, SupportResource support, SyntaxNode before)
    {
        if (program.Compilation.GetTypeByMetadataName(family.ClassName(support.Resource.Class)) is not { } type)
            return null;
        foreach (var statement in before.AncestorsAndSelf().OfType<StatementSyntax>().SelectMany(Insertion.Preceding))
        {
            if (statement is not LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: BaseObjectCreationExpressionSyntax syntax } variable] }
                || !SymbolEqualityComparer.Default.Equals(program.TypeOf(syntax), type)
                || ResourceCreation.Of(program, syntax) is not { } creation
                || !support.Needs.All(path => creation.Args is { } args && new WrittenInputs(program).Read(args.Expression, path).Count > 0)
                || !support.Reuse.All(wanted => creation.Input(wanted.Key) is { } value && program.ModelOf(value).GetConstantValue(value) is { Value: string text } && wanted.Value.Contains(text)))
            {
                continue;
            }

            return (variable.Identifier.ValueText, creation);
        }

        return null;
    }
}
