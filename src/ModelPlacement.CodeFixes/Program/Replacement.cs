using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Writing;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>One resource that becomes its counterpart, and what that means for the code that mentions it.</summary>
internal sealed class Replacement
{
    private readonly ProgramView _program;
    private readonly INamedTypeSymbol? _newType;
    private readonly List<(SimpleNameSyntax Name, int End, string Output)> _renames = new();
    private readonly List<(ExpressionSyntax Use, ISymbol Variable, string Output)> _redirects = new();
    private readonly List<SyntaxNode> _goneWithIt = new();
    private readonly List<(InitializerExpressionSyntax Place, ConsumerObject Rule)> _callers = new();
    private readonly List<ISymbol> _holders = new();
    private readonly HashSet<ExpressionSyntax> _openings = new();
    private bool _isOpened;

    private Replacement(ProgramView program, FindingFacts facts, ModelCarrier? carrier, ResourceCreation creation, CarriedInputs inputs, CarriedOptions options)
    {
        _program = program;
        _newType = program.Compilation.GetTypeByMetadataName(facts.Family.ClassName(facts.Family.Resource.Class));
        Inputs = inputs;
        Fronts = Program.Fronts.Of(program, creation);
        Facts = facts;
        Carrier = carrier;
        Creation = creation;
        Options = options;
        Before = Insertion.StatementBefore(program, creation.Syntax);
        Capacity = facts.Source.Capacity is { } capacity ? Written(program, creation.Args!.Expression, capacity) : null;
        Tags = creation.Input(facts.Source.Tags) is { } tags && IsStringMap(tags) ? tags : null;
        TagList = Tags is null && creation.Input(facts.Source.Tags) is { } list ? ListOf(list) : null;
    }

    public FindingFacts Facts { get; }

    public ResourceCreation Creation { get; }

    public CounterpartFamily Family => Facts.Family;

    /// <summary>What it was given that its counterpart is given too.</summary>
    public CarriedInputs Inputs { get; }

    /// <summary>What it is reached through.</summary>
    public Fronts Fronts { get; }

    public CarriedOptions Options { get; }

    /// <summary>What carries the model in from callers, or null where it stands in the resource's own body.</summary>
    public ModelCarrier? Carrier { get; }

    /// <summary>The variables, fields, properties and methods that hold or return the resource under its own class.</summary>
    public IReadOnlyList<ISymbol> Holders => _holders;

    /// <summary>The statement before which its supports can be declared, or null where there is none.</summary>
    public StatementSyntax? Before { get; }

    /// <summary>The models as the program writes them: of every caller, where the model comes in from there.</summary>
    public ImmutableArray<string> ModelTexts => Carrier is { } carrier ? carrier.Writes.Select(static write => write.Literal.Token.ValueText).ToImmutableArray()
        : Facts.ModelText is { } text ? ImmutableArray.Create(text)
        : ImmutableArray<string>.Empty;

    /// <summary>The written number of units, or null.</summary>
    public WrittenValue? Capacity { get; }

    /// <summary>The written tags, or null.</summary>
    public ExpressionSyntax? Tags { get; }

    /// <summary>The written tags where they are a list of keys and values, which the counterpart has as a map; else null.</summary>
    public (WrittenList Tags, ImmutableArray<SyntaxNode> Parts)? TagList { get; }

    /// <summary>Members that are now read under another name, each up to where what is read of it ends.</summary>
    public IEnumerable<(SimpleNameSyntax Name, int End, string Output)> Renames => _renames;

    /// <summary>Reads of a dependent's or a front's outputs that are now read from this one, each with the variable that it reads from now.</summary>
    public IEnumerable<(ExpressionSyntax Use, ISymbol Variable, string Output)> Redirects => _redirects;

    /// <summary>What passes requests on to it, and to what replaces it from now on.</summary>
    public IEnumerable<(InitializerExpressionSyntax Place, ConsumerObject Rule)> Callers => _callers;

    /// <summary>The variable that holds it, or the field or property; null where none does.</summary>
    public ISymbol? Variable => _holders.FirstOrDefault(static holder => holder is ILocalSymbol) ?? _holders.FirstOrDefault(static holder => holder is IFieldSymbol or IPropertySymbol);

