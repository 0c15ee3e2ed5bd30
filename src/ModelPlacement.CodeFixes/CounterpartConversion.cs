using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Program;
using ModelPlacement.CodeFixes.Writing;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes;

/// <summary>Turns any number of findings of one project into their counterparts in one step: in time linear in their number, with supports shared and leftovers of all taken away.</summary>
internal sealed class CounterpartConversion
{
    /// <summary>What stands before a text that the model was told, and that callers must say now.</summary>
    internal const string ToldHeading = "Callers say this from now on:";

    private const string DefaultCapacity = "10";

    // Inputs of the counterpart that are numbers, where some sources take a text.
    private static readonly ImmutableHashSet<string> Numbers = ImmutableHashSet.Create(StringComparer.Ordinal, "port", "minReplicas", "maxReplicas");

    private readonly ProgramView _program;
    private readonly ImmutableArray<Replacement> _replacements;
    private readonly GoneSyntax _gone;
    private readonly ChangedFiles _files;
    private readonly SupportDeclarations _declarations;
    private readonly HashSet<SyntaxNode> _written = new();
    private readonly Dictionary<SyntaxNode, CounterpartFamily> _families;
    private readonly Dictionary<Replacement, string> _introduced = new();

    private CounterpartConversion(ProgramView program, ImmutableArray<Replacement> replacements, GoneSyntax gone)
    {
        _program = program;
        _replacements = replacements;
        _gone = gone;
        _files = new ChangedFiles(program);
        _declarations = new SupportDeclarations(program, gone);
        _families = replacements.ToDictionary(static replacement => (SyntaxNode)replacement.Creation.Syntax, static replacement => replacement.Family);
    }

    /// <summary>Whether something that is visible outside of its file changes its type.</summary>
    public bool ChangesMembers => _replacements.Any(static replacement => replacement.Carrier is not null || replacement.Holders.Any(static holder => holder is not ILocalSymbol));

    /// <summary>Plans the conversion of those findings that can be converted, or null where none can.</summary>
    public static CounterpartConversion? Plan(ProgramView program, IEnumerable<FindingFacts> findings)
    {
        var replacements = findings.GroupBy(static finding => finding.Creation).Select(same => Replacement.Of(program, same.ToList())).OfType<Replacement>().ToList();
        while (true)
        {
            RemoveUnfit(program, replacements);
            if (replacements.Count == 0)
                return null;
            var gone = new GoneSyntax(program);
            foreach (var replacement in replacements)
                replacement.MarkGone(gone);
            gone.Settle();

            // What callers pass is renamed, so nobody else may read it; what leads to nothing any more must go, and what was read of it has one meaning.
            var redirected = replacements.SelectMany(static replacement => replacement.Redirects).ToLookup(static redirect => (SyntaxNode)redirect.Use);
            if (replacements.RemoveAll(replacement =>
                replacement.Carrier?.Reads.All(gone.IsGone) == false
                || !replacement.Fronts.AreSettled(gone)
                || replacement.Redirects.Any(redirect => redirected[redirect.Use].Count() > 1)) == 0)
                return new CounterpartConversion(program, replacements.ToImmutableArray(), gone);
        }
    }

    /// <summary>Leaves out what cannot be rewired, which may be a reason for others to stay.</summary>
    private static void RemoveUnfit(ProgramView program, List<Replacement> replacements)
    {
        var before = -1;
        while (before != replacements.Count)
        {
            before = replacements.Count;
            var replaced = new HashSet<SyntaxNode>(replacements.Select(static replacement => replacement.Creation.Syntax));
            replacements.RemoveAll(replacement => !replacement.TryRewire(replaced) || !HasPlace(program, replacement));
        }
    }

    /// <summary>The solution after it.</summary>
    public Solution Apply()
    {
        foreach (var body in _replacements.GroupBy(static replacement => (Body: replacement.Before is { } before ? Insertion.BodyOf(before) : replacement.Creation.Syntax, replacement.Family.Namespace)))
            WriteBody(body.ToList());
        return _files.Apply(_gone);
    }

    private static bool HasPlace(ProgramView program, Replacement replacement) =>
        replacement.Before is not null || Supports.Of(program, replacement.Family, before: null, replacement.Creation.Syntax).Missing.IsEmpty;

