using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>Which resource a new one waits for, where the platform changes one at a time.</summary>
internal static class Predecessor
{
    /// <summary>The variable of the nearest resource before a statement that is, or becomes, one of the family's on the same support; null where there is none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="family">The family.</param>
    /// <param name="before">The statement of the new resource.</param>
    /// <param name="becomes">Whether a creation becomes one of the family's in the same step.</param>
    /// <param name="shared">The expression that names what is changed one resource at a time.</param>
    public static string? Of(ProgramView program, CounterpartFamily family, StatementSyntax before, System.Func<SyntaxNode, bool> becomes, string? shared)
    {
        if (family.OneAtATime is not { } input || shared is null)
            return null;
        var body = Insertion.BodyOf(before);
        foreach (var statement in before.AncestorsAndSelf().TakeWhile(outer => outer != body).OfType<StatementSyntax>().SelectMany(Insertion.Preceding))
        {
            if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: BaseObjectCreationExpressionSyntax creation } variable] }
                && (becomes(creation) || (IsOf(program, family, creation) && ResourceCreation.Of(program, creation)?.Input(input)?.ToString() == shared)))
            {
                return variable.Identifier.ValueText;
            }
        }

        return null;
    }

    private static bool IsOf(ProgramView program, CounterpartFamily family, SyntaxNode creation) =>
        SymbolEqualityComparer.Default.Equals(program.TypeOf(creation), program.Compilation.GetTypeByMetadataName(family.ClassName(family.Resource.Class)));
}
