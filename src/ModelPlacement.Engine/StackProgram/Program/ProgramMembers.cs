using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>The methods and constructors of a program that code outside of it may call, those that a test runner calls, and the names of what it reads.</summary>
internal sealed class ProgramMembers
{
    private static readonly ImmutableHashSet<string> TestNamespaces = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Xunit",
        "NUnit.Framework",
        "Microsoft.VisualStudio.TestTools.UnitTesting");

    private readonly ImmutableArray<NamesOfTree> _names;

    public ProgramMembers(Compilation compilation, PulumiSymbols pulumi, CancellationToken cancellation)
    {
        _names = compilation.SyntaxTrees.Select(tree => NamesOfTree.Of(tree, cancellation)).ToImmutableArray();
        var called = new HashSet<string>(_names.SelectMany(static names => names.Called), StringComparer.Ordinal);
        var roots = new List<IMethodSymbol>();
        var tests = new List<IMethodSymbol>();
        var initializers = new List<IMethodSymbol>();
        foreach (var method in Methods(compilation.Assembly.GlobalNamespace, cancellation))
        {
            var attributes = method.GetAttributes();
            if (attributes.Any(static attribute => attribute.AttributeClass is { Name: "ModuleInitializerAttribute", ContainingNamespace.Name: "CompilerServices" }))
                initializers.Add(method);
            (IsTest(attributes) ? tests : roots).Add(method);
        }

        Tests = tests.ToImmutableArray();
        var files = compilation.SyntaxTrees.ToImmutableArray();
        ModuleInitializers = initializers.OrderBy(method => files.IndexOf(method.Locations[0].SourceTree!)).ThenBy(static method => method.Locations[0].SourceSpan.Start).ToImmutableArray();
        Uncalled = InOrder(roots.Where(method => !IsNamed(method)));
        Called = InOrder(roots.Where(IsNamed));

        bool IsNamed(IMethodSymbol method) => called.Contains(method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor ? method.ContainingType.Name : method.Name)
            || (method.MethodKind == MethodKind.StaticConstructor && _names.Any(names => names.Accessed.Contains(method.ContainingType.Name)));

        ImmutableArray<IMethodSymbol> InOrder(IEnumerable<IMethodSymbol> methods) => methods.OrderBy(method => !pulumi.IsResource(method.ContainingType)).ToImmutableArray();
    }

    /// <summary>Ordinary methods and constructors with a body that nothing in the program names, tests left out.</summary>
    public ImmutableArray<IMethodSymbol> Uncalled { get; }

    /// <summary>Those that something in the program names.</summary>
    public ImmutableArray<IMethodSymbol> Called { get; }

    /// <summary>Methods that a test framework runs.</summary>
    public ImmutableArray<IMethodSymbol> Tests { get; }

    /// <summary>Methods that run before the program begins, in the order in which they do.</summary>
    public ImmutableArray<IMethodSymbol> ModuleInitializers { get; }

    /// <summary>Whether the program names a member on some object: <c>x.Name</c>, <c>x?.Name</c>, <c>{ Name: ... }</c>.</summary>
    public bool IsRead(string member) => _names.Any(names => names.Read.Contains(member));

    private static bool IsTest(ImmutableArray<AttributeData> attributes) => attributes.Any(static attribute =>
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
