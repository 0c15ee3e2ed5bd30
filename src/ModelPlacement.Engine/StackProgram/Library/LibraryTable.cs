using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ModelPlacement.Engine.StackProgram.Evaluation;

namespace ModelPlacement.Engine.StackProgram.Library;

/// <summary>A call of a library method with its evaluated parts.</summary>
/// <param name="Interpreter">The evaluation in progress.</param>
/// <param name="Method">The method called.</param>
/// <param name="Receiver">The object it is called on; null for a static method (an extension method's receiver is its first argument).</param>
/// <param name="Arguments">A value per parameter.</param>
/// <param name="Operation">Where the call stands.</param>
/// <param name="Outputs">Takes what <c>ref</c> and <c>out</c> parameters are set to, by the definition of the parameter; null where there are none.</param>
internal sealed record Call(Interpreter Interpreter, IMethodSymbol Method, Value? Receiver, ImmutableArray<Value> Arguments, IOperation Operation, Dictionary<IParameterSymbol, Value>? Outputs)
{
    /// <summary>The arguments of an instance method; for an extension method those after the receiver.</summary>
    public Value this[int index] => Arguments[index];

    /// <summary>An extension method as a method of its first argument.</summary>
    public Call OnFirst() => this with { Receiver = Arguments[0], Arguments = Arguments.RemoveAt(0) };

    /// <summary>A method as an extension method, its receiver the first argument.</summary>
    public Call AsExtension() => this with { Receiver = null, Arguments = Arguments.Insert(0, Receiver!) };

    /// <summary>The argument for a parameter, or null where the method has no such parameter.</summary>
    public Value? Argument(string name)
    {
        // What is taken for the receiver stands before the rest.
        var shift = Arguments.Length - Method.Parameters.Length;
        foreach (var parameter in Method.Parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
                return Arguments[parameter.Ordinal + shift];
        }

        return null;
    }
}

/// <summary>What a library method does, or null where this form of it is not known.</summary>
internal delegate Value? LibraryMethod(Interpreter interpreter, Call call);

/// <summary>The library methods that evaluation knows, by type and name.</summary>
internal static class LibraryTable
{
    private static readonly Dictionary<string, LibraryMethod> Methods = new(StringComparer.Ordinal);

    private static readonly string[] Changeable =
        ["List", "IList", "ICollection", "Collection", "Dictionary", "IDictionary", "HashSet", "ISet", "Array", "Span", "Memory", "StringBuilder", "StringReader", "TextReader", "Queue", "Stack", "LinkedList"];

    private static readonly string[] KeepingNamespaces = ["System", "YamlDotNet", "Pulumi"];

    static LibraryTable()
    {
        (string Type, string Names, LibraryMethod Method)[][] tables =
        [
            Strings.Table,
            Collections.Table,
            Sequences.Table,
            Outputs.Table,
            Configuration.Table,
            Deployments.Table,
            Json.Table,
            JsonObjects.Table,
            Tasks.Table,
            Texts.Table,
            Numbers.Table,
            Scalars.Table,
            RegularExpressions.Table,
            Attributes.Table,
        ];
        foreach (var table in tables)
        {
            foreach (var (type, names, method) in table)
            {
                foreach (var name in names.Split(' '))
                    Methods[type + "." + name] = method;
            }
        }
    }

    /// <summary>Type and name of each: for tests.</summary>
    public static IEnumerable<string> Names => Methods.Keys;

    /// <summary>What a method does, or null where it is not known.</summary>
    public static LibraryMethod? Find(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return null;
        var container = type.IsTupleType ? "System.ValueTuple" : type.ToDisplayString(NameFormat);
        if (Methods.TryGetValue(container + "." + method.Name, out var exact))
            return exact;
        return Functions.Find(method) ?? Collections.Find(type, method);
    }

    /// <summary>Whether a method that cannot be looked into at least leaves the objects that it is given as they are, but for collections that it is given to fill.</summary>
    public static bool KeepsArguments(IMethodSymbol method)
    {
        var space = method.ContainingNamespace?.ToDisplayString() ?? "";
        return !space.StartsWith("System.Reflection", StringComparison.Ordinal)
            && !space.StartsWith("System.Runtime", StringComparison.Ordinal)
            && KeepingNamespaces.Contains(space.Split('.')[0], StringComparer.Ordinal);
    }

    /// <summary>Whether a method may change the collection that it is given for a parameter.</summary>
    public static bool MayChange(IParameterSymbol parameter) =>
        !parameter.IsParams && !(parameter.ContainingSymbol is IMethodSymbol method && Collections.Asks(method)) && (parameter.Type is IArrayTypeSymbol || Changeable.Contains(parameter.Type.Name, StringComparer.Ordinal));

    private static SymbolDisplayFormat NameFormat { get; } = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.None);
}
