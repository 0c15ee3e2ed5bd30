using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>A node of a catalog text, read with an error for everything that is not as the format says.</summary>
internal readonly struct CatalogNode
{
    private readonly DocumentNode _node;
    private readonly ImmutableArray<CatalogError>.Builder _errors;

    public CatalogNode(DocumentNode node, ImmutableArray<CatalogError>.Builder errors)
    {
        _node = node;
        _errors = errors;
    }

    public bool IsMapping => _node is DocumentMapping;

    public bool IsScalar => _node is DocumentScalar;

    public void Error(string message) => _errors.Add(new CatalogError(message, _node.Position));

    /// <summary>The text of a scalar; anything else is an error and gives null.</summary>
    public string? Text(string what)
    {
        if (_node is DocumentScalar { Text: { Length: > 0 } text })
            return text;
        if (_node is not BrokenNode)
            Error(what + " must be a text.");
        return null;
    }

    /// <summary>The items of a list; a single value stands for a list of one.</summary>
    public IEnumerable<CatalogNode> Items()
    {
        var errors = _errors;
        return _node is DocumentSequence sequence ? sequence.Items.Select(child => new CatalogNode(child, errors)) : [this];
    }

    /// <summary>The keys and values of a mapping; anything else is an error and gives none.</summary>
    public IEnumerable<(CatalogNode Key, CatalogNode Value)> Pairs(string what)
    {
        if (_node is not DocumentMapping mapping)
        {
            if (_node is not BrokenNode)
                Error(what + " must be a mapping of keys to values.");
            return [];
        }

        var errors = _errors;
        return mapping.Entries.Select(pair => (new CatalogNode(pair.Key, errors), new CatalogNode(pair.Value, errors)));
    }

    /// <summary>The values of a mapping by key; keys that are not among the known ones are errors.</summary>
    public Dictionary<string, CatalogNode> Keys(string what, IReadOnlyCollection<string> known)
    {
        var keys = new Dictionary<string, CatalogNode>(StringComparer.Ordinal);
        foreach (var (key, value) in Pairs(what))
        {
            if (key.Text("A key of " + what) is not { } name)
                continue;
            if (known.Contains(name, StringComparer.Ordinal))
                keys[name] = value;
            else
                key.Error("Unknown key '" + name + "' of " + what + Proposal.DidYouMean(name, known) + (Proposal.Nearest(name, known) is null ? ". Known: " + string.Join(", ", known) + "." : ""));
        }

        return keys;
    }

    /// <summary>One of the known words; anything else is an error and gives null.</summary>
    public T? Word<T>(string what, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(what) is not { } text)
            return null;
        if (words.TryGetValue(text, out var word))
            return word;
        Error("Unknown " + what + " '" + text + "'" + Proposal.DidYouMean(text, words.Keys) + (Proposal.Nearest(text, words.Keys) is null ? ". Known: " + string.Join(", ", words.Keys) + "." : ""));
        return null;
    }

    /// <summary>A property path; anything else is an error and gives null.</summary>
    public PropertyPath? Path(string what)
    {
        if (Text(what) is not { } text)
            return null;
        if (PropertyPath.TryParse(text, out var path, out var why))
            return path;
        Error(why!);
        return null;
    }

    /// <summary>Property paths: one or a list.</summary>
    public ImmutableArray<PropertyPath> Paths(string what) =>
        Items().Select(item => item.Path(what)).Where(static path => path is not null).Select(static path => path!).ToImmutableArray();
}
