using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>
/// A node of a catalog text, read with an error for everything that is not as the format says. Classes and plain loops rather than structs and queries: this runs once in
/// a fresh process, where each generic instantiation over a struct is compiled anew.
/// </summary>
internal sealed class CatalogNode
{
    private readonly DocumentNode _node;
    private readonly List<CatalogError> _errors;

    public CatalogNode(DocumentNode node, List<CatalogError> errors)
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

    /// <summary>A bool; anything else is an error and gives false.</summary>
    public bool Truth(string what)
    {
        if (_node is DocumentScalar { Text: "true" or "false", IsPlain: true } scalar)
            return scalar.Text is "true";
        if (_node is not BrokenNode)
            Error(what + " must be true or false.");
        return false;
    }

    /// <summary>The items of a list; a single value stands for a list of one.</summary>
    public List<CatalogNode> Items()
    {
        if (_node is not DocumentSequence sequence)
            return [this];
        var items = new List<CatalogNode>(sequence.Items.Length);
        foreach (var item in sequence.Items)
            items.Add(new CatalogNode(item, _errors));
        return items;
    }

    /// <summary>The keys and values of a mapping, one after the other; anything else is an error and gives none.</summary>
    public List<CatalogPair> Pairs(string what)
    {
        var pairs = new List<CatalogPair>();
        if (_node is DocumentMapping mapping)
        {
            foreach (var entry in mapping.Entries)
                pairs.Add(new CatalogPair(new CatalogNode(entry.Key, _errors), new CatalogNode(entry.Value, _errors)));
        }
        else if (_node is not BrokenNode)
        {
            Error(what + " must be a mapping of keys to values.");
        }

        return pairs;
    }

    /// <summary>The values of a mapping by key; keys that are not among the known ones are errors.</summary>
    public CatalogKeys Keys(string what, string[] known)
    {
        var keys = new CatalogKeys();
        foreach (var pair in Pairs(what))
        {
            if (pair.Key.Text("A key of " + what) is not { } name)
                continue;
            if (Array.IndexOf(known, name) >= 0)
                keys[name] = pair.Value;
            else
                pair.Key.Error("Unknown key '" + name + "' of " + what + Proposed(name, known));
        }

        return keys;
    }

    /// <summary>The index of one of the known words; anything else is an error and gives null.</summary>
    public int? Word(string what, string[] words)
    {
        if (Text(what) is not { } text)
            return null;
        var index = Array.IndexOf(words, text);
        if (index >= 0)
            return index;
        Error("Unknown " + what + " '" + text + "'" + Proposed(text, words));
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
    public ImmutableArray<PropertyPath> Paths(string what)
    {
        var paths = ImmutableArray.CreateBuilder<PropertyPath>();
        foreach (var item in Items())
        {
            if (item.Path(what) is { } path)
                paths.Add(path);
        }

        return paths.ToImmutable();
    }

    private static string Proposed(string word, string[] known) =>
        Proposal.Nearest(word, known) is { } nearest ? "; did you mean '" + nearest + "'?" : ". Known: " + string.Join(", ", known) + ".";
}

/// <summary>A key and its value.</summary>
internal sealed record CatalogPair(CatalogNode Key, CatalogNode Value);

/// <summary>The values of a mapping by key.</summary>
internal sealed class CatalogKeys : Dictionary<string, CatalogNode>
{
    public CatalogKeys()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The value of a key, or null where the mapping has none.</summary>
    public CatalogNode? Of(string key) => TryGetValue(key, out var value) ? value : null;

    /// <summary>The paths under a key; none where the mapping has no such key.</summary>
    public ImmutableArray<PropertyPath> Paths(string key) => Of(key)?.Paths("'" + key + "'") ?? ImmutableArray<PropertyPath>.Empty;

    /// <summary>The text under a key, or null.</summary>
    public string? Text(string key) => Of(key)?.Text("'" + key + "'");

    /// <summary>The path under a key, or null.</summary>
    public PropertyPath? Path(string key) => Of(key)?.Path("'" + key + "'");
}
