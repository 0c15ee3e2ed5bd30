using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Reads a mapping of a policy file key by key, and reports everything in it that is not as the format says.</summary>
internal sealed class MappingReader
{
    private const int LongestName = 500;

    private readonly string _what;
    private readonly ProblemList _problems;
    private readonly DocumentMapping? _mapping;
    private readonly Dictionary<string, DocumentNode> _values = new(StringComparer.Ordinal);

    /// <param name="node">What should be a mapping.</param>
    /// <param name="what">What it is called, with its article: <c>a policy</c>.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <param name="problems">Where problems go.</param>
    public MappingReader(DocumentNode node, string what, ImmutableArray<string> keys, ProblemList problems)
    {
        _what = what;
        _problems = problems;
        _mapping = node as DocumentMapping;
        IsSound = _mapping is not null && !node.IsBroken;
        Position = PositionOfEntry(node);
        if (_mapping is null && node is not BrokenNode)
            problems.Invalid(node.Position, Sentence(what) + " is a mapping with the keys " + string.Join(", ", keys) + ", not " + Kind(node));

        foreach (var entry in _mapping?.Entries ?? ImmutableArray<KeyValuePair<DocumentScalar, DocumentNode>>.Empty)
        {
            if (keys.Contains(entry.Key.Text))
                _values.Add(entry.Key.Text, entry.Value);
            else
                Invalid(entry.Key.Position, "Unknown key '" + Shorten(entry.Key.Text) + "' in " + what + (problems.IsFull ? "" : Suggest(entry.Key.Text, keys)));
        }
    }

    /// <summary>False once something in it was wrong: then it is not in force.</summary>
    public bool IsSound { get; private set; }

    /// <summary>Where it stands: its first key and, if that is on the same line, its value.</summary>
    public FilePosition Position { get; }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The value under a key, or null.</summary>
    public DocumentNode? Node(string key) => _values.TryGetValue(key, out var node) ? node : null;

    /// <summary>Where the value of a key stands, or the mapping where the key is not there.</summary>
    public FilePosition PositionOf(string key) => Node(key)?.Position ?? Position;

    /// <summary>Takes it out of force for something reported elsewhere.</summary>
    public void Drop() => IsSound = false;

    public void Invalid(FilePosition position, string message)
    {
        IsSound = false;
        _problems.Invalid(position, message);
    }

    /// <summary>Whether a key that must be there is. Nothing is said of a mapping that was cut short: the key may have been lost.</summary>
    public bool Require(string key, string example)
    {
        if (Has(key))
            return true;
        if (_mapping is { IsBroken: false })
            Invalid(Position, Sentence(_what) + " needs '" + key + "': " + example);
        IsSound = false;
        return false;
    }

    /// <summary>The text under a key, or null where there is none or it is not a text.</summary>
    public string? Text(string key) => Node(key) is { } node ? Text(node, "'" + key + "'") : null;

    /// <summary>The text under a key where an empty value counts as no text.</summary>
    public string? TextOrNothing(string key) => Node(key) switch
    {
        null or DocumentScalar { Kind: ScalarKind.Null } => null,
        DocumentScalar { Kind: ScalarKind.Text } scalar when scalar.Text.Trim().Length == 0 => null,
        var node => Text(node, "'" + key + "'"),
    };

    /// <summary>The text under a key that must have a form, or null.</summary>
    public string? Text(string key, Func<string, bool> isWellFormed, string form)
    {
        if (Text(key) is not { } text)
            return null;
        if (text.Length <= LongestName && isWellFormed(text))
            return text;
        Invalid(PositionOf(key), "'" + Shorten(text) + "' is not a valid '" + key + "': " + form);
        return null;
    }

    /// <summary>One of some words under a key, or null.</summary>
    public T? Word<T>(string key, ImmutableArray<KeyValuePair<string, T>> words)
        where T : struct
    {
        if (Node(key) is not { } node || Text(node, "'" + key + "'") is not { } text)
            return null;
        foreach (var word in words)
        {
            if (string.Equals(word.Key, text, StringComparison.Ordinal))
                return word.Value;
        }

        Invalid(node.Position, "'" + key + "' is one of " + string.Join(", ", words.Select(static word => word.Key)) + ", not '" + Shorten(text) + "'"
            + (_problems.IsFull ? "" : DidYouMean(text, words.Select(static word => word.Key))));
        return null;
    }

