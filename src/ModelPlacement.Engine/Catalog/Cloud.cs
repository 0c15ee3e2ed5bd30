using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>A cloud that the data knows (<c>clouds.yaml</c>).</summary>
/// <param name="Id">Its id: <c>aws</c>.</param>
/// <param name="Name">What a person calls it: <c>AWS</c>.</param>
/// <param name="Regions">Ids of its regions, as it spells them. Not complete: clouds open new ones.</param>
/// <param name="Hosts">Globs of the host names that belong to it.</param>
/// <param name="Kubeconfigs">Texts that stand in a kubeconfig made for its clusters and in no other.</param>
public sealed record Cloud(string Id, string Name, ImmutableArray<string> Regions, ImmutableArray<string> Hosts, ImmutableArray<string> Kubeconfigs)
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', '"', '\'', '[', ']', ','];

    private static readonly Lazy<ImmutableArray<Cloud>> LazyAll = new(Read);

    /// <summary>Every cloud of the data. Read on first use.</summary>
    public static ImmutableArray<Cloud> All => LazyAll.Value;

    /// <summary>What a person calls a cloud; the id itself where the data does not know it.</summary>
    public static string NameOf(string id) => All.FirstOrDefault(cloud => string.Equals(cloud.Id, id, StringComparison.OrdinalIgnoreCase))?.Name ?? id;

    /// <summary>The cloud that a URL or host name belongs to (<c>https://x.openai.azure.com/</c>), or null.</summary>
    public static Cloud? OfHost(string urlOrHost)
    {
        var host = urlOrHost;
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            host = host.Substring(scheme + 3);
        host = host.Split('/', '?', '#')[0];
        host = host.Substring(host.IndexOf("@", StringComparison.Ordinal) + 1).Split(':')[0].TrimEnd('.');
        return All.FirstOrDefault(cloud => cloud.Hosts.Any(glob => new Glob(glob).Matches(host)));
    }

    /// <summary>The cloud that the text of a kubeconfig names, or null where none or more than one.</summary>
    public static Cloud? OfKubeconfig(string text)
    {
        // A command's words stand in a list: "args": ["eks", "get-token"], or one under the other.
        var words = " " + string.Join(" ", text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(static word => word is not "-"));
        var clouds = All.Where(cloud => cloud.Kubeconfigs.Any(piece => words.IndexOf(piece, StringComparison.Ordinal) >= 0)).Take(2).ToList();
        return clouds.Count == 1 ? clouds[0] : null;
    }

    private static ImmutableArray<Cloud> Read()
    {
        var root = (DocumentMapping)BuiltInData.Read("Catalog", "clouds").Root!;
        return root.Entries
            .Select(static cloud => new Cloud(
                cloud.Key.Text,
                Values(cloud.Value, "name").OfType<DocumentScalar>().First().Text,
                Texts(cloud.Value, "regions"),
                Texts(cloud.Value, "hosts"),
                Texts(cloud.Value, "kubeconfigs")))
            .ToImmutableArray();
    }

    private static ImmutableArray<string> Texts(DocumentNode cloud, string key) =>
        Values(cloud, key).OfType<DocumentSequence>().SelectMany(static list => list.Items).OfType<DocumentScalar>().Select(static text => text.Text).ToImmutableArray();

    private static IEnumerable<DocumentNode> Values(DocumentNode cloud, string key) =>
        ((DocumentMapping)cloud).Entries.Where(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)).Select(static entry => entry.Value);
}
