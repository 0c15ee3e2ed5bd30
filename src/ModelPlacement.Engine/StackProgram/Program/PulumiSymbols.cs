using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram;

/// <summary>
/// Pulumi's types as one compilation knows them, and what their attributes say. Everything is recognised by symbol: a class that derives from
/// <c>Pulumi.Resource</c>, an attribute that derives from <c>Pulumi.ResourceTypeAttribute</c>; never by the text of a name.
/// </summary>
public sealed class PulumiSymbols
{
    private readonly ConcurrentDictionary<ISymbol, string?> _tokens = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string> _inputNames = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string?> _outputNames = new(SymbolEqualityComparer.Default);

    private PulumiSymbols(Compilation compilation, INamedTypeSymbol resource)
    {
        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName(name);

        Resource = resource;
        CustomResource = Find("Pulumi.CustomResource");
        ComponentResource = Find("Pulumi.ComponentResource");
        ProviderResource = Find("Pulumi.ProviderResource");
        Stack = Find("Pulumi.Stack");
        StackReference = Find("Pulumi.StackReference");
        InputArgs = Find("Pulumi.InputArgs");
        ResourceArgs = Find("Pulumi.ResourceArgs");
        ResourceOptions = Find("Pulumi.ResourceOptions");
        Input = Find("Pulumi.Input`1");
        InputList = Find("Pulumi.InputList`1");
        InputMap = Find("Pulumi.InputMap`1");
        InputJson = Find("Pulumi.InputJson");
        InputUnion = Find("Pulumi.InputUnion`2");
        Union = Find("Pulumi.Union`2");
        Output = Find("Pulumi.Output`1");
        OutputFactory = Find("Pulumi.Output");
        Config = Find("Pulumi.Config");
        Deployment = Find("Pulumi.Deployment");
        DeploymentInstance = Find("Pulumi.DeploymentInstance");
        InvokeArgs = Find("Pulumi.InvokeArgs");
        ResourceTypeAttribute = Find("Pulumi.ResourceTypeAttribute");
        InputAttribute = Find("Pulumi.InputAttribute");
        OutputAttribute = Find("Pulumi.OutputAttribute");
        EnumTypeAttribute = Find("Pulumi.EnumTypeAttribute");
        KubernetesObjectArgs = Find("Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs");
    }

    public INamedTypeSymbol Resource { get; }

    public INamedTypeSymbol? CustomResource { get; }

    public INamedTypeSymbol? ComponentResource { get; }

    public INamedTypeSymbol? ProviderResource { get; }

    public INamedTypeSymbol? Stack { get; }

    public INamedTypeSymbol? StackReference { get; }

    public INamedTypeSymbol? InputArgs { get; }

    public INamedTypeSymbol? ResourceArgs { get; }

    public INamedTypeSymbol? ResourceOptions { get; }

    public INamedTypeSymbol? Input { get; }

    public INamedTypeSymbol? InputList { get; }

    public INamedTypeSymbol? InputMap { get; }

    public INamedTypeSymbol? InputJson { get; }

    public INamedTypeSymbol? InputUnion { get; }

    public INamedTypeSymbol? Union { get; }

    public INamedTypeSymbol? Output { get; }

    public INamedTypeSymbol? OutputFactory { get; }

    public INamedTypeSymbol? Config { get; }

    public INamedTypeSymbol? Deployment { get; }

    public INamedTypeSymbol? DeploymentInstance { get; }

    public INamedTypeSymbol? InvokeArgs { get; }

    public INamedTypeSymbol? ResourceTypeAttribute { get; }

    public INamedTypeSymbol? InputAttribute { get; }

    public INamedTypeSymbol? OutputAttribute { get; }

    public INamedTypeSymbol? EnumTypeAttribute { get; }

    /// <summary>The base of the arguments of Kubernetes objects whose kind the program declares; its constructor takes what its inputs of the same names say.</summary>
    public INamedTypeSymbol? KubernetesObjectArgs { get; }

