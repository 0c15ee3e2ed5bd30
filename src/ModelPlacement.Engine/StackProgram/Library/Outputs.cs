using System.Linq;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>Pulumi's outputs and inputs. A value in an output is that value: only printing it into a plain string loses it.</summary>
internal static class Outputs
{
    public static readonly (string Type, string Names, LibraryMethod Method)[] Table =
    [
        ("Pulumi.Output", "Create CreateSecret Unsecret", First),
        ("Pulumi.Output", "Format", static (_, call) => call[0]),
        ("Pulumi.Output", "Tuple", static (_, call) => new TupleValue(call.Arguments)),
        ("Pulumi.Output", "All", static (interpreter, call) => interpreter.ItemsOf(call[0]) is { } items ? new Sequence(items, interpreter.OriginOf(call.Operation)) : new Unknown("a collection of outputs", interpreter.OriginOf(call.Operation))),
        ("Pulumi.Output", "JsonSerialize", static (interpreter, call) => Json.Serialize(interpreter, call, takesOutputs: true)),
        ("Pulumi.Output", "JsonDeserialize", static (interpreter, call) => JsonObjects.Deserialize(interpreter, call) ?? new Unknown("a value read from JSON", interpreter.OriginOf(call.Operation)) { IsForeign = true, From = Values.Sources([call[0]]) }),
        ("Pulumi.Output", "Apply", static (interpreter, call) => call.Receiver is null ? null : Apply(interpreter, call, call.Receiver, call[0])),
        ("Pulumi.InputExtensions", "Apply", static (interpreter, call) => Apply(interpreter, call, call[0], call[1])),
        ("Pulumi.InputExtensions", "ToOutput", First),
        ("Pulumi.OutputExtensions", "GetAt", static (interpreter, call) => interpreter.ElementIn(call[0], call[1], call.Operation)),
        ("Pulumi.OutputExtensions", "First", static (interpreter, call) => interpreter.ElementIn(call[0], new Constant(0), call.Operation)),
        ("Pulumi.OutputExtensions", "Length", static (interpreter, call) => interpreter.ItemsOf(call[0]) is { } items ? new Constant(items.Length, interpreter.OriginOf(call.Operation)) : null),
        ("Pulumi.OutputExtensions", "AsT0 AsT1 Value", First),
        ("Pulumi.Union", "FromT0 FromT1", First),
        ("Pulumi.Utilities.OutputUtilities", "WithDependency", First),
        ("Pulumi.Utilities.OutputUtilities", "CreateUnknown", static (interpreter, call) => new Unknown("an output made unknown", interpreter.OriginOf(call.Operation))),
        ("Pulumi.CustomResourceOptions", "Merge", Merge),
        ("Pulumi.ComponentResourceOptions", "Merge", Merge),
        ("Pulumi.ComponentResource", "RegisterOutputs", static (_, _) => Constant.Null),
        ("Pulumi.Resource", "GetResourceName", static (interpreter, call) => call.Receiver is { } receiver && interpreter.Export(receiver) is ResourceReference { Output.Length: 0 } reference ? reference.Instance.Name : null),
        ("Pulumi.Resource", "GetResourceType", static (interpreter, call) => call.Receiver is { } receiver && interpreter.Export(receiver) is ResourceReference { Output.Length: 0 } reference ? new Constant(reference.Instance.Token) : null),
        ("Pulumi.StackReference", "GetOutput RequireOutput GetValueAsync RequireValueAsync", static (interpreter, call) =>
            call.Receiver is ResourceReference { Output.Length: 0 } reference && call[0].AsString() is { } name
                ? new ResourceReference(reference.Instance, "outputs." + name, interpreter.OriginOf(call.Operation))
                : new Unknown("an output of another stack", interpreter.OriginOf(call.Operation))),
    ];

    private static Value First(Interpreter interpreter, Call call) => call[0];

    private static Value? Apply(Interpreter interpreter, Call call, Value value, Value function)
    {
        if (function is not Closure closure)
            return new Unknown("the result of a delegate", interpreter.OriginOf(call.Operation));
        return value switch
        {
            Choice choice => interpreter.ForkEach(call.Operation, choice.Alternatives, one => Apply(interpreter, call, one, function)!),
            _ => interpreter.RunContained(call.Operation, () => IsLate(value) ? interpreter.CallLate(closure, call.Operation, value) : interpreter.Call(closure, call.Operation, value)),
        };
    }

    // An output of a resource runs the lambda once the value is there: in a deployment after what follows, in a preview not at all. What it returns is known only as far
    // as it does not depend on the value.
    private static bool IsLate(Value value) => value switch
    {
        ResourceReference or Unknown or Text => true,
        TupleValue tuple => tuple.Elements.Any(IsLate),
        Sequence sequence => sequence.Items.Any(IsLate),
        _ => false,
    };

    // Lists of both are put together, single values of the second win; a list option set on neither stays unset.
    private static Value? Merge(Interpreter interpreter, Call call)
    {
        if (call[0] is Constant { Raw: null } && call[1] is Constant { Raw: null })
            return interpreter.NewObject(new ObjectState { Type = call.Method.ReturnType }, interpreter.OriginOf(call.Operation));
        var first = StateOf(interpreter, call[0]);
        var second = StateOf(interpreter, call[1]);
        if (first is null || second is null)
            return null;
        var fields = first.Fields.ToBuilder();
        foreach (var field in second.Fields)
        {
            if (field.Value is Constant { Raw: null })
                continue;
            fields[field.Key] = first.Fields.TryGetValue(field.Key, out var before) && interpreter.ItemsOf(before) is { } firstItems && interpreter.ItemsOf(field.Value) is { } secondItems
                ? interpreter.NewList(firstItems.AddRange(secondItems), ((Microsoft.CodeAnalysis.IPropertySymbol)field.Key).Type, field.Value.Origin)
                : field.Value;
        }

        return interpreter.NewObject(new ObjectState { Type = call.Method.ReturnType, Fields = fields.ToImmutable() }, interpreter.OriginOf(call.Operation));
    }

    private static ObjectState? StateOf(Interpreter interpreter, Value value) => value switch
    {
        Constant { Raw: null } => new ObjectState { Type = interpreter.ObjectType },
        ObjectReference reference => interpreter.State(reference) is { Lost: null } state ? state : null,
        _ => null,
    };
}