    private void WriteBody(List<Replacement> replacements)
    {
        var first = replacements[0];
        var state = _files.Of(first.Creation.Syntax.SyntaxTree);
        var before = first.Before is null ? null : Insertion.FirstInCommonList(replacements.Select(static replacement => replacement.Before!).ToList());
        var family = first.Family with { Supports = replacements.SelectMany(static replacement => replacement.Family.Supports).GroupBy(static support => support.Id, StringComparer.Ordinal).Select(static same => same.First()).ToImmutableArray() };
        var supports = Supports.Of(_program, family, before, first.Creation.Syntax);
        foreach (var target in replacements.GroupBy(static replacement => replacement.Facts.Source.Target))
        {
            var missing = supports.Missing.Where(support => target.First().Family.Supports.Contains(support) && !supports.Expressions.ContainsKey(support.Id)).ToImmutableArray();
            if (before is not null && !missing.IsEmpty)
                supports = _declarations.Declare(state, before, supports with { Missing = missing }, CreationStyle.Of(first.Creation, first.IsExplicitlyTyped), Need(target.First())) with { Missing = supports.Missing };
        }

        foreach (var replacement in replacements)
            WriteReplacement(state, replacement, supports);
    }

    private void WriteReplacement(ChangedFile state, Replacement replacement, Supports supports)
    {
        var creation = replacement.Creation;
        var position = creation.Syntax.SpanStart;
        var names = state.NamesOf(replacement.Family);
        var className = names.Write(replacement.Family.Resource.Class, position);
        if (creation.TypeName is { } written)
            state.Edits.Replace(written.Span, className);
        foreach (var declared in replacement.DeclaredTypes.Where(_written.Add))
            _files.Of(declared.SyntaxTree).Edits.Replace(declared.Span, _files.Of(declared.SyntaxTree).NamesOf(replacement.Family).Write(replacement.Family.Resource.Class, declared.SpanStart));
        foreach (var (literal, model) in replacement.Carrier?.Writes ?? ImmutableArray<(LiteralExpressionSyntax, CounterpartModel)>.Empty)
        {
            if (_written.Add(literal) && literal.Token.ValueText != model.Name)
                _files.Of(literal.SyntaxTree).Edits.Replace(literal.Span, ResourceWriter.Quote(model.Name));
        }

        var args = creation.Args!.Expression;
        var style = CreationStyle.Of(creation, replacement.IsExplicitlyTyped);
        var writer = new ResourceWriter(state.Layout, style.BraceOnSameLine, name => names.Write(name, position), slot => Fill(replacement, supports, slot), list => replacement.Inputs.List(list) ?? Probes(replacement, supports, list));
        var comments = Comments.Inside(args).ToList();
        foreach (var carried in replacement.Inputs.Comments)
            comments.Remove(carried);
        comments.AddRange(replacement.Options.Dropped.SelectMany(static node => Comments.Before(node).Concat(Comments.Inside(node))));
        comments.AddRange(replacement.Inputs.Told.SelectMany(static text => Comments.Of(ToldHeading, text)));
        state.Edits.Replace(args.Span, writer.Write(style.ArgsHead(names, replacement.Family.Resource.Class, position), replacement.Family.Resource.Inputs, Layout.IndentOf(state.Text, args.SpanStart), comments));
        OptionsWriter.Write(state, replacement, PredecessorOf(replacement, supports));

        foreach (var (name, end, output) in replacement.Renames)
        {
            if (!_gone.IsGone(name) && _written.Add(name))
                _files.Of(name.SyntaxTree).Edits.Replace(TextSpan.FromBounds(name.SpanStart, end), _files.Of(name.SyntaxTree).WithFreeParameters(output));
        }

        WriteCallers(state, replacement);
        foreach (var (use, variable, output) in replacement.Redirects)
        {
            if (!_gone.IsGone(use) && _gone.IsGone(variable) && _written.Add(use))
                _files.Of(use.SyntaxTree).Edits.Replace(use.Span, VariableOf(state, replacement) + "." + _files.Of(use.SyntaxTree).WithFreeParameters(output));
        }
    }

    private void WriteCallers(ChangedFile state, Replacement replacement)
    {
        foreach (var (place, rule) in replacement.Callers)
        {
            if (_written.Add(place))
                InitializerMembers.Set(_program, _files.Of(place.SyntaxTree), place, rule, output => VariableOf(state, replacement) + "." + _files.Of(place.SyntaxTree).WithFreeParameters(replacement.Family.Outputs[output]));
        }
    }

