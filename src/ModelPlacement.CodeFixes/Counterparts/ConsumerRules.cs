using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace ModelPlacement.CodeFixes.Counterparts;

/// <summary>What calls a vendor's own API, and how it is made to call the counterpart instead.</summary>
/// <param name="Target">The counterpart.</param>
/// <param name="Keys">Environment variables that hold a key of the vendor's API.</param>
/// <param name="Addresses">Environment variables that say where that API is; the first is added where there is none.</param>
/// <param name="Dropped">Environment variables that mean nothing to the counterpart.</param>
/// <param name="Objects">Inputs of resources that pass requests on.</param>
internal sealed record ConsumerRules(
    CounterpartTarget Target,
    ImmutableHashSet<string> Keys,
    ImmutableArray<string> Addresses,
    ImmutableHashSet<string> Dropped,
    ImmutableArray<ConsumerObject> Objects);

/// <summary>An object of a resource's inputs that says where requests are passed on to.</summary>
/// <param name="Token">The resource's type token.</param>
/// <param name="At">The path to the objects.</param>
/// <param name="Sets">The inputs that are set, by schema name: to a text, or where it starts with <c>$</c> to what is read of the counterpart.</param>
/// <param name="Drops">The inputs that the vendor's own API alone has a use for.</param>
internal sealed record ConsumerObject(string Token, string At, ImmutableArray<KeyValuePair<string, string>> Sets, ImmutableHashSet<string> Drops)
{
    /// <summary>Whether an input is set or goes.</summary>
    public bool Concerns(string input) => Drops.Contains(input) || Sets.Any(set => set.Key == input);
}
