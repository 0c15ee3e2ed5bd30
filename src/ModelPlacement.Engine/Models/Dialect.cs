using System;
using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>How to read a raw string of one kind (Bedrock id, Hugging Face repository, image, ...) before families look at the name in it.</summary>
internal sealed record Dialect(string Name)
{
    /// <summary>The forms a string may take, tried in order; a string that takes none is a name as it stands.</summary>
    public ImmutableArray<Form> Forms { get; init; } = ImmutableArray<Form>.Empty;

    /// <summary>What to cut off a name's end, one after the other, while no family recognises it: <c>:0</c>, <c>-v1</c>.</summary>
    public ImmutableArray<TextPattern> Trims { get; init; } = ImmutableArray<TextPattern>.Empty;

    /// <summary>
    /// The strings come from a platform's own list of models, so a name that follows a vendor's naming scheme is that vendor's. Elsewhere (repositories,
    /// images, folders) anybody may name a thing anything.
    /// </summary>
    public bool IsCurated { get; init; }

    /// <summary>What is named there can be downloaded: a model of unlisted origin has open weights.</summary>
    public bool Downloads { get; init; }

    /// <summary>New names in a vendor's scheme are not taken, even with the vendor shown.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether underscores stand for hyphens.</summary>
    public bool ReadsUnderscores { get; init; }

    /// <summary>Put before the name, where the carrier leaves it out: <c>ASR_MODEL=large-v3</c> means <c>whisper-large-v3</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Every segment of a path is a name of its own; the last one that is recognised counts.</summary>
    public bool ReadsSegments { get; init; }
}

/// <summary>One form that a string of a dialect may take.</summary>
/// <param name="Pattern">
/// Over the whole string. Groups: <c>vendor</c> (a spelling of a vendor), <c>name</c>, <c>tag</c> (belongs to the name), <c>version</c>; or <c>rest</c>, to be read on.
/// </param>
internal sealed record Form(TextPattern Pattern)
{
    /// <summary>A literal that the string must hold for the pattern to be worth trying; empty to always try.</summary>
    public string If { get; init; } = "";

    /// <summary>The dialect in which <c>rest</c> (or the whole string, without that group) is read on; null for the same.</summary>
    public string? As { get; init; }

    /// <summary>A string of this form names no model.</summary>
    public bool IsNoModel { get; init; }

    /// <summary>Whether the vendor need not be listed: anybody can have an organisation on Hugging Face.</summary>
    public bool AnyVendor { get; init; }

    /// <summary>Whether a name that no family recognises still identifies a model of that vendor.</summary>
    public bool Unlisted { get; init; } = true;
}

/// <summary>What a dialect read from a string.</summary>
/// <param name="Vendor">The vendor as spelled there, or null.</param>
/// <param name="Name">The model's name as spelled there, lower case.</param>
/// <param name="Tag">A tag that belongs to the name (Ollama), or null.</param>
/// <param name="Version">A version beside the name, or null.</param>
/// <param name="Dialect">The dialect that the string was read in at last.</param>
/// <param name="Form">The form it took, or null.</param>
internal sealed record SpelledName(string? Vendor, string Name, string? Tag, string? Version, Dialect Dialect, Form? Form)
{
    /// <summary>The names to look up, the most telling first.</summary>
    public ImmutableArray<string> Candidates()
    {
        var name = Dialect.Prefix + Name;
        return Tag is { Length: > 0 } && !string.Equals(Tag, "latest", StringComparison.Ordinal)
            ? ImmutableArray.Create(name + "-" + Tag, name)
            : ImmutableArray.Create(name);
    }
}
