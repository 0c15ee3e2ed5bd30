using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.Analyzers;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.CodeFixes.Writing;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Policies;

namespace ModelPlacement.CodeFixes;

/// <summary>States in a tag or label that a resource is no API, for a person who knows better than the program shows. Never applied to all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateNoApiFix))]
[Shared]
public sealed class StateNoApiFix : FindingFix
{
    private const string EquivalenceKey = "StateNoApi";
    private const string Label = "model-placement/exposure";

    // Labels of Google's clouds take no slash.
    private const string LabelWithoutSlash = "model-placement_exposure";
    private const string NoApi = "non-api";

    /// <summary>Made by the host.</summary>
    public StateNoApiFix()
        : base(RuleId.ServedOutsideAllowedClouds, RuleId.SelfHostedOutsideAllowedClouds)
    {
    }

    private protected override async Task<IEnumerable<FixOffer>> OffersAsync(ProgramView program, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (CreationOf(diagnostic, program) is not { } creation
            || ResourceCatalog.BuiltIn.Find(diagnostic.Properties[FindingProperties.Token]!) is not { } entry
            || program.Project.Solution.GetDocument(creation.Syntax.SyntaxTree) is not { } document
            || entry.Labels.Where(static labels => labels.Shape == NamedValuesShape.Map).Select(labels => Statement(program, creation, labels)).FirstOrDefault(static change => change is not null) is not { } change)
        {
            return [];
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return [new FixOffer("State that it is no API (" + Label + ": " + NoApi + ")", EquivalenceKey, document.WithText(text.WithChanges(change)).Project.Solution)];
    }

    /// <summary>The creation of the resource that is the API; null where some instance of it is none of the policy's business.</summary>
    private static ResourceCreation? CreationOf(Diagnostic diagnostic, ProgramView program) =>
        diagnostic.Properties.ContainsKey(FindingProperties.DeclaredModels) && diagnostic.Properties.TryGetValue(FindingProperties.Token, out var token)
            ? diagnostic.AdditionalLocations.Prepend(diagnostic.Location)
                .Select(location => program.TreeOf(location) is { } tree ? ResourceCreation.At(tree.GetRoot(), location.SourceSpan) : null)
                .Where(creation => creation is not null && program.TokenOf(creation) == token)
                .Select(creation => ResourceCreation.Of(program, creation!))
                .FirstOrDefault()
            : null;

    /// <summary>The label, added to the map that a path leads to; null where that is not written in place.</summary>
    private static TextChange? Statement(ProgramView program, ResourceCreation creation, NamedValuesPath labels)
    {
        var names = labels.Path.Names.ToImmutableArray();
        var label = names.Length == 1 && names[0] == "labels" ? LabelWithoutSlash : Label;
        var initializer = creation.Initializer;
        for (var index = 0; initializer is not null; index++)
        {
            if (index == names.Length)
                return IsMap(program, initializer) ? InMap(initializer, label) : null;
            var name = names[index];
            if (ResourceCreation.Members(initializer).Where(pair => program.SymbolOf(pair.Member) is IPropertySymbol property && program.Pulumi.InputName(property) == name).Select(static pair => pair.Value).FirstOrDefault() is { } value)
                initializer = value as InitializerExpressionSyntax ?? (value as BaseObjectCreationExpressionSyntax)?.Initializer;
            else
                return index == names.Length - 1 ? NewMap(program, initializer, name, label) : null;
        }

        return null;
    }

    /// <summary>Whether what is written is a map, where the SDK of some resources takes a list.</summary>
    private static bool IsMap(ProgramView program, InitializerExpressionSyntax initializer)
    {
        var value = initializer.Parent is BaseObjectCreationExpressionSyntax creation ? creation : (ExpressionSyntax)initializer;
        return value.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } && program.SymbolOf(member) is IPropertySymbol { Type: INamedTypeSymbol type } && program.Pulumi.IsInputMap(type);
    }

    private static TextChange InMap(InitializerExpressionSyntax map, string label)
    {
        var isIndexed = map.Expressions.FirstOrDefault() is AssignmentExpressionSyntax;
        var element = isIndexed ? "[" + ResourceWriter.Quote(label) + "] = " + ResourceWriter.Quote(NoApi) : "{ " + ResourceWriter.Quote(label) + ", " + ResourceWriter.Quote(NoApi) + " }";
        return After(map, element);
    }

    private static TextChange? NewMap(ProgramView program, InitializerExpressionSyntax args, string input, string label)
    {
        var type = args.Parent is ExpressionSyntax owner ? program.TypeOf(owner) ?? program.ModelOf(owner).GetTypeInfo(owner).ConvertedType : null;
        var property = type?.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(member => program.Pulumi.InputName(member) == input);
        return property is { Type: INamedTypeSymbol map } && program.Pulumi.IsInputMap(map)
            ? After(args, property.Name + " = { { " + ResourceWriter.Quote(label) + ", " + ResourceWriter.Quote(NoApi) + " } }")
            : null;
    }

    /// <summary>An element behind the last one of an initializer, on a line of its own where that one has one.</summary>
    private static TextChange After(InitializerExpressionSyntax initializer, string element)
    {
        var text = initializer.SyntaxTree.GetText();
        if (initializer.Expressions.LastOrDefault() is not { } last)
            return new TextChange(new TextSpan(initializer.OpenBraceToken.Span.End, 0), " " + element);
        var layout = Layout.Of(initializer.SyntaxTree.GetRoot());
        var comma = last.GetLastToken().GetNextToken();
        var hasComma = comma.IsKind(SyntaxKind.CommaToken);
        var isOnOwnLine = Layout.StartsLine(text, last.SpanStart);
        var before = (hasComma ? "" : ",") + (isOnOwnLine ? layout.NewLine + Layout.IndentOf(text, last.SpanStart) : " ");

        // What is written behind the last element on its line is about that one.
        var at = hasComma ? comma.Span.End : last.Span.End;
        if (!isOnOwnLine)
            return new TextChange(new TextSpan(at, 0), before + element);
        var end = hasComma ? text.Lines.GetLineFromPosition(at).End : at;
        return new TextChange(new TextSpan(end, 0), before + element + (hasComma ? "," : ""));
    }
}
