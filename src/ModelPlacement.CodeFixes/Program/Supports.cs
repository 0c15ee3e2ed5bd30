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
        var missing = new List<SupportResource>();
        foreach (var support in family.Supports.Reverse())
        {
            if (Existing(program, family, support, before ?? creation) is { } found)
            {
                expressions[support.Id] = found.Name;
                foreach (var lends in support.Lends)
                {
                    lent.Add(lends.Key);
                    if (found.Input(lends.Value) is { } value)
                        expressions[lends.Key] = value;
                }
            }
            else if (!IsLent(support, lent, expressions.ContainsKey, missing))
            {
                missing.Insert(0, support);
            }
        }

        return new Supports(expressions.ToImmutable(), missing.ToImmutableArray());
    }

    /// <summary>Whether those in scope say all that is asked of a support, or nobody asks.</summary>
    private static bool IsLent(SupportResource support, HashSet<string> lent, Func<string, bool> isSaid, List<SupportResource> missing) =>
        lent.Where(slot => slot.StartsWith(support.Id + ".", StringComparison.Ordinal)).ToList() is { Count: > 0 } slots
        && slots.All(slot => isSaid(slot) || !missing.Any(other => other.Resource.Slots().Any(asked => asked == slot)));

    /// <summary>What fills a slot of a template that names a support, or null.</summary>
    public string? Fill(string slot)
    {
        if (Expressions.TryGetValue(slot, out var lent))
            return lent;
        var dot = slot.IndexOf(".", StringComparison.Ordinal);
        return dot > 0 && Expressions.TryGetValue(slot.Substring(0, dot), out var variable) ? variable + slot.Substring(dot) : null;
    }

    /// <summary>One that is in scope and as it must be, and of which all is known that it must lend.</summary>
    private static Held? Existing(ProgramView program, CounterpartFamily family, SupportResource support, SyntaxNode place) =>
        program.Compilation.GetTypeByMetadataName(family.ClassName(support.Resource.Class)) is not { } type
            ? null
            : Held.Of(program, type, place).FirstOrDefault(held => held.Creations.All(creation => Fits(program, support, creation)) && support.Lends.All(lends => !family.Has(lends.Key) || held.Input(lends.Value) is not null));

    private static bool Fits(ProgramView program, SupportResource support, ResourceCreation creation) =>
        support.Needs.All(path => creation.Args is { } args && new WrittenInputs(program).Read(args.Expression, path).Count > 0)
        && support.Reuse.All(wanted => creation.Input(wanted.Key) is { } value && program.ModelOf(value).GetConstantValue(value) is { Value: string text } && wanted.Value.Contains(text));
}