    /// <summary>A day under a key, or null.</summary>
    public DateTime? Date(string key)
    {
        if (Node(key) is null or DocumentScalar { Kind: ScalarKind.Null })
            return null;
        if (Node(key) is DocumentScalar scalar && DateTime.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (Node(key) is DocumentScalar other)
            Invalid(other.Position, "'" + Shorten(other.Text) + "' is not a date; '" + key + "' is written like 2026-12-31");
        else
            Reject(Node(key)!, "'" + key + "'", "a date like 2026-12-31");
        return null;
    }

    /// <summary>Patterns under a key, or null where there is no list.</summary>
    public ImmutableArray<Glob>? Globs(string key, bool mayBeEmpty = true)
    {
        if (Node(key) is not { } node || Items(node, "'" + key + "'") is not { } items)
            return null;
        if (items.IsEmpty && !mayBeEmpty)
            Invalid(node.Position, "'" + key + "' is empty; list at least one, or leave the key out where it may be");
        return items.Select(item => Glob(item, "An item of '" + key + "'")).OfType<Glob>().ToImmutableArray();
    }

    /// <summary>A pattern under a key, or null.</summary>
    public Glob? Glob(string key) => Node(key) is { } node ? Glob(node, "'" + key + "'") : null;

    /// <summary>Texts under a key, with their places, or null where there is no list.</summary>
    public ImmutableArray<DocumentScalar>? Texts(string key)
    {
        if (Node(key) is not { } node || Items(node, "'" + key + "'") is not { } items)
            return null;
        return items.Where(item => Text(item, "An item of '" + key + "'") is not null).Cast<DocumentScalar>().ToImmutableArray();
    }

    /// <summary>The items of a list under a key; none where it is empty or not a list.</summary>
    public ImmutableArray<DocumentNode> Items(string key) =>
        Node(key) is null or DocumentScalar { Kind: ScalarKind.Null } ? ImmutableArray<DocumentNode>.Empty : Items(Node(key)!, "'" + key + "'") ?? ImmutableArray<DocumentNode>.Empty;

    /// <summary>A proposal, or the known words where there are few.</summary>
    public static string Suggest(string word, ImmutableArray<string> known) =>
        DidYouMean(word, known) is { Length: > 0 } proposal ? proposal : "; known are " + string.Join(", ", known);

    /// <summary>A proposal, or nothing. A very long word is no typing error.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known) => word.Length > 100 ? "" : Proposal.DidYouMean(word, known);

    /// <summary>A text as a message shows it.</summary>
    public static string Shorten(string text) => text.Length > 60 ? text.Substring(0, 60) + "..." : text;

    private Glob? Glob(DocumentNode node, string what)
    {
        if (Text(node, what) is not { } text)
            return null;
        if (text.Length <= LongestName && text.Trim().Length == text.Length)
            return new Glob(text, node.Position);
        Invalid(node.Position, "'" + Shorten(text) + "' is not a pattern: it is too long, or starts or ends with a space");
        return null;
    }

    private ImmutableArray<DocumentNode>? Items(DocumentNode node, string what)
    {
        if (node is DocumentSequence sequence)
            return sequence.Items;
        Reject(node, what, "a list");
        return null;
    }

    private string? Text(DocumentNode node, string what)
    {
        switch (node)
        {
            case DocumentScalar { Kind: ScalarKind.Text } scalar when scalar.Text.Trim().Length > 0:
                return scalar.Text;
            case DocumentScalar { Kind: ScalarKind.Text }:
                Invalid(node.Position, what + " is empty");
                return null;
            default:
                Reject(node, what, "a text");
                return null;
        }
    }

    private void Reject(DocumentNode node, string what, string wanted)
    {
        IsSound = false;
        if (node is not BrokenNode)
            _problems.Invalid(node.Position, what + " must be " + wanted + ", not " + Kind(node) + Remedy(node, wanted));
    }

    private static string Remedy(DocumentNode node, string wanted) => (node, wanted) switch
    {
        (DocumentScalar { Kind: not (ScalarKind.Null or ScalarKind.Text) } scalar, "a text") => "; put it in quotes: \"" + Shorten(scalar.Text) + "\"",
        (DocumentScalar { Kind: ScalarKind.Text } scalar, "a list") => "; write [" + Shorten(scalar.Text) + "]",
        _ => "",
    };

    public static string Kind(DocumentNode node) => node switch
    {
        DocumentSequence => "a list",
        DocumentMapping => "a mapping",
        DocumentScalar { Kind: ScalarKind.Null } => "empty",
        DocumentScalar { Kind: ScalarKind.Boolean } scalar => "the truth value " + scalar.Text,
        DocumentScalar { Kind: ScalarKind.Integer or ScalarKind.Float } scalar => "the number " + Shorten(scalar.Text),
        _ => "a text",
    };

    private static FilePosition PositionOfEntry(DocumentNode node)
    {
        if (node is not DocumentMapping { Entries.IsEmpty: false } mapping)
            return node.Position;
        var (key, value) = (mapping.Entries[0].Key.Position, mapping.Entries[0].Value);
        return value is DocumentScalar { Position: { } end } && end.Line == key.Line && end.EndLine == key.Line && end.Span.Start >= key.Span.End
            ? new FilePosition(key.Path, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(key.Span.Start, end.Span.End), new(key.Lines.Start, end.Lines.End))
            : key;
    }

    private static string Sentence(string what) => char.ToUpperInvariant(what[0]) + what.Substring(1);
}
