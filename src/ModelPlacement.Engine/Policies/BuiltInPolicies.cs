using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>The policies that ship with the engine, one file each, in the format of every policy file.</summary>
public static class BuiltInPolicies
{
    /// <summary>The one that holds unless a policy file says otherwise.</summary>
    public const string DefaultId = "openai-api-on-azure";

    private const string Folder = "Policies/";
    private const string Extension = ".yaml";

    private static readonly Lazy<ImmutableArray<Policy>> LazyAll = new(Read);

    /// <summary>All of them, those that are off by default too. Read on first use.</summary>
    public static ImmutableArray<Policy> All => LazyAll.Value;

    /// <summary>The one of an id, or null.</summary>
    public static Policy? Find(string id) => All.FirstOrDefault(policy => string.Equals(policy.Id, id, StringComparison.Ordinal));

    private static ImmutableArray<Policy> Read()
    {
        var data = typeof(BuiltInPolicies).Assembly;
        return data.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .OrderBy(static name => name, StringComparer.Ordinal)
            .SelectMany(name => Read(name, data.GetManifestResourceStream(name)!))
            .ToImmutableArray();
    }

    private static ImmutableArray<Policy> Read(string name, Stream stream)
    {
        using var reader = new StreamReader(stream);
        var file = PolicyFile.Read(new DocumentFile(name, reader.ReadToEnd()));
        if (!file.Problems.IsEmpty)
            throw new InvalidOperationException(string.Join("\n", file.Problems));
        return file.Policies.Select(static policy => policy with { Position = null }).ToImmutableArray();
    }
}
