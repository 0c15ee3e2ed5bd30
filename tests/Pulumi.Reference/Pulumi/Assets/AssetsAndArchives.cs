using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A file or folder that an input carries.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string kind, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Kind = kind;
        Value = value;
    }

    /// <summary><c>path</c>, <c>text</c>, <c>uri</c> or <c>assets</c>.</summary>
    internal string Kind { get; }

    /// <summary>A string, or for an archive of assets a map of them.</summary>
    internal object Value { get; }
}

public abstract class Asset : AssetOrArchive
{
    private protected Asset(string kind, string value)
        : base(kind, value)
    {
    }
}

public sealed class FileAsset : Asset
{
    public FileAsset(string path)
        : base("path", path)
    {
    }
}

public sealed class StringAsset : Asset
{
    public StringAsset(string text)
        : base("text", text)
    {
    }
}

public sealed class RemoteAsset : Asset
{
    public RemoteAsset(string uri)
        : base("uri", uri)
    {
    }
}

public abstract class Archive : AssetOrArchive
{
    private protected Archive(string kind, object value)
        : base(kind, value)
    {
    }
}

public sealed class FileArchive : Archive
{
    public FileArchive(string path)
        : base("path", path)
    {
    }
}

public sealed class RemoteArchive : Archive
{
    public RemoteArchive(string uri)
        : base("uri", uri)
    {
    }
}

public sealed class AssetArchive : Archive
{
    public AssetArchive(IDictionary<string, AssetOrArchive> assets)
        : base("assets", assets.ToImmutableSortedDictionary(StringComparer.Ordinal))
    {
    }
}
