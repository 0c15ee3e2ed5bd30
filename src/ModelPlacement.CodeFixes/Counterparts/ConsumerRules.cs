using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using ModelPlacement.Engine.Models;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>What calls a vendor's own API, and how it is made to call the counterpart instead.</summary>
/// <param name="Target">The counterpart.</param>
/// <param name="Variables">Environment variables of clients.</param>
/// <param name="Objects">Inputs of resources that pass requests on.</param>
/// <param name="TitleOfAny">The title where callers name the models that they call.</param>
/// <param name="Hosts">What an address of the vendor's API starts with, and what stands for that after the counterpart's address.</param>
internal sealed record ConsumerRules(
    CounterpartTarget Target,
    string TitleOfAny,
    ImmutableArray<KeyValuePair<string, string>> Hosts,
    ImmutableArray<ClientVariables> Variables,
    ImmutableArray<ConsumerObject> Objects)
{
    /// <summary>What stands after the counterpart's address for an address of the vendor's API; null where it is none.</summary>
    public string? PathOf(string address) =>
        Hosts.FirstOrDefault(host => address.StartsWith(host.Key, StringComparison.OrdinalIgnoreCase) && (address.Length == host.Key.Length || address[host.Key.Length] == '/')) is { Key: { } start, Value: var own } ? own + address.Substring(start.Length) : null;

    /// <summary>The variables that one belongs to, and what it holds, however it is written: <c>OpenAI__ApiKey</c> is <c>OPENAI_API_KEY</c>. Null where it is of no client's.</summary>
    public (ClientVariables Variables, ClientUse Use)? UseOf(string variable)
    {
        if (WorkloadReader.ClientVariableOf(variable) is not { } name)
            return null;
        foreach (var variables in Variables)
        {
            if (variables.UseOf(name) is { } use)
                return (variables, use);
        }

        return null;
    }
}

/// <summary>What a client's environment variable holds.</summary>
internal enum ClientUse
{
    /// <summary>A key of the vendor's API.</summary>
    Key,

    /// <summary>Where that API is.</summary>
    Address,

    /// <summary>What means nothing to the counterpart.</summary>
    Dropped,
}

/// <summary>Environment variables of one kind of clients, by the names that they have where a program does not write them in its own way.</summary>
/// <param name="Keys">Those that hold a key of the vendor's API.</param>
/// <param name="Addresses">Those that say where it is; the first is added where there is none.</param>
/// <param name="Dropped">Those that mean nothing to the counterpart.</param>
/// <param name="Api">Where the vendor's API is, as such an address says it.</param>
internal sealed record ClientVariables(ImmutableArray<string> Keys, ImmutableArray<string> Addresses, ImmutableArray<string> Dropped, string Api)
{
    public ClientUse? UseOf(string name) => Keys.Contains(name) ? ClientUse.Key : Addresses.Contains(name) ? ClientUse.Address : Dropped.Contains(name) ? ClientUse.Dropped : null;
}

/// <summary>An object of a resource's inputs that says where requests are passed on to.</summary>
/// <param name="Token">The resource's type token.</param>
/// <param name="At">The path to the objects.</param>
/// <param name="Sets">The inputs that are set, by schema name: to a text, or where it starts with <c>$</c> to what is read of the counterpart.</param>
/// <param name="Drops">The inputs that the vendor's own API alone has a use for.</param>
/// <param name="Keys">Paths from the resource's inputs to where the vendor's key stands, maybe in a resource that is there for it; exactly one must be written. Empty where the object itself has it.</param>
/// <param name="Key">What stands there, with <see cref="KeyPlace"/> for the key.</param>
/// <param name="Models">The path to all models that requests are passed on for; null where an object is about one, or callers name it.</param>
internal sealed record ConsumerObject(string Token, string At, ImmutableArray<KeyValuePair<string, string>> Sets, ImmutableHashSet<string> Drops, ImmutableArray<string> Keys, string Key, string? Models)
{
    /// <summary>Where the key stands in <see cref="Key"/>.</summary>
    public const string KeyPlace = "{}";

    /// <summary>What a rule sets an address of the vendor's to: the same at the counterpart's host.</summary>
    public const string Here = "$here";

    /// <summary>The input that is an address of the vendor's, or null.</summary>
    public string? Address => Sets.FirstOrDefault(static set => set.Value == Here).Key;

    /// <summary>Whether an input is set or goes.</summary>
    public bool Concerns(string input) => Drops.Contains(input) || Sets.Any(set => set.Key == input);
}
