using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>
/// A built-in catalog text of which an entry is parsed when it is first asked for: a program uses few of them, and parsing whole files is most of what the
/// catalog would cost a fresh process. Built-in files keep two habits for that: an entry starts at the beginning of a line, and no alias refers to another
/// entry's anchor. Safe under concurrent callers.
/// </summary>
internal sealed class CatalogSource
{
    private static readonly string[] Lists = ["resources:", "functions:"];

    private readonly DocumentFile _text;
    private readonly CatalogDefaults _defaults;
    private readonly Lazy<CatalogFile> _file;
    private readonly List<Block<CatalogEntry>> _entries = [];
    private readonly List<Block<CatalogFunction>> _functions = [];
    private readonly ConcurrentDictionary<string, CatalogEntry?> _entriesByName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CatalogFunction?> _functionsByName = new(StringComparer.Ordinal);

    public CatalogSource(DocumentFile text)
    {
        _text = text;
        _file = new Lazy<CatalogFile>(() => CatalogReader.ReadFile(text));
        var head = "";
        var list = -1;
        foreach (var (start, end) in Blocks(text.Text))
        {
            var block = text.Text.Substring(start, end - start);
            var next = Array.FindIndex(Lists, name => block.StartsWith(name, StringComparison.Ordinal));
            if (next >= 0)
                list = next;
            else if (list < 0)
                head += block;
            else if (list == 0)
                _entries.Add(new Block<CatalogEntry>(block, Entry));
            else
                _functions.Add(new Block<CatalogFunction>(block, Function));
        }

        _defaults = CatalogReader.Defaults(Parse(head)?.Keys("a catalog file", CatalogWords.FileKeys) ?? new CatalogKeys());
    }

    /// <summary>The package whose types this one has, under its own name; null where it has its own.</summary>
    public string? SameAs => _defaults.SameAs;

    /// <summary>The entry of a normalized token or of a class's full name, or null.</summary>
    public CatalogEntry? Find(string name)
    {
        if (_entriesByName.TryGetValue(name, out var known))
            return known;
        CatalogEntry? found = null;
        foreach (var block in _entries)
        {
            if (block.MayBe(name) && block.Value is { } entry && Is(entry, name))
                found = entry;
        }

        return _entriesByName.GetOrAdd(name, found);
    }

    /// <summary>The function of a normalized token or of a class's full name, or null.</summary>
    public CatalogFunction? FindFunction(string name)
    {
        if (_functionsByName.TryGetValue(name, out var known))
            return known;
        CatalogFunction? found = null;
        foreach (var block in _functions)
        {
            if (block.MayBe(name) && block.Value is { } function && (Same(function.Token, name) || string.Equals(function.ClassName, name, StringComparison.Ordinal)))
                found = function;
        }

        return _functionsByName.GetOrAdd(name, found);
    }

    /// <summary>Every entry of the file, the same instances that <see cref="Find"/> gives.</summary>
    public IEnumerable<CatalogEntry> Entries()
    {
        foreach (var block in _entries)
        {
            if (block.Value is { } entry)
                yield return entry;
        }
    }

    /// <summary>The whole file read in one go, with its errors.</summary>
    public CatalogFile ToFile() => _file.Value;

    private static bool Is(CatalogEntry entry, string name)
    {
        if (Same(entry.Token, name) || string.Equals(entry.ClassName, name, StringComparison.Ordinal))
            return true;
        foreach (var alias in entry.Aliases)
        {
            if (Same(alias, name))
                return true;
        }

        return false;
    }

    private static bool Same(string token, string normalized) => string.Equals(TypeToken.Normalize(token), normalized, StringComparison.Ordinal);

    /// <summary>The stretches of the text that start at the beginning of a line, each with the indented and commented lines that follow.</summary>
    private static IEnumerable<(int Start, int End)> Blocks(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) + 1;
            end = end == 0 ? text.Length : end;
            if (at > start && text[at] is not (' ' or '#' or '\n' or '\r'))
            {
                yield return (start, at);
                start = at;
            }

            at = end;
        }

        yield return (start, text.Length);
    }

    private CatalogEntry? Entry(string block) => Parse(block)?.Items() is [{ } item] ? CatalogReader.Entry(item, _defaults) : null;

    private CatalogFunction? Function(string block) => Parse(block)?.Items() is [{ } item] ? CatalogReader.Function(item, _defaults) : null;

    private CatalogNode? Parse(string block) =>
        Document.Read(new DocumentFile(_text.Path, block)).Root is { } root ? new CatalogNode(root, []) : null;

    private sealed class Block<T>
        where T : class
    {
        private readonly string _text;
        private readonly Lazy<T?> _value;

        public Block(string text, Func<string, T?> read)
        {
            _text = text;
            _value = new Lazy<T?>(() => read(text));
        }

        public T? Value => _value.Value;

        /// <summary>Whether the block can be about a token or class: of that type's name, or of several names with that one among them.</summary>
        public bool MayBe(string name)
        {
            var colon = name.LastIndexOf(":", StringComparison.Ordinal);
            var found = _text.IndexOf(colon < 0 ? name : name.Substring(colon), StringComparison.Ordinal);
            if (found < 0)
                return false;
            var line = _text.IndexOf('\n');
            return found < line || line < 0 || _text.IndexOf("aliases:", StringComparison.Ordinal) >= 0 || _text.IndexOf("class:", StringComparison.Ordinal) >= 0;
        }
    }
}
