using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pulumi.Reference;

/// <summary>A resource that a run registered. Values are JSON as <see cref="Recording.ToJson"/> describes it.</summary>
public sealed class Registration
{
    internal Registration(Resource resource, JsonObject inputs, ImmutableSortedSet<string> secretInputs, JsonObject options, JsonNode? outputs)
    {
        Resource = resource;
        Inputs = inputs;
        SecretInputs = secretInputs;
        Options = options;
        Outputs = outputs;
    }

    /// <summary>The type token, <c>aws:s3/bucket:Bucket</c>.</summary>
    public string Token => Resource.GetResourceType();

    /// <summary>The logical name.</summary>
    public string Name => Resource.GetResourceName();

    /// <summary>Inputs by schema name.</summary>
    public JsonObject Inputs { get; }

    /// <summary>The inputs that are or contain a secret; their values are recorded all the same.</summary>
    public ImmutableSortedSet<string> SecretInputs { get; }

    /// <summary>The options that the program set, by camel-case name.</summary>
    public JsonObject Options { get; }

    /// <summary>What a component registered as its outputs. Null for other resources.</summary>
    public JsonNode? Outputs { get; }

    /// <summary>The resource itself.</summary>
    public Resource Resource { get; }

    /// <summary>The provider that manages it, its own or inherited from a parent, as a reference. Null means the default one.</summary>
    public JsonObject? Provider => Resource.Provider is { } provider ? RecordedJson.Reference(provider, "") : null;

    /// <summary>The parent, where it is not the stack, as a reference.</summary>
    public JsonObject? Parent => Resource.Parent is null or Stack ? null : RecordedJson.Reference(Resource.Parent, "");

    /// <summary>The registration as one object: token, name, inputs, options.</summary>
    public JsonObject ToJson() => new()
    {
        ["token"] = Token,
        ["name"] = Name,
        ["inputs"] = Inputs.DeepClone(),
        ["options"] = Options.DeepClone(),
    };
}
