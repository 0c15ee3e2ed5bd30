using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>What exceptions say of themselves: the message and the cause that they were made with.</summary>
internal static class Exceptions
{
    /// <summary>Whether a type is an exception.</summary>
    public static bool IsException(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (IsBase(current))
                return true;
        }

        return false;
    }

    /// <summary>A property of an exception, or null where it is not known here.</summary>
    public static Value? Property(Interpreter interpreter, ObjectReference thrown, IPropertySymbol property, IOperation operation)
    {
        if (interpreter.State(thrown) is not { Lost: null } state)
            return null;
        return property.Name switch
        {
            "Message" when !WritesMessageItself(state.Type) => Given(state, "message") is { } message && Values.IsNull(message) == false
                ? message
                : new Unknown("the message of an exception", interpreter.OriginOf(operation)) { IsNeverNull = true },
            "Message" => new Unknown("the message of an exception", interpreter.OriginOf(operation)) { IsNeverNull = true },
            "InnerException" when state.Type.Name != nameof(AggregateException) => Given(state, "innerException", "inner") ?? new Constant(null, interpreter.OriginOf(operation)),
            _ => null,
        };
    }

    private static bool IsBase(ITypeSymbol type) => type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    // ArgumentException adds the name of the parameter, others more.
    private static bool WritesMessageItself(ITypeSymbol type)
    {
        for (var current = type; current is not null && !IsBase(current); current = current.BaseType)
        {
            if (current.GetMembers("Message").Any())
                return true;
        }

        return false;
    }

    // What the constructor of a library was given, which keeps it by parameter.
    private static Value? Given(ObjectState state, params string[] names) => state.Fields
        .Where(field => field.Key is IParameterSymbol { ContainingSymbol.ContainingType: { DeclaringSyntaxReferences.IsEmpty: true } container } parameter && IsException(container) && names.Contains(parameter.Name, StringComparer.Ordinal))
        .Select(static field => field.Value)
        .FirstOrDefault();
}
