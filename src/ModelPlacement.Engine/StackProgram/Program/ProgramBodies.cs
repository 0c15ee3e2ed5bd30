using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>What a field or property of a type is set to where it is declared.</summary>
public sealed record MemberInitializer(ISymbol Member, SyntaxNode Initializer);

/// <summary>
/// The bound bodies of one compilation, by the symbol they belong to. The compiler's driver hands bodies to actions as it binds them, and those are kept;
/// a body that is needed before it came is bound here, once. Safe for concurrent use.
/// </summary>
public sealed class ProgramBodies
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxNode, IOperation?> _operations = new();
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<MemberInitializer>> _initializers = new(SymbolEqualityComparer.Default);

    public ProgramBodies(Compilation compilation) => _compilation = compilation;

    /// <summary>Keeps a body that the driver has bound.</summary>
    public void Add(IOperation block)
    {
        var root = block;
        while (root.Parent is not null)
            root = root.Parent;
        _operations.TryAdd(root.Syntax, root);
    }

    /// <summary>
    /// The body of a method, accessor or constructor of the program: an <see cref="IMethodBodyOperation"/>, <see cref="IConstructorBodyOperation"/> or
    /// <see cref="IBlockOperation"/>; null where it has none (abstract, extern, implicit, or from metadata).
    /// </summary>
    public IOperation? Body(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var reference in Implementation(method).DeclaringSyntaxReferences)
        {
            // A referenced project is seen with its source; its trees are not of this compilation.
            if (!_compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;
            var syntax = reference.GetSyntax(cancellation);

            // A record's generated members name its declaration too, which is the body of its primary constructor alone.
            if (syntax is TypeDeclarationSyntax && method is not { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false })
                continue;
            if (BodySyntax(syntax) is { } body)
                return Bind(body, cancellation);
        }

        return null;
    }

    /// <summary>The part of a partial member that has the body, which names the parameters of that part; any other member itself.</summary>
    public static IMethodSymbol Implementation(IMethodSymbol method) => method.PartialImplementationPart ?? method;

    /// <summary>What initializes the instance (or static) fields and properties of a type, in the order in which it runs.</summary>
    public ImmutableArray<MemberInitializer> Initializers(INamedTypeSymbol type, bool isStatic) =>
        _initializers.GetOrAdd(type.OriginalDefinition, symbol => FindInitializers((INamedTypeSymbol)symbol))
            .Where(initializer => initializer.Member.IsStatic == isStatic)
            .ToImmutableArray();

    /// <summary>The bound form of a node that is a body or an initializer.</summary>
    public IOperation? Bind(SyntaxNode node, CancellationToken cancellation)
    {
        if (_operations.TryGetValue(node, out var known))
            return known;
        return _operations.GetOrAdd(node, BindNow(node, cancellation));
    }

    // Over some half-typed code the compiler itself stumbles when asked: that is code that does not compile, and no fault of the program's other code.
    private IOperation? BindNow(SyntaxNode node, CancellationToken cancellation)
    {
        try
        {
            return Model(node.SyntaxTree).GetOperation(node, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The entry point of the program, or null for a library.</summary>
    public IMethodSymbol? EntryPoint(CancellationToken cancellation) => _compilation.GetEntryPoint(cancellation);

    public ISymbol? DeclaredSymbol(SyntaxNode declaration, CancellationToken cancellation) => Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation);

    // The one place that asks a compilation for a semantic model. RS1030 warns of the cost of models made per action: these are made once per tree, and
    // only for bodies that the driver has not handed over.
#pragma warning disable RS1030
    private SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, added => _compilation.GetSemanticModel(added));
#pragma warning restore RS1030

    private static SyntaxNode? BodySyntax(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        BaseMethodDeclarationSyntax method => method,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax accessor => accessor,
        ArrowExpressionClauseSyntax arrow => arrow,
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        CompilationUnitSyntax unit => unit,
        TypeDeclarationSyntax { BaseList: { } bases } => bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
        _ => null,
    };

    private static ImmutableArray<MemberInitializer> FindInitializers(INamedTypeSymbol type)
    {
        var found = new List<MemberInitializer>();
        foreach (var member in type.GetMembers())
        {
            if (member is not (IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } or IPropertySymbol))
                continue;
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                SyntaxNode? initializer = reference.GetSyntax() switch
                {
                    VariableDeclaratorSyntax { Initializer: { } value } => value,
                    PropertyDeclarationSyntax { Initializer: { } value } => value,
                    _ => null,
                };
                if (initializer is not null)
                    found.Add(new MemberInitializer(member, initializer));
            }
        }

        return found
            .OrderBy(static entry => entry.Initializer.SyntaxTree.FilePath, System.StringComparer.Ordinal)
            .ThenBy(static entry => RuntimeHelpers.GetHashCode(entry.Initializer.SyntaxTree))
            .ThenBy(static entry => entry.Initializer.SpanStart)
            .ToImmutableArray();
    }
}
