namespace ModelPlacement.Engine.Catalog;

/// <summary>How a start script is encoded.</summary>
public enum UserDataEncoding
{
    Plain,
    Base64,
}

/// <summary>Where a machine's start script (shell, cloud-init) stands.</summary>
public sealed record UserDataPath(PropertyPath Path, UserDataEncoding Encoding);
