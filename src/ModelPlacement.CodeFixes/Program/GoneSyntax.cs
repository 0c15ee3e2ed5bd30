using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>
/// The parts of a program that a fix takes away, and with them what nothing else uses: variables, and resources of the kinds that the data calls leftovers. What
/// holds data of its own (a bucket, a network) stays.
/// </summary>
internal sealed class GoneSyntax
{
    private const int DeepestCall = 3;

    private readonly ProgramView _program;
    private readonly HashSet<SyntaxNode> _gone = new();
    private readonly HashSet<SyntaxNode> _kept = new();
    private readonly HashSet<SyntaxNode> _redirected = new();
    private readonly Queue<SyntaxNode> _pending = new();

    public GoneSyntax(ProgramView program) => _program = program;

    /// <summary>Statements and members that go as a whole.</summary>
    public IEnumerable<SyntaxNode> Declarations => _gone.Where(static node => node is StatementSyntax or MemberDeclarationSyntax);

    public IEnumerable<SyntaxNode> All => _gone;

    public void Add(SyntaxNode node)
    {
        if (!_gone.Add(node))
            return;
        _pending.Enqueue(node);
        if (node is StatementSyntax statement && EmptiedWith(statement) is { } emptied)
            Add(emptied);
    }

    /// <summary>A part of what goes that is carried over.</summary>
    public void Keep(SyntaxNode node) => _kept.Add(node);

    /// <summary>A mention that is written anew if what it mentions goes.</summary>
    public void Redirect(SyntaxNode mention) => _redirected.Add(mention);

    /// <summary>Whether the declaration of a variable goes.</summary>
    public bool IsGone(ISymbol variable) => variable.DeclaringSyntaxReferences.All(reference => IsGone(reference.GetSyntax()));

    public bool IsGone(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            if (_kept.Contains(current))
                return false;
            if (_gone.Contains(current))
                return true;
        }

