using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.Catalog;
using ModelPlacement.Engine.StackProgram;

namespace ModelPlacement.Engine.Placement;

/// <summary>
/// A resource as placement sees it: an instance of the program, or one that stands inside an input of such an instance (a manifest in a YAML string, a Helm chart
/// with its values).
/// </summary>
internal sealed class ResourceNode
{
    public ResourceNode(ResourceInstance instance, CatalogEntry? entry, CatalogFunction? function, Value inputs, ResourceNode? carrier)
    {
        Instance = instance;
        Entry = entry;
        Function = function;
        Inputs = inputs;
        Carrier = carrier;
    }

    /// <summary>The instance itself, or the one that holds it.</summary>
    public ResourceInstance Instance { get; }

    /// <summary>What the catalog says of its type, or null.</summary>
    public CatalogEntry? Entry { get; }

    /// <summary>What the catalog says of the function, where the "resource" is the answer of a function call; else null.</summary>
    public CatalogFunction? Function { get; }

    /// <summary>Its inputs by schema name: a <see cref="Mapping"/> where they are known.</summary>
    public Value Inputs { get; }

    /// <summary>The node it stands inside, or null.</summary>
    public ResourceNode? Carrier { get; }

    /// <summary>Where it is declared.</summary>
    public Location Location => (Carrier is null ? null : Inputs.Origin?.Location) ?? Instance.Declaration;

    /// <summary>For a person: <c>SageMaker endpoint 'chat'</c>, <c>data source GetCluster</c>.</summary>
    public string Described
    {
        get
        {
            var name = (Carrier is null ? Instance.Name : (Inputs as Mapping)?["metadata"] is Mapping metadata ? metadata["name"] : null)?.AsString();
            var kind = Function is null ? Entry?.DisplayName ?? TypeToken.TypeName(Instance.Token) : "data source " + Instance.Token.Split('.').Last();
            return kind + (name is null ? "" : " '" + name + "'");
        }
    }

    /// <summary>What the path of an output leads to among the inputs; outputs repeat the inputs of their name.</summary>
    public ImmutableArray<ReachedValue> Read(PropertyPath path) => path.Read(Inputs).ToImmutableArray();
}

/// <summary>A link between two resources of the program.</summary>
/// <param name="Kind">What it means: <paramref name="From"/> ... <paramref name="To"/>.</param>
/// <param name="From">The resource whose input links.</param>
/// <param name="To">The resource it links to.</param>
/// <param name="Value">The input's value.</param>
/// <param name="Where">The input, for a person and to tell what stands beside it: <c>config.targets[0].provider</c>.</param>
/// <param name="IsAlternative">Whether the input may also link to something else.</param>
internal sealed record ResourceLink(LinkKind Kind, ResourceNode From, ResourceNode To, Value Value, string Where, bool IsAlternative)
{
    /// <summary>Whether the input stands in the same object as another one, or around it.</summary>
    public bool IsBeside(string where) => where.StartsWith(Where.Substring(0, Where.LastIndexOf('.') + 1), System.StringComparison.Ordinal);
}
