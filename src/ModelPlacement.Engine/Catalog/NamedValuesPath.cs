namespace ModelPlacement.Engine.Catalog;

/// <summary>How names and values are written.</summary>
public enum NamedValuesShape
{
    /// <summary>A map: <c>{ MODEL_ID = "x" }</c>. The path leads to the map.</summary>
    Map,

    /// <summary>A list of objects with a name and a value. The path leads to each object.</summary>
    Entries,

    /// <summary>A map from names to where their values are kept: <c>{ OPENAI_API_KEY = "arn:..." }</c>. The path leads to the map.</summary>
    Names,

    /// <summary>A list of strings <c>MODEL_ID=x</c>. The path leads to each string.</summary>
    Assignments,
}

/// <summary>Where environment variables, tags or labels stand, and in which shape.</summary>
/// <param name="Path">See <see cref="NamedValuesShape"/> for what it leads to.</param>
/// <param name="Shape">How names and values are written there.</param>
/// <param name="Name">Of <see cref="NamedValuesShape.Entries"/>: the property of an entry with the name; else null.</param>
/// <param name="Value">Of <see cref="NamedValuesShape.Entries"/>: the property of an entry with the value; else null, as where values are kept elsewhere.</param>
public sealed record NamedValuesPath(PropertyPath Path, NamedValuesShape Shape, string? Name = null, string? Value = null);