        return false;
    }

    /// <summary>Takes away what only those parts used, and what only that used, until nothing more goes.</summary>
    public void Settle()
    {
        while (_pending.Count > 0)
        {
            var node = _pending.Dequeue();
            foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(IsGone))
            {
                if (_program.SymbolOf(name) is { } symbol && Unused(symbol) is { } declarations)
                {
                    foreach (var declaration in declarations)
                        Add(declaration);
                }
            }
        }
    }

    /// <summary>The condition or loop that nothing is left in without a statement; null where something is, or where it does something itself.</summary>
    private StatementSyntax? EmptiedWith(StatementSyntax statement)
    {
        var body = statement.Parent is BlockSyntax block && block.Statements.All(_gone.Contains) ? block : statement;
        return body.Parent switch
        {
            IfStatementSyntax { Else: null } condition when IsWithoutEffect(condition.Condition, DeepestCall) => condition,
            CommonForEachStatementSyntax loop when loop.Statement == body && IsWithoutEffect(loop.Expression, DeepestCall) => loop,
            _ => null,
        };
    }

    /// <summary>What to take away with a symbol that only gone parts mention; null where it must stay.</summary>
    private List<SyntaxNode>? Unused(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.Length != 1 || DeclarationOf(symbol) is not { } declaration || IsGone(declaration))
            return null;

        var going = new List<SyntaxNode> { declaration };
        foreach (var mention in _program.MentionsOf(symbol))
        {
            if (IsGone(mention) || _redirected.Contains(mention) || declaration.Span.Contains(mention.Span) && declaration.SyntaxTree == mention.SyntaxTree)
                continue;
            if (WriteOf(mention) is { } write && IsWithoutEffect(write.Value, DeepestCall))
                going.Add(write.Statement);
            else if (AttachedBy(mention, symbol) is { } attached)
                going.Add(attached);
            else
                return null;
        }

        return going.All(IsWhole) ? going : null;
    }

    private SyntaxNode? DeclarationOf(ISymbol symbol)
    {
        var syntax = symbol.DeclaringSyntaxReferences[0].GetSyntax();
        return (symbol, syntax) switch
        {
            (ILocalSymbol, VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable)
                when statement.UsingKeyword.RawKind == 0 && IsWithoutEffect(variable.Initializer?.Value, DeepestCall) => statement,
            (IFieldSymbol { DeclaredAccessibility: Accessibility.Private }, VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } variable)
                when IsWithoutEffect(variable.Initializer?.Value, DeepestCall) => field,
            (IMethodSymbol { MethodKind: MethodKind.LocalFunction }, LocalFunctionStatementSyntax function) => function,
            (IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations.IsEmpty: true }, MethodDeclarationSyntax { HasStructuredTrivia: false } method) => method,
            _ => null,
        };
    }

    private static (StatementSyntax Statement, ExpressionSyntax Value)? WriteOf(SyntaxNode mention)
    {
        var target = mention.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : mention;
        return target.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment && assignment.Left == target
            ? (statement, assignment.Right)
            : null;
    }

    /// <summary>The statement that creates a resource which belongs to the mentioned one and which nothing else uses.</summary>
    private StatementSyntax? AttachedBy(SyntaxNode mention, ISymbol symbol)
    {
        var creation = mention.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(_program.IsResource);
        if (creation is null
            || _program.TokenOf(creation) is not { } token
            || IsProtected(creation)
            || !CounterpartData.BuiltIn.Attached.TryGetValue(token, out var attached)
            || ResourceCreation.Of(_program, creation) is not { } resource
            || !attached.By.Any(input => resource.Input(input)?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => SymbolEqualityComparer.Default.Equals(_program.SymbolOf(name), symbol)) == true)
            || (attached.Serves is { } serves && resource.Input(serves) is { } served && !OnlyMentions(served, symbol)))
        {
            return null;
        }

        return creation.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } => statement,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable }
                when _program.ModelOf(variable).GetDeclaredSymbol(variable) is { } local && _program.MentionsOf(local).All(IsGone) => statement,
            _ => null,
        };
    }

    /// <summary>Whether every resource that an expression mentions goes, or is the one of a variable.</summary>
    private bool OnlyMentions(ExpressionSyntax expression, ISymbol variable) =>
        expression.DescendantNodes().OfType<IdentifierNameSyntax>().All(name =>
            _program.SymbolOf(name) is not (ILocalSymbol or IFieldSymbol) || !_program.Pulumi.IsResource(_program.TypeOf(name)) || SymbolEqualityComparer.Default.Equals(_program.SymbolOf(name), variable) || IsGone(_program.SymbolOf(name)!));

    /// <summary>Whether a declaration can be cut out of its file without leaving its surroundings broken.</summary>
    private static bool IsWhole(SyntaxNode node) =>
        !node.ContainsDirectives && node is MemberDeclarationSyntax or StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax };

    /// <summary>Whether leaving an expression out changes nothing but its own value: it creates no resource that must stay, writes nothing and waits for nothing.</summary>
    private bool IsWithoutEffect(SyntaxNode? expression, int depth) =>
        expression is null || expression.DescendantNodesAndSelf().All(node => node switch
        {
            AwaitExpressionSyntax => false,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax } => true,
            AssignmentExpressionSyntax { Left: var target } => _program.SymbolOf(target) is ILocalSymbol { DeclaringSyntaxReferences: [var declared] } && expression.Span.Contains(declared.Span),
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression),
            BaseObjectCreationExpressionSyntax creation => _program.IsResource(creation)
                ? _program.TokenOf(creation) is { } token && CounterpartData.BuiltIn.IsLeftover(token) && !IsProtected(creation)
                : _program.TypeOf(creation) is { } type && type.Locations.All(static location => location.IsInMetadata),
            InvocationExpressionSyntax call => _program.SymbolOf(call) is IMethodSymbol method ? IsWithoutEffect(method, depth) : IsNameOf(call),
            _ => true,
        });

    /// <summary>Whether somebody said that it must not go by accident.</summary>
    private bool IsProtected(BaseObjectCreationExpressionSyntax creation) =>
        ResourceCreation.Members((ResourceCreation.Of(_program, creation)?.Options?.Expression as BaseObjectCreationExpressionSyntax)?.Initializer)
            .Any(static option => option is { Member.Identifier.ValueText: "Protect", Value: not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } });

    private bool IsWithoutEffect(IMethodSymbol method, int depth) =>
        !method.ReturnsVoid
        && method.DeclaringSyntaxReferences.All(reference => depth > 0 && IsWithoutEffect(reference.GetSyntax(), depth - 1));

    private static bool IsNameOf(InvocationExpressionSyntax call) => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };
}
