using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>A <c>new T(name, args, options)</c> of a resource class, taken apart.</summary>
internal sealed class ResourceCreation
{
    private readonly ProgramView _program;

    private ResourceCreation(ProgramView program, BaseObjectCreationExpressionSyntax syntax, INamedTypeSymbol type)
    {
        _program = program;
        Syntax = syntax;
        Type = type;
    }

    public BaseObjectCreationExpressionSyntax Syntax { get; }

    public INamedTypeSymbol Type { get; }

    /// <summary>The written class; null in a target-typed creation.</summary>
    public TypeSyntax? TypeName => (Syntax as ObjectCreationExpressionSyntax)?.Type;

    public ExpressionSyntax? Name { get; private set; }

    public ArgumentSyntax? Args { get; private set; }

    public ArgumentSyntax? Options { get; private set; }

    /// <summary>Reads a creation, or null where it is none of a resource, or one in a shape that resource classes do not have.</summary>
    public static ResourceCreation? Of(ProgramView program, BaseObjectCreationExpressionSyntax syntax)
    {
        if (syntax.Initializer is not null || program.ModelOf(syntax).GetOperation(syntax) is not IObjectCreationOperation { Type: INamedTypeSymbol type } operation || !program.Pulumi.IsResource(type))
            return null;
        var creation = new ResourceCreation(program, syntax, type);
        foreach (var argument in operation.Arguments)
        {
            if (argument.Syntax is not ArgumentSyntax written)
                continue;
            switch (argument.Parameter?.Name)
            {
                case "name":
                    creation.Name = written.Expression;
                    break;
                case "args":
                    creation.Args = written;
                    break;
                case "options":
                    creation.Options = written;
                    break;
                default:
                    return null;
            }
        }

        return creation.Name is null ? null : creation;
    }

    /// <summary>The creation whose type name, or whose <c>new</c>, stands at a place.</summary>
    public static BaseObjectCreationExpressionSyntax? At(SyntaxNode root, TextSpan span)
    {
        if (!root.FullSpan.Contains(span))
            return null;
        return root.FindToken(span.Start).Parent?.AncestorsAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(creation =>
            creation is ObjectCreationExpressionSyntax written ? written.Type.Span == span || written.NewKeyword.Span == span : creation.NewKeyword.Span == span);
    }

    /// <summary>The initializer of the args object, where it is written in place.</summary>
    public InitializerExpressionSyntax? Initializer => (Args?.Expression as BaseObjectCreationExpressionSyntax)?.Initializer;

    /// <summary>The expression of an input, by schema name, where it is written in place.</summary>
    public ExpressionSyntax? Input(string name)
    {
        foreach (var (member, value) in Members(Initializer))
        {
            if (_program.SymbolOf(member) is IPropertySymbol property && _program.Pulumi.InputName(property) == name)
                return value;
        }

        return null;
    }

    /// <summary>The members that an object initializer sets.</summary>
    public static IEnumerable<(IdentifierNameSyntax Member, ExpressionSyntax Value)> Members(InitializerExpressionSyntax? initializer)
    {
        if (initializer is null)
            yield break;
        foreach (var expression in initializer.Expressions)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member, RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
                yield return (member, assignment.Right);
        }
    }
}
