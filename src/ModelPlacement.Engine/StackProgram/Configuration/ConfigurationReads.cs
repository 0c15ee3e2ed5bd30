using System.Collections.Generic;
using System.Linq;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>What an evaluation has asked of its stack: in a stack that answers the same, it comes to the same.</summary>
internal sealed class ConfigurationReads
{
    private readonly HashSet<string> _keys = new(System.StringComparer.Ordinal);
    private bool _readsName;

    public void AddKey(string fullKey) => _keys.Add(fullKey);

    public void AddName() => _readsName = true;

    /// <summary>Whether two stacks of one project answer the same.</summary>
    public bool AreSameIn(StackConfiguration? one, StackConfiguration? other) =>
        ReferenceEquals(one, other)
        || (one is null || other is null
            ? _keys.Count == 0 && !_readsName
            : one.ProjectName == other.ProjectName && (!_readsName || one.StackName == other.StackName) && _keys.All(key => one.Get(key).Equals(other.Get(key))));
}
