using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>Which member of the program stands for an interface or abstract member, where there is only one.</summary>
public sealed class Implementations
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ISymbol, IMethodSymbol?> _only = new(SymbolEqualityComparer.Default);

    public Implementations(Compilation compilation) => _compilation = compilation;

    /// <summary>The only method of the program that implements or overrides a method of the program, or null where there are several or none.</summary>
    public IMethodSymbol? Only(IMethodSymbol method, CancellationToken cancellation) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly)
            ? _only.GetOrAdd(method.OriginalDefinition, symbol => Find((IMethodSymbol)symbol, cancellation))
            : null;

    private IMethodSymbol? Find(IMethodSymbol method, CancellationToken cancellation)
    {
        IMethodSymbol? found = method.IsAbstract ? null : method;
        foreach (var type in Types(_compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
                continue;
            foreach (var candidate in Candidates(type, method))
            {
                if (found is not null && !SymbolEqualityComparer.Default.Equals(found, candidate))
                    return null;
                found = candidate;
            }
        }

        return found;
    }

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            if (type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType.OriginalDefinition))
                && type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation)
            {
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
