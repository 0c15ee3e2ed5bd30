using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>Properties and fields of libraries.</content>
internal sealed partial class Interpreter
{
    /// <summary>What a property of a library is, or null where it is not known here.</summary>
    private Value? LibraryProperty(IPropertySymbol property, Value? receiver, IOperation operation)
    {
        if (IsOfProgram(property))
            return null;
        return receiver is null ? StaticProperty(property, operation) : InstanceProperty(property, receiver, operation);
    }

    private Value? StaticProperty(IPropertySymbol property, IOperation operation)
    {
        if (PulumiSymbols.Same(property.ContainingType, _pulumi.Deployment) && property.Name == "Instance")
            return NewObject(new ObjectState { Type = property.Type }, Written(operation));
        if (_pulumi.IsStringEnum(property.ContainingType))
            return new Unknown(property.ContainingType.Name + "." + property.Name, Written(operation)) { IsNeverNull = true, Member = property.Name };
        if (property.ContainingType is { Name: "Config", IsStatic: true } config && property.ContainingAssembly?.Name.StartsWith("Pulumi.", StringComparison.Ordinal) == true)
            return Library.Configuration.ReadKey(this, ProviderNamespace(config), PulumiSymbols.CamelCase(property.Name), operation);
        switch (property.ContainingType?.ToDisplayString())
        {
            case "System.Environment" when property.Name == "NewLine":
                return NotKnown("the line ending of the machine", operation);
            case "System.Text.Json.JsonNamingPolicy" or "System.Text.Encodings.Web.JavaScriptEncoder":
                return new Constant(property.Name, Written(operation));
            case "System.Threading.Tasks.Task" when property.Name == "CompletedTask":
                return Constant.Null;
            case "System.Text.Encoding" when property.Name is "UTF8" or "ASCII":
                return NewObject(new ObjectState { Type = property.ContainingType }, Written(operation));
            default:
                return null;
        }
    }

    // Pulumi.Aws.Config reads `aws:*`, Pulumi.AzureNative.Config `azure-native:*`.
    private static string ProviderNamespace(INamedTypeSymbol config)
    {
        var words = config.ContainingNamespace.Name.Select((character, index) => char.IsUpper(character) && index > 0 ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString());
        return string.Concat(words);
    }

    private Value? InstanceProperty(IPropertySymbol property, Value receiver, IOperation operation)
    {
        switch (receiver)
        {
            case EntryValue entry:
                return property.Name == "Key" ? entry.Key : property.Name == "Value" ? entry.Value : null;
            case TupleValue:
                return null;
            case Constant { Raw: string text } when property.Name == "Length":
                return new Constant(text.Length, Written(operation));
            case TypeValue type when property.Name == "Name":
                return new Constant(type.Type.MetadataName, Written(operation));
        }

        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return property.Name == "Value" ? NotNull(receiver) : AsValue(!Values.IsNull(receiver), operation);
        switch (property.Name)
        {
            case "Result" when property.ContainingType.Name is "Task" or "ValueTask":
            case "Value" when property.ContainingType.Name is "Lazy" or "Union":
                return receiver;
            case "Count" or "Length" when IsEnumerableValue(receiver):
                return ItemsOf(receiver) is { } items ? new Constant(items.Length, Written(operation)) : null;
            case "Keys" or "Values" when receiver is ObjectReference reference && StateOf(reference) is { Entries: { } entries }:
                return new Sequence(entries.Select(entry => property.Name == "Keys" ? entry.Key : entry.Value).ToImmutableArray(), Written(operation));
        }

        if (PulumiSymbols.Same(property.ContainingType, _pulumi.DeploymentInstance))
            return InstanceOfDeployment(property, operation);
        return null;
    }

    private bool IsEnumerableValue(Value value) => value is Sequence or DeferredSequence || (value is ObjectReference reference && StateOf(reference) is { } state && (state.Items is not null || state.Entries is not null));

    private Value? InstanceOfDeployment(IPropertySymbol property, IOperation operation)
    {
        NoteConfiguration();
        return property.Name switch
        {
            "StackName" => _options.Configuration?.StackName is { } stack ? new Constant(stack, new Origin(OriginKind.Configuration, operation.Syntax.GetLocation(), 0)) : new Unknown("the name of the stack", Written(operation)) { IsNeverNull = true },
            "ProjectName" => _options.Configuration?.ProjectName is { } project ? new Constant(project, Written(operation)) : new Unknown("the name of the project", Written(operation)) { IsNeverNull = true },
            _ => NotKnown("'" + property.Name + "' of the deployment", operation),
        };
    }

    /// <summary>What a static field of a library is, or null where it is not known here.</summary>
    private Value? LibraryField(ISymbol member, IOperation operation) => member switch
    {
        IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => new Constant("", Written(operation)),
        IFieldSymbol { Name: "Empty", Type: INamedTypeSymbol { Name: "ImmutableArray" or "ImmutableList" } type } when !IsOfProgram(member) => NewList([], type, Written(operation)),
        IFieldSymbol { Name: "Empty", Type: INamedTypeSymbol { Name: "ImmutableDictionary" } type } when !IsOfProgram(member) => NewMap([], type, Written(operation)),
        _ => null,
    };
}
