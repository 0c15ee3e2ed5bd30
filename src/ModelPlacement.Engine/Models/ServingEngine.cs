using System;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Documents;

namespace ModelPlacement.Engine.Models;

/// <summary>An option or environment variable that carries a model, and how the model is written there.</summary>
internal sealed record ModelCarrier(string Name, string Dialect);

/// <summary>A program that runs models, passes requests on to them, or calls them.</summary>
/// <param name="Name">What people call it: <c>vLLM</c>.</param>
/// <param name="Kind">What it does.</param>
internal sealed record ServingEngine(string Name, WorkloadKind Kind)
{
    /// <summary>TCP port it listens on unless told otherwise.</summary>
    public int? Port { get; init; }

    /// <summary>Repositories of its images: globs over the last segments of the path.</summary>
    public ImmutableArray<GlobPath> Images { get; init; } = ImmutableArray<GlobPath>.Empty;

    /// <summary>The image carries the weights, and its name says which.</summary>
    public bool ImageIsModel { get; init; }

    /// <summary>Executables, scripts and Python modules.</summary>
    public ImmutableArray<Glob> Programs { get; init; } = ImmutableArray<Glob>.Empty;

    /// <summary>Words of which one must follow for the program to serve; empty for none.</summary>
    public ImmutableHashSet<string> ServeWords { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Words that may stand before a positional model.</summary>
    public ImmutableHashSet<string> IgnoredWords { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The first word that is no option is the model.</summary>
    public bool HasPositional { get; init; }

    /// <summary>Every word that is no option is a model.</summary>
    public bool HasPositionals { get; init; }

    public ImmutableArray<ModelCarrier> Options { get; init; } = ImmutableArray<ModelCarrier>.Empty;

    public ImmutableArray<ModelCarrier> Variables { get; init; } = ImmutableArray<ModelCarrier>.Empty;

    /// <summary>Options and variables that carry a name for clients.</summary>
    public ImmutableHashSet<string> Aliases { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Options and variables that carry the port.</summary>
    public ImmutableHashSet<string> PortCarriers { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Options that take no value.</summary>
    public ImmutableArray<Glob> Flags { get; init; } = ImmutableArray<Glob>.Empty;

    /// <summary>Parts of URLs to which requests name a model.</summary>
    public ImmutableArray<string> Requests { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>How its models are written where a carrier does not say otherwise.</summary>
    public required string Dialect { get; init; }

    /// <summary>Long options are the same with hyphens and with underscores.</summary>
    public static string OptionName(string option) => option.StartsWith("--", StringComparison.Ordinal) ? option.Replace('_', '-') : option;

    public ModelCarrier? Option(string name) => Options.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.Ordinal));

    public bool IsFlag(string option) => Flags.Any(flag => flag.Matches(option));
}

/// <summary>An environment variable that carries a model whatever reads it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dialect">How the model is written.</param>
/// <param name="IsServers">Only model servers read it.</param>
/// <param name="IsAlias">It carries a name for clients.</param>
internal sealed record ModelVariable(string Name, string Dialect, bool IsServers, bool IsAlias);

/// <summary>What a client's environment variable carries.</summary>
internal enum ClientCarriage
{
    Nothing,
    Key,
    Address,
    Model,
}

/// <summary>An environment variable that shows a client of a vendor's API.</summary>
internal sealed record ClientVariable(string Name, ClientCarriage Carries)
{
    /// <summary>Id of the cloud whose API it is, or null.</summary>
    public string? Cloud { get; init; }

    /// <summary>The vendor whose own API it is, or null.</summary>
    public string? Vendor { get; init; }

    /// <summary>Where requests go when no variable says so.</summary>
    public string? Address { get; init; }

    public string? Dialect { get; init; }
}

/// <summary>A program that runs the rest of its arguments.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Options">Its options that take a value.</param>
/// <param name="Words">How many words of its own come before the program.</param>
internal sealed record WrapperProgram(string Program, ImmutableHashSet<string> Options, int Words);

/// <summary>A program that fetches weights.</summary>
/// <param name="Program">Its name.</param>
/// <param name="ServeWords">Words of which one must be there for it to fetch; empty for none.</param>
/// <param name="Options">Its options that take a value.</param>
/// <param name="Schemes">How the address of weights begins; empty where their name is the first word that is no option.</param>
/// <param name="Dialect">How the weights are written.</param>
internal sealed record DownloadProgram(string Program, ImmutableHashSet<string> ServeWords, ImmutableHashSet<string> Options, ImmutableArray<string> Schemes, string Dialect);

/// <summary>How container engines are told to run an image.</summary>
internal sealed record ContainerPrograms(ImmutableHashSet<string> Programs)
{
    public ImmutableHashSet<string> Run { get; init; } = ImmutableHashSet<string>.Empty;

    public ImmutableHashSet<string> Environment { get; init; } = ImmutableHashSet<string>.Empty;

    public ImmutableHashSet<string> Publish { get; init; } = ImmutableHashSet<string>.Empty;

    public ImmutableHashSet<string> Entrypoint { get; init; } = ImmutableHashSet<string>.Empty;

    public ImmutableHashSet<string> Flags { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Words after which the container engine runs a model image by itself.</summary>
    public ImmutableHashSet<string> Models { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>What runs those.</summary>
    public required ServingEngine ModelEngine { get; init; }
}

/// <summary>Where a gateway's configuration file names models.</summary>
internal sealed record GatewayFile(string List, string Parameters, string Model, string Address, ServingEngine Engine);
