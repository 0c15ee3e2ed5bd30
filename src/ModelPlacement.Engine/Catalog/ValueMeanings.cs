using System.Collections.Immutable;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Catalog;

/// <summary>
/// What the values of one input mean: of exposure <see cref="Public"/>, <see cref="Internal"/>, <see cref="Private"/> or <see cref="NonApi"/>; of a cloud its id. Where several
/// inputs speak of exposure: non-api wins over private, private over public, public over internal, and any of them over <see cref="CatalogEntry.Api"/>.
/// </summary>
/// <param name="Path">The input.</param>
/// <param name="ByValue">Globs of values (compared without case) and their meanings, in the order they are tried.</param>
/// <param name="WhenPresent">What it means that the input is set to anything that no glob matches, known or not; null: nothing.</param>
/// <param name="WhenAbsent">What it means that the input is not set (or null); null: nothing.</param>
public sealed record ValueMeanings(PropertyPath Path, ImmutableArray<ValueMeaning> ByValue, string? WhenPresent, string? WhenAbsent)
{
    /// <summary>Makes it callable from the internet.</summary>
    public const string Public = "public";

    /// <summary>Makes it callable inside a private network; something else may make it callable from the internet.</summary>
    public const string Internal = "internal";

    /// <summary>Keeps it inside a private network, whatever else is said.</summary>
    public const string Private = "private";

    /// <summary>Makes it no API: triggered by events, a worker.</summary>
    public const string NonApi = "non-api";

    /// <summary>The meaning of a known value (a bool as <c>true</c> or <c>false</c>), or null where it means nothing.</summary>
    public string? Of(string value)
    {
        foreach (var meaning in ByValue)
        {
            if (new Glob(meaning.Glob).Matches(value))
                return meaning.Meaning;
        }

        return WhenPresent;
    }
}

/// <summary>One row of <see cref="ValueMeanings"/>.</summary>
public sealed record ValueMeaning(string Glob, string Meaning);
