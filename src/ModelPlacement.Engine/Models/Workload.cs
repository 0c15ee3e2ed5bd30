using System.Collections.Generic;
using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>What a host does about models.</summary>
public enum WorkloadKind
{
    /// <summary>
    /// Neither a server, a proxy nor a client that the data knows. With mentions: it names a model, but does not show whether it runs it or calls it.
    /// </summary>
    Other,

    /// <summary>Calls a vendor's API.</summary>
    Client,

    /// <summary>Passes requests on to a vendor's API under an API of its own.</summary>
    Proxy,

    /// <summary>Runs the model.</summary>
    Server,
}

/// <summary>What a mention says about the model.</summary>
public enum MentionKind
{
    /// <summary>The model that is loaded, or passed on to.</summary>
    Model,

    /// <summary>A name clients may use for it; says nothing about what is behind (<c>--served-model-name gpt-4o</c>).</summary>
    Alias,

    /// <summary>
    /// An image, or weights that are fetched: may be known by its name (an organisation's own image, a repository on a hub), and says nothing where it is not.
    /// </summary>
    Artifact,
}

/// <summary>
/// What a host runs, as strings. A piece of a string that is not known at compile time is written <see cref="UnknownPiece"/>; a string of which
/// nothing is known is null.
/// </summary>
public sealed record WorkloadSource
{
    /// <summary>Stands in a string for a piece that is not known: U+FFFC, which no image, id or command has.</summary>
    public const char UnknownPiece = '\uFFFC';

    /// <summary>Container image: <c>registry/repository:tag@digest</c>.</summary>
    public string? Image { get; init; }

    /// <summary>Environment variables, whatever shape the resource gives them.</summary>
    public ImmutableArray<KeyValuePair<string, string?>> Environment { get; init; } = ImmutableArray<KeyValuePair<string, string?>>.Empty;

    /// <summary>Entry point and arguments in the order in which they run; replaces or follows the image's own.</summary>
    public ImmutableArray<string?> Arguments { get; init; } = ImmutableArray<string?>.Empty;

    /// <summary>User data, start-up script, remote command or cloud-init document; base64 too.</summary>
    public string? Script { get; init; }
}

/// <summary>A place where a workload names a model.</summary>
/// <param name="Raw">The string, to be identified in <paramref name="Dialect"/>; null where a model is named but not known at compile time.</param>
/// <param name="Dialect">How to read it: a dialect of <see cref="ModelFamilies"/>.</param>
/// <param name="Where">For a person: <c>image</c>, <c>environment variable HF_MODEL_ID</c>, <c>argument --model</c>, <c>script, line 12</c>.</param>
public sealed record ModelMention(string? Raw, string Dialect, string Where)
{
    public MentionKind Kind { get; init; }

    /// <summary>The environment variable that carries it; null for another carrier.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>Index into <see cref="WorkloadSource.Arguments"/> of the argument that carries it; null for another carrier.</summary>
    public int? ArgumentIndex { get; init; }

    /// <summary>Id of the cloud that a proxy's or client's id says serves it (<c>azure/gpt-4o</c>); null where it does not say.</summary>
    public string? ServedBy { get; init; }

    /// <summary>Where requests for this model alone are sent; null where it is what the workload does for all.</summary>
    public Upstream? Upstream { get; init; }
}

/// <summary>An API that a proxy or client sends requests to.</summary>
/// <param name="Address">The URL or host; null where one is set but not known at compile time.</param>
/// <param name="Cloud">Id of the cloud whose API it is, or null: a vendor's own API, or not known.</param>
/// <param name="Where">For a person: <c>environment variable OPENAI_BASE_URL</c>.</param>
public sealed record Upstream(string? Address, string? Cloud, string Where)
{
    /// <summary>The vendor whose own API it is (<c>openai</c> for api.openai.com), or null.</summary>
    public string? Vendor { get; init; }

    /// <summary>The environment variable of the workload that carries the address; null for another carrier.</summary>
    public string? EnvironmentName { get; init; }
}

/// <summary>What a host runs, read for models.</summary>
public sealed record Workload
{
    public required WorkloadKind Kind { get; init; }

    /// <summary>The model server or proxy: <c>vLLM</c>, <c>Ollama</c>, <c>LiteLLM</c>; null where none is recognised.</summary>
    public string? Engine { get; init; }

    /// <summary>Where models are named, the most telling first.</summary>
    public ImmutableArray<ModelMention> Mentions { get; init; } = ImmutableArray<ModelMention>.Empty;

    /// <summary>Where a proxy or client sends its requests.</summary>
    public ImmutableArray<Upstream> Upstreams { get; init; } = ImmutableArray<Upstream>.Empty;

    /// <summary>TCP port it listens on: the one given, else the engine's default; null where neither is known.</summary>
    public int? Port { get; init; }

    /// <summary>How the above was told, and what could not be, in words for a person.</summary>
    public ImmutableArray<string> Reasons { get; init; } = ImmutableArray<string>.Empty;
}
