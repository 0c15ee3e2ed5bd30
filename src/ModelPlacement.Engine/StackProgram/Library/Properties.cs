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
            return Library.RegularExpressions.Generated(this, property, property.Type, operation);
        _goesOn |= Library.Tasks.GoesOn(property, property.Type);
        return receiver is null ? StaticProperty(property, operation) : InstanceProperty(property, receiver, operation);
    }

    private Value? StaticProperty(IPropertySymbol property, IOperation operation)
    {
        if (PulumiSymbols.Same(property.ContainingType, _pulumi.Deployment) && property.Name == "Instance")
            return NewObject(new ObjectState { Type = property.Type }, Written(operation));
        if (_pulumi.IsStringEnum(property.ContainingType))
            return Library.StringEnums.ValueOf(property) is { } known
                ? new Constant(known, Written(operation)) { EnumType = property.ContainingType }
                : new Unknown(property.ContainingType.Name + "." + property.Name, Written(operation)) { IsNeverNull = true };
        if (property.ContainingType is { Name: "Config", IsStatic: true } config && property.ContainingAssembly?.Name.StartsWith("Pulumi.", StringComparison.Ordinal) == true)
            return Library.Configuration.ReadKey(this, ProviderNamespace(config), PulumiSymbols.CamelCase(property.Name), operation);
        switch (property.ContainingType?.ToDisplayString())
        {
            case "System.Environment" when property.Name == "NewLine":
                return Unknown.LineEnd(Written(operation));
            case "System.Text.Json.JsonNamingPolicy" or "System.Text.Encodings.Web.JavaScriptEncoder":
                return new Constant(property.Name, Written(operation));
            case "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask" when property.Name == "CompletedTask":
                return Library.Tasks.Done;
            case "System.Text.Encoding" when property.Name == "UTF8":
                return new Constant("utf-8", Written(operation));
            case "System.StringComparer" when property.Name is "Ordinal" or "OrdinalIgnoreCase":
                return new Constant(property.Name, Written(operation));
            case "System.Globalization.CultureInfo" when property.Name == "InvariantCulture":
                return new Unknown("the invariant culture", Written(operation)) { IsNeverNull = true, IsForeign = true };
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
        if (property.ContainingNamespace is { Name: "Json" } && Library.JsonObjects.Property(this, property, receiver, operation) is { } ofJson)
            return ofJson;
        switch (receiver)
        {
            case Constant { Raw: { } scalar } when Library.Scalars.Property(scalar, property.Name) is { } part:
                return new Constant(part, Written(operation));
            case Constant { Raw: Uri address } when property.Name == "Segments":
                return NewList(address.Segments.Select(segment => (Value)new Constant(segment, receiver.Origin)), property.Type, Written(operation));
            case ObjectReference thrown when Library.Exceptions.IsException(property.ContainingType):
                return Library.Exceptions.Property(this, thrown, property, operation);
            case EntryValue entry:
                return property.Name == "Key" ? entry.Key : property.Name == "Value" ? entry.Value : null;
            case TupleValue tuple when property.Name.StartsWith("Item", StringComparison.Ordinal) && property.Name.Length == 5 && property.Name[4] - '1' is >= 0 and var index && index < tuple.Elements.Length:
                return tuple.Elements[index];
            case TupleValue:
                return null;
            case MatchValue match when Library.RegularExpressions.Property(match, property.Name, Written(operation)) is { } found:
                return found;
            case GroupValue group when property.Name == "Key":
                return group.Key;
            case LazyValue lazy when property.Name == "Value":
                return Library.Tasks.ValueOf(this, lazy, operation);
            case LazyValue lazy when property.Name == "IsValueCreated":
                return AsValue(_store.Read(lazy.Cell) is not null, operation);
            case ObjectReference { } builder when StateOf(builder) is { Text: { } written } && property.Name == "Length":
                return written.AsString() is { } finished ? new Constant(finished.Length, Written(operation)) : NotKnown("the length of a text", operation);
            case Constant { Raw: string text } when property.Name == "Length":
                return new Constant(text.Length, Written(operation));
            case TypeValue type when property.Name == "Name":
                return type.Type is INamedTypeSymbol ? new Constant(type.Type.MetadataName, Written(operation)) : NotKnown("the name of a type", operation);
        }

        switch (property.Name)
        {
            case "Result" when property.ContainingType.Name is "Task" or "ValueTask":
            case "Value" or "AsT0" or "AsT1" when property.ContainingType.Name is "Union":
                return receiver;
            case "Count" or "Length" when IsEnumerableValue(receiver):
                return PossibleItemsOf(receiver) is { } items && !items.Any(static item => item is OptionalItem) ? new Constant(items.Length, Written(operation)) : NotKnown("the length of a collection", operation);
            case "IsEmpty" when IsEnumerableValue(receiver):
                return PossibleItemsOf(receiver) is { } all && !all.Any(static item => item is OptionalItem) ? new Constant(all.IsEmpty, Written(operation)) : NotKnown("the length of a collection", operation);
            case "IsDefault" or "IsDefaultOrEmpty" when IsEnumerableValue(receiver) && ItemsOf(receiver) is { } immutable:
                return new Constant(property.Name != "IsDefault" && immutable.IsEmpty, Written(operation));
            case "Keys" or "Values" when receiver is ObjectReference { } map && StateOf(map) is { Entries: not null }:
                // A view, which shows what the dictionary holds whenever it is looked at.
                return new DeferredSequence(() => PartsOf(map, property.Name == "Keys", operation), Written(operation));
        }

        if (PulumiSymbols.Same(property.ContainingType, _pulumi.DeploymentInstance))
            return InstanceOfDeployment(property, operation);
        return null;
    }

    private Value PartsOf(ObjectReference map, bool keys, IOperation operation)
    {
        if (Enumerate(map, operation) is not Sequence entries)
            return NotKnown("a dictionary that is not known", operation);
        return new Sequence(entries.Items.Select(Part).ToImmutableArray(), Written(operation)) { IsUnordered = entries.IsUnordered };

        Value Part(Value entry) => entry switch
        {
            EntryValue { Key: var key, Value: var value } => keys ? key : value,
            OptionalItem optional => new OptionalItem(Part(optional.Value)),
            _ => NotKnown("an entry of a dictionary", operation),
        };
    }

    private bool IsEnumerableValue(Value value) => value is Sequence or DeferredSequence || (value is ObjectReference reference && StateOf(reference) is { } state && (state.Items is not null || state.Entries is not null));

    private Value? InstanceOfDeployment(IPropertySymbol property, IOperation operation)
    {
        if (property.Name == "StackName")
            Reads.AddName();
        return property.Name switch
        {
            "StackName" => Configuration?.StackName is { } stack ? new Constant(stack, new Origin(OriginKind.Configuration, operation.Syntax.GetLocation(), 0)) : new Unknown("the name of the stack", Written(operation)) { IsNeverNull = true },
            "ProjectName" => Configuration?.ProjectName is { } project ? new Constant(project, Written(operation)) : new Unknown("the name of the project", Written(operation)) { IsNeverNull = true },
            _ => NotKnown("'" + property.Name + "' of the deployment", operation),
        };
    }

    /// <summary>What a static field of a library is, or null where it is not known here.</summary>
    private Value? LibraryField(ISymbol member, IOperation operation) => member switch
    {
        IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => new Constant("", Written(operation)),
        IFieldSymbol { Name: "TrueString", ContainingType.SpecialType: SpecialType.System_Boolean } => new Constant(bool.TrueString, Written(operation)),
        IFieldSymbol { Name: "FalseString", ContainingType.SpecialType: SpecialType.System_Boolean } => new Constant(bool.FalseString, Written(operation)),
        IFieldSymbol { Name: "Zero" or "Empty", ContainingType: { Name: "TimeSpan" or "Guid" } type } when !IsOfProgram(member) => Library.Scalars.Create(type, ImmutableArray<Value>.Empty, Written(operation)),
        IFieldSymbol { Name: "Empty", Type: INamedTypeSymbol { Name: "ImmutableArray" or "ImmutableList" } type } when !IsOfProgram(member) => NewList([], type, Written(operation)),
        IFieldSymbol { Name: "Empty", Type: INamedTypeSymbol { Name: "ImmutableHashSet" or "ImmutableQueue" or "ImmutableStack" } type } when !IsOfProgram(member) => NewList([], type, Written(operation)),
        IFieldSymbol { Name: "Empty", Type: INamedTypeSymbol { Name: "ImmutableDictionary" or "ImmutableSortedDictionary" } type } when !IsOfProgram(member) => NewMap([], type, Written(operation)),
        _ => null,
    };
}
