namespace ModelPlacement.Engine.Catalog;

/// <summary>Something in a catalog text that cannot be read or means nothing.</summary>
/// <param name="Message">For a person, with a proposal where one is near.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record CatalogError(string Message, int Line, int Column);