    /// <summary>The variable that holds the new resource: the program's own, else one that its statement is made to declare.</summary>
    private string VariableOf(ChangedFile state, Replacement replacement)
    {
        if (replacement.Variable is { } own)
            return own.Name;
        if (!_introduced.TryGetValue(replacement, out var name))
        {
            _introduced.Add(replacement, name = state.Free(replacement.Facts.Source.Target.Variable));
            var statement = replacement.Discarding!;
            if (statement.Expression is AssignmentExpressionSyntax { Left: var discard })
                state.Edits.Replace(discard.Span, "var " + name);
            else
                state.Edits.Insert(statement.SpanStart, "var " + name + " = ");
        }

        return name;
    }

    private string? PredecessorOf(Replacement replacement, Supports supports)
    {
        if (replacement.Creation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || replacement.Family.OneAtATime is not { } input)
            return null;
        var shared = replacement.Family.Resource.Inputs.First(pair => pair.Key == input).Value is TemplateSlot slot ? supports.Fill(slot.Name) : null;
        return Predecessor.Of(_program, replacement.Family, statement, creation => _families.TryGetValue(creation, out var family) && family == replacement.Family, shared);
    }

    private string? Fill(Replacement replacement, Supports supports, string slot) => slot switch
    {
        "model.name" => replacement.Carrier is { } carrier ? carrier.Reads[0].ToString() : ResourceWriter.Quote(replacement.Facts.Model!.Name),
        "model.format" => ResourceWriter.Quote(replacement.Facts.Model!.Format),
        "model.version" => replacement is { Carrier: null, Facts.Model.Version: { } version } ? ResourceWriter.Quote(version) : null,
        "sku" => ResourceWriter.Quote(replacement.Facts.Model?.Sku ?? replacement.Facts.Source.Sku.For(replacement.ModelTexts, isBought: replacement.Capacity is not null)),
        "capacity" => replacement.Capacity?.Text ?? DefaultCapacity,
        "tags" => replacement.Tags is { } tags ? Carried(tags)
            : replacement.TagList is { } list ? "{ " + string.Join(", ", list.Tags.Elements.Select(static tag => "{ " + tag.Name + ", " + tag.Value + " }")) + " }"
            : null,
        "cpu" => replacement.Inputs.Size?.CpuText,
        "memory" => replacement.Inputs.Size is { } size ? ResourceWriter.Quote(size.MemoryText) : null,
        "name" => replacement.Creation.Name!.ToString(),
        "isPublic" => replacement.IsOpen,
        _ when Numbers.Contains(slot) => AsNumber(replacement.Inputs.Value(slot)) ?? Default(replacement, slot),
        _ => supports.Fill(slot) ?? replacement.Inputs.Value(slot) ?? Default(replacement, slot),
    };

    /// <summary>The checks of health that fill a list: all, or those of one kind.</summary>
    private WrittenList? Probes(Replacement replacement, Supports supports, string list)
    {
        var port = Fill(replacement, supports, "port");
        var probes = replacement.Inputs.Probes.Where(probe => list == "probes" || string.Equals(list, probe.Kind + "Probes", StringComparison.OrdinalIgnoreCase))
            .Select(probe => new WrittenElement(null, "", Slot: slot => probe.Fill(slot, port), List: _ => probe.Headers)).ToImmutableArray();
        return probes.IsEmpty ? null : new WrittenList(probes, Whole: null);
    }

    private static string? Default(Replacement replacement, string slot) => replacement.Facts.Source.Defaults.TryGetValue(slot, out var value) ? value : null;

    /// <summary>A number that was written as a text.</summary>
    private static string? AsNumber(string? value) => value is ['"', .., '"'] && value.Trim('"') is var digits && digits.All(char.IsDigit) ? digits : value;

    /// <summary>A value as it is written, on its own line where it was.</summary>
    private static string Carried(ExpressionSyntax value)
    {
        var text = value.SyntaxTree.GetText();
        return Layout.StartsLine(text, value.SpanStart) ? text.ToString(TextSpan.FromBounds(value.GetFirstToken().GetPreviousToken().Span.End, value.Span.End)) : value.ToString();
    }

    private static SupportNeed Need(Replacement replacement) =>
        new(replacement.Family, replacement.Facts.Source.Target.Name, replacement.Creation, replacement.Options);
}
