using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>A compliant resource, as each SDK family writes it.</summary>
/// <param name="Id">Its name in the data.</param>
/// <param name="Title">What the fix is called; <c>{model}</c> stands for the model.</param>
/// <param name="Name">A logical name for what is declared beside it.</param>
/// <param name="Variable">A name for a variable that holds it, where the program has none.</param>
/// <param name="AsksForModel">Whether it is deployed by the platform's name of the model.</param>
/// <param name="Sizes">The sizes that it comes in; null where it has none.</param>
/// <param name="Probes">What it takes in checks of health; null where it makes none.</param>
/// <param name="Families">The SDK families that can express it, the preferred one first.</param>
internal sealed record CounterpartTarget(string Id, string Title, string Name, string Variable, bool AsksForModel, ContainerSizes? Sizes, ProbeLimits? Probes, ImmutableArray<CounterpartFamily> Families);

/// <summary>How one SDK writes a target.</summary>
/// <param name="Id">Its name in the data, the provider's short form.</param>
/// <param name="Namespace">The SDK's root namespace, which is also its package: <c>Pulumi.AzureNative</c>.</param>
/// <param name="OneAtATime">The input of the resource that names what the platform changes one resource at a time on, or null.</param>
/// <param name="Supports">What the resource needs beside it, in the order of declaration.</param>
/// <param name="Resource">The resource itself.</param>
/// <param name="Outputs">Its C# output properties by the names that sources map to.</param>
/// <param name="Reads">What callers need of it, as C# in which braces hold a support's output (<c>{account.Name}</c>) or a class (<c>{CognitiveServices.ListAccountKeys}</c>).</param>
internal sealed record CounterpartFamily(
    string Id,
    string Namespace,
    string? OneAtATime,
    ImmutableArray<SupportResource> Supports,
    TemplateObject Resource,
    ImmutableDictionary<string, string> Outputs,
    ImmutableDictionary<string, string> Reads)
{
    /// <summary>The alias that Pulumi's documentation gives the namespace: <c>AzureNative</c>.</summary>
    public string Alias => Namespace.Substring(Namespace.LastIndexOf(".", StringComparison.Ordinal) + 1);

    public string ClassName(string name) => Namespace + "." + name;

    /// <summary>Whether the resource itself, or what is read of it, has a slot; else supports have it only.</summary>
    public bool Has(string slot) => Resource.Slots().Any(other => other == slot) || Reads.Values.Any(read => read.Contains("{" + slot + "}"));
}

/// <summary>A resource that a target needs beside it.</summary>
/// <param name="Id">Its name in the data, and the variable's when it is declared.</param>
/// <param name="Resource">What is declared where the program has none.</param>
/// <param name="Reuse">By input, the constants that an existing one must have to be taken.</param>
/// <param name="Needs">Paths on which an existing one must have something written to be taken.</param>
/// <param name="Lends">By slot of another support (<c>resourceGroup.Name</c>), the input of an existing one that says the same.</param>
internal sealed record SupportResource(
    string Id,
    TemplateObject Resource,
    ImmutableDictionary<string, ImmutableArray<string>> Reuse,
    ImmutableArray<string> Needs,
    ImmutableArray<KeyValuePair<string, string>> Lends);
