using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>A cloud that the data knows (<c>clouds.yaml</c>).</summary>
/// <param name="Id">Its id: <c>aws</c>.</param>
/// <param name="Name">What a person calls it: <c>AWS</c>.</param>
/// <param name="Regions">Ids of its regions, as it spells them. Not complete: clouds open new ones.</param>
public sealed record Cloud(string Id, string Name, ImmutableArray<string> Regions)
{
    private static readonly Lazy<ImmutableArray<Cloud>> LazyAll = new(Read);

    /// <summary>Every cloud of the data. Read on first use.</summary>
    public static ImmutableArray<Cloud> All => LazyAll.Value;

    /// <summary>What a person calls a cloud; the id itself where the data does not know it.</summary>
    public static string NameOf(string id) => All.FirstOrDefault(cloud => string.Equals(cloud.Id, id, StringComparison.OrdinalIgnoreCase))?.Name ?? id;

    private static ImmutableArray<Cloud> Read()
    {
        const string file = "Catalog/clouds.yaml";
        using var stream = new StreamReader(typeof(Cloud).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException("The assembly holds no " + file + "."));
        var root = Document.Read(new DocumentFile(file, stream.ReadToEnd())).Root as DocumentMapping;
        return root!.Entries
            .Select(static cloud => new Cloud(
                cloud.Key.Text,
                Values(cloud.Value, "name").OfType<DocumentScalar>().First().Text,
                Values(cloud.Value, "regions").OfType<DocumentSequence>().SelectMany(static list => list.Items).OfType<DocumentScalar>().Select(static region => region.Text).ToImmutableArray()))
            .ToImmutableArray();
    }

    private static IEnumerable<DocumentNode> Values(DocumentNode cloud, string key) =>
        ((DocumentMapping)cloud).Entries.Where(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)).Select(static entry => entry.Value);
}
