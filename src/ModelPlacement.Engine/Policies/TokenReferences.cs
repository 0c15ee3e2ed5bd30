using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>Whether a pattern of type tokens names a resource type that is known. Reads only the data that it needs for that: a provider's, where the pattern says which.</summary>
internal sealed class TokenReferences
{
    private readonly ResourceCatalog _catalog;

    public TokenReferences(ResourceCatalog catalog, ImmutableArray<CatalogEntry> own) => _catalog = catalog.With(own);

    public bool IsKnown(Glob pattern) =>
        pattern.MatchesEverything
        || (pattern.IsLiteral ? _catalog.Find(pattern.Text) is not null : Near(pattern).Any(token => pattern.Matches(token) || pattern.Matches(TypeToken.Normalize(token))));

    /// <summary>The tokens that a mistyped pattern may mean: those of its provider, or all where that is not known either.</summary>
    public IEnumerable<string> Near(Glob pattern)
    {
        var package = TypeToken.Package(pattern.Text);
        var entries = new Glob(package).IsLiteral && ResourceCatalog.Providers.Contains(package, StringComparer.Ordinal)
            ? ResourceCatalog.File(package).Entries
            : _catalog.All();
        return entries.SelectMany(static entry => entry.Aliases.Add(entry.Token)).Distinct(StringComparer.Ordinal);
    }
}