    /// <summary>The statement that creates it and forgets it, or null.</summary>
    public ExpressionStatementSyntax? Discarding =>
        WithParentheses(Creation.Syntax).Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } => statement,
            _ => null,
        };

    /// <summary>Reads the findings of one creation; null where it cannot be rewritten.</summary>
    public static Replacement? Of(ProgramView program, IReadOnlyList<FindingFacts> findings)
    {
        var facts = findings[0];
        var asksForModel = facts.Source.Target.AsksForModel;
        var carrier = !asksForModel ? null : facts.Entry is { } entry ? ModelCarrier.Of(program, entry) : facts.IsOfOneModel ? null : ModelLoop.Of(program, facts);

        // One resource that serves several models would need several, unless its callers or its loop say which.
        var isClear = !asksForModel || (carrier, facts.Entry) switch
        {
            (null, _) => findings.All(static finding => finding is { Entry: null, Model: not null, IsOfOneModel: true }),
            (_, null) => findings.All(finding => finding.Entry is null && finding.Declared.All(model => carrier.Writes.Any(write => write.Model == model))),
            _ => findings.All(finding => finding.Entry is LiteralExpressionSyntax literal && carrier.Writes.Any(write => write.Literal == literal)),
        };
        if (!isClear
            || facts.Creation.ArgumentList is not { ContainsDirectives: false }
            || ResourceCreation.Of(program, facts.Creation) is not { Args: not null } creation
            || CarriedInputs.Of(program, creation.Args.Expression, facts.Source, facts.Family) is not { } inputs
            || CarriedOptions.Of(program, creation) is not { } options)
        {
            return null;
        }

        return new Replacement(program, facts with { IsPublic = findings.All(static finding => finding.IsPublic) }, carrier, creation, inputs, options);
    }

    /// <summary>Marks what vanishes of the creation itself, and what is carried over.</summary>
    public void MarkGone(GoneSyntax gone)
    {
        gone.Add(Creation.Args!.Expression);
        foreach (var kept in Inputs.Kept.Append(Tags).Concat(Capacity?.Parts ?? []).Concat(TagList?.Parts ?? ImmutableArray<SyntaxNode>.Empty))
        {
            if (kept is not null)
                gone.Keep(kept);
        }

        if (Creation.TypeName is { } written)
            gone.Add(written);
        foreach (var declared in DeclaredTypes)
            gone.Add(declared);
        foreach (var dropped in Options.Dropped)
            gone.Add(dropped);
        foreach (var node in _goneWithIt)
            gone.Add(node);
        foreach (var condition in _openings)
            gone.Keep(condition);
        foreach (var (place, rule) in _callers)
        {
            foreach (var (member, value) in ResourceCreation.Members(place))
            {
                if (rule.Concerns(_program.InputNameOf(member)))
                    gone.Add(value);
            }
        }

        foreach (var redirect in _redirects)
            gone.Redirect(redirect.Use.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First());
    }

    /// <summary>
    /// Whether everybody may call what replaces it, as an expression: what asked who calls stays inside, since what replaces it does not, but where something passes requests on to
    /// it. What was opened on a condition still is.
    /// </summary>
    public string IsOpen => (Facts.IsPublic, _isOpened || _callers.Count > 0, _openings.Count) switch
    {
        (true, true, _) => "true",
        (true, false, 1) => _openings.Single().ToString(),
        _ => "false",
    };

    /// <summary>The declared types of the holders, where they are the replaced class by name.</summary>
    public IEnumerable<TypeSyntax> DeclaredTypes => _holders.Select(DeclaredTypeOf).OfType<TypeSyntax>();

    /// <summary>Whether a local of the body is created under a written type rather than <c>var</c>.</summary>
    public bool IsExplicitlyTyped => _holders.Any(holder => holder is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: not LiteralExpressionSyntax } && DeclaredTypeOf(holder) is not null);

    /// <summary>Works out what becomes of every use; false where one has no meaning any more.</summary>
    /// <param name="replaced">Every creation that is replaced in the same step.</param>
    public bool TryRewire(ISet<SyntaxNode> replaced)
    {
        _renames.Clear();
        _redirects.Clear();
        _goneWithIt.Clear();
        _callers.Clear();
        _holders.Clear();
        _openings.Clear();
        _isOpened = !Facts.Source.IsGuarded || Says(Creation.Args!.Expression, Facts.Source.Opens);
        var whole = WithParentheses(Creation.Syntax);
        if (!(Discarding is not null || TryUse(whole, replaced, Facts.Source.Outputs)))
            return false;

        // Holders are found on the way.
        for (var index = 0; index < _holders.Count; index++)
        {
            if (!_program.MentionsOf(_holders[index]).All(mention => TryMention(mention, replaced)))
                return false;
        }

        foreach (var (use, front, output) in Fronts.Reads)
        {
            var user = use.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(_program.IsResource);
            if ((user is null || _program.TokenOf(user) is not { } token || MayUse(use, token)) && Meaning(CounterpartData.BuiltIn.Fronts[Fronts.TokenOf(front)], output) is { } written && HasVariable)
                _redirects.Add((use, front, written));
        }

        // What names it by a text goes as what refers to it does.
        return NamedBy.All(creation => Facts.Source.DependentOf(_program.TokenOf(creation)) is { } dependent && TryDependent(creation, dependent, replaced));
    }

    /// <summary>The creations of what exists for it only that name it by the text that it is called, and do not mention it.</summary>
    private IEnumerable<BaseObjectCreationExpressionSyntax> NamedBy => Facts.Evidence.Where(other =>
        CounterpartData.BuiltIn.SourcesOf(_program.TokenOf(Creation.Syntax)!).Any(source => source.DependentOf(_program.TokenOf(other)) is not null)
        && !_goneWithIt.Any(gone => gone.Contains(other))
        && ResourceCreation.Of(_program, other) is { } user
        && TextsOf(user).Intersect(TextsOf(Creation), System.StringComparer.Ordinal).Any());

    /// <summary>The constant texts that a creation's inputs are set to.</summary>
    private IEnumerable<string> TextsOf(ResourceCreation creation) =>
        ResourceCreation.Members(creation.Initializer).Select(member => _program.ModelOf(member.Value).GetConstantValue(member.Value).Value).OfType<string>();

    /// <summary>Whether a variable holds it, or can be made to.</summary>
    private bool HasVariable => Variable is not null || Discarding is not null;

    private string? Meaning(ImmutableDictionary<string, string> outputs, string output) =>
        outputs.TryGetValue(output, out var meaning) && Family.Outputs.TryGetValue(meaning, out var written) ? written : null;

    private static bool IsDiscarded(ExpressionSyntax whole) =>
        whole.Parent is ExpressionStatementSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } };

    private TypeSyntax? DeclaredTypeOf(ISymbol holder)
    {
        if (holder.DeclaringSyntaxReferences is not [var reference] || TypeOf(reference.GetSyntax()) is not { IsVar: false } type)
            return null;
        var named = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
        return SymbolEqualityComparer.Default.Equals(_program.TypeOf(named), Creation.Type) ? named : null;
    }

    private bool TryMention(SimpleNameSyntax mention, ISet<SyntaxNode> replaced)
    {
        var use = WithParentheses(mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention);
        if (_program.SymbolOf(mention) is IMethodSymbol && !IsNamed(use))
        {
            if (use.Parent is not InvocationExpressionSyntax call)
                return false;
            use = WithParentheses(call);
            return IsDiscarded(use) || TryUse(use, replaced, Facts.Source.Outputs);
        }

        if (use.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == use)
            return replaced.Contains(Bare(assignment.Right)) || IsHeld(assignment.Right) || assignment.Right.IsKind(SyntaxKind.NullLiteralExpression);
        return TryUse(use, replaced, Facts.Source.Outputs);
    }

    private bool IsHeld(ExpressionSyntax expression) => _program.SymbolOf(Bare(expression)) is { } symbol && _holders.Contains(symbol.OriginalDefinition, SymbolEqualityComparer.Default);

    private static bool IsNamed(ExpressionSyntax use) =>
        use.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } };

    private bool TryUse(ExpressionSyntax use, ISet<SyntaxNode> replaced, ImmutableDictionary<string, string> outputs)
    {
        var user = use.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(creation => _program.IsResource(creation));
        var token = user is null || user == Creation.Syntax ? null : _program.TokenOf(user);
        if (Facts.Source.DependentOf(token) is { } dependent)
            return TryDependent(user!, dependent, replaced);
        if (Facts.Source.CallerOf(token) is { } rule)
            return TryCaller(user!, rule, use);
        if (token is not null && !replaced.Contains(user!) && !MayUse(use, token))
            return false;

        switch (use.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Expression == use:
                return TryMember(access.Name, outputs);
            case ConditionalAccessExpressionSyntax conditional when conditional.Expression == use:
                return conditional.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault() is { } binding && TryMember(binding.Name, outputs);
            default:
                return IsNamed(use) || TryHold(use) || Accepts(use);
        }
    }

    /// <summary>A resource of the provider that is left has no use for one of another; options may name it, and what carries text to clients may carry its outputs.</summary>
    private static bool MayUse(ExpressionSyntax use, string token) =>
        CounterpartData.BuiltIn.Carriers.Contains(token)
        || CounterpartData.BuiltIn.Leftovers.Contains(token)
        || token.StartsWith("pulumi:", System.StringComparison.Ordinal)
        || use.Ancestors().OfType<AssignmentExpressionSyntax>().Any(static assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "DependsOn" or "Parent" or "DeletedWith" });

    private bool TryMember(SimpleNameSyntax name, ImmutableDictionary<string, string> outputs)
    {
        if (_program.SymbolOf(name) is not IPropertySymbol property || _program.Pulumi.OutputName(property) is not { } output)
            return _program.SymbolOf(name) is { } member && _program.Pulumi.Resource.Equals(member.ContainingType, SymbolEqualityComparer.Default);
        if (output == "urn")
            return true;
        if (Meaning(outputs, output) is { } written)
        {
            if (written != name.Identifier.ValueText)
                _renames.Add((name, name.Span.End, written));
            return true;
        }

        // A part that a lambda picks: Statuses.Apply(statuses => statuses[0].Url).
        if (name.Parent?.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Apply", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { ExpressionBody: ExpressionSyntax picked } lambda }] } call })
            return false;
        var path = picked.ToString().Replace("!", "").Replace("?", "");
        var parameter = lambda.Parameter.Identifier.ValueText;
        if (!path.StartsWith(parameter, System.StringComparison.Ordinal) || Meaning(outputs, output + path.Substring(parameter.Length)) is not { } part)
            return false;
        _renames.Add((name, call.Span.End, part));
        return true;
    }

    /// <summary>A resource that exists for this one only goes; what is read from it is read from this one.</summary>
    private bool TryDependent(BaseObjectCreationExpressionSyntax creation, Dependent dependent, ISet<SyntaxNode> replaced)
    {
        if (ResourceCreation.Of(_program, creation) is { Args.Expression: { } args } && Says(args, dependent.Opens))
            NoteOpening(creation);
        switch (creation.Parent)
        {
            case ExpressionStatementSyntax statement:
                _goneWithIt.Add(statement);
                return true;
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement }:
                _goneWithIt.Add(statement);
                return true;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable }
                when _program.ModelOf(variable).GetDeclaredSymbol(variable) is { } local:
                _goneWithIt.Add(statement);
                return _program.MentionsOf(local).All(mention => TryRedirect(mention, local, dependent, replaced));
            default:
                return false;
        }
    }

    /// <summary>Notes that something opens it: whenever it is made itself, or on a condition that is known by then. On others nobody can tell, and it stays inside.</summary>
    private void NoteOpening(SyntaxNode creation)
    {
        var branches = creation.Ancestors().TakeWhile(outer => !outer.Contains(Creation.Syntax)).Where(static outer => outer is StatementSyntax and not (BlockSyntax or ExpressionStatementSyntax or LocalDeclarationStatementSyntax) or AnonymousFunctionExpressionSyntax or ElseClauseSyntax or MemberDeclarationSyntax).ToList();
        if (branches.Count == 0)
            _isOpened = true;
        else if (branches is [IfStatementSyntax { Else: null, Condition: var condition }] && new WrittenInputs(_program).IsSteady(condition) && IsKnownBefore(condition))
            _openings.Add(condition);
    }

    private bool IsKnownBefore(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .All(name => _program.SymbolOf(name) is not ILocalSymbol { DeclaringSyntaxReferences: [var declared] } || declared.Span.End <= Creation.Syntax.SpanStart || declared.GetSyntax() is CommonForEachStatementSyntax);

    private bool Says(ExpressionSyntax args, ImmutableDictionary<string, string> inputs)
    {
        var written = new WrittenInputs(_program);
        return inputs.Any(wanted => written.Read(args, wanted.Key).Any(value => written.Constant(value) == wanted.Value));
    }

    /// <summary>Something that passes requests on calls the new resource instead, which it reaches only where anybody does.</summary>
    private bool TryCaller(BaseObjectCreationExpressionSyntax creation, ConsumerObject rule, ExpressionSyntax use)
    {
        if (!Facts.IsPublic || ResourceCreation.Of(_program, creation) is not { Args: { } args })
            return false;
        var place = new WrittenInputs(_program).Read(args.Expression, rule.At).Select(static written => (written.Syntax as BaseObjectCreationExpressionSyntax)?.Initializer)
            .FirstOrDefault(found => ResourceCreation.Members(found).Any(member => rule.Concerns(_program.InputNameOf(member.Member)) && member.Value.Span.Contains(use.Span)));
        if (place is null)
            return false;
        _callers.Add((place, rule));
        return true;
    }

    private bool TryRedirect(SimpleNameSyntax mention, ISymbol variable, Dependent dependent, ISet<SyntaxNode> replaced)
    {
        var user = mention.Ancestors().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(creation => _program.IsResource(creation));
        if (user is not null && Facts.Source.DependentOf(_program.TokenOf(user)) is { } further)
            return TryDependent(user, further, replaced);
        if (mention.Parent is not MemberAccessExpressionSyntax access || access.Expression != mention
            || _program.SymbolOf(access.Name) is not IPropertySymbol property
            || _program.Pulumi.OutputName(property) is not { } output
            || Meaning(dependent.Outputs, output) is not { } written
            || (user is not null && _program.TokenOf(user) is { } token && !MayUse(access, token))
            || !HasVariable)
        {
            return false;
        }

        _redirects.Add((access, variable, written));
        return true;
    }

    /// <summary>Whether the place that takes the resource as a whole takes the new one too.</summary>
    private bool Accepts(ExpressionSyntax use)
    {
        var wanted = _program.ModelOf(use).GetTypeInfo(use).ConvertedType;
        if (wanted is null || use.Parent is InterpolationSyntax)
            return false;
        if (_newType is not null)
            return _program.Compilation.ClassifyConversion(_newType, wanted) is { Exists: true, IsExplicit: false };
        return wanted.SpecialType == SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(wanted, _program.Pulumi.Resource);
    }

    /// <summary>Notes what holds or returns the resource under its own class, so that its class changes and its mentions are followed.</summary>
    private bool TryHold(ExpressionSyntax use)
    {
        var holder = use.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => _program.ModelOf(variable).GetDeclaredSymbol(variable),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => _program.ModelOf(property).GetDeclaredSymbol(property),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == use => _program.SymbolOf(assignment.Left),
            ReturnStatementSyntax or ArrowExpressionClauseSyntax => Returning(use),
            _ => null,
        };
        var type = holder switch
        {
            ILocalSymbol local => local.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol method => method.ReturnType,
            _ => null,
        };
        if (!SymbolEqualityComparer.Default.Equals(type, Creation.Type) || holder is not { DeclaringSyntaxReferences.Length: 1, IsOverride: false, IsVirtual: false, IsAbstract: false } || IsSeenOutside(holder))
            return false;
        if (!_holders.Contains(holder.OriginalDefinition, SymbolEqualityComparer.Default))
            _holders.Add(holder.OriginalDefinition);
        return true;
    }

    /// <summary>The method, local function or property that an expression is returned from; null in a lambda.</summary>
    private ISymbol? Returning(ExpressionSyntax use)
    {
        var owner = use.Ancestors().First(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        return owner is AnonymousFunctionExpressionSyntax or GlobalStatementSyntax ? null : _program.ModelOf(owner).GetDeclaredSymbol(owner);
    }

    /// <summary>Whether another project may mention it, or an interface may ask for it.</summary>
    private bool IsSeenOutside(ISymbol holder)
    {
        if (holder is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            return false;
        var implements = holder.ContainingType.AllInterfaces.SelectMany(static contract => contract.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(holder.ContainingType.FindImplementationForInterfaceMember(member), holder));
        return implements || (holder.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Internal)
            && _program.Project.Solution.Projects.Any(project => project.ProjectReferences.Any(reference => reference.ProjectId == _program.Project.Id)));
    }

    private (WrittenList Tags, ImmutableArray<SyntaxNode> Parts)? ListOf(ExpressionSyntax tags)
    {
        var written = new WrittenInputs(_program);
        var list = written.NamedValues(new WrittenValue(tags));
        return written.IsOpaque || list.Elements.IsEmpty || !written.Elements.All(part => tags.Span.Contains(part.Span)) ? null : (list, written.Elements.ToImmutableArray());
    }

    private static WrittenValue? Written(ProgramView program, ExpressionSyntax args, string path)
    {
        var written = new WrittenInputs(program);
        return written.Read(args, path) is [var value] && value.Parts.All(part => args.Span.Contains(part.Span) || written.IsSteady(part)) ? value : null;
    }

    private bool IsStringMap(ExpressionSyntax tags)
    {
        var property = (tags.Parent as AssignmentExpressionSyntax)?.Left;
        return property is not null && _program.SymbolOf(property) is IPropertySymbol { Type: INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } type } && _program.Pulumi.IsInputMap(type);
    }

    private static TypeSyntax? TypeOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
        PropertyDeclarationSyntax property => property.Type,
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax function => function.ReturnType,
        _ => null,
    };

    private static ExpressionSyntax WithParentheses(ExpressionSyntax expression) => expression.Parent is ParenthesizedExpressionSyntax outer ? WithParentheses(outer) : expression;

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax inner ? Bare(inner.Expression) : expression;
}
