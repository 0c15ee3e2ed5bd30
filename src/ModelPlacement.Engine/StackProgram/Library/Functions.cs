using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>
/// Provider functions (<c>GetModel.Invoke(new() { ModelId = "..." })</c>) and reads of existing resources (<c>Bucket.Get("b", id)</c>). Neither creates anything;
/// their results are unknown, but known by what was asked.
/// </summary>
internal static class Functions
{
    public static LibraryMethod? Find(IMethodSymbol method)
    {
        if (!method.IsStatic)
            return null;
        return method.Name switch
        {
            "Invoke" or "InvokeAsync" when method.ContainingType.IsStatic && Wraps(method.ReturnType) => Invoke,
            "Get" when method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) => Get,
            _ => null,
        };
    }

    private static bool Wraps(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Output" or "Task", TypeArguments.Length: 1 };

    private static Value Invoke(Interpreter interpreter, Call call)
    {
        var type = call.Method.ContainingType;
        var instance = new ResourceInstance(type.ToDisplayString(), type, call.Operation.Syntax.GetLocation(), ImmutableArray<Location>.Empty)
        {
            IsLookup = true,
        };
        var arguments = call.Method.Parameters.FirstOrDefault(static parameter => parameter.Name == "args");
        if (arguments is not null && call[arguments.Ordinal] is not Constant { Raw: null })
            instance.Inputs = interpreter.Export(call[arguments.Ordinal]);
        return new ResourceReference(instance, "", interpreter.OriginOf(call.Operation));
    }

    private static Value? Get(Interpreter interpreter, Call call)
    {
        var type = call.Method.ContainingType;
        if (!interpreter.IsResource(type))
            return null;
        var instance = new ResourceInstance(interpreter.TokenOf(type), type, call.Operation.Syntax.GetLocation(), ImmutableArray<Location>.Empty)
        {
            IsLookup = true,
            Name = interpreter.Export(call[0]),
        };
        if (call.Argument("id") is { } id)
            instance.Inputs = new Mapping(ImmutableArray.Create(new System.Collections.Generic.KeyValuePair<string, Value>("id", interpreter.Export(id))));
        return new ResourceReference(instance, "", interpreter.OriginOf(call.Operation));
    }
}
