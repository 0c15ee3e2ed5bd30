using System;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>The policies that ship with the engine, one file each, named by its id, in the format of every policy file. Each is read when first asked for.</summary>
public static class BuiltInPolicies
{
    /// <summary>The one that holds unless a policy file says otherwise.</summary>
    public const string DefaultId = "openai-api-on-azure";

    private const string Folder = "Policies";

    private static readonly Lazy<ImmutableDictionary<string, Lazy<Policy>>> ById = new(static () => BuiltInData.Names(Folder)
        .ToImmutableDictionary(static id => id, static id => new Lazy<Policy>(() => Read(id)), StringComparer.Ordinal));

    /// <summary>The ids of all of them, those that are off by default too.</summary>
    public static ImmutableArray<string> Ids => ById.Value.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The one of an id, or null.</summary>
    public static Policy? Find(string id) => ById.Value.TryGetValue(id, out var policy) ? policy.Value : null;

    private static Policy Read(string id)
    {
        var file = new PolicyFileReader(BuiltInData.Read(Folder, id)).Read();
        return file.Problems.IsEmpty ? file.Policies.Single() with { Position = null } : throw new InvalidOperationException(string.Join("\n", file.Problems));
    }
}
