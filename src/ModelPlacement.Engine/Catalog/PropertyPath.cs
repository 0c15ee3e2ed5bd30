using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Catalog;

/// <summary>One value that a <see cref="PropertyPath"/> leads to.</summary>
/// <param name="Value">The value: never a <see cref="Choice"/>, never a null constant.</param>
/// <param name="Path">Where it stands, with indices and keys: <c>containers[0].environment{MODEL_ID}</c>.</param>
/// <param name="Owner">The mapping (or list) that the last step started from; companions of a model stand there.</param>
/// <param name="IsComplete">
/// Whether the whole path was walked. If not, <paramref name="Value"/> is what stands in the way: an unknown, a reference, a string not taken apart.
/// </param>
/// <param name="IsAlternative">Whether it is one of several: a choice was passed on the way.</param>
public sealed record ReachedValue(Value Value, string Path, Value Owner, bool IsComplete, bool IsAlternative);

/// <summary>
/// A path through a resource's inputs: <c>a.b[].c{}</c>, in schema names; <c>[]</c> is each item of a list, <c>{}</c> each value of a map, <c>{key}</c> the value of
/// one key that is no identifier; <c>[name=x]</c> and <c>{name=x}</c> are those items and values whose property <c>name</c> is the text <c>x</c>.
/// </summary>
public sealed class PropertyPath : IEquatable<PropertyPath>
{
    /// <summary>The path that leads nowhere else: to the inputs themselves.</summary>
    public static readonly PropertyPath Root = new(ImmutableArray<Step>.Empty);

    private readonly ImmutableArray<Step> _steps;
    private readonly string _text;

    private PropertyPath(ImmutableArray<Step> steps)
    {
        _steps = steps;
        _text = Write(steps);
    }

    private enum StepKind
    {
        Property,
        Items,
        Values,
        Key,
        ItemsWhere,
        ValuesWhere,
    }

    public bool IsRoot => _steps.IsEmpty;

    /// <summary>Property names and keys on the way, in order, without lists and maps.</summary>
    public IEnumerable<string> Names => _steps.Where(static step => step.Kind is StepKind.Property or StepKind.Key).Select(static step => step.Name);

    /// <summary>Whether the last step is a list's items (<c>[]</c>).</summary>
    public bool EndsInItems => !_steps.IsEmpty && _steps[_steps.Length - 1].Kind is StepKind.Items;

    /// <summary>Whether the last step is a map's values (<c>{}</c>).</summary>
    public bool EndsInValues => !_steps.IsEmpty && _steps[_steps.Length - 1].Kind is StepKind.Values;

    /// <summary>The path without its last step.</summary>
    /// <exception cref="InvalidOperationException">The path is <see cref="Root"/>.</exception>
    public PropertyPath Parent => IsRoot ? throw new InvalidOperationException("The root path has no parent.") : new(_steps.RemoveAt(_steps.Length - 1));

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is no path; the message says why.</exception>
    public static PropertyPath Parse(string text) =>
        TryParse(text, out var path, out var why) ? path! : throw new FormatException(why);

