using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>The names that one file uses, kept as long as its tree: after an edit of one file, the others are not gone through again.</summary>
internal sealed class NamesOfTree
{
    private static readonly ConditionalWeakTable<SyntaxTree, NamesOfTree> Known = new();

    private NamesOfTree(ImmutableHashSet<string> called, ImmutableHashSet<string> read, ImmutableHashSet<string> accessed)
    {
        Called = called;
        Read = read;
        Accessed = accessed;
    }

    /// <summary>The last names of what is invoked, created, passed as a method group or given as a type argument.</summary>
    public ImmutableHashSet<string> Called { get; }

    /// <summary>The members named on some object: <c>x.Name</c>, <c>x?.Name</c>, <c>{ Name: ... }</c>.</summary>
    public ImmutableHashSet<string> Read { get; }

    /// <summary>The last names of what members are named on: the first time runs the static constructor of a class.</summary>
    public ImmutableHashSet<string> Accessed { get; }

    public static NamesOfTree Of(SyntaxTree tree, CancellationToken cancellation) => Known.TryGetValue(tree, out var known) ? known : Known.GetValue(tree, added => Find(added.GetRoot(cancellation)));

    private static NamesOfTree Find(SyntaxNode root)
    {
        var called = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        var read = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        var accessed = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Expression: var holder })
                accessed.Add(LastName(holder));
            else if (node is UsingDirectiveSyntax { StaticKeyword.RawKind: not 0, Name: { } imported })
                accessed.Add(LastName(imported));

            if (node is IdentifierNameSyntax { Identifier: var member, Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or NameColonSyntax or ExpressionColonSyntax })
                read.Add(member.ValueText);
            if (node is InvocationExpressionSyntax { Expression: var expression })
                called.Add(LastName(expression));
            else if (node is GenericNameSyntax generic)
                called.UnionWith(generic.TypeArgumentList.Arguments.Select(LastName));
            else if (node is ObjectCreationExpressionSyntax creation)
                called.Add(LastName(creation.Type));
            else if (node is ArgumentSyntax { Expression: IdentifierNameSyntax group })
                called.Add(group.Identifier.ValueText);
            else if (node is ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } })
                called.Add(LastName(declaration.Type));
        }

        return new NamesOfTree(called.ToImmutable(), read.ToImmutable(), accessed.ToImmutable());
    }

    private static string LastName(ExpressionSyntax expression) => expression switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        _ => "",
    };
}
