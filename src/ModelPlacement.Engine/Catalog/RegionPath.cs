namespace ModelPlacement.Engine.Catalog;

/// <summary>Where a region stands.</summary>
/// <param name="Path">The input.</param>
/// <param name="IsZone">Whether the value is a zone (<c>us-central1-a</c>): the region is what stands before its last part.</param>
public sealed record RegionPath(PropertyPath Path, bool IsZone);
