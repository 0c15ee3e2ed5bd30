using System;

namespace ModelPlacement.Engine.Models;

/// <summary>What the models data says of one model.</summary>
/// <param name="Id">Canonical id: <c>openai/gpt-4o</c>.</param>
/// <param name="Vendor">The vendor's short form.</param>
/// <param name="Family">The family it belongs to.</param>
/// <param name="Weights">Whether the weights are open.</param>
public sealed record KnownModel(string Id, string Vendor, string Family, ModelWeights Weights)
{
    /// <summary>The day the vendor made it available, or null where the data is not sure.</summary>
    public DateTime? Introduced { get; init; }

    /// <summary>The day the vendor stopped (or has said that it will stop) serving it, or null.</summary>
    public DateTime? Retired { get; init; }

    /// <summary>Canonical id of the model that the vendor names as its replacement, or null.</summary>
    public string? Successor { get; init; }

    /// <summary>What the compliant platform calls it, or null where it does not offer it.</summary>
    public CounterpartModel? Counterpart { get; init; }
}

/// <summary>How the platform of the counterpart (the compliant resource that a fix puts in place) names a model.</summary>
/// <param name="Name">The platform's model name: <c>gpt-35-turbo</c>.</param>
/// <param name="Format">The platform's format, which decides the vendor there: <c>OpenAI</c>.</param>
/// <param name="Version">A version to deploy: the one the program asked for, else the data's default; null where none is known.</param>
/// <param name="Notes">What a person should know before deploying it (limited access, regions), or null.</param>
/// <param name="Retires">The day the platform stops (or has stopped) serving that version, or null where none is announced.</param>
/// <param name="Sku">The kind of capacity that it is offered with, where that is not the usual one; else null.</param>
public sealed record CounterpartModel(string Name, string Format, string? Version, string? Notes, DateTime? Retires, string? Sku);
