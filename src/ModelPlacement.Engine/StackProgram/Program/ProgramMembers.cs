using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>The methods and constructors of a program that code outside of it may call, those that a test runner calls, and the names of what it reads.</summary>
internal sealed class ProgramMembers
{
    private static readonly ImmutableHashSet<string> TestNamespaces = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Xunit",
        "NUnit.Framework",
        "Microsoft.VisualStudio.TestTools.UnitTesting");

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public ProgramMembers(Compilation compilation, PulumiSymbols pulumi, CancellationToken cancellation)
    {
        var called = CalledNames(compilation, cancellation);
        var roots = new List<IMethodSymbol>();
        var tests = new List<IMethodSymbol>();
        foreach (var method in Methods(compilation.Assembly.GlobalNamespace, cancellation))
        {
            if (IsTest(method))
                tests.Add(method);
            else
                roots.Add(method);
        }

        Tests = tests.ToImmutableArray();
        Uncalled = InOrder(roots.Where(method => !IsNamed(method)));
        Called = InOrder(roots.Where(IsNamed));

        bool IsNamed(IMethodSymbol method) => called.Contains(method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? method.ContainingType.Name : method.Name);

        ImmutableArray<IMethodSymbol> InOrder(IEnumerable<IMethodSymbol> methods) => methods.OrderBy(method => !pulumi.IsResource(method.ContainingType)).ToImmutableArray();
    }

    /// <summary>Ordinary methods and constructors with a body that nothing in the program names, tests left out.</summary>
    public ImmutableArray<IMethodSymbol> Uncalled { get; }

    /// <summary>Those that something in the program names.</summary>
    public ImmutableArray<IMethodSymbol> Called { get; }

    /// <summary>Methods that a test framework runs.</summary>
    public ImmutableArray<IMethodSymbol> Tests { get; }

    /// <summary>Whether the program names a member on some object: <c>x.Name</c>, <c>x?.Name</c>, <c>{ Name: ... }</c>.</summary>
    public bool IsRead(string member) => _read.Contains(member);

    private HashSet<string> CalledNames(Compilation compilation, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier: var read, Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or NameColonSyntax or ExpressionColonSyntax })
                    _read.Add(read.ValueText);
                if (node is InvocationExpressionSyntax { Expression: var expression })
                    names.Add(LastName(expression));
                else if (node is GenericNameSyntax generic)
                    names.UnionWith(generic.TypeArgumentList.Arguments.Select(LastName));
                else if (node is ObjectCreationExpressionSyntax creation)
                    names.Add(LastName(creation.Type));
                else if (node is ArgumentSyntax { Expression: IdentifierNameSyntax group })
                    names.Add(group.Identifier.ValueText);
                else if (node is ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } })
                    names.Add(LastName(declaration.Type));
            }
        }

        return names;
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

    private static bool IsTest(IMethodSymbol method) => method.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { } type && Bases(type).Any(static candidate => TestNamespaces.Contains(candidate.ContainingNamespace.ToDisplayString())));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is IMethodSymbol { IsImplicitlyDeclared: false, IsAbstract: false, MethodKind: MethodKind.Ordinary or MethodKind.Constructor or MethodKind.StaticConstructor } method)
                yield return method;
            if (member is not INamespaceOrTypeSymbol nested)
                continue;
            foreach (var inner in Methods(nested, cancellation))
                yield return inner;
        }
    }
}
