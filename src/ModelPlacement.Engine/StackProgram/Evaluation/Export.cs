using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ModelPlacement.Engine.StackProgram.Evaluation;

/// <content>From values of the evaluation to the public kinds.</content>
internal sealed partial class Interpreter
{
    private const int DeepestExport = 128;

    private readonly HashSet<int> _exporting = new();
    private int _exportDepth;

    /// <summary>
    /// A value as it is now, in the public kinds: arguments objects become mappings by schema name, collections sequences and mappings. An input set to null is
    /// one that is not set.
    /// </summary>
    internal Value Export(Value value)
    {
        if (!Step())
            return new Unknown("budget: evaluated operations");
        if (_exportDepth > DeepestExport)
            return new Unknown("budget: values within values");
        _exportDepth++;
        var exported = ExportCore(value);
        _exportDepth--;
        return exported;
    }

    private Value ExportCore(Value value)
    {
        switch (value)
        {
            case ObjectReference reference:
                return ExportObject(reference);
            case Choice choice:
                return Values.OneOf(choice.Alternatives.Select(Export), choice.Origin);
            case DeferredSequence deferred:
                return Enumerate(deferred, Here) is Sequence made ? Export(made) : new Unknown("a sequence that is not known", value.Origin);
            case Sequence sequence:
                return ExportItems(sequence, sequence.Origin);
            case BoxedOutput boxed:
                return Export(boxed.Value);
            case OptionalItem optional:
                return Values.Join(Export(optional.Value), SetOnSomeRuns);
            case TupleValue tuple:
                return new Sequence(tuple.Elements.Select(Export).ToImmutableArray(), tuple.Origin);
            case Text text:
                return new Text(text.Pieces.Select(Export).ToImmutableArray(), text.Origin);
            case Constant { Raw: not (null or System.IConvertible) } or RuntimeValue:
                return new Unknown("a value that exists at run time only", value.Origin);
            default:
                return value;
        }
    }

    private static readonly Unknown SetOnSomeRuns = new("set on some runs only");

    // A list of which some items are there on some runs only is one of a few lists.
    private Value ExportItems(Sequence items, Origin? origin)
    {
        const int Limit = 4;
        if (items.IsUnordered)
            return new Unknown("a collection without an order", origin);
        var optional = items.Items.Count(static item => item is OptionalItem);
        if (optional > Limit)
            return new Unknown("a list whose items depend on conditions", origin);
        var lists = new List<ImmutableArray<Value>> { ImmutableArray<Value>.Empty };
        foreach (var item in items.Items)
        {
            var exported = Export(Values.Certain(item));
            lists = lists.SelectMany(list => item is OptionalItem ? [list.Add(exported), list] : new[] { list.Add(exported) }).ToList();
        }

        return Values.OneOf(lists.Select(list => (Value)new Sequence(list, origin)), origin);
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
            return ExportItems(items, reference.Origin);
        if (state.Entries is { } entries)
        {
            if (entries.Any(static entry => entry.Key is not Constant))
                return new Unknown("a dictionary with keys that are not known", reference.Origin);
            return new Mapping(
                entries.Select(entry => new KeyValuePair<string, Value>(WithCulture(isInvariant: true, () => AsText(entry.Key, null, null)).AsString() ?? "", Export(entry.Value))).ToImmutableArray(),
                reference.Origin);
        }

        if (state.Text is not null || !IsReadByName(state.Type))
            return new Unknown("an object of " + state.Type.Name, reference.Origin);
        return new Mapping(ExportFields(state).OrderBy(static entry => entry.Key, System.StringComparer.Ordinal).ToImmutableArray(), reference.Origin);
    }

    // Objects of the program and of Pulumi are what their members hold; what another library makes of what it is given is not known.
    private bool IsReadByName(ITypeSymbol type) =>
        type.IsAnonymousType || IsOfProgram(type) || PulumiSymbols.IsOfPulumi(type) || PulumiSymbols.DerivesFrom(type, _pulumi.InputArgs) || PulumiSymbols.DerivesFrom(type, _pulumi.ResourceOptions);

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

        if (!isArguments)
            yield break;

        // A number or flag that nobody set has a value all the same.
        for (var type = state.Type; type is not null && IsOfProgram(type); type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(property => property.Type.IsValueType && !state.Fields.ContainsKey(property.OriginalDefinition)))
            {
                if (_pulumi.DeclaredInputName(property) is { } name && DefaultOf(Resolve(property.Type), Here) is var value and not Constant { Raw: null })
                    yield return new KeyValuePair<string, Value>(name, Export(value));
            }
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
