using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>Which members of the program stand for an interface, abstract or virtual member.</summary>
public sealed class Implementations
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _all = new(SymbolEqualityComparer.Default);

    public Implementations(Compilation compilation) => _compilation = compilation;

    /// <summary>Whether a symbol is declared in the program itself.</summary>
    public bool IsOfProgram(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>
    /// Every method of the program that may run where a method of the program is called: itself, unless it is abstract, and those that implement or override it. Empty
    /// where there is none, or so many that they tell nothing.
    /// </summary>
    public ImmutableArray<IMethodSymbol> All(IMethodSymbol method, CancellationToken cancellation) =>
        _all.GetOrAdd(method.OriginalDefinition, symbol => Find((IMethodSymbol)symbol, cancellation));

    /// <summary>The member of a class that stands for a virtual or interface member.</summary>
    public static ISymbol Of(ISymbol member, ITypeSymbol type)
    {
        if (member.ContainingType?.TypeKind == TypeKind.Interface)
        {
            // What implements it in a base class may be abstract there, or overridden since.
            var implementation = type.FindImplementationForInterfaceMember(Unconstructed(member)) ?? member;
            return implementation.ContainingType.TypeKind == TypeKind.Interface ? implementation : Of(implementation, type);
        }

        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride)
            return member;
        for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, member.ContainingType?.OriginalDefinition); current = current.BaseType)
        {
            foreach (var candidate in current.GetMembers(member.Name))
            {
                for (var overridden = Overridden(candidate); overridden is not null; overridden = Overridden(overridden))
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                        return candidate;
                }
            }
        }

        return member;
    }

    /// <summary>The static member of a type that stands for a static member of an interface; null where the type has none.</summary>
    /// <param name="member">The member of the interface, whatever its type arguments.</param>
    /// <param name="type">A type that implements the interface.</param>
    public static ISymbol? OfStatic(ISymbol member, ITypeSymbol type)
    {
        var implementations = InContracts(member, type).Select(contracted => type.FindImplementationForInterfaceMember(contracted) ?? (contracted.IsAbstract ? null : contracted)).ToList();
        return implementations.Count == 1 ? implementations[0] : null;
    }

    // The member as the interfaces of a type have it, which may implement one several times with different type arguments.
    private static IEnumerable<ISymbol> InContracts(ISymbol member, ITypeSymbol type) => type.AllInterfaces
        .Where(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, member.ContainingType.OriginalDefinition))
        .SelectMany(contract => contract.GetMembers(member.Name).Where(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.OriginalDefinition)));

    private static ISymbol Unconstructed(ISymbol member) => (member as IMethodSymbol)?.ConstructedFrom ?? member;

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellation)
    {
        const int Limit = 8;
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract)
            found.Add(method);
        foreach (var type in Types(_compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
                found.UnionWith(Candidates(type, method).Where(static candidate => !candidate.IsAbstract));
            if (found.Count > Limit)
                return ImmutableArray<IMethodSymbol>.Empty;
        }

        return found.ToImmutableArray();
    }

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contracted in InContracts(method, type))
            {
                if (Of(contracted, type) is IMethodSymbol implementation)
                    yield return implementation;
            }

            yield break;
        }

        foreach (var member in type.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            for (var overridden = member.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                    yield return member;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol nested)
            {
                foreach (var inner in Types(nested))
                    yield return inner;
            }
        }
    }
}
