using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>A variable in scope, and the creations of what it may hold: one, but for a parameter, whose callers each pass one.</summary>
internal sealed class Held
{
    private const int DeepestCall = 4;

    private readonly ProgramView _program;
    private readonly SyntaxNode _place;
    private readonly ISymbol _symbol;
    private readonly ImmutableArray<ImmutableArray<IArgumentOperation>> _calls;

    private Held(ProgramView program, SyntaxNode place, ISymbol symbol, ImmutableArray<ResourceCreation> creations, ImmutableArray<ImmutableArray<IArgumentOperation>> calls)
    {
        _program = program;
        _place = place;
        _symbol = symbol;
        Creations = creations;
        _calls = calls;
    }

    public string Name => _symbol.Name;

    public ImmutableArray<ResourceCreation> Creations { get; }

    /// <summary>What holds a resource of a class at a place: variables that are declared before it, the nearest first; parameters; fields and properties that are set once, before it.</summary>
    public static IEnumerable<Held> Of(ProgramView program, INamedTypeSymbol type, SyntaxNode place) =>
        Locals(program, type, place).Concat(Parameters(program, type, place)).Concat(Members(program, type, place));

    /// <summary>What was given for an input, as it can stand at the place; null where it cannot.</summary>
    public string? Input(string name)
    {
        var given = Creations.Select(creation => creation.Input(name)).ToList();
        if (given.Any(static value => value is null))
            return null;
        if (!_calls.IsDefault)
            return Passed(given!);
        return _symbol is ILocalSymbol || IsKnownAt(given[0]!) ? given[0]!.ToString() : null;
    }

