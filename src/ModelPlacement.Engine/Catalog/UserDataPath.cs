namespace ModelPlacement.Engine.Catalog;

/// <summary>How a text is encoded.</summary>
public enum TextEncoding
{
    Plain,
    Base64,
}

/// <summary>Where a machine's start script (shell, cloud-init) stands.</summary>
public sealed record UserDataPath(PropertyPath Path, TextEncoding Encoding);
