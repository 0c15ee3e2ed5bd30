using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>The policies that ship with the engine, one file each, named by its id, in the format of every policy file. Each is read when first asked for.</summary>
public static class BuiltInPolicies
{
    /// <summary>The one that holds unless a policy file says otherwise.</summary>
    public const string DefaultId = "openai-api-on-azure";

    private const string Folder = "Policies/";
    private const string Extension = ".yaml";

    private static readonly Lazy<ImmutableSortedDictionary<string, Lazy<Policy>>> ById = new(static () => typeof(BuiltInPolicies).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
        .Select(static name => name.Substring(Folder.Length, name.Length - Folder.Length - Extension.Length))
        .ToImmutableSortedDictionary(static id => id, static id => new Lazy<Policy>(() => Read(id)), StringComparer.Ordinal));

    /// <summary>The ids of all of them, those that are off by default too.</summary>
    public static ImmutableArray<string> Ids => ById.Value.Keys.ToImmutableArray();

    /// <summary>The one of an id, or null.</summary>
    public static Policy? Find(string id) => ById.Value.TryGetValue(id, out var policy) ? policy.Value : null;

    private static Policy Read(string id)
    {
        var name = Folder + id + Extension;
        using var reader = new StreamReader(typeof(BuiltInPolicies).Assembly.GetManifestResourceStream(name)!);
        var file = PolicyFile.Read(new DocumentFile(name, reader.ReadToEnd()));
        return file.Problems.IsEmpty ? file.Policies.Single() with { Position = null } : throw new InvalidOperationException(string.Join("\n", file.Problems));
    }
}
