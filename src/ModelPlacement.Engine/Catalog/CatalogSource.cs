using System;
using System.Collections.Generic;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>The built-in catalog of a package, of which an entry is read when it is first asked for: a program uses few of them. Safe under concurrent callers.</summary>
internal sealed class CatalogSource
{
    private readonly CatalogDefaults _defaults;
    private readonly Lazy<CatalogFile> _file;
    private readonly List<Lazy<CatalogEntry?>> _entries = [];
    private readonly Dictionary<string, Lazy<CatalogEntry?>> _entriesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<CatalogFunction?>> _functionsByName = new(StringComparer.Ordinal);

    public CatalogSource(DocumentNode root)
    {
        _file = new Lazy<CatalogFile>(() => CatalogReader.ReadFile(root, []));
        var keys = new CatalogNode(root, []).Keys("a catalog file", CatalogWords.FileKeys);
        _defaults = CatalogReader.Defaults(keys);
        foreach (var item in keys.Of("resources")?.Items() ?? [])
        {
            var entry = new Lazy<CatalogEntry?>(() => CatalogReader.Entry(item, _defaults));
            _entries.Add(entry);
            foreach (var name in CatalogReader.Names(item))
                _entriesByName[name] = entry;
        }

        foreach (var item in keys.Of("functions")?.Items() ?? [])
        {
            var function = new Lazy<CatalogFunction?>(() => CatalogReader.Function(item, _defaults));
            foreach (var name in CatalogReader.Names(item))
                _functionsByName[name] = function;
        }
    }

    /// <summary>The package whose types this one has, under its own name; null where it has its own.</summary>
    public string? SameAs => _defaults.SameAs;

    /// <summary>The entry of a normalized token or of a class's full name, or null.</summary>
    public CatalogEntry? Find(string name) => _entriesByName.TryGetValue(name, out var entry) ? entry.Value : null;

    /// <summary>The function of a normalized token or of a class's full name, or null.</summary>
    public CatalogFunction? FindFunction(string name) => _functionsByName.TryGetValue(name, out var function) ? function.Value : null;

    /// <summary>Every entry of the file, the same instances that <see cref="Find"/> gives.</summary>
    public IEnumerable<CatalogEntry> Entries()
    {
        foreach (var entry in _entries)
        {
            if (entry.Value is { } value)
                yield return value;
        }
    }

    /// <summary>The whole file read in one go, with its errors.</summary>
    public CatalogFile ToFile() => _file.Value;
}