    /// <summary>Reads a path; where it is none, says why.</summary>
    public static bool TryParse(string text, out PropertyPath? path, out string? why)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var at = 0;
        path = null;
        why = null;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '[' or '{':
                    var isList = text[at] is '[';
                    var end = text.IndexOf(isList ? "]" : "}", at, StringComparison.Ordinal);
                    if (end < 0)
                        return Fail("'" + text[at] + "' is not closed", out why);
                    if (Bracket(text.Substring(at + 1, end - at - 1), isList) is not { } bracket)
                        return Fail("in '[...]' may stand nothing or 'name=text'", out why);
                    steps.Add(bracket);
                    at = end + 1;
                    break;
                case '.' when at > 0 && at + 1 < text.Length && IsNamePart(text[at + 1]):
                    at++;
                    goto default;
                default:
                    var start = at;
                    while (at < text.Length && IsNamePart(text[at]))
                        at++;
                    if (at == start)
                        return Fail("'" + text[at] + "' at position " + (at + 1).ToString(CultureInfo.InvariantCulture) + " is not expected", out why);
                    if (start > 0 && text[start - 1] is not '.')
                        return Fail("a '.' is missing at position " + (start + 1).ToString(CultureInfo.InvariantCulture), out why);
                    steps.Add(new Step(StepKind.Property, text.Substring(start, at - start)));
                    break;
            }
        }

        path = steps.Count == 0 ? Root : new PropertyPath(steps.ToImmutable());
        return true;

        bool Fail(string reason, out string? why)
        {
            why = "'" + text + "' is not a property path: " + reason + ". Write it like 'containers[].environment{}'.";
            return false;
        }
    }

    /// <summary>This path and then another.</summary>
    public PropertyPath Then(PropertyPath next) => IsRoot ? next : next.IsRoot ? this : new PropertyPath(_steps.AddRange(next._steps));

    /// <summary>
    /// Every value the path leads to, in order, from the inputs or any other value. Choices are passed through: each alternative is reached. What is not set,
    /// or null, is not reached; what hides the rest of the path (an unknown, a reference to another resource, a string) is reached in its stead and marked not
    /// complete. A single value stands for a list of one.
    /// </summary>
    public IEnumerable<ReachedValue> Read(Value start) => Read(new ReachedValue(start, "", start, IsComplete: true, IsAlternative: false), 0);

    public bool Equals(PropertyPath? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as PropertyPath);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    public override string ToString() => _text;

    private static Step? Bracket(string inside, bool isList)
    {
        if (inside.Length == 0)
            return new Step(isList ? StepKind.Items : StepKind.Values, "");
        var equals = inside.IndexOf("=", StringComparison.Ordinal);
        if (equals > 0)
            return new Step(isList ? StepKind.ItemsWhere : StepKind.ValuesWhere, inside.Substring(0, equals), inside.Substring(equals + 1));
        return isList ? null : new Step(StepKind.Key, inside);
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '$';

    private static string Write(ImmutableArray<Step> steps)
    {
        var text = "";
        foreach (var step in steps)
        {
            text += step.Kind switch
            {
                StepKind.Property => (text.Length == 0 ? "" : ".") + step.Name,
                StepKind.Items => "[]",
                StepKind.Values => "{}",
                StepKind.ItemsWhere => "[" + step.Name + "=" + step.Wanted + "]",
                StepKind.ValuesWhere => "{" + step.Name + "=" + step.Wanted + "}",
                _ => "{" + step.Name + "}",
            };
        }

        return text;
    }

    private IEnumerable<ReachedValue> Read(ReachedValue reached, int index)
    {
        switch (reached.Value)
        {
            case Choice choice:
                return choice.Alternatives.SelectMany(alternative => Read(reached with { Value = alternative, IsAlternative = true }, index));
            case Constant { Raw: null }:
                return [];
        }

        if (index == _steps.Length)
            return [reached];

        var step = _steps[index];
        return (reached.Value, step.Kind) switch
        {
            (Mapping mapping, StepKind.Property or StepKind.Key) => mapping[step.Name] is { } value ? Read(Next(value, step), index + 1) : [],
            (Mapping mapping, StepKind.Values or StepKind.ValuesWhere) => mapping.Entries
                .Where(entry => IsWanted(entry.Value, step))
                .SelectMany(entry => Read(Next(entry.Value, new Step(StepKind.Key, entry.Key)), index + 1)),
            (Sequence sequence, StepKind.Items or StepKind.ItemsWhere) => sequence.Items
                .SelectMany((item, at) => IsWanted(item, step) ? Read(Item(item, at), index + 1) : []),
            (Mapping or Constant or Text, StepKind.Items) => Read(reached, index + 1),
            (Mapping, StepKind.ItemsWhere) => IsWanted(reached.Value, step) ? Read(reached, index + 1) : [],
            // Older SDKs have a list where newer ones have an object, and the other way round: each item is walked.
            (Sequence sequence, _) => sequence.Items.SelectMany((item, at) => Read(Item(item, at), index)),
            _ => [reached with { IsComplete = false }],
        };

        ReachedValue Next(Value value, Step taken) =>
            reached with { Value = value, Owner = reached.Value, Path = reached.Path + Write(taken, reached.Path.Length == 0) };

        ReachedValue Item(Value value, int at) =>
            reached with { Value = value, Owner = reached.Value, Path = reached.Path + "[" + at.ToString(CultureInfo.InvariantCulture) + "]" };
    }

    private static string Write(Step step, bool isFirst) => step.Kind is StepKind.Key ? "{" + step.Name + "}" : (isFirst ? "" : ".") + step.Name;

    /// <summary>What is not known may be the item looked for, and is walked on to: the caller meets the unknown there.</summary>
    private static bool IsWanted(Value item, Step step) => step.Wanted is null || item switch
    {
        Mapping mapping => mapping[step.Name] switch
        {
            null or Constant { Raw: null } => false,
            Constant { Raw: { } raw } => string.Equals(Convert.ToString(raw, CultureInfo.InvariantCulture), step.Wanted, StringComparison.OrdinalIgnoreCase),
            _ => true,
        },
        Constant or Text or Sequence => false,
        _ => true,
    };

    private sealed record Step(StepKind Kind, string Name, string? Wanted = null);
}
