namespace ModelPlacement.Engine.Documents;

/// <summary>Something that makes a file, or a part of it, unreadable.</summary>
/// <param name="Message">For a person, without the position.</param>
/// <param name="Position">The stretch of the file it is about.</param>
public sealed record DocumentError(string Message, FilePosition Position);
