using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;

namespace ModelPlacement.CodeFixes.Writing;

/// <summary>What needs supports.</summary>
/// <param name="Family">The family that they are of.</param>
/// <param name="Name">A plain logical name for them.</param>
/// <param name="Creation">The resource that they are for.</param>
/// <param name="Options">Its options, of which they share the parent.</param>
/// <param name="Slot">What fills slots that are no supports' outputs, or null.</param>
internal sealed record SupportNeed(CounterpartFamily Family, string Name, ResourceCreation Creation, CarriedOptions Options, Func<string, string?>? Slot = null)
{
    /// <summary>What a variable is called whose plain name is taken.</summary>
    public string NameOf(string variable) => Name + char.ToUpperInvariant(variable[0]) + variable.Substring(1);
}

/// <summary>Declares the supports that a body lacks, under logical names that the program does not use.</summary>
internal sealed class SupportDeclarations
{
    private readonly ProgramView _program;
    private readonly GoneSyntax _gone;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public SupportDeclarations(ProgramView program, GoneSyntax gone)
    {
        _program = program;
        _gone = gone;
    }

    /// <summary>Declares what is missing before a statement.</summary>
    /// <param name="file">The file.</param>
    /// <param name="before">The statement.</param>
    /// <param name="supports">What there is, and what is missing.</param>
    /// <param name="style">The manner in which it is written.</param>
    /// <param name="need">What it is for.</param>
    /// <returns>The supports with nothing missing any more.</returns>
    public Supports Declare(ChangedFile file, StatementSyntax before, Supports supports, CreationStyle style, SupportNeed need)
    {
        var position = PositionBefore(file, before);
        var indent = Layout.IndentOf(file.Text, before.SpanStart);
        var expressions = supports.Expressions;
        if (!Layout.FollowsBlank(file.Text, position) && !file.Edits.EndsBlankAt(position))
            file.Edits.Insert(position, file.Layout.NewLine);
        var logicalName = LogicalName(need, before);
        var names = file.NamesOf(need.Family);
        foreach (var support in supports.Missing)
        {
            var variable = file.Free(support.Id, need.NameOf(support.Id));
            var className = names.Write(support.Resource.Class, position);
            var declared = style.IsTargetTyped || style.IsExplicitlyTyped ? className : "var";
            var known = new Supports(expressions, ImmutableArray<SupportResource>.Empty);
            var arguments = logicalName;
            if (!support.Resource.Inputs.IsEmpty)
            {
                var writer = new ResourceWriter(file.Layout, style.BraceOnSameLine, name => names.Write(name, position), slot => known.Fill(slot) ?? need.Slot?.Invoke(slot));
                arguments += ", " + writer.Write(style.ArgsHead(names, support.Resource.Class, position), support.Resource.Inputs, indent, []);
            }

            if (need.Options is { Parent: { } parent, Creation: { } options })
                arguments += (support.Resource.Inputs.IsEmpty ? ", options: " : ", ") + (options is ObjectCreationExpressionSyntax written ? "new " + written.Type : "new()") + " { Parent = " + parent + " }";
            file.Edits.Insert(position, indent + declared + " " + variable + " = new" + (style.IsTargetTyped ? "" : " " + className) + "(" + arguments + ");" + file.Layout.NewLine + file.Layout.NewLine);
            expressions = expressions.SetItem(support.Id, variable);
        }

        return new Supports(expressions, ImmutableArray<SupportResource>.Empty);
    }

    /// <summary>Where something that is declared before a statement stands.</summary>
    public int PositionBefore(ChangedFile file, StatementSyntax before) =>
        Removal.InsertionPoint(file.Text, before, _gone.Declarations.Where(node => node.SyntaxTree == file.Root.SyntaxTree));

    /// <summary>A logical name for supports: a plain one where one body of the program needs it, else one made from the resource's own.</summary>
    private string LogicalName(SupportNeed need, StatementSyntax before)
    {
        var name = need.Creation.Name!;
        var isOwn = _program.ModelOf(name).GetConstantValue(name).HasValue || !IsKnownBefore(name, before);
        if (isOwn && _taken.Add(need.Name) && !IsTaken(need.Name))
            return ResourceWriter.Quote(need.Name);
        return name switch
        {
            LiteralExpressionSyntax { Token.ValueText: var literal } => ResourceWriter.Quote(literal + "-" + (literal == need.Name ? "2" : need.Name)),
            _ when !IsKnownBefore(name, before) => ResourceWriter.Quote(need.Name + "-" + _taken.Count.ToString(CultureInfo.InvariantCulture)),
            InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } text => text.ToString().TrimEnd('"') + "-" + need.Name + "\"",
            IdentifierNameSyntax or MemberAccessExpressionSyntax => string.Format(CultureInfo.InvariantCulture, "$\"{{{0}}}-{1}\"", name, need.Name),
            InvocationExpressionSyntax or ElementAccessExpressionSyntax => name + " + \"-" + need.Name + "\"",
            _ => "(" + name + ") + \"-" + need.Name + "\"",
        };
    }

    private bool IsTaken(string name) => _program.Compilation.SyntaxTrees.Any(tree => tree.ToString().IndexOf(ResourceWriter.Quote(name), StringComparison.Ordinal) >= 0);

    /// <summary>Whether nothing that an expression mentions is declared inside a statement.</summary>
    private bool IsKnownBefore(ExpressionSyntax expression, StatementSyntax statement) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .All(name => _program.SymbolOf(name) is not (ILocalSymbol or IParameterSymbol) || !_program.SymbolOf(name)!.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == statement.SyntaxTree && statement.Span.Contains(reference.Span)));
}
