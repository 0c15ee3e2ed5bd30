namespace ModelPlacement.Engine.Documents;

/// <summary>A YAML or JSON file as the compiler was given it.</summary>
/// <param name="Path">Its path, in the spelling of the build; used for messages and to resolve references between files, never opened.</param>
/// <param name="Text">Its whole text.</param>
public sealed record DocumentFile(string Path, string Text);
