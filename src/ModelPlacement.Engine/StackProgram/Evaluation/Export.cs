using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>From values of the evaluation to the public kinds.</content>
internal sealed partial class Interpreter
{
    private readonly HashSet<int> _exporting = new();

    /// <summary>
    /// A value as it is now, in the public kinds: arguments objects become mappings by schema name, collections sequences and mappings. An input set to null is
    /// one that is not set.
    /// </summary>
    internal Value Export(Value value)
    {
        switch (value)
        {
            case ObjectReference reference:
                return ExportObject(reference);
            case Choice choice:
                return Values.OneOf(choice.Alternatives.Select(Export), choice.Origin);
            case DeferredSequence deferred:
                return Enumerate(deferred, null) is Sequence made ? Export(made) : new Unknown("a sequence that is not known", value.Origin);
            case Sequence sequence:
                return new Sequence(sequence.Items.Select(Export).ToImmutableArray(), sequence.Origin);
            case TupleValue tuple:
                return new Sequence(tuple.Elements.Select(Export).ToImmutableArray(), tuple.Origin);
            case Text text:
                return new Text(text.Pieces.Select(Export).ToImmutableArray(), text.Origin);
            case RuntimeValue:
                return new Unknown("a value that exists at run time only", value.Origin);
            default:
                return value;
        }
    }

    private Value ExportObject(ObjectReference reference)
    {
        if (StateOf(reference) is not { } state)
            return new Unknown("an object that is not known", reference.Origin);
        if (state.Instance is { } instance)
            return new ResourceReference(instance, "", reference.Origin);
        if (state.Lost is { } reason)
            return new Unknown(reason, reference.Origin);
        if (!_exporting.Add(reference.Cell))
            return new Unknown("an object that holds itself", reference.Origin);
        var exported = ExportState(reference, state);
        _exporting.Remove(reference.Cell);
        return exported;
    }

    private Value ExportState(ObjectReference reference, ObjectState state)
    {
        if (state.Items is { } items)
            return new Sequence(items.Items.Select(Export).ToImmutableArray(), reference.Origin);
        if (state.Entries is { } entries)
        {
            if (entries.Any(static entry => entry.Key is not Constant))
                return new Unknown("a dictionary with keys that are not known", reference.Origin);
            return new Mapping(
                entries.Select(entry => new KeyValuePair<string, Value>(AsText(entry.Key, null, null).AsString() ?? "", Export(entry.Value))).ToImmutableArray(),
                reference.Origin);
        }

        return new Mapping(ExportFields(state).ToImmutableArray(), reference.Origin);
    }

    private IEnumerable<KeyValuePair<string, Value>> ExportFields(ObjectState state)
    {
        var isArguments = PulumiSymbols.DerivesFrom(state.Type, _pulumi.InputArgs);
        foreach (var field in state.Fields)
        {
            if (field.Value is Constant { Raw: null })
                continue;
            if (ExportedName(field.Key, state, isArguments) is { } name)
                yield return new KeyValuePair<string, Value>(name, Export(field.Value));
        }
    }

    // Pulumi reads what carries its attribute; of a library's arguments class not every attribute can be seen.
    private string? ExportedName(ISymbol member, ObjectState state, bool isArguments) => member switch
    {
        IPropertySymbol or IFieldSymbol when isArguments && IsOfProgram(member) => _pulumi.DeclaredInputName(member),
        IPropertySymbol property => isArguments ? _pulumi.InputName(property) : PulumiSymbols.CamelCase(property.Name),
        IFieldSymbol or IParameterSymbol when !isArguments && !HasProperty(state, member.Name) => PulumiSymbols.CamelCase(member.Name),
        _ => null,
    };

    private static bool HasProperty(ObjectState state, string name) =>
        state.Fields.Keys.Any(key => key is IPropertySymbol && string.Equals(key.Name, name, System.StringComparison.OrdinalIgnoreCase));
}
