using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>Something in a catalog text that cannot be read or means nothing.</summary>
/// <param name="Message">For a person, with a proposal where one is near.</param>
/// <param name="Position">What it is about.</param>
public sealed record CatalogError(string Message, FilePosition Position)
{
    /// <summary>The line, counted from 1.</summary>
    public int Line => Position.Line;

    /// <summary>The column, counted from 1.</summary>
    public int Column => Position.Column;
}
