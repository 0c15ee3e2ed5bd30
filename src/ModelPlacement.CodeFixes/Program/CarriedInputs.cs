using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelPlacement.CodeFixes.Counterparts;
using ModelPlacement.CodeFixes.Writing;

namespace ModelPlacement.CodeFixes.Program;

/// <summary>What a resource was given that its counterpart is given too, by slot: an image, its environment, a port.</summary>
internal sealed class CarriedInputs
{
    private const string Required = "image";
    private const string Command = "command";
    private const string ShellCommand = "shell";

    private static readonly Regex Member = new(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private readonly ImmutableDictionary<string, WrittenValue> _values;
    private readonly ImmutableDictionary<string, WrittenList> _lists;
    private readonly ImmutableDictionary<string, string> _composed;

    private CarriedInputs(ImmutableDictionary<string, WrittenValue> values, ImmutableDictionary<string, WrittenList> lists, ImmutableDictionary<string, string> composed, IEnumerable<SyntaxNode> elements, ContainerSize? size, ImmutableArray<CarriedProbe> probes, ImmutableArray<string> told)
    {
        Size = size;
        Probes = probes;
        Told = told;
        _composed = composed;
        Kept = values.Where(value => !lists.ContainsKey(value.Key)).SelectMany(static value => value.Value.Parts).Concat(elements).Concat(probes.SelectMany(static probe => probe.Kept)).ToImmutableArray();
        _values = values;
        _lists = lists;
    }

    /// <summary>The expressions that are carried, where the program writes them.</summary>
    public ImmutableArray<SyntaxNode> Kept { get; }

    /// <summary>The size that has room for what the source asks for; null where the target comes in none.</summary>
    public ContainerSize? Size { get; }

    /// <summary>The checks of health that the target makes, too.</summary>
    public ImmutableArray<CarriedProbe> Probes { get; }

    /// <summary>The comments that are carried with the elements of lists.</summary>
    public IEnumerable<string> Comments => _lists.Values.SelectMany(static list => list.Elements).Select(static element => element.Comment).OfType<string>();

    /// <summary>The texts that the model was told, which callers say to it from then on.</summary>
    public ImmutableArray<string> Told { get; }

    /// <summary>Reads what a source carries; null where it cannot all be read, or some of it has no place in the target.</summary>
    public static CarriedInputs? Of(ProgramView program, ExpressionSyntax args, CounterpartSource source, CounterpartFamily family)
    {
        var written = new WrittenInputs(program);
        var values = ImmutableDictionary.CreateBuilder<string, WrittenValue>(StringComparer.Ordinal);
        foreach (var slot in source.Values)
        {
            var found = slot.Value.Select(path => written.Read(args, path)).FirstOrDefault(static found => found.Count > 0) ?? [];
            if (found.Count > 1)
                return null;
            if (found.Count == 1)
                values.Add(slot.Key, found[0]);
        }

        var lists = family.Resource.Lists().Where(list => values.ContainsKey(list.Name))
            .ToImmutableDictionary(static list => list.Name, list => list.Item is null ? written.List(values[list.Name]) : written.NamedValues(values[list.Name]), StringComparer.Ordinal);
        var composed = source.Composed.Select(rule => (rule.Slot, Text: Compose(written, args, rule))).Where(static one => one.Text is not null).ToImmutableDictionary(static one => one.Slot, static one => one.Text!, StringComparer.Ordinal);
        var isAllSaid = (source.Values.IsEmpty || values.ContainsKey(Required) || composed.ContainsKey(Required)) && source.Refused.All(path => written.Read(args, path).Count == 0);
        var carried = new CarriedInputs(values.ToImmutable(), lists, composed, written.Elements, SizeOf(program, args, source), CarriedProbe.Of(program, args, source), ToldBy(program, args, source));
        return isAllSaid && !written.IsOpaque && carried.Kept.All(part => args.Span.Contains(part.Span) || written.IsSteady(part)) ? carried : null;
    }

    /// <summary>The value that an object's texts make up, as C#; null where one of them is not known, or the object is of another kind.</summary>
    private static string? Compose(WrittenInputs written, ExpressionSyntax args, ComposedValue rule)
    {
        string? Text(string member) => written.Read(args, rule.At + "." + member) is [var value] ? written.Constant(value) : null;

        var parts = Member.Matches(rule.Text).Cast<Match>().ToDictionary(static match => match.Value, match => Text(match.Groups["name"].Value), StringComparer.Ordinal);
        return rule.Of.All(wanted => Text(wanted.Key) == wanted.Value) && !parts.ContainsValue(null) ? ResourceWriter.Quote(Member.Replace(rule.Text, match => parts[match.Value]!)) : null;
    }

    private static ContainerSize? SizeOf(ProgramView program, ExpressionSyntax args, CounterpartSource source)
    {
        if (source is not { Target.Sizes: { } sizes, Size: { } rule })
            return source.Target.Sizes?.Default;
        var written = new WrittenInputs(program);
        var (cpu, memory) = rule.Read(path => written.Read(args, path) is [var value] ? written.Constant(value) : null);
        return sizes.For(cpu, memory);
    }

    private static ImmutableArray<string> ToldBy(ProgramView program, ExpressionSyntax args, CounterpartSource source)
    {
        var written = new WrittenInputs(program);
        return source.Told.SelectMany(path => written.Read(args, path)).Select(written.Prose).ToImmutableArray();
    }

    /// <summary>The expression of a slot, or null.</summary>
    public string? Value(string slot) => _values.TryGetValue(slot, out var value) ? value.Text : _composed.TryGetValue(slot, out var text) ? text : null;

    /// <summary>The list of a slot, or null.</summary>
    public WrittenList? List(string slot) => _lists.TryGetValue(slot, out var list) ? list
        : slot == Command && Value(ShellCommand) is { } shell ? new WrittenList(ImmutableArray.Create(new WrittenElement(null, "\"/bin/sh\""), new WrittenElement(null, "\"-c\""), new WrittenElement(null, shell)), Whole: null)
        : null;
}
