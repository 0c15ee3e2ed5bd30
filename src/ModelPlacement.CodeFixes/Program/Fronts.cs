using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>The variables of what a resource is reached through: its target groups, and the load balancers whose listeners lead to them.</summary>
internal sealed class Fronts
{
    private readonly ProgramView _program;
    private readonly Dictionary<ISymbol, string> _tokens = new(SymbolEqualityComparer.Default);
    private readonly List<(ExpressionSyntax Use, ISymbol Variable, string Output)> _reads = new();
    private readonly List<(ISymbol Front, SyntaxNode Attached)> _leading = new();

    private Fronts(ProgramView program) => _program = program;

    /// <summary>Reads of their outputs by the rest of the program.</summary>
    public IEnumerable<(ExpressionSyntax Use, ISymbol Variable, string Output)> Reads => _reads;

    public static Fronts Of(ProgramView program, ResourceCreation creation)
    {
        var fronts = new Fronts(program);
        if (creation.Args is { } args)
            fronts.Follow(args.Expression, creation.Syntax);
        return fronts;
    }

    public string TokenOf(ISymbol front) => _tokens[front];

    /// <summary>Whether none is left behind with nothing to lead to: each goes, or leads elsewhere through something that stays.</summary>
    public bool AreSettled(GoneSyntax gone) => _tokens.Keys.All(front => gone.IsGone(front) || _leading.Any(pair => SymbolEqualityComparer.Default.Equals(pair.Front, front) && !gone.IsGone(pair.Attached)));

    private void Follow(SyntaxNode from, SyntaxNode creation)
    {
        foreach (var name in from.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (_program.SymbolOf(name) is ILocalSymbol { Type: INamedTypeSymbol type } local && !_tokens.ContainsKey(local) && _program.Pulumi.Token(type) is { } token && CounterpartData.BuiltIn.Fronts.ContainsKey(token))
                Add(local, token, creation);
        }
    }

    private void Add(ILocalSymbol front, string token, SyntaxNode creation)
    {
        _tokens.Add(front, token);
        foreach (var mention in _program.MentionsOf(front))
        {
            var user = mention.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(_program.IsResource);
            if (user == creation)
                continue;
            if (user is not null && CounterpartData.BuiltIn.Attached.TryGetValue(_program.TokenOf(user) ?? "", out var attached))
            {
                if (attached.Serves is { } serves && ResourceCreation.Of(_program, user)?.Input(serves)?.Span.Contains(mention.Span) == false)
                    _leading.Add((front, user));
                Follow(user, creation);
            }
            else if (mention.Parent is MemberAccessExpressionSyntax access && access.Expression == mention && _program.SymbolOf(access.Name) is IPropertySymbol property && _program.Pulumi.OutputName(property) is { } output)
            {
                _reads.Add((access, front, output));
            }
        }
    }
}
