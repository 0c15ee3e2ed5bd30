using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>The options of a creation, and what of them makes sense for a resource of another provider.</summary>
internal sealed class CarriedOptions
{
    private static readonly ImmutableHashSet<string> Carried = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Parent", "DependsOn", "Protect", "CustomTimeouts", "RetainOnDelete", "DeleteBeforeReplace", "ResourceTransformations", "ResourceTransforms");

    private CarriedOptions(BaseObjectCreationExpressionSyntax? creation, ExpressionSyntax? parent, ExpressionSyntax? dependsOn, ImmutableArray<SyntaxNode> dropped, bool isEmpty)
    {
        DependsOn = dependsOn;
        Creation = creation;
        Parent = parent;
        Dropped = dropped;
        IsEmpty = isEmpty;
    }

    /// <summary>The options object, where it is written in place.</summary>
    public BaseObjectCreationExpressionSyntax? Creation { get; }

    /// <summary>The parent that they set, or null.</summary>
    public ExpressionSyntax? Parent { get; }

    /// <summary>What is left of what they make it wait for, or null.</summary>
    public ExpressionSyntax? DependsOn { get; }

    /// <summary>Members, and elements of <c>DependsOn</c>, that do not apply any more.</summary>
    public ImmutableArray<SyntaxNode> Dropped { get; }

    /// <summary>Whether nothing is left of them.</summary>
    public bool IsEmpty { get; }

    /// <summary>What can be carried of a creation's options; null where that cannot be told.</summary>
    public static CarriedOptions? Of(ProgramView program, ResourceCreation resource)
    {
        if (resource.Options?.Expression is not { } written)
            return new CarriedOptions(null, null, null, ImmutableArray<SyntaxNode>.Empty, isEmpty: false);
        if (IsDroppedWhole(program, written))
            return new CarriedOptions(null, null, null, ImmutableArray.Create<SyntaxNode>(written), isEmpty: true);
        if (written is not BaseObjectCreationExpressionSyntax creation)
            return IsCarriedWhole(program, written) ? new CarriedOptions(null, null, null, ImmutableArray<SyntaxNode>.Empty, isEmpty: false) : null;
        if (creation.ContainsDirectives)
            return null;

        var dropped = ImmutableArray.CreateBuilder<SyntaxNode>();
        ExpressionSyntax? parent = null;
        ExpressionSyntax? dependsOn = null;
        var left = 0;
        foreach (var expression in creation.Initializer?.Expressions ?? default)
        {
            if (expression is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } assignment)
                return null;
            var stale = member.Identifier.ValueText is "DependsOn" or "Parent" ? Stale(program, assignment.Right) : ImmutableArray<ExpressionSyntax>.Empty;
            if (!Carried.Contains(member.Identifier.ValueText) || (!stale.IsEmpty && stale.Length == ElementsOf(assignment.Right).Count()))
            {
                dropped.Add(expression);
                continue;
            }

            left++;
            dropped.AddRange(stale);
            if (member.Identifier.ValueText == "Parent")
                parent = assignment.Right;
            else if (member.Identifier.ValueText == "DependsOn")
                dependsOn = assignment.Right;
        }

        return new CarriedOptions(creation, parent, dependsOn, dropped.ToImmutable(), left == 0);
    }

    /// <summary>The parts of options by which a resource that moves elsewhere would wait for what stays behind.</summary>
    public static IEnumerable<ExpressionSyntax> Waiting(ProgramView program, InitializerExpressionSyntax options) =>
        ResourceCreation.Members(options).Where(static pair => pair.Member.Identifier.ValueText == "DependsOn")
            .SelectMany(pair => Stale(program, pair.Value) is var stale && stale.Length == ElementsOf(pair.Value).Count() ? [(ExpressionSyntax)pair.Member.Parent!] : stale.AsEnumerable());

    /// <summary>A variable's options are carried when their creation shows nothing that must not be.</summary>
    private static bool IsCarriedWhole(ProgramView program, ExpressionSyntax written) =>
        written is LiteralExpressionSyntax
        || (InitializerOf(program, written) is { } initializer
            && ResourceCreation.Members(initializer).All(static pair => Carried.Contains(pair.Member.Identifier.ValueText) && pair.Member.Identifier.ValueText != "DependsOn"));

    /// <summary>They are left out when it shows nothing else, and nothing is added to it later.</summary>
    private static bool IsDroppedWhole(ProgramView program, ExpressionSyntax written) =>
        InitializerOf(program, written) is { } initializer
        && ResourceCreation.Members(initializer).Count() == initializer.Expressions.Count
        && ResourceCreation.Members(initializer).All(static pair => !Carried.Contains(pair.Member.Identifier.ValueText))
        && program.MentionsOf(program.SymbolOf(written)!).All(static mention => mention.Parent is ArgumentSyntax);

    private static InitializerExpressionSyntax? InitializerOf(ProgramView program, ExpressionSyntax written) =>
        program.SymbolOf(written) is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } }
                ? initializer
                : null;

    /// <summary>What a resource depended on, or stood under, for its provider's sake only: roles, attachments, links of its chain.</summary>
    private static ImmutableArray<ExpressionSyntax> Stale(ProgramView program, ExpressionSyntax dependsOn) =>
        ElementsOf(dependsOn).Where(element => program.TypeOf(element) is INamedTypeSymbol type
            && program.Pulumi.Token(type) is { } token
            && (CounterpartData.BuiltIn.IsLeftover(token) || CounterpartData.BuiltIn.Attached.ContainsKey(token))).ToImmutableArray();

    private static IEnumerable<ExpressionSyntax> ElementsOf(ExpressionSyntax dependsOn) => dependsOn switch
    {
        InitializerExpressionSyntax initializer => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        _ => [dependsOn],
    };
}
