using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>
/// What each Pulumi resource type has to do with models. Immutable and safe under concurrent callers; each provider's data is read once per process, when one of its
/// tokens is first looked for.
/// </summary>
public sealed class ResourceCatalog
{
    private const string Folder = "Catalog";
    private const string ChartPackage = "helm";
    private const string CloudsFile = "clouds";

    private static readonly ConcurrentDictionary<string, Lazy<CatalogSource>> Sources = new(StringComparer.Ordinal);

    private static readonly Lazy<ImmutableHashSet<string>> BuiltInPackages = new(static () => BuiltInData.Names(Folder)
        .Where(static name => name is not CloudsFile)
        .ToImmutableHashSet(StringComparer.Ordinal));

    private readonly ImmutableHashSet<string> _packages;
    private readonly ImmutableArray<CatalogEntry> _additional;
    private readonly Dictionary<string, CatalogEntry> _additionalByName = new(StringComparer.Ordinal);

    private ResourceCatalog(ImmutableHashSet<string> packages, ImmutableArray<CatalogEntry> additional)
    {
        _packages = packages;
        _additional = additional;
        foreach (var entry in additional)
        {
            _additionalByName[TypeToken.Normalize(entry.Token)] = entry;
            foreach (var alias in entry.Aliases)
                _additionalByName[TypeToken.Normalize(alias)] = entry;
            if (entry.ClassName is { } className)
                _additionalByName[className] = entry;
        }
    }

    /// <summary>The catalog of every provider there is data for.</summary>
    public static ResourceCatalog BuiltIn { get; } = new(ImmutableHashSet<string>.Empty, ImmutableArray<CatalogEntry>.Empty);

    /// <summary>The packages there is data for: <c>aws</c>, <c>azure-native</c>, <c>kubernetes</c>, ...</summary>
    public static IReadOnlyCollection<string> Providers => BuiltInPackages.Value;

    /// <summary>The catalog of the given provider packages (<c>aws</c>, <c>azure-native</c>, <c>kubernetes</c>); names without data are left out.</summary>
    public static ResourceCatalog For(IEnumerable<string> providers) => new(providers.ToImmutableHashSet(StringComparer.Ordinal), ImmutableArray<CatalogEntry>.Empty);

    /// <summary>This catalog and more entries: an organisation's own, from its policy file. They win over built-in ones of the same token.</summary>
    public ResourceCatalog With(IEnumerable<CatalogEntry> entries) => new(_packages, _additional.AddRange(entries));

    /// <summary>The entry of a token in any of its spellings (see <see cref="TypeToken.Normalize"/>), or null.</summary>
    public CatalogEntry? Find(string token)
    {
        var normalized = TypeToken.Normalize(token);
        if (Additional(normalized) is { } own)
            return own;
        var package = TypeToken.Package(token);
        var source = SourceOf(package);
        return source?.SameAs is { } other ? Find(other + normalized.Substring(package.Length)) : source?.Find(normalized);
    }

    /// <summary>The entry of a Kubernetes object: <c>serving.kserve.io/v1beta1</c>, <c>InferenceService</c>; or null.</summary>
    public CatalogEntry? FindKubernetes(string apiVersion, string kind) => Find("kubernetes:" + apiVersion + ":" + kind);

    /// <summary>
    /// The entry of a Helm chart, whose paths start at the chart's values; or null. <paramref name="chart"/> is as written: <c>ollama</c>, <c>otwld/ollama</c>,
    /// <c>oci://ghcr.io/berriai/litellm-helm</c>.
    /// </summary>
    public CatalogEntry? FindChart(string chart) =>
        Find(ChartPackage + ":chart:" + chart.TrimEnd('/').Split('/').Last().Split(':')[0]);

    /// <summary>The entry of a C# class that carries no token (hand-written overlays: <c>Pulumi.Kubernetes.Helm.V3.Chart</c>), or null.</summary>
    public CatalogEntry? FindClass(string package, string fullName) => Additional(fullName) ?? SourceOf(package)?.Find(fullName);

    /// <summary>
    /// The package of a resource or function by what the program shows of it: its token, or its C# class where it carries none (<c>Pulumi.AzureNative.Web.WebApp</c>: <c>azure-native</c>).
    /// </summary>
    public static string PackageOf(string tokenOrClass)
    {
        if (tokenOrClass.IndexOf(':') >= 0 || tokenOrClass.Split('.') is not [_, var name, _, ..])
            return TypeToken.Package(tokenOrClass);
        return BuiltInPackages.Value.FirstOrDefault(package => string.Equals(package.Replace("-", ""), name, StringComparison.OrdinalIgnoreCase)) ?? tokenOrClass;
    }

    /// <summary>The function of a token (<c>aws:bedrockfoundation/getModel:getModel</c>), or null.</summary>
    public CatalogFunction? FindFunction(string token) => SourceOf(TypeToken.Package(token))?.FindFunction(TypeToken.Normalize(token));

    /// <summary>The function of a C# class with <c>Invoke</c> (<c>Pulumi.Aws.BedrockFoundation.GetModel</c>), or null.</summary>
    public CatalogFunction? FindFunctionClass(string package, string fullName) => SourceOf(package)?.FindFunction(fullName);

    /// <summary>Whether a resource of <paramref name="token"/> is one that the link may point to, in any spelling and by any alias.</summary>
    public bool IsTarget(LinkTarget target, string token)
    {
        var wanted = TypeToken.Normalize(target.Token);
        var found = TypeToken.Normalize(token);
        return string.Equals(wanted, found, StringComparison.Ordinal) || (Find(wanted) is { } entry && ReferenceEquals(entry, Find(found)));
    }

    /// <summary>Every entry of the packages of this catalog and the additional ones. Reads all their data: for tests, tools and proposals.</summary>
    public IEnumerable<CatalogEntry> All() =>
        BuiltInPackages.Value.Where(Includes).OrderBy(static name => name, StringComparer.Ordinal).SelectMany(static name => Load(name).Entries()).Concat(_additional);

    /// <summary>What the built-in data of one package says, with the errors in it (none, or a test fails).</summary>
    public static CatalogFile File(string provider) => BuiltInPackages.Value.Contains(provider) ? Load(provider).ToFile() : CatalogFile.Empty;

    /// <summary>The cloud that a URL or host name belongs to (<c>https://x.openai.azure.com/</c>: <c>azure</c>), or null.</summary>
    public static string? CloudOfHost(string urlOrHost) => Cloud.OfHost(urlOrHost)?.Id;

    /// <summary>The cloud that the text of a kubeconfig names (<c>aws eks get-token</c>: <c>aws</c>), or null where none or more than one.</summary>
    public static string? CloudOfKubeconfig(string text) => Cloud.OfKubeconfig(text)?.Id;

    private static CatalogSource Load(string package) =>
        Sources.GetOrAdd(package, static name => new Lazy<CatalogSource>(() => new CatalogSource(BuiltInData.Read(Folder, name).Root!))).Value;

    private bool Includes(string package) => _packages.IsEmpty || _packages.Contains(package) || package is ChartPackage;

    private CatalogEntry? Additional(string name) => _additionalByName.TryGetValue(name, out var entry) ? entry : null;

    private CatalogSource? SourceOf(string package) => Includes(package) && BuiltInPackages.Value.Contains(package) ? Load(package) : null;
}
