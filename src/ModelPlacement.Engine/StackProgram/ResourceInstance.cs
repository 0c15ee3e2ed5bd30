using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>One evaluation of a resource declaration: a helper called twice makes two instances of one declaration.</summary>
public sealed class ResourceInstance
{
    public ResourceInstance(string token, INamedTypeSymbol type, Location declaration, ImmutableArray<Location> callTrail)
    {
        Token = token;
        Type = type;
        Declaration = declaration;
        CallTrail = callTrail;
    }

    /// <summary>Pulumi's type token as the class carries it: <c>aws:sagemaker/endpoint:Endpoint</c>.</summary>
    public string Token { get; }

    /// <summary>The C# class created.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The type name (or the <c>new</c> of a target-typed creation) of the declaration.</summary>
    public Location Declaration { get; }

    /// <summary>The calls that led to the declaration, outermost first; empty where evaluation began in the declaring body.</summary>
    public ImmutableArray<Location> CallTrail { get; }

    /// <summary>The logical (Pulumi) name.</summary>
    public Value Name { get; internal set; } = Constant.Null;

    /// <summary>The inputs by schema name; <see cref="Mapping"/> when the arguments object is known.</summary>
    public Value Inputs { get; internal set; } = Mapping.Empty;

    /// <summary>
    /// The resource options by camel-cased name: <c>provider</c>, <c>providers</c>, <c>parent</c>, <c>dependsOn</c>, <c>protect</c>, ...
    /// </summary>
    public Value Options { get; internal set; } = Mapping.Empty;

    /// <summary>
    /// Whether it only looks something up: a provider function (the token is then its class, <c>Pulumi.Aws.BedrockFoundation.GetModel</c>, the inputs what was asked), or
    /// an existing resource read with <c>Get</c>. Such an instance is not part of the graph; references lead to it.
    /// </summary>
    public bool IsLookup { get; internal set; }

    /// <summary>Whether the program creates it on some runs only (in a branch whose condition is not known).</summary>
    public bool IsConditional { get; internal set; }
}
