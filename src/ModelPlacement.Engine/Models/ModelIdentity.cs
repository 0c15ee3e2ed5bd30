using System;
using System.Collections.Generic;

namespace ModelPlacement.Engine.Models;

/// <summary>Whether anybody may download a model's weights.</summary>
public enum ModelWeights
{
    /// <summary>Not published: the model exists behind an API only.</summary>
    Proprietary,

    /// <summary>Published under any licence.</summary>
    Open,
}

/// <summary>Which model a raw string names.</summary>
/// <param name="Id">Canonical id, <c>vendor/name</c> in lower case, without date or provider decoration: <c>openai/gpt-4o</c>.</param>
/// <param name="Vendor">The vendor's own short form: <c>openai</c>, <c>anthropic</c>, <c>meta</c>.</param>
/// <param name="Family">The family of the models data that recognised the string: <c>gpt</c>, <c>o-series</c>, <c>claude</c>; <see cref="Unlisted"/> for none.</param>
/// <param name="Version">The dated or numbered version found beside the name (<c>2024-11-20</c>), or null.</param>
/// <param name="Weights">Whether the weights are open.</param>
/// <param name="Raw">The string as it stood in the program.</param>
public sealed record ModelIdentity(string Id, string Vendor, string Family, string? Version, ModelWeights Weights, string Raw)
{
    /// <summary>The family of a model whose vendor the string shows, but which no family of the data recognises: <c>openai/next-thing</c>.</summary>
    public const string Unlisted = "unlisted";

    /// <summary>The organisation's own id of the model (<c>acme/support-gpt</c>) where it was recognised by one; <see cref="Id"/> is then its base's.</summary>
    public string? OwnId { get; init; }

    /// <summary>The name without the vendor: <c>gpt-4o</c>.</summary>
    public string Name => Id.Substring(Id.IndexOf("/", StringComparison.Ordinal) + 1);

    /// <summary>The id with its version, <c>openai/gpt-4o-2024-11-20</c>; the id alone where there is none.</summary>
    public string DatedId => Version is null ? Id : Id + "-" + Version;

    /// <summary>Every id that a policy may name it by: its own, the one with the version, and the organisation's.</summary>
    public IEnumerable<string> Ids()
    {
        yield return Id;
        if (Version is not null)
            yield return DatedId;
        if (OwnId is not null)
            yield return OwnId;
    }
}