    /// <summary>The symbols of a compilation, or null when it does not reference Pulumi.</summary>
    public static PulumiSymbols? From(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Pulumi.Resource") is { } resource ? new PulumiSymbols(compilation, resource) : null;

    public bool IsResource(ITypeSymbol? type) => DerivesFrom(type, Resource);

    public bool IsComponent(ITypeSymbol? type) => DerivesFrom(type, ComponentResource);

    public bool IsProvider(ITypeSymbol? type) => DerivesFrom(type, ProviderResource);

    /// <summary>Whether a type only carries a value: <c>Input&lt;T&gt;</c>, <c>Output&lt;T&gt;</c>, <c>InputUnion</c>, <c>Union</c>, <c>InputJson</c>.</summary>
    public bool IsWrapper(ITypeSymbol? type) =>
        type?.OriginalDefinition is INamedTypeSymbol definition
        && (Same(definition, Input) || Same(definition, Output) || Same(definition, InputUnion) || Same(definition, Union) || Same(definition, InputJson));

    /// <summary>Whether printing a value of this type prints Pulumi's "not supported" text rather than the value.</summary>
    public bool IsOutputOrInput(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current.OriginalDefinition, Input) || Same(current.OriginalDefinition, Output))
                return true;
        }

        return false;
    }

    public bool IsInputList(ITypeSymbol? type) => Same(type?.OriginalDefinition, InputList);

    public bool IsInputMap(ITypeSymbol? type) => Same(type?.OriginalDefinition, InputMap);

    /// <summary>Whether a type is one of Pulumi's string enums: a struct with static properties.</summary>
    public bool IsStringEnum(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Struct } && type.GetAttributes().Any(attribute => Same(attribute.AttributeClass, EnumTypeAttribute));

    /// <summary>The string that a member of a string enum stands for; null for one that is not known.</summary>
    public string? StringOf(IPropertySymbol member) => IsStringEnum(member.ContainingType) ? Library.StringEnums.ValueOf(member) : null;

    /// <summary>The type token that a resource class carries, or null where it carries none (components written in the program).</summary>
    public string? Token(INamedTypeSymbol type) => _tokens.GetOrAdd(type, symbol =>
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (DerivesFrom(attribute.AttributeClass, ResourceTypeAttribute)
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is string token)
            {
                return token;
            }
        }

        return null;
    });

    /// <summary>
    /// The schema name of an input property. List, map and secret inputs carry the attribute on a private backing field, which Roslyn does not
    /// import from metadata: their name is the property's, camel-cased.
    /// </summary>
    public string InputName(IPropertySymbol property) => _inputNames.GetOrAdd(property.OriginalDefinition, symbol =>
        AttributeName(symbol, InputAttribute)
        ?? symbol.ContainingType.GetMembers("_" + CamelCase(symbol.Name)).Select(field => AttributeName(field, InputAttribute)).FirstOrDefault(static name => name is not null)
        ?? CamelCase(symbol.Name));

    /// <summary>The schema name that a member of an arguments class written in the program declares with its attribute, or null where it carries none.</summary>
    public string? DeclaredInputName(ISymbol member) =>
        member.GetAttributes().Any(attribute => Same(attribute.AttributeClass, InputAttribute)) ? AttributeName(member, InputAttribute) ?? CamelCase(member.Name) : null;

    /// <summary>The schema name of an output property of a resource, or null where the property is not one.</summary>
    public string? OutputName(IPropertySymbol property) => _outputNames.GetOrAdd(property.OriginalDefinition, symbol =>
        symbol.GetAttributes().Any(attribute => Same(attribute.AttributeClass, OutputAttribute))
            ? AttributeName(symbol, OutputAttribute) ?? symbol.Name
            : symbol.Name is "Id" or "Urn" && IsResource(symbol.ContainingType) ? CamelCase(symbol.Name) : null);

    /// <summary>Whether a type stands in the namespace <c>Pulumi</c> or one within it.</summary>
    public static bool IsOfPulumi(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name == "Pulumi";
    }

    public static string CamelCase(string name) =>
        name.Length == 0 || char.IsLower(name[0]) ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        if (ancestor is null)
            return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current.OriginalDefinition, ancestor))
                return true;
        }

        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => DerivesFrom(constraint, ancestor));
    }

    internal static bool Same(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    private static string? AttributeName(ISymbol symbol, INamedTypeSymbol? attributeClass)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Same(attribute.AttributeClass, attributeClass) && attribute.ConstructorArguments.Length > 0)
                return attribute.ConstructorArguments[0].Value as string;
        }

        return null;
    }
}
