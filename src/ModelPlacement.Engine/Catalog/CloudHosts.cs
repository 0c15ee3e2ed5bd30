using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace ModelPlacement.Engine.Catalog;

/// <summary>Which cloud a host name or a kubeconfig belongs to (<c>clouds.yaml</c>).</summary>
internal sealed class CloudHosts
{
    private readonly ImmutableArray<ValueMeaning> _hosts;
    private readonly ImmutableArray<ValueMeaning> _kubeconfigs;

    private CloudHosts(ImmutableArray<ValueMeaning> hosts, ImmutableArray<ValueMeaning> kubeconfigs)
    {
        _hosts = hosts;
        _kubeconfigs = kubeconfigs;
    }

    /// <summary>Reads the data: for each cloud its <c>hosts</c> (globs) and what its kubeconfigs contain.</summary>
    public static CloudHosts Read(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        var clouds = ((YamlMappingNode)stream.Documents[0].RootNode).Children;
        return new CloudHosts(Of("hosts"), Of("kubeconfigs"));

        ImmutableArray<ValueMeaning> Of(string key) => clouds
            .SelectMany(cloud => ((YamlMappingNode)cloud.Value).Children.TryGetValue(new YamlScalarNode(key), out var list)
                ? ((YamlSequenceNode)list).Children.Select(item => new ValueMeaning(((YamlScalarNode)item).Value!, ((YamlScalarNode)cloud.Key).Value!))
                : Enumerable.Empty<ValueMeaning>())
            .ToImmutableArray();
    }

    public string? OfHost(string urlOrHost)
    {
        var host = urlOrHost;
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            host = host.Substring(scheme + 3);
        host = host.Split('/', '?', '#')[0];
        host = host.Substring(host.IndexOf("@", StringComparison.Ordinal) + 1).Split(':')[0].TrimEnd('.');
        return _hosts.FirstOrDefault(row => Glob.Matches(row.Glob, host, StringComparison.OrdinalIgnoreCase))?.Meaning;
    }

    public string? OfKubeconfig(string text)
    {
        var clouds = new HashSet<string>(_kubeconfigs.Where(row => text.IndexOf(row.Glob, StringComparison.Ordinal) >= 0).Select(static row => row.Meaning), StringComparer.Ordinal);
        return clouds.Count == 1 ? clouds.Single() : null;
    }
}
