using System.Collections.Immutable;
using System.Linq;
using System.Text.Json.Nodes;

namespace Pulumi.Reference;

/// <summary>A data source, or a method of a resource, that a program asked.</summary>
public sealed class InvokeRequest
{
    internal InvokeRequest(string token, ImmutableSortedDictionary<string, object?> inputs, ProviderResource? provider)
    {
        Token = token;
        Inputs = inputs;
        Provider = provider;
    }

    /// <summary><c>aws:ec2/getVpc:getVpc</c>.</summary>
    public string Token { get; }

    /// <summary>The arguments by schema name, written as <see cref="Recording.ToJson"/> writes values.</summary>
    public JsonObject Arguments => RecordedJson.Map(Inputs);

    internal ImmutableSortedDictionary<string, object?> Inputs { get; }

    internal ProviderResource? Provider { get; }

    internal bool HasUnknown => IsUnknown(Inputs);

    private static bool IsUnknown(object? value) => value switch
    {
        Trace => true,
        ImmutableArray<object?> list => list.Any(IsUnknown),
        ImmutableSortedDictionary<string, object?> map => map.Values.Any(IsUnknown),
        _ => false,
    };
}
