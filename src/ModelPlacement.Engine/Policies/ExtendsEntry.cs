using System;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Policies;

/// <summary>What a policy file builds on: a built-in policy by its id, or another policy file by its path.</summary>
/// <param name="Text">The id or path as written.</param>
/// <param name="Position">Where it stands.</param>
public sealed record ExtendsEntry(string Text, FilePosition Position)
{
    /// <summary>Whether it is the path of a file: it has a folder or the extension of a policy file.</summary>
    public bool IsFile =>
        Text.IndexOf('/') >= 0
        || Text.IndexOf('\\') >= 0
        || Text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || Text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || Text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