    private static IEnumerable<Held> Locals(ProgramView program, INamedTypeSymbol type, SyntaxNode place)
    {
        foreach (var statement in place.AncestorsAndSelf().OfType<StatementSyntax>().SelectMany(Insertion.Preceding))
        {
            if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: BaseObjectCreationExpressionSyntax syntax } variable] }
                && SymbolEqualityComparer.Default.Equals(program.TypeOf(syntax), type)
                && program.ModelOf(variable).GetDeclaredSymbol(variable) is { } local
                && ResourceCreation.Of(program, syntax) is { } creation)
            {
                yield return new Held(program, place, local, ImmutableArray.Create(creation), default);
            }
        }
    }

    private static IEnumerable<Held> Parameters(ProgramView program, INamedTypeSymbol type, SyntaxNode place)
    {
        foreach (var owner in place.Ancestors().Where(static node => node is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax))
        {
            if (program.ModelOf(owner).GetDeclaredSymbol(owner) is not IMethodSymbol method)
                continue;
            foreach (var parameter in method.Parameters.Where(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, type) && IsVisible(program, parameter, place)))
            {
                if (CallsOf(program, method) is { } calls && CreationsPassed(program, parameter, calls, DeepestCall) is { IsDefaultOrEmpty: false } creations)
                    yield return new Held(program, place, parameter, creations, calls);
            }
        }
    }

    private static IEnumerable<Held> Members(ProgramView program, INamedTypeSymbol type, SyntaxNode place)
    {
        if (program.ModelOf(place).GetEnclosingSymbol(place.SpanStart) is not { ContainingType: { } own } || place.FirstAncestorOrSelf<StatementSyntax>() is null && place.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null)
            yield break;
        foreach (var member in own.GetMembers().Where(member => SymbolEqualityComparer.Default.Equals(TypeOf(member), type) && IsVisible(program, member, place)))
        {
            if (CreationOf(program, member) is { } held && IsSetBefore(program, held.Written, place, DeepestCall))
                yield return new Held(program, place, member, ImmutableArray.Create(held.Creation), default);
        }
    }

    /// <summary>What a caller gives as another argument, where all do.</summary>
    private string? Passed(List<ExpressionSyntax> given)
    {
        IParameterSymbol? parameter = null;
        string? member = null;
        for (var call = 0; call < _calls.Length; call++)
        {
            if (given.Count != _calls.Length
                || given[call] is not MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var name }
                || _program.SymbolOf(owner) is not { } symbol
                || _calls[call].FirstOrDefault(argument => argument.Syntax is ArgumentSyntax written && SymbolEqualityComparer.Default.Equals(_program.SymbolOf(written.Expression), symbol))?.Parameter is not { } to
                || (call > 0 && (!SymbolEqualityComparer.Default.Equals(to, parameter) || name != member)))
            {
                return null;
            }

            parameter = to;
            member = name;
        }

        return parameter is null ? null : parameter.Name + "." + member;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    /// <summary>Whether a name means a symbol at a place, and may be used there.</summary>
    private static bool IsVisible(ProgramView program, ISymbol symbol, SyntaxNode place)
    {
        var model = program.ModelOf(place);
        if (!model.LookupSymbols(place.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default))
            return false;
        if (symbol is IFieldSymbol or IPropertySymbol && !symbol.IsStatic)
        {
            for (var owner = model.GetEnclosingSymbol(place.SpanStart); owner is IMethodSymbol; owner = owner.ContainingSymbol)
            {
                if (owner.IsStatic)
                    return false;
            }
        }

        return true;
    }

    private bool IsKnownAt(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Where(static name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
        .All(name => _program.SymbolOf(name) is { } symbol && (symbol is INamespaceOrTypeSymbol || (IsVisible(_program, symbol, _place) && (symbol is not ILocalSymbol || symbol.DeclaringSyntaxReferences.All(declared => declared.Span.End <= _place.SpanStart)))));

    /// <summary>The one creation that a field or property is set to, and where it is; null where there is another, or something else.</summary>
    private static (ResourceCreation Creation, SyntaxNode Written)? CreationOf(ProgramView program, ISymbol member)
    {
        if (member is not { DeclaringSyntaxReferences: [var declaration] })
            return null;
        var written = new List<ExpressionSyntax>();
        switch (declaration.GetSyntax())
        {
            case VariableDeclaratorSyntax variable:
                written.AddRange(variable.Initializer is { Value: var first } ? [first] : []);
                break;
            case PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } property when accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }):
                written.AddRange(property.Initializer is { Value: var initial } ? [initial] : []);
                break;
            default:
                return null;
        }

        foreach (var mention in program.MentionsOf(member))
        {
            var use = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : (ExpressionSyntax)mention;
            if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
                written.Add(assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : assignment);
            else if (use.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None))
                return null;
        }

        written.RemoveAll(static value => value is LiteralExpressionSyntax or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax });
        return written is [BaseObjectCreationExpressionSyntax syntax] && ResourceCreation.Of(program, syntax) is { } creation ? (creation, syntax) : null;
    }

    /// <summary>Whether what is written in a constructor, or where a member is declared, is there at a place, whoever calls what stands there.</summary>
    private static bool IsSetBefore(ProgramView program, SyntaxNode written, SyntaxNode place, int depth)
    {
        if (written.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not { } constructor)
            return written.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is null && written.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is null;
        if (written.Ancestors().OfType<ExpressionStatementSyntax>().FirstOrDefault() is not { Parent: BlockSyntax block } statement || block.Parent != constructor)
            return false;
        if (place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member is GlobalStatementSyntax)
            return true;
        if (member == constructor)
            return statement.Span.End <= place.SpanStart;
        return depth > 0
            && member.Parent == constructor.Parent
            && member is not ConstructorDeclarationSyntax
            && program.ModelOf(member).GetDeclaredSymbol(member) is { } symbol
            && program.MentionsOf(symbol).All(mention => mention.FirstAncestorOrSelf<TypeDeclarationSyntax>() != constructor.Parent || IsSetBefore(program, written, mention, depth - 1));
    }

    /// <summary>The arguments of every call of a method or constructor; null where it is used in another way, or by nobody.</summary>
    private static ImmutableArray<ImmutableArray<IArgumentOperation>>? CallsOf(ProgramView program, IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsOverride)
            return null;
        var calls = ImmutableArray.CreateBuilder<ImmutableArray<IArgumentOperation>>();
        var nodes = method.MethodKind == MethodKind.Constructor
            ? program.CreationsOf(method.ContainingType).Cast<SyntaxNode>()
            : program.MentionsOf(method).Select(static mention => (SyntaxNode?)mention.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? mention);
        foreach (var node in nodes)
        {
            switch (program.ModelOf(node).GetOperation(node))
            {
                case IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method):
                    calls.Add(call.Arguments);
                    break;
                case IObjectCreationOperation creation when SymbolEqualityComparer.Default.Equals(creation.Constructor, method):
                    calls.Add(creation.Arguments);
                    break;
                case IObjectCreationOperation:
                    break;
                default:
                    return null;
            }
        }

        return calls.Count == 0 ? null : calls.ToImmutable();
    }

    /// <summary>What each call passes; the default where that is not known of one.</summary>
    private static ImmutableArray<ResourceCreation> CreationsPassed(ProgramView program, IParameterSymbol parameter, ImmutableArray<ImmutableArray<IArgumentOperation>> calls, int depth)
    {
        var creations = ImmutableArray.CreateBuilder<ResourceCreation>();
        foreach (var call in calls)
        {
            if (depth == 0 || call.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter))?.Syntax is not ArgumentSyntax { Expression: var passed })
                return default;
            var creation = program.SymbolOf(passed) switch
            {
                ILocalSymbol { DeclaringSyntaxReferences: [var reference] } when reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax syntax } && new WrittenInputs(program).IsSteady(passed) => ResourceCreation.Of(program, syntax),
                IFieldSymbol or IPropertySymbol => CreationOf(program, program.SymbolOf(passed)!)?.Creation,
                _ => null,
            };
            if (creation is null)
                return default;
            creations.Add(creation);
        }

        return creations.ToImmutable();
    }
}
